import { daysBetween, type PlainDate } from './plain-date.ts'

/** Half-open `[van, tot)`: on day `tot` it no longer holds; `tot` null means without end. */
export interface Periode {
  readonly van: PlainDate
  readonly tot: PlainDate | null
}

export function contains(periode: Periode, day: PlainDate): boolean {
  return periode.van <= day && (periode.tot === null || day < periode.tot)
}

export function overlaps(a: Periode, b: Periode): boolean {
  return (b.tot === null || a.van < b.tot) && (a.tot === null || b.van < a.tot)
}

/** Nights in a closed period; undefined while it has no end. */
export function nights(periode: Periode): number | undefined {
  return periode.tot === null ? undefined : daysBetween(periode.van, periode.tot)
}
