import { formatLong, formatMoment, formatShort, type PlainDate } from '../shared/plain-date.ts'
import { formatNumber, type NumberFormat } from './format.ts'

/** `1-4-2026`, or `1 april 2026` with `long`. Shows `empty` without a date. */
export function DateText({
  date,
  long,
  empty = '–',
}: {
  date: PlainDate | null | undefined
  long?: boolean
  empty?: string
}) {
  if (!date) return <>{empty}</>
  return <time dateTime={date}>{long ? formatLong(date) : formatShort(date)}</time>
}

/** `1-4-2026, 23:04` in Dutch time. */
export function MomentText({ at, empty = '–' }: { at: string | null | undefined; empty?: string }) {
  if (!at) return <>{empty}</>
  return <time dateTime={at}>{formatMoment(at)}</time>
}

export interface NumberTextProps extends NumberFormat {
  value: number | null | undefined
  empty?: string
}

export function NumberText({ value, empty = '–', ...format }: NumberTextProps) {
  return (
    <span className="od-getal">
      {value === null || value === undefined ? empty : formatNumber(value, format)}
    </span>
  )
}
