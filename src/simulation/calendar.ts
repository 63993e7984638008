import { NONE } from './network.ts'
import { DRAWN, HORIZON, NOW, PER_DAY, type Registers, TooLittleRoom } from './registers.ts'

const MAX_RING = 1 << 14

/**
 * Calendar queue (Brown 1988): a ring of buckets as linked lists in one pool; the open bucket is sorted into an array of
 * its own. Events at one moment come out in the order in which they were planned, as long as none lies more than the ring
 * ahead. An event is one whole number.
 */
export function createCalendar(pool: number, reg: Registers) {
  const bucket = new Int32Array(MAX_RING)
  const poolNext = new Int32Array(pool)
  const poolTime = new Float64Array(pool)
  const poolEvent = new Int32Array(pool)
  const openTime = new Float64Array(pool)
  const openEvent = new Int32Array(pool)
  let RING = MAX_RING
  let poolFree = NONE
  let poolUsed = 0
  let openAt = 0
  let openEnd = 0
  let bucketNow = 0
  let pending = 0

  /** Plans an event at `reg[DRAWN]`; what lies after the end of the run is dropped. */
  function plan(event: number): void {
    const time = reg[DRAWN]!
    if (time >= reg[HORIZON]!) return
    pending++
    const at = (time * reg[PER_DAY]!) | 0
    if (at <= bucketNow) {
      let j = openEnd++
      if (j >= pool - 1) throw new TooLittleRoom()
      while (j > openAt && openTime[j - 1]! > time) {
        openTime[j] = openTime[j - 1]!
        openEvent[j] = openEvent[j - 1]!
        j--
      }
      openTime[j] = time
      openEvent[j] = event
      return
    }
    let entry = poolFree
    if (entry >= 0) poolFree = poolNext[entry]!
    else {
      entry = poolUsed++
      if (entry >= pool) throw new TooLittleRoom()
    }
    const slot = at & (RING - 1)
    poolTime[entry] = time
    poolEvent[entry] = event
    poolNext[entry] = bucket[slot]!
    bucket[slot] = entry
  }

  /** Opens buckets until one holds an event; false when nothing is planned any more. */
  function openBucket(): boolean {
    while (openAt === openEnd) {
      if (pending === 0) return false
      bucketNow++
      openAt = 0
      openEnd = 0
      const slot = bucketNow & (RING - 1)
      let entry = bucket[slot]!
      let kept = NONE
      const limit = (bucketNow + 1) / reg[PER_DAY]!
      while (entry >= 0) {
        const after = poolNext[entry]!
        const time = poolTime[entry]!
        if (time < limit) {
          // A bucket lists its newest first: equal times go before those already here.
          let j = openEnd++
          while (j > 0 && openTime[j - 1]! >= time) {
            openTime[j] = openTime[j - 1]!
            openEvent[j] = openEvent[j - 1]!
            j--
          }
          openTime[j] = time
          openEvent[j] = poolEvent[entry]!
          poolNext[entry] = poolFree
          poolFree = entry
        } else {
          poolNext[entry] = kept
          kept = entry
        }
        entry = after
      }
      bucket[slot] = kept
    }
    return true
  }

  return {
    plan,

    planAt(day: number, event: number): void {
      reg[DRAWN] = day
      plan(event)
    },

    /** Puts the clock at the next event and returns it, or NONE. */
    next(): number {
      if (openAt === openEnd && !openBucket()) return NONE
      reg[NOW] = openTime[openAt]!
      pending--
      return openEvent[openAt++]!
    },

    /** Empties it, for a run of this length. */
    reset(): void {
      RING = Math.min(MAX_RING, 2 ** Math.ceil(Math.log2(reg[HORIZON]! * reg[PER_DAY]! + 2)))
      bucket.fill(NONE, 0, RING)
      poolFree = NONE
      poolUsed = openAt = openEnd = bucketNow = pending = 0
    },
  }
}
