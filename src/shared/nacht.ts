import { Temporal } from 'temporal-polyfill'
import type { PlainDate } from './plain-date.ts'

/** The Dutch time at which a night is over. What happens before it belongs to the night that began the evening before. */
export const EINDE_NACHT = '08:00'

const zone = 'Europe/Amsterdam'
const einde = Temporal.PlainTime.from(EINDE_NACHT)

/**
 * The one rule of the night: the night of a day begins in its evening and lasts until eight the next morning by the Dutch
 * clock, also when the clock goes forward or back in it. Who works at half past twelve or at five means last evening; from
 * eight on it is the night to come. Returns the day on which that night begins.
 */
export function nachtOp(now: Date): PlainDate {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  const day = here.toPlainDate()
  return (
    Temporal.PlainTime.compare(here.toPlainTime(), einde) < 0 ? day.subtract({ days: 1 }) : day
  ).toString()
}
