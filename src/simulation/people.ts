import type { Network, Tables } from './network.ts'
import { NONE } from './network.ts'
import { type Registers, TooLittleRoom, whole } from './registers.ts'
import type { createTally } from './tally.ts'

/**
 * Persons and the lists they stand on: one array a field, and linked lists, one a lane (`network.ts`). The number of a
 * person is used again after he is gone.
 */
export function createPeople(
  persons: number,
  lanes: number,
  t: Tables,
  { now }: Registers,
  tally: ReturnType<typeof createTally>,
) {
  const area = new Uint8Array(persons)
  const profile = new Uint8Array(persons)
  const klass = new Uint8Array(persons)
  /** Service where he first reported. */
  const origin = new Int16Array(persons)
  /** Facility where he is, or NONE. */
  const current = new Int16Array(persons)
  /** Service he waits for, or comes back to. */
  const target = new Int16Array(persons)
  /** Service he is ready for after a review, or NONE. */
  const ready = new Int16Array(persons)
  const joined = new Float64Array(persons)
  /** When he gives up, or NONE. An event to give up counts only when it is still this moment. */
  const deadline = new Float64Array(persons)
  const lane = new Int32Array(persons)
  const serial = new Int32Array(persons)
  const following = new Int32Array(persons)
  const previous = new Int32Array(persons)
  const free = new Int32Array(persons)
  const head = new Int32Array(lanes)
  const tail = new Int32Array(lanes)
  const { step } = tally
  const freeCount = whole()
  const used = whole()
  const serials = whole()
  let LANES = 0
  const areas = whole()
  const profiles = whole()
  const classes = whole()
  const lists = whole()

  return {
    area,
    profile,
    klass,
    origin,
    current,
    target,
    ready,
    joined,
    deadline,

    take(): number {
      let p = used[0]!
      if (freeCount[0]! > 0) p = free[--freeCount[0]!]!
      else if (++used[0]! >= persons) throw new TooLittleRoom()
      current[p] = NONE
      deadline[p] = NONE
      return p
    },

    release(p: number): void {
      free[freeCount[0]!++] = p
    },

    enqueue(p: number, s: number, inside: number): void {
      const rank = t.rankOf[(s * 2 + inside) * classes[0]! + klass[p]!]!
      const cell = (s * areas[0]! + area[p]!) * profiles[0]! + profile[p]!
      const l = t.laneFrom[s]! + rank * t.laneGroups[s]! + t.laneGroup[cell]!
      target[p] = s
      lane[p] = l
      joined[p] = now[0]!
      serial[p] = serials[0]!++
      following[p] = NONE
      const last = tail[l]!
      previous[p] = last
      if (last >= 0) following[last] = p
      else head[l] = p
      tail[l] = p
      step(inside * lists[0]! + s * areas[0]! + area[p]!, 1)
    },

    dequeue(p: number): void {
      const l = lane[p]!
      const before = previous[p]!
      const after = following[p]!
      if (before >= 0) following[before] = after
      else head[l] = after
      if (after >= 0) previous[after] = before
      else tail[l] = before
      step((current[p]! >= 0 ? lists[0]! : 0) + target[p]! * areas[0]! + area[p]!, -1)
    },

    /** Who may have what this taker (a facility, or a supply) has free; first by rank, then by joining. */
    first(taker: number, s: number): number {
      const { look, lookFrom } = t
      const heads = head
      const serials = serial
      const base = taker * 8
      const end = base + t.ranks[s]!
      for (let r = base; r < end; r++) {
        let best = NONE
        let lowest = 0x7fffffff
        const to = lookFrom[r + 1]!
        for (let i = lookFrom[r]!; i < to; i++) {
          const p = heads[look[i]!]!
          if (p >= 0 && serials[p]! < lowest) {
            lowest = serials[p]!
            best = p
          }
        }
        if (best >= 0) return best
      }
      return NONE
    },

    load(network: Network): void {
      if (network.lanes > lanes) throw new TooLittleRoom()
      LANES = network.lanes
      areas[0] = network.layout.areas
      profiles[0] = network.profiles
      classes[0] = network.classes
      lists[0] = network.layout.services * areas[0]!
    },

    reset(): void {
      head.fill(NONE, 0, LANES)
      tail.fill(NONE, 0, LANES)
      freeCount[0] = used[0] = serials[0] = 0
    },
  }
}
