import { z } from 'zod'
import { isPlainDate } from './plain-date.ts'

/**
 * What crosses HTTP for one operation: method, path and the Zod schemas of both directions. Server routes add permission
 * and audit to it; the browser calls it with the same types. Paths are relative to `/api/v1` and use `:name` for params.
 */
export interface Endpoint<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** operationId in OpenAPI, camelCase English verb + Dutch noun. */
  readonly name: string
  /** One Dutch line for the API documentation. */
  readonly summary: string
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly response: R
  /** 200 unless said otherwise. */
  readonly status: number
}

type Options<P, Q, B, R> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  name: string
  summary: string
  params?: P
  query?: Q
  body?: B
  response: R
  status?: number
}

const Nothing = z.object({})
type Nothing = typeof Nothing

export function endpoint<
  R extends z.ZodType,
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = z.ZodUndefined,
>(options: Options<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return {
    method: options.method,
    path: options.path,
    name: options.name,
    summary: options.summary,
    params: (options.params ?? Nothing) as P,
    query: (options.query ?? Nothing) as Q,
    body: (options.body ?? z.undefined()) as B,
    response: options.response,
    status: options.status ?? (options.method === 'POST' ? 201 : 200),
  }
}

/** A calendar day in a contract. */
export const Datum = z
  .string({ error: 'Vul een datum in.' })
  .refine(isPlainDate, { error: 'Vul een bestaande datum in, bijvoorbeeld 1-4-2026.' })
  .meta({ format: 'date' })

/** Required free text in a contract: trimmed, not empty, at most `max` characters. */
export function tekst(label: string, max = 200) {
  return z
    .string({ error: `Vul ${label} in.` })
    .trim()
    .min(1, { error: `Vul ${label} in.` })
    .max(max, { error: `Gebruik voor ${label} niet meer dan ${max} tekens.` })
}

/** Paging of every list: `pagina` from 1, `aantalPerPagina` at most 200. */
export const Paging = z.object({
  pagina: z.coerce.number().int().min(1).max(100_000).default(1),
  aantalPerPagina: z.coerce.number().int().min(1).max(200).default(25),
})

/** Answer of every list: the total that the viewer may see, and this page of it. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ count: z.number().int(), results: z.array(item) })
}

/** Version that the editor saw; a write with an older version is refused with who changed what. */
export const Versie = z.number().int().min(1)

export const IdParam = z.object({ id: z.uuid({ error: 'Dit is geen geldig kenmerk.' }) })
