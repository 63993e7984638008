import type { z } from 'zod'
import type { Endpoint } from '../../shared/endpoint.ts'
import type { Id } from '../../shared/id.ts'
import type { Rejection } from '../../shared/rejection.ts'
import { appendAudit } from '../audit/audit.ts'
import type { Platform } from '../platform.ts'
import { transact } from '../transaction.ts'
import type { Vrager, Work } from '../work.ts'

/** Which request, and from where, for the audit book. */
export interface Bezoek {
  readonly verzoekId: Id
  readonly netwerkadres: string
}

/**
 * What anyone may ask without signing in: never about persons, never a secret address. Unless a secret in the body, that one
 * person was given, says which one row it is about; then it goes through `actWithSecret`.
 */
export interface PublicRoute {
  readonly endpoint: Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>
  /** Requests per minute from one network address. */
  readonly perMinute: number
  /** Seconds that a browser or proxy may keep the answer; 0: never. */
  readonly maxAge: number
  readonly handle: (
    platform: Platform,
    input: { params: unknown; query: unknown; body: unknown },
    bezoek: Bezoek,
  ) => Promise<unknown>
}

export function publicRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, R>,
  options: {
    readonly perMinute: number
    readonly maxAge: number
    readonly handle: (
      platform: Platform,
      input: { params: z.output<P>; query: z.output<Q>; body: z.output<B> },
      bezoek: Bezoek,
    ) => Promise<z.input<R> | Rejection>
  },
): PublicRoute {
  return { endpoint, ...options } as unknown as PublicRoute
}

/** Reads as someone without rights: row-level security then holds back everything that is secret or about persons. */
export async function readAsPublic<T>(
  platform: Platform,
  regioId: Id,
  run: (work: Work) => Promise<T>,
): Promise<T> {
  const niemand: Vrager = {
    regioId,
    organisatieId: null,
    gebruikerId: null,
    naam: 'Bezoeker zonder account',
    rol: 'publiek',
    permissies: new Set(),
    isSysteem: false,
  }
  const { result } = await transact(
    platform,
    niemand,
    { doel: 'openbaar', sleutel: 'openbaar', readOnly: true },
    run,
  )
  return result
}

/**
 * For whoever holds a secret that names one row. Runs as the system, because the visitor has no rights of its own: `run` reads
 * and writes that row and what follows from it, nothing else. What it touched of a person is in the audit book, in the same
 * transaction.
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
  const { result } = await transact(
    platform,
    vrager,
    {
      doel: 'link',
      sleutel: bezoek.verzoekId,
      finish: async (db, personen) => {
        if (personen.length === 0) return
        await appendAudit(db, {
          vrager,
          tijd: platform.clock.now(),
          gebeurtenis: input.gebeurtenis,
          actie: 'U',
          uitkomst: 0,
          doel: 'link',
          route: input.route,
          personen,
          ...bezoek,
        })
      },
    },
    run,
  )
  return result
}
