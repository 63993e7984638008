import { randomBytes } from 'node:crypto'
import { createIdSource, type NewId } from '../shared/id.ts'
import { dutchDateOf, type PlainDate } from '../shared/plain-date.ts'

/** The only source of "now"; tests and the demo history bring their own. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

export function todayOf(clock: Clock): PlainDate {
  return dutchDateOf(clock.now())
}

/** Random bytes are taken in larger portions: asking the system for eight at a time is slow. */
const portion = 4096

export function createSystemIds(clock: Clock): NewId {
  let stock = Buffer.alloc(0)
  return createIdSource(
    () => clock.now().getTime(),
    (bytes) => {
      if (stock.length < bytes) stock = randomBytes(portion)
      const taken = stock.subarray(0, bytes)
      stock = stock.subarray(bytes)
      return taken
    },
  )
}
