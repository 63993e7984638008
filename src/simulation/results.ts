import { studentT95 } from '../shared/student.ts'
import { type Layout, WAIT_DAYS } from './layout.ts'
import type { Batch } from './run.ts'

/** All replications of one run. Batches are added in the order of their replications, so that the bytes are the same
 *  however many processes made them. */
export interface Outcome {
  replications: number
  events: number
  bins: number
  /** By bin and cell. */
  mean: Float64Array
  /** Standard deviation over replications, by bin and cell. */
  deviation: Float64Array
  waits: Float64Array
  keep: Int32Array
  /** Replication, bin, kept cell. */
  kept: Float32Array
}

export function combine(batches: readonly Batch[], bins: number, keep: Int32Array): Outcome {
  const ordered = [...batches].sort((a, b) => a.first - b.first)
  const size = ordered[0]!.sum.length
  const replications = ordered.reduce((total, batch) => total + batch.count, 0)
  const sum = new Float64Array(size)
  const squares = new Float64Array(size)
  const waits = new Float64Array(ordered[0]!.waits.length)
  const kept = new Float32Array(replications * bins * keep.length)
  let at = 0
  let next = ordered[0]!.first
  for (const batch of ordered) {
    if (batch.first !== next) throw new Error(`replication ${next} is missing or counted twice`)
    next += batch.count
    for (let i = 0; i < size; i++) {
      sum[i]! += batch.sum[i]!
      squares[i]! += batch.squares[i]!
    }
    for (let i = 0; i < waits.length; i++) waits[i]! += batch.waits[i]!
    kept.set(batch.kept, at)
    at += batch.kept.length
  }
  const mean = sum.map((total) => total / replications)
  const deviation = squares.map((total, i) =>
    replications > 1
      ? Math.sqrt(Math.max(0, (total - replications * mean[i]! ** 2) / (replications - 1)))
      : 0,
  )
  return {
    replications,
    events: ordered.reduce((total, batch) => total + batch.events, 0),
    bins,
    mean,
    deviation,
    waits,
    keep,
    kept,
  }
}

/** An estimate with the half width of its 95% confidence interval: how well the simulation knows its own mean. */
export interface Estimate {
  mean: number
  halfWidth: number
  n: number
}

export function estimate(values: ArrayLike<number>): Estimate {
  const n = values.length
  let sum = 0
  for (let i = 0; i < n; i++) sum += values[i]!
  const mean = sum / n
  let squares = 0
  for (let i = 0; i < n; i++) squares += (values[i]! - mean) ** 2
  const deviation = n > 1 ? Math.sqrt(squares / (n - 1)) : 0
  return {
    mean,
    halfWidth: n > 1 ? (studentT95(n - 1) * deviation) / Math.sqrt(n) : Number.POSITIVE_INFINITY,
    n,
  }
}

/** For each replication the sum of `cells`, averaged over bins `from` up to `to`. */
export function perReplication(
  outcome: Outcome,
  cells: readonly number[],
  from = 0,
  to = outcome.bins,
): Float64Array {
  const { kept, keep, bins, replications } = outcome
  const columns = cells.map((cell) => {
    const column = keep.indexOf(cell)
    if (column < 0) throw new Error(`cell ${cell} is not kept`)
    return column
  })
  const values = new Float64Array(replications)
  for (let r = 0; r < replications; r++) {
    let sum = 0
    for (let b = from; b < to; b++) {
      const row = (r * bins + b) * keep.length
      for (const column of columns) sum += kept[row + column]!
    }
    values[r] = sum / (to - from)
  }
  return values
}

/** Per bin the quantiles over replications of the sum of `cells`: the prediction band. */
export function bands(outcome: Outcome, cells: readonly number[], shares: readonly number[]): number[][] {
  return Array.from({ length: outcome.bins }, (_, b) => {
    const values = perReplication(outcome, cells, b, b + 1).sort()
    return shares.map((share) => quantile(values, share))
  })
}

/** Quantile of sorted values, linear between them (type 7 of Hyndman and Fan). */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1)
  const low = Math.floor(at)
  const high = Math.min(low + 1, sorted.length - 1)
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!)
}

/**
 * Whole days within which this share of who was placed in these services and from these areas had a place; at once is
 * 0. Undefined when nobody was placed; `WAIT_DAYS - 1` means that or longer.
 */
export function daysWaitedBy(
  outcome: Outcome,
  layout: Layout,
  services: readonly number[],
  areas: readonly number[],
  share: number,
): number | undefined {
  const days = new Float64Array(WAIT_DAYS)
  for (const s of services)
    for (const a of areas)
      for (let d = 0; d < WAIT_DAYS; d++) days[d]! += outcome.waits[(s * layout.areas + a) * WAIT_DAYS + d]!
  const total = days.reduce((sum, count) => sum + count, 0)
  if (total === 0) return undefined
  let seen = 0
  for (let d = 0; d < WAIT_DAYS; d++) {
    seen += days[d]!
    if (seen >= share * total - 1e-9) return d
  }
  return WAIT_DAYS - 1
}
