import { fromDayNumber, isPlainDate, type PlainDate } from '../../shared/plain-date.ts'

const MONTHS = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'] as const
const FULL_MONTHS: Readonly<Record<string, number>> = {
  januari: 1,
  februari: 2,
  maart: 3,
  april: 4,
  mei: 5,
  juni: 6,
  juli: 7,
  augustus: 8,
  september: 9,
  oktober: 10,
  november: 11,
  december: 12,
  sept: 9,
  ...Object.fromEntries(MONTHS.map((name, i) => [name, i + 1])),
}

const WEEKDAY = /^(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)[,.]?\s+/
/** A wall-clock time behind the date; a time with a zone is not a date and is refused. */
const TIME = /[t\s]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?$/

/** Excel serials that cannot be a year: 10000 (18-5-1927) to 109574 (31-12-2199). */
const SERIAL = { van: 10_000, totEnMet: 109_574 } as const

/**
 * The day that a cell of a Dutch file means: `1-4-2021`, `01/04/2021`, `1.4.2021`, `2021-04-01`, `1 april 2021`,
 * `do 1 apr. 2021`, each with or without a clock time, or an Excel serial of five or six digits. Day comes before month.
 * Undefined when the day does not exist, lies outside 1900–2199 or has a year of two digits, which is ambiguous.
 */
export function parseDutchDate(text: string): PlainDate | undefined {
  const clean = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const serial = /^\d{5,6}(?:[.,]\d+)?$/.test(clean) ? Math.floor(Number(clean.replace(',', '.'))) : undefined
  if (serial !== undefined) {
    return serial >= SERIAL.van && serial <= SERIAL.totEnMet ? fromExcelSerial(serial) : undefined
  }
  const date = clean.replace(TIME, '').replace(WEEKDAY, '')
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(date)
  if (iso) return toDate(iso[1]!, Number(iso[2]), iso[3]!)
  const numeric = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(date)
  if (numeric) return toDate(numeric[4]!, Number(numeric[3]), numeric[1]!)
  const written = /^(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4})$/.exec(date)
  if (written) return toDate(written[3]!, FULL_MONTHS[written[2]!] ?? 0, written[1]!)
  return undefined
}

/** Day of an Excel serial number (1900 system, with its non-existing 29-2-1900); the clock part falls away. */
export function fromExcelSerial(serial: number): PlainDate {
  const days = Math.floor(serial)
  return fromDayNumber(days - (days < 60 ? 25_568 : 25_569))
}

function toDate(year: string, month: number, day: string): PlainDate | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(text) ? text : undefined
}
