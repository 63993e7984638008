import { Temporal } from 'temporal-polyfill'

/** A calendar day as `YYYY-MM-DD`, without time or zone, from database to screen. */
export type PlainDate = string

const pattern = /^\d{4}-\d{2}-\d{2}$/

/** True for an existing day between 1900 and 2199 in ISO form. */
export function isPlainDate(text: string): boolean {
  if (!pattern.test(text)) return false
  const year = Number(text.slice(0, 4))
  if (year < 1900 || year > 2199) return false
  return toText(toDayNumber(text)) === text
}

/** Days since 1970-01-01. */
export function toDayNumber(date: PlainDate): number {
  return (
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000
  )
}

function toText(dayNumber: number): PlainDate {
  return new Date(dayNumber * 86_400_000).toISOString().slice(0, 10)
}

export function fromDayNumber(dayNumber: number): PlainDate {
  return toText(dayNumber)
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return toText(toDayNumber(date) + days)
}

export function addWeeks(date: PlainDate, weeks: number): PlainDate {
  return addDays(date, weeks * 7)
}

/** Same day of the month, or the last day of a shorter month (31-1 + 1 month = 28-2). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ months }).toString()
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** Age in whole years on a day; who was born on 29 February is a year older on 1 March. */
export function ageOn(birth: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

/** 1 = Monday … 7 = Sunday. */
export function dayOfWeek(date: PlainDate): number {
  return ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1
}

const long = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const short = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `22 november 2026` */
export function formatLong(date: PlainDate): string {
  return long.format(new Date(`${date}T00:00:00Z`))
}

/** `22-11-2026` */
export function formatShort(date: PlainDate): string {
  return short.format(new Date(`${date}T00:00:00Z`))
}

const amsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })

let known = { hour: Number.NaN, date: '' }

/** The Dutch calendar day of an instant. Asked many times in a request, and the same for a whole hour (since 1940). */
export function dutchDateOf(instant: Date): PlainDate {
  const hour = Math.floor(instant.getTime() / 3_600_000)
  if (hour !== known.hour) known = { hour, date: amsterdam.format(instant) }
  return known.date
}

const momentFormat = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
})

/** `22-11-2026, 23:05` in Dutch time. */
export function formatMoment(instant: Date | string): string {
  return momentFormat.format(typeof instant === 'string' ? new Date(instant) : instant)
}

const amsterdamClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** `23:05`: the Dutch time of an instant. */
export function dutchTimeOf(instant: Date): string {
  return amsterdamClock.format(instant).slice(11, 16)
}

/** The instant at which Dutch clocks show `time` (`23:05`) on `date`; in the hour that comes twice, the second one. */
export function dutchInstant(date: PlainDate, time: string): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  const offsetAt = (instant: number) =>
    Date.parse(`${amsterdamClock.format(instant).replace(' ', 'T')}Z`) - instant
  return new Date(asUtc - offsetAt(asUtc - offsetAt(asUtc)))
}
