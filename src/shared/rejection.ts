/**
 * The one shape in which a decision says no. `message` is Dutch, B1, and names the fix.
 * A rejection is a value, not an exception: a thrown error is a bug.
 */
export interface Rejection {
  readonly rejected: true
  /** Stable snake_case code, e.g. `plek_bezet_in_periode`. */
  readonly code: string
  readonly message: string
  /** Path of the offending input field, e.g. `vanaf`. */
  readonly field?: string
  /** What is in the way, in Dutch; only what the viewer may see. */
  readonly conflictsWith?: string
  /** What the user can do instead, in Dutch. */
  readonly possible?: readonly string[]
  /** Several field faults at once; `message` then summarises. */
  readonly faults?: readonly Fault[]
  /** HTTP status that fits; 409 unless said otherwise. */
  readonly status?: 400 | 403 | 404 | 409 | 422
}

export interface Fault {
  readonly field: string
  readonly message: string
}

export function reject(
  code: string,
  message: string,
  more: Partial<Omit<Rejection, 'rejected' | 'code' | 'message'>> = {},
): Rejection {
  return { rejected: true, code, message, ...more }
}

/** The same answer for "does not exist" and "you may not see it", so that existence does not leak. */
export function notFound(what: string): Rejection {
  return reject('niet_gevonden', `${what} is niet gevonden, of u mag dit niet zien.`, { status: 404 })
}

export function isRejection(value: unknown): value is Rejection {
  return typeof value === 'object' && value !== null && (value as Rejection).rejected === true
}
