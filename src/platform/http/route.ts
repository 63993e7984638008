import type { z } from 'zod'
import type { Endpoint } from '../../shared/endpoint.ts'
import type { Id } from '../../shared/id.ts'
import type { Permissie } from '../../shared/permissies.ts'
import type { Rejection } from '../../shared/rejection.ts'
import type { Column } from '../documents/table.ts'
import type { Vrager, Work } from '../work.ts'

export interface Input<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
}

/**
 * What the audit book says of a route. `personen` names everyone whose data is in the answer; persons named by
 * `work.saw` and `work.record` are added. A route without personal data says so with its reason.
 */
export type AuditRule<Out, In> =
  | (AuditEvent<Out, In> & { readonly personen: (out: Out, input: In) => readonly (Id | null | undefined)[] })
  | (AuditEvent<Out, In> & { readonly personen: 'geen' })
  | { readonly geen: string }

interface AuditEvent<Out, In> {
  readonly event: string
  readonly onderwerp?: (out: Out, input: In) => Id
  /** True for breaking the glass: such rows are reviewed. */
  readonly noodprocedure?: boolean
  /** The reason that the asker gave; never more personal data than that. */
  readonly toelichting?: (input: In) => string | null
}

/** `aangemeld`: any signed-in user, for one's own session and drafts only. */
export type RoutePermission = Permissie | 'aangemeld'

interface Common<P, Q, B, R> {
  readonly permission: RoutePermission
  readonly audit: AuditRule<R, Input<P, Q, B>>
  /** Largest body in bytes; 256 kB unless said otherwise. */
  readonly bodyLimit?: number
  /** The answer holds a secret that is shown once: it is not kept for a repeated request. */
  readonly answerOnce?: true
  /** For lists: the columns of the CSV, ODS and XLSX export of the same query. */
  readonly export?: { readonly titel: string; readonly kolommen: readonly Column[] }
}

interface WithWork<P, Q, B, R> extends Common<P, Q, B, R> {
  readonly handle: (work: Work, input: Input<P, Q, B>) => Promise<R | Rejection>
}

/** A read that needs no database, such as a fixed list: no transaction is opened. */
interface WithoutWork<P, Q, B, R> extends Common<P, Q, B, R> {
  readonly answer: (vrager: Vrager, input: Input<P, Q, B>) => R
}

export type RouteOptions<P, Q, B, R> = WithWork<P, Q, B, R> | WithoutWork<P, Q, B, R>

/** A route with its types erased, as kept in the registry and walked by the permission tests. */
export interface Route {
  readonly endpoint: Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>
  readonly options: RouteOptions<unknown, unknown, unknown, unknown>
}

/** Binds a contract to its permission, audit event and handler; leaving one out does not compile. */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  options: RouteOptions<z.output<P>, z.output<Q>, z.output<B>, z.output<R>>,
): Route {
  return { endpoint, options: options as unknown as Route['options'] }
}
