import type { z } from 'zod'
import type { Endpoint } from '../../shared/endpoint.ts'
import type { Id } from '../../shared/id.ts'
import type { Rejection } from '../../shared/rejection.ts'
import type { Platform } from '../platform.ts'
import { transact } from '../transaction.ts'
import type { Vrager, Work } from '../work.ts'

/** What anyone may do without signing in. */
export type PublicRoute = PublicQuestion | PublicPost

/** A question that anyone may ask without signing in: never about persons, never a secret address. */
export interface PublicQuestion {
  readonly endpoint: Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>
  /** Requests per minute from one network address. */
  readonly perMinute: number
  /** Seconds that a browser or proxy may keep the answer. */
  readonly maxAge: number
  readonly handle: (platform: Platform, input: { params: unknown; query: unknown }) => Promise<unknown>
}

export function publicRoute<P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, z.ZodUndefined, R>,
  options: {
    readonly perMinute: number
    readonly maxAge: number
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

export interface PublicInput<B> {
  readonly body: B
  /** Idempotency-Key of a write; empty for a question. */
  readonly sleutel: string
  readonly verzoekId: Id
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
