/**
 * Numbers with a fraction that several parts of the engine share: returning one from a function that is not inlined
 * would allocate, so they pass through one small array.
 */
export const NOW = 0
/** What a draw left behind, or the time to plan for. */
export const DRAWN = 1
/** Edge at which the open bin closes. */
export const EDGE = 2
/** End of the run. */
export const HORIZON = 3
export const PER_DAY = 4

export type Registers = Float64Array

export const createRegisters = (): Registers => new Float64Array(5)

/** The model or its population outgrew the arrays: use an engine with more room and run the replication again. */
export class TooLittleRoom extends Error {}
