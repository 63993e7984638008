import type { PlainDate } from './plain-date.ts'

/** Half-open `[van, tot)`: on day `tot` it no longer holds; `tot` null means without end. */
export interface Periode {
  readonly van: PlainDate
  readonly tot: PlainDate | null
}

export function contains(periode: Periode, day: PlainDate): boolean {
  return periode.van <= day && (periode.tot === null || day < periode.tot)
}
