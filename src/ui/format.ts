import { isPlainDate, type PlainDate } from '../shared/plain-date.ts'

const months =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')

/** Reads `1-4-2026`, `1/4/2026`, `1.4.2026`, `1 april 2026`, `01042026` or `2026-04-01`; undefined if no such day exists. */
export function parseDutchDate(text: string): PlainDate | undefined {
  const clean = text.trim().toLowerCase().replace(/\s+/g, ' ')
  if (isPlainDate(clean)) return clean
  const parts =
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(clean) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(clean) ??
    named(clean)
  if (!parts) return undefined
  const iso = `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}`
  return isPlainDate(iso) ? iso : undefined
}

function named(text: string): string[] | undefined {
  const match = /^(\d{1,2})[- ]([a-z]+)\.?[- ](\d{4})$/.exec(text)
  if (!match) return undefined
  const month = months.findIndex((name) => match[2]!.length >= 3 && name.startsWith(match[2]!))
  return month < 0 && match[2] !== 'mrt'
    ? undefined
    : ['', match[1]!, String(match[2] === 'mrt' ? 3 : month + 1), match[3]!]
}

/** Reads `1.234,5` and `1234,5`; undefined when it is no number. */
export function parseDutchNumber(text: string): number | undefined {
  const clean = text.replace(/[\s €%]/g, '')
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(clean)) return undefined
  return Number(clean.replace(/\./g, '').replace(',', '.'))
}

export interface NumberFormat {
  decimals?: number
  unit?: 'euro' | 'procent'
}

/** `1.234,5`; as euro `€ 1.234,50`; as procent `12,5%` from 12.5 (already a percentage, not a fraction). */
export function formatNumber(value: number, format: NumberFormat = {}): string {
  if (format.unit === 'euro') {
    const digits = format.decimals ?? 2
    return new Intl.NumberFormat('nl-NL', {
      style: 'currency',
      currency: 'EUR',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value)
  }
  const text = new Intl.NumberFormat('nl-NL', {
    minimumFractionDigits: format.decimals ?? 0,
    maximumFractionDigits: format.decimals ?? 1,
  }).format(value)
  return format.unit === 'procent' ? `${text}%` : text
}

/** Number as it is typed in a field: comma, no thousand points. */
export function formatNumberInput(value: number): string {
  return String(value).replace('.', ',')
}

/** `1 plek`, `3 plekken`, `geen plekken`. */
export function formatCount(count: number, singular: string, plural: string): string {
  if (count === 0) return `geen ${plural}`
  return `${formatNumber(count, { decimals: 0 })} ${count === 1 ? singular : plural}`
}

/** `a, b en c`. */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat('nl-NL', { type: 'conjunction' }).format(items)
}

const timeFormat = new Intl.DateTimeFormat('nl-NL', { timeStyle: 'short', timeZone: 'Europe/Amsterdam' })

/** `23:04` in Dutch time. */
export function formatTime(instant: Date | string): string {
  return timeFormat.format(typeof instant === 'string' ? new Date(instant) : instant)
}

const monthNames = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `november 2026` of the first day of a month. */
export function formatMonth(month: PlainDate): string {
  return monthNames.format(new Date(`${month}T12:00:00Z`))
}
