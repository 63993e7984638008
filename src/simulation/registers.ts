/**
 * One number that changes, in an array of its own. Of an array that is never replaced and lies outside the heap (from 65 bytes
 * on) the compiler knows the address; a variable of a closure it looks up and checks at every use, and a fraction in it or
 * returned by a function is allocated each time. That holds outside loops: a function with a loop takes the arrays that it
 * uses there into constants of its own first, or the compiler checks each of them at every use.
 */
export const fraction = () => new Float64Array(16)
export const whole = () => new Int32Array(32)

/** Fractions that several parts of the engine share. */
export const createRegisters = () => ({
  now: fraction(),
  /** What a draw left behind, or the time to plan for. */
  drawn: fraction(),
  /** Edge at which the open bin closes. */
  edge: fraction(),
  /** End of the run. */
  horizon: fraction(),
  perDay: fraction(),
})

export type Registers = ReturnType<typeof createRegisters>

/** The model or its population outgrew the arrays: use an engine with more room and run the replication again. */
export class TooLittleRoom extends Error {}
