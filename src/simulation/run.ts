import { createEngine, type Engine, type Room } from './engine.ts'
import { WAIT_DAYS } from './layout.ts'
import type { Network } from './network.ts'
import { TooLittleRoom } from './registers.ts'

/** Replications `first` to `first + count`, added up in that order: the unit in which work is shared out. */
export interface Batch {
  first: number
  count: number
  events: number
  /** By bin and cell: the sum over replications, and the sum of squares. */
  sum: Float64Array
  squares: Float64Array
  /** Placed, by service, area and whole days waited, all replications together. */
  waits: Float64Array
  /** Kept cells of each replication: replication, bin, kept cell. */
  kept: Float32Array
}

export interface BatchOrder {
  seed: number
  first: number
  count: number
  /** Cells of which every replication is kept, for bands and differences. */
  keep: Int32Array
}

/**
 * Runs batches in one engine. When a model needs more room a larger one takes its place, and is slower from then on: start
 * with room enough. `onReplication` is called after each.
 */
export function createRunner(room: Room = { persons: 1 << 14, entries: 1 << 15 }, maxEvents?: number) {
  let engine: Engine = createEngine(room)
  let loaded: Network | undefined
  let size = room

  function load(network: Network): void {
    for (;;) {
      try {
        engine.load(network, { ...(maxEvents !== undefined && { maxEvents }) })
        loaded = network
        return
      } catch (error) {
        if (!(error instanceof TooLittleRoom)) throw error
        grow({ ...size, entries: size.entries * 4 })
      }
    }
  }

  function grow(next: Room): void {
    if (next.persons > 1 << 21 || next.entries > 1 << 24) throw new TooLittleRoom()
    size = next
    engine = createEngine(size)
    loaded = undefined
  }

  return function runBatch(network: Network, order: BatchOrder, onReplication?: () => void): Batch {
    const { width } = network.layout
    const bins = network.edges.length - 1
    const cells = new Float64Array(bins * width)
    const days = network.layout.services * network.layout.areas * WAIT_DAYS
    const waits = new Float64Array(days)
    const batch: Batch = {
      first: order.first,
      count: order.count,
      events: 0,
      sum: new Float64Array(bins * width),
      squares: new Float64Array(bins * width),
      waits: new Float64Array(days),
      kept: new Float32Array(order.count * bins * order.keep.length),
    }
    for (let r = 0; r < order.count; r++) {
      for (;;) {
        try {
          if (loaded !== network) load(network)
          waits.fill(0)
          batch.events += engine.replicate(order.seed, order.first + r, cells, waits)
          break
        } catch (error) {
          if (!(error instanceof TooLittleRoom)) throw error
          grow({ ...size, persons: size.persons * 4 })
        }
      }
      addReplication(batch, cells, waits, r, bins, width, order.keep)
      onReplication?.()
    }
    return batch
  }
}

function addReplication(
  batch: Batch,
  cells: Float64Array,
  waits: Float64Array,
  r: number,
  bins: number,
  width: number,
  keep: Int32Array,
): void {
  const { sum, squares, kept } = batch
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i]!
    sum[i]! += value
    squares[i]! += value * value
  }
  for (let i = 0; i < waits.length; i++) batch.waits[i]! += waits[i]!
  let at = r * bins * keep.length
  for (let b = 0; b < bins; b++) {
    for (let k = 0; k < keep.length; k++) kept[at++] = cells[b * width + keep[k]!]!
  }
}
