import { FLOWS, WAIT_DAYS } from './layout.ts'
import type { Network } from './network.ts'
import { fraction, type Registers, TooLittleRoom, whole } from './registers.ts'

const MAX_EDGES = 5002

/** Counts what happens and closes the bins; cells stand as `layout.ts` says. */
export function createTally(entries: number, { now, edge }: Registers) {
  const count = new Int32Array(entries)
  const surface = new Float64Array(entries)
  const since = new Float64Array(entries)
  const flow = new Float64Array(entries)
  const placed = new Float64Array(entries)
  const waited = new Float64Array(entries)
  const edges = new Float64Array(MAX_EDGES)
  let waits = new Float64Array(0)
  let cells = new Float64Array(0)
  const lists = whole()
  const kinds = whole()
  let WIDTH = 0
  let COUNTERS = 0
  let FLOWS_AT = 0
  let PLACED_AT = 0
  let WAITED_AT = 0
  let LAST_BIN = 0
  const warm = fraction()
  let openBin = 0

  /** Adds `by` to a counter, after the time since its last change went to its surface. */
  function step(counter: number, by: number): void {
    const time = now[0]!
    surface[counter]! += (time - since[counter]!) * count[counter]!
    since[counter] = time
    count[counter]! += by
  }

  /** Closes every bin that ends at or before `until`. What came before the first edge is warm-up and is dropped. */
  function closeBins(until: number): void {
    while (openBin <= LAST_BIN && edges[openBin]! <= until) {
      if (openBin > 0) writeBin(edges[openBin]!, edges[openBin]! - edges[openBin - 1]!)
      for (let k = 0; k < COUNTERS; k++) {
        surface[k] = 0
        since[k] = edges[openBin]!
      }
      flow.fill(0, 0, FLOWS.length * lists[0]!)
      placed.fill(0, 0, lists[0]! * kinds[0]!)
      waited.fill(0, 0, lists[0]! * kinds[0]!)
      openBin++
    }
    edge[0] = openBin <= LAST_BIN ? edges[openBin]! : Number.POSITIVE_INFINITY
  }

  function writeBin(until: number, span: number): void {
    const base = (openBin - 1) * WIDTH
    for (let k = 0; k < COUNTERS; k++) {
      cells[base + k] = (surface[k]! + (until - since[k]!) * count[k]!) / span
    }
    for (let k = 0; k < FLOWS.length * lists[0]!; k++) cells[base + FLOWS_AT + k] = flow[k]!
    for (let k = 0; k < lists[0]! * kinds[0]!; k++) {
      cells[base + PLACED_AT + k] = placed[k]!
      cells[base + WAITED_AT + k] = waited[k]!
    }
  }

  return {
    /** Numbers now, by cell; read only. */
    count,
    step,
    closeBins,

    /** One more of this flow; `list` is service × areas + area. */
    flows(kind: number, list: number): void {
      flow[kind * lists[0]! + list]! += 1
    },

    recordPlaced(list: number, kind: number, days: number): void {
      const cell = list * kinds[0]! + kind
      placed[cell]! += 1
      waited[cell]! += days
      if (now[0]! >= warm[0]!) waits[list * WAIT_DAYS + Math.min(Math.ceil(days), WAIT_DAYS - 1)]! += 1
    },

    load({ layout, edges: given }: Network): void {
      if (layout.width > entries || given.length > MAX_EDGES) throw new TooLittleRoom()
      edges.set(given)
      lists[0] = layout.services * layout.areas
      kinds[0] = layout.kinds
      WIDTH = layout.width
      COUNTERS = layout.flows
      FLOWS_AT = layout.flows
      PLACED_AT = layout.placed
      WAITED_AT = layout.waited
      LAST_BIN = given.length - 1
      warm[0] = edges[0]!
    },

    /** Nobody anywhere, at day 0. */
    reset(intoCells: Float64Array, intoWaits: Float64Array): void {
      cells = intoCells as typeof cells
      waits = intoWaits as typeof waits
      for (const array of [count, surface, since]) array.fill(0, 0, COUNTERS)
      openBin = 0
      closeBins(0)
    },
  }
}
