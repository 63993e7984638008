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

  /** Closes every bin that ends now or before. What came before the first edge is warm-up and is dropped. */
  function closeBins(): void {
    while (openBin <= LAST_BIN && edges[openBin]! <= now[0]!) {
      if (openBin > 0) writeBin(edges[openBin]!, edges[openBin]! - edges[openBin - 1]!)
      surface.fill(0, 0, COUNTERS)
      since.fill(edges[openBin]!, 0, COUNTERS)
      flow.fill(0, 0, FLOWS.length * lists[0]!)
      placed.fill(0, 0, lists[0]! * kinds[0]!)
      waited.fill(0, 0, lists[0]! * kinds[0]!)
      openBin++
    }
    edge[0] = openBin <= LAST_BIN ? edges[openBin]! : Number.POSITIVE_INFINITY
  }

  function writeBin(until: number, span: number): void {
    const bin = cells
    const surfaces = surface
    const changed = since
    const numbers = count
    const base = (openBin - 1) * WIDTH
    for (let k = 0; k < COUNTERS; k++) {
      bin[base + k] = (surfaces[k]! + (until - changed[k]!) * numbers[k]!) / span
    }
    bin.set(flow.subarray(0, FLOWS.length * lists[0]!), base + FLOWS_AT)
    bin.set(placed.subarray(0, lists[0]! * kinds[0]!), base + PLACED_AT)
    bin.set(waited.subarray(0, lists[0]! * kinds[0]!), base + WAITED_AT)
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
      if (now[0]! >= warm[0]!) waits[list * WAIT_DAYS + (Math.min(Math.ceil(days), WAIT_DAYS - 1) | 0)]! += 1
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
      closeBins()
    },
  }
}
