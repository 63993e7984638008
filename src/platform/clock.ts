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

export function createSystemIds(clock: Clock): NewId {
  return createIdSource(
    () => clock.now().getTime(),
    (bytes) => randomBytes(bytes),
  )
}
