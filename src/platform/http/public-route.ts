import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { Endpoint } from '../../shared/endpoint.ts'
import type { Id } from '../../shared/id.ts'
import { isRejection, type Rejection } from '../../shared/rejection.ts'
import { appendAudit } from '../audit/audit.ts'
import type { DB } from '../db/tables.ts'
import type { Platform } from '../platform.ts'
import { transact } from '../transaction.ts'
import type { Vrager, Work } from '../work.ts'

/** What anyone may do without signing in; with a secret in the body that names one row, through `actWithSecret`. */
export type PublicRoute = PublicQuestion | PublicPost | PublicFile | PublicClick

/** What a mail program does for its user with one press, with a code in the address that names one row and one deed. */
export interface PublicClick {
  readonly path: string
  /** Requests in ten minutes from one network address. */
  readonly perTenMinutes: number
  readonly press: (
    platform: Platform,
    input: { readonly code: string; readonly verzoekId: Id },
  ) => Promise<unknown>
}

/** A file, such as a data set that other sites take over. */
export interface PublicFile {
  readonly path: string
  /** Requests per minute from one network address. */
  readonly perMinute: number
  /** Seconds that a browser or proxy may keep it. */
  readonly maxAge: number
  /** The address is a secret of one user: nobody keeps the answer, and no other site reads it. */
  readonly isSecret?: true
  readonly give: (
    platform: Platform,
    input: { readonly params: Readonly<Record<string, string>>; readonly publicUrl: string },
  ) => Promise<{ readonly type: string; readonly body: string | Uint8Array } | Rejection>
}

/** A question that anyone may ask without signing in: never about persons, never a secret address. */
export interface PublicQuestion {
  readonly endpoint: Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>
  /** Requests per minute from one network address. */
  readonly perMinute: number
  /** Seconds that a browser or proxy may keep the answer. */
  readonly maxAge: number
  /** Open data: scripts of any other site may read the answer. */
  readonly anySite?: boolean
  readonly handle: (platform: Platform, input: { params: unknown; query: unknown }) => Promise<unknown>
}

export function publicRoute<P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, z.ZodUndefined, R>,
  options: {
    readonly perMinute: number
    readonly maxAge: number
    readonly anySite?: boolean
    readonly handle: (
      platform: Platform,
      input: { params: z.output<P>; query: z.output<Q> },
    ) => Promise<z.input<R> | Rejection>
  },
): PublicRoute {
  return { endpoint, ...options } as PublicQuestion
}

/**
 * Something that anyone may send without signing in. There is no session and no cookie, so no other site can act in somebody's
 * name; what it answers shows nothing of a person, and who sent it is written nowhere.
 */
export interface PublicPost {
  readonly endpoint: Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>
  /** Requests in ten minutes from one network address. */
  readonly perTenMinutes: number
  /** Largest body in bytes. */
  readonly bodyLimit: number
  /** False for a question whose words may not stand in a URL: needs no Idempotency-Key. */
  readonly isWrite: boolean
  readonly send: (platform: Platform, input: PublicInput<unknown>) => Promise<unknown>
}

/** Which request, and from where, for the audit book. */
export interface Bezoek {
  readonly verzoekId: Id
  readonly netwerkadres: string
}

export interface PublicInput<B> extends Bezoek {
  readonly body: B
  /** Idempotency-Key of a write; empty for a question. */
  readonly sleutel: string
}

export function publicPost<B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<z.ZodObject, z.ZodObject, B, R>,
  options: Omit<PublicPost, 'endpoint' | 'send'> & {
    readonly send: (platform: Platform, input: PublicInput<z.output<B>>) => Promise<z.input<R> | Rejection>
  },
): PublicRoute {
  return { endpoint, ...options } as PublicPost
}

/** Someone without an account: no organisation, no role, no rights. */
export function bezoeker(regioId: Id): Vrager {
  return {
    regioId,
    organisatieId: null,
    gebruikerId: null,
    naam: 'Bezoeker zonder account',
    rol: 'publiek',
    permissies: new Set(),
    isSysteem: false,
  }
}

/** Reads as someone without rights: row-level security then holds back everything that is secret or about persons. */
export async function readAsPublic<T>(
  platform: Platform,
  regioId: Id,
  run: (work: Work) => Promise<T>,
): Promise<T> {
  const { result } = await transact(
    platform,
    bezoeker(regioId),
    { doel: 'openbaar', sleutel: 'openbaar', readOnly: true },
    run,
  )
  return result
}

/**
 * For whoever holds a secret that names one row. Runs as the system, because the visitor has no rights of its own: `run` reads
 * and writes that row and what follows from it, nothing else. What it touched of a person is in the audit book, in the same
 * transaction; a refusal that is about a person is there too, by itself, because the rest was undone.
 */
export async function actWithSecret<T>(
  platform: Platform,
  input: {
    readonly regioId: Id
    readonly naam: string
    readonly gebeurtenis: string
    readonly route: string
  },
  bezoek: Bezoek,
  run: (work: Work) => Promise<T>,
): Promise<T> {
  const vrager: Vrager = {
    regioId: input.regioId,
    organisatieId: null,
    gebruikerId: null,
    naam: input.naam,
    rol: 'link',
    permissies: new Set(),
    isSysteem: true,
  }
  const book = async (db: Transaction<DB>, personen: readonly Id[], uitkomst: 0 | 4) => {
    if (personen.length === 0) return
    await appendAudit(db, {
      vrager,
      tijd: platform.clock.now(),
      gebeurtenis: input.gebeurtenis,
      actie: 'U',
      uitkomst,
      doel: 'link',
      route: input.route,
      personen,
      verzoekId: bezoek.verzoekId,
      netwerkadres: bezoek.netwerkadres,
    })
  }
  const options = { doel: 'link', sleutel: bezoek.verzoekId }
  const { result, personen } = await transact(
    platform,
    vrager,
    { ...options, finish: (db, seen) => book(db, seen, 0) },
    run,
  )
  if (isRejection(result) && personen.length > 0)
    await transact(platform, vrager, { ...options, finish: (db) => book(db, personen, 4) }, async () => {})
  return result
}
