import { NONE } from './network.ts'
import { type Registers, TooLittleRoom, whole } from './registers.ts'

const MAX_RING = 1 << 14

/**
 * Calendar queue (Brown 1988): a ring of buckets as linked lists in one pool; the open bucket is sorted into an array of
 * its own. Events at one moment come out in the order in which they were planned, as long as none lies more than the ring
 * ahead. An event is one whole number.
 */
export function createCalendar(pool: number, { now, drawn, horizon, perDay }: Registers) {
  const bucket = new Int32Array(MAX_RING)
  const poolNext = new Int32Array(pool)
  const poolTime = new Float64Array(pool)
  const poolEvent = new Int32Array(pool)
  const openTime = new Float64Array(pool)
  const openEvent = new Int32Array(pool)
  /** Size of the ring less one. */
  const mask = whole()
  const poolFree = whole()
  const poolUsed = whole()
  const openAt = whole()
  const openEnd = whole()
  const bucketNow = whole()
  const pending = whole()

  /** Plans an event at `drawn[0]`; what lies after the end of the run is dropped. */
  function plan(event: number): void {
    const time = drawn[0]!
    if (time >= horizon[0]!) return
    pending[0]!++
    const at = (time * perDay[0]!) | 0
    if (at <= bucketNow[0]!) {
      let j = openEnd[0]!++
      if (j >= pool - 1) throw new TooLittleRoom()
      const times = openTime
      const events = openEvent
      const from = openAt[0]!
      while (j > from && times[j - 1]! > time) {
        times[j] = times[j - 1]!
        events[j] = events[j - 1]!
        j--
      }
      times[j] = time
      events[j] = event
      return
    }
    let entry = poolFree[0]!
    if (entry >= 0) poolFree[0] = poolNext[entry]!
    else {
      entry = poolUsed[0]!++
      if (entry >= pool) throw new TooLittleRoom()
    }
    const slot = at & mask[0]!
    poolTime[entry] = time
    poolEvent[entry] = event
    poolNext[entry] = bucket[slot]!
    bucket[slot] = entry
  }

  /** Opens the next bucket; returns how many events it holds. */
  function openBucket(): number {
    // Arrays that a loop uses, see `registers.ts`.
    const times = openTime
    const events = openEvent
    const following = poolNext
    const planned = poolTime
    const what = poolEvent
    const slot = ++bucketNow[0]! & mask[0]!
    const limit = (bucketNow[0]! + 1) / perDay[0]!
    let free = poolFree[0]!
    let end = 0
    let kept = NONE
    let entry = bucket[slot]!
    while (entry >= 0) {
      const after = following[entry]!
      const time = planned[entry]!
      if (time < limit) {
        // A bucket lists its newest first: equal times go before those already here.
        let j = end++
        while (j > 0 && times[j - 1]! >= time) {
          times[j] = times[j - 1]!
          events[j] = events[j - 1]!
          j--
        }
        times[j] = time
        events[j] = what[entry]!
        following[entry] = free
        free = entry
      } else {
        following[entry] = kept
        kept = entry
      }
      entry = after
    }
    bucket[slot] = kept
    poolFree[0] = free
    openAt[0] = 0
    openEnd[0] = end
    return end
  }

  /** Opens buckets until one holds an event; false when nothing is planned any more. */
  function openNext(): boolean {
    while (pending[0]! > 0) if (openBucket() > 0) return true
    return false
  }

  return {
    plan,

    planAt(day: number, event: number): void {
      drawn[0] = day
      plan(event)
    },

    /** Puts the clock at the next event and returns it, or NONE. */
    next(): number {
      if (openAt[0]! === openEnd[0]! && !openNext()) return NONE
      now[0] = openTime[openAt[0]!]!
      pending[0]!--
      return openEvent[openAt[0]!++]!
    },

    /** Empties it, for a run of this length. */
    reset(): void {
      const size = Math.min(MAX_RING, 2 ** Math.ceil(Math.log2(horizon[0]! * perDay[0]! + 2)))
      mask[0] = size - 1
      bucket.fill(NONE, 0, size)
      poolFree[0] = NONE
      poolUsed[0] = openAt[0] = openEnd[0] = bucketNow[0] = pending[0] = 0
    },
  }
}
