import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'

const base = '/api/v1'

const Wijziging = z.object({
  veld: z.string(),
  oud: z.string().nullable(),
  nieuw: z.string().nullable(),
  door: z.string(),
  op: z.string(),
})
export type Wijziging = z.infer<typeof Wijziging>

const Problem = z.object({
  title: z.string().default('Dit is niet gelukt'),
  status: z.number(),
  detail: z.string().default(''),
  code: z.string().default('onbekend'),
  fouten: z.array(z.object({ veld: z.string(), melding: z.string() })).default([]),
  mogelijk: z.array(z.string()).optional(),
  inDeWeg: z.string().optional(),
  wijzigingen: z.array(Wijziging).optional(),
})

/** An answer of the server that says no, or no answer at all (`status` 0). Texts are Dutch and meant for the screen. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly fouten: readonly { veld: string; melding: string }[]
  readonly mogelijk?: readonly string[]
  readonly conflict?: string
  /** With code `versie_verouderd`: what others changed since this screen was opened. */
  readonly wijzigingen?: readonly Wijziging[]

  constructor(problem: z.input<typeof Problem>) {
    const full = Problem.parse(problem)
    super(full.detail || full.title)
    this.name = 'ApiProblem'
    this.status = full.status
    this.code = full.code
    this.title = full.title
    this.detail = full.detail
    this.fouten = full.fouten
    this.mogelijk = full.mogelijk
    this.conflict = full.inDeWeg
    this.wijzigingen = full.wijzigingen
  }

  /** True when nobody knows whether the server did it: the same Idempotency-Key must go along with a retry. */
  get uncertain(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

let csrf: string | undefined
/** The session's token, sent with every write. */
export function setCsrf(token: string | undefined): void {
  csrf = token
}

let onUnauthenticated: () => void = () => {}
/** What to do when the session has ended; the app sends people to the login page and back. */
export function setUnauthenticatedHandler(handler: () => void): void {
  onUnauthenticated = handler
}

type Part<Key extends string, T> = undefined extends T
  ? { [K in Key]?: T }
  : Record<never, never> extends T
    ? { [K in Key]?: T }
    : { [K in Key]: T }

/** What a call needs: `params`, `query` and `body` are required exactly when the contract requires something in them. */
export type CallInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Part<
  'params',
  z.input<P>
> &
  Part<'query', z.input<Q>> &
  Part<'body', z.input<B>> & { idempotencyKey?: string; signal?: AbortSignal }

interface LooseInput {
  params?: unknown
  query?: unknown
  body?: unknown
  idempotencyKey?: string
  signal?: AbortSignal
}

/** Address of an endpoint, for a request or for a plain link (export, permalink of the API). Empty values are left out. */
export function urlOf(
  endpoint: { readonly path: string },
  input: { readonly params?: unknown; readonly query?: unknown } = {},
): string {
  const params = (input.params ?? {}) as Record<string, unknown>
  const path = endpoint.path.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
    }
  }
  const text = search.toString()
  return `${base}${path}${text === '' ? '' : `?${text}`}`
}

/** Calls the server by contract. Throws ApiProblem; an answer outside the contract is a bug and throws a ZodError. */
export async function call<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, R>,
  ...[input]: Record<never, never> extends CallInput<P, Q, B> ? [CallInput<P, Q, B>?] : [CallInput<P, Q, B>]
): Promise<z.output<R>> {
  const loose: LooseInput = input ?? {}
  const response = await send(endpoint, loose)
  if (!response.ok) {
    const problem = await readProblem(response)
    if (problem.status === 401) onUnauthenticated()
    throw problem
  }
  return endpoint.response.parse(response.status === 204 ? undefined : await response.json())
}

async function send(endpoint: { method: string; path: string }, input: LooseInput): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' }
  if (endpoint.method !== 'GET') {
    headers['Idempotency-Key'] = input.idempotencyKey ?? newIdempotencyKey()
    if (csrf !== undefined) headers['X-CSRF-Token'] = csrf
  }
  if (input.body !== undefined) headers['Content-Type'] = 'application/json'
  try {
    return await fetch(urlOf(endpoint, input), {
      method: endpoint.method,
      headers,
      body: input.body === undefined ? undefined : JSON.stringify(input.body),
      credentials: 'same-origin',
      signal: input.signal,
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiProblem({
      status: 0,
      code: 'geen_verbinding',
      title: 'Geen verbinding',
      detail:
        'Onderdak is niet bereikbaar. Controleer uw verbinding en probeer het opnieuw. Uw invoer blijft staan.',
    })
  }
}

async function readProblem(response: Response): Promise<ApiProblem> {
  const parsed = Problem.safeParse(await response.json().catch(() => undefined))
  return new ApiProblem(
    parsed.success
      ? parsed.data
      : {
          status: response.status,
          code: 'onverwachte_fout',
          title: 'Er ging iets mis',
          detail: 'Onderdak kon dit niet verwerken. Probeer het over een paar minuten opnieuw.',
        },
  )
}

/** `crypto.randomUUID` exists only on https and localhost; an office network may serve plain http. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
