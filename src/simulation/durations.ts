import type { Duration } from './model.ts'

export const TABLE = 0
export const EXPONENTIAL = 1
export const PHASES = 2
export const MIXTURE = 3
export const CONSTANT = 4
const CODES = { table: TABLE, exponential: EXPONENTIAL, phases: PHASES, mixture: MIXTURE, constant: CONSTANT }

/** Shapes of durations; the scale is applied where one is drawn. */
export interface DurationTables {
  shapeKind: Uint8Array
  shapeFrom: Int32Array
  shapeTo: Int32Array
  parameters: Float64Array
}

/** Collects shapes while a model is compiled; the same shape twice is kept once. */
export function collectDurations() {
  const kinds: number[] = []
  const from: number[] = []
  const to: number[] = []
  const parameters: number[] = []
  const known = new Map<string, number>()
  return {
    add(duration: Duration): number {
      const shape = shapeOf(duration)
      const key = `${duration.type} ${shape.join(' ')}`
      const seen = known.get(key)
      if (seen !== undefined) return seen
      known.set(key, kinds.length)
      kinds.push(CODES[duration.type])
      from.push(parameters.length)
      parameters.push(...shape)
      to.push(parameters.length)
      return kinds.length - 1
    },
    build: (): DurationTables => ({
      shapeKind: Uint8Array.from(kinds),
      shapeFrom: Int32Array.from(from),
      shapeTo: Int32Array.from(to),
      parameters: Float64Array.from(parameters),
    }),
  }
}

function shapeOf(duration: Duration): number[] {
  switch (duration.type) {
    case 'table':
      return duration.quantiles
    case 'phases':
      return duration.phases.flatMap((phase) => [phase.mean, phase.proceed])
    case 'mixture':
      return duration.of.flatMap((branch) => [branch.weight, branch.mean])
    default:
      return []
  }
}

/** Mean in days, exact for every shape (a table: linear between its quantiles). */
export function meanOf(duration: Duration): number {
  switch (duration.type) {
    case 'table': {
      const q = duration.quantiles
      let sum = 0
      for (let i = 1; i < q.length; i++) sum += (q[i - 1]! + q[i]!) / 2
      return (duration.scale * sum) / (q.length - 1)
    }
    case 'phases': {
      let reached = 1
      let mean = 0
      for (const phase of duration.phases) {
        mean += reached * phase.mean
        reached *= phase.proceed
      }
      return duration.scale * mean
    }
    case 'mixture': {
      const weight = duration.of.reduce((sum, branch) => sum + branch.weight, 0)
      return (duration.scale * duration.of.reduce((sum, b) => sum + b.weight * b.mean, 0)) / weight
    }
    default:
      return duration.scale
  }
}

/** Share of a table that is over at `x` (in units of the shape): the inverse of its quantiles. */
export function tableShareAt(quantiles: Float64Array, from: number, to: number, x: number): number {
  const steps = to - from - 1
  if (x <= quantiles[from]!) return 0
  for (let i = 0; i < steps; i++) {
    const low = quantiles[from + i]!
    const high = quantiles[from + i + 1]!
    if (x < high) return (i + (x - low) / (high - low)) / steps
  }
  return 1
}
