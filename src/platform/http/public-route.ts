import type { z } from 'zod'
import type { Endpoint } from '../../shared/endpoint.ts'
import type { Id } from '../../shared/id.ts'
import type { Rejection } from '../../shared/rejection.ts'
import type { Platform } from '../platform.ts'
import { transact } from '../transaction.ts'
import type { Vrager, Work } from '../work.ts'

/** A question that anyone may ask without signing in: never about persons, never a secret address. */
export interface PublicRoute {
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
  return { endpoint, ...options } as PublicRoute
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
