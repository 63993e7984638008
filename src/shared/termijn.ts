import { findRedenVrij, isWerkdag } from './feestdagen.ts'
import type { Periode } from './periode.ts'
import { addDays, addMonths, addWeeks, daysBetween, formatLong, type PlainDate } from './plain-date.ts'

/** A length of time as a law or policy writes it: `{ aantal: 6, eenheid: 'weken' }`. `aantal` is a whole number, at least 0. */
export interface Termijn {
  readonly aantal: number
  readonly eenheid: 'dagen' | 'weken' | 'maanden' | 'werkdagen'
}

export interface Deadline {
  /** Last day on which the act is still in time. */
  readonly uiterlijk: PlainDate
  /** Dutch sentence that says why the end moved to a working day; null when it did not move. */
  readonly verschoven: string | null
  /** Days added because the term was suspended; days covered by two suspensions count once. */
  readonly opgeschorteDagen: number
  /** True while a suspension is open: `uiterlijk` then moves on every day, and holds only for the peildatum. */
  readonly voorlopig: boolean
}

export interface DeadlineOptions {
  /**
   * Suspensions (Awb 4:15), half-open: from the day after the request, to the day on which the data came or the time for
   * it passed. `tot: null` is an open suspension and needs `peildatum`.
   */
  readonly opschortingen?: readonly Periode[]
  /** Day of looking; only used for an open suspension, which counts up to and including this day. */
  readonly peildatum?: PlainDate
  /** False for a term of policy or contract to which the Algemene termijnenwet is not applied. Default true. */
  readonly algemeneTermijnenwet?: boolean
}

/** Algemene termijnenwet art. 4 onder a: the law does not hold for terms of more than 90 days, 12 weeks or 3 months. */
const LANGSTE_TERMIJN = { dagen: 90, weken: 12, maanden: 3 } as const

/** Algemene termijnenwet art. 2: a term of at least three days … */
const ARTIKEL_2_VANAF_DAGEN = 3
/** … has at least two working days in it. */
const ARTIKEL_2_WERKDAGEN = 2

/**
 * Last day of a term that starts after `start`: day `start` itself does not count, so six weeks after a Tuesday is a
 * Tuesday. Months end on the same day number, or on the last day of a shorter month. No shift for weekends.
 * Throws on a negative or broken number.
 */
export function addTermijn(start: PlainDate, termijn: Termijn): PlainDate {
  const { aantal, eenheid } = termijn
  if (!Number.isInteger(aantal) || aantal < 0)
    throw new Error(`Termijn.aantal is not a whole number: ${aantal}`)
  if (eenheid === 'dagen') return addDays(start, aantal)
  if (eenheid === 'weken') return addWeeks(start, aantal)
  if (eenheid === 'maanden') return addMonths(start, aantal)
  return addWerkdagen(start, aantal, [])
}

/** The day itself when it is a working day, else the next working day (Algemene termijnenwet art. 1 lid 1). */
export function verschuifNaarWerkdag(date: PlainDate): PlainDate {
  let day = date
  while (!isWerkdag(day)) day = addDays(day, 1)
  return day
}

/** False for long terms (Algemene termijnenwet art. 4 onder a) and for terms in werkdagen, which end on one by nature. */
export function isTermijnVanTermijnenwet(termijn: Termijn): boolean {
  return termijn.eenheid !== 'werkdagen' && termijn.aantal <= LANGSTE_TERMIJN[termijn.eenheid]
}

/**
 * Last day on which something that follows `start` is in time, after suspension (Awb 4:15) and after the extensions of the
 * Algemene termijnenwet art. 1 and 2. A suspension that begins after the term has ended changes nothing.
 * Not for terms that are counted back from a day (art. 1 lid 2). Throws when a suspension is open and `peildatum` is missing.
 */
export function deadline(start: PlainDate, termijn: Termijn, options: DeadlineOptions = {}): Deadline {
  const { opschortingen = [], peildatum, algemeneTermijnenwet = true } = options
  const verlengd = algemeneTermijnenwet && isTermijnVanTermijnenwet(termijn)
  const extend = (end: PlainDate) => (verlengd ? extendByTermijnenwet(start, end) : end)
  const suspensions = mergeOpschortingen(opschortingen, addDays(start, 1), peildatum)

  let end = addTermijn(start, termijn)
  let opgeschorteDagen = 0
  let voorlopig = false
  const applied: ClosedPeriode[] = []
  for (const suspension of suspensions) {
    if (suspension.van > extend(end)) break
    const days = daysBetween(suspension.van, suspension.tot)
    applied.push(suspension)
    opgeschorteDagen += days
    voorlopig ||= suspension.open
    if (termijn.eenheid === 'werkdagen') end = addWerkdagen(start, termijn.aantal, applied)
    else if (suspension.van <= end) end = addDays(end, days)
    // The term only goes on because its last day is free: the one day that is left comes after the suspension.
    else if (suspension.tot > extend(end)) end = suspension.tot
  }
  const uiterlijk = extend(end)
  return {
    uiterlijk,
    verschoven: uiterlijk === end ? null : explainShift(start, end),
    opgeschorteDagen,
    voorlopig,
  }
}

interface ClosedPeriode {
  readonly van: PlainDate
  readonly tot: PlainDate
  readonly open: boolean
}

/** Suspensions in order, clipped to the running term, joined where they overlap or touch. */
function mergeOpschortingen(
  list: readonly Periode[],
  vanaf: PlainDate,
  peildatum: PlainDate | undefined,
): ClosedPeriode[] {
  const closed = list
    .map((periode) => closePeriode(periode, peildatum))
    .map((periode) => ({ ...periode, van: periode.van < vanaf ? vanaf : periode.van }))
    .filter((periode) => periode.van < periode.tot)
    .sort((a, b) => (a.van < b.van ? -1 : a.van > b.van ? 1 : 0))
  const merged: ClosedPeriode[] = []
  for (const periode of closed) {
    const last = merged.at(-1)
    if (!last || last.tot < periode.van) merged.push(periode)
    else {
      const tot = last.tot > periode.tot ? last.tot : periode.tot
      merged[merged.length - 1] = { van: last.van, tot, open: last.open || periode.open }
    }
  }
  return merged
}

function closePeriode(periode: Periode, peildatum: PlainDate | undefined): ClosedPeriode {
  if (periode.tot !== null) return { van: periode.van, tot: periode.tot, open: false }
  if (peildatum === undefined) throw new Error('An open suspension needs a peildatum')
  return { van: periode.van, tot: addDays(peildatum, 1), open: true }
}

function addWerkdagen(start: PlainDate, aantal: number, skip: readonly ClosedPeriode[]): PlainDate {
  let day = start
  for (let counted = 0; counted < aantal; ) {
    day = addDays(day, 1)
    const suspended = skip.some((periode) => periode.van <= day && day < periode.tot)
    if (!suspended && isWerkdag(day)) counted++
  }
  return day
}

function extendByTermijnenwet(start: PlainDate, end: PlainDate): PlainDate {
  const shifted = verschuifNaarWerkdag(end)
  if (daysBetween(start, end) < ARTIKEL_2_VANAF_DAGEN) return shifted
  const secondWerkdag = addWerkdagen(start, ARTIKEL_2_WERKDAGEN, [])
  return secondWerkdag > shifted ? secondWerkdag : shifted
}

function explainShift(start: PlainDate, end: PlainDate): string {
  const reden = findRedenVrij(end)
  if (reden && extendByTermijnenwet(start, end) === verschuifNaarWerkdag(end)) {
    const what = reden === 'zaterdag' || reden === 'zondag' ? `een ${reden}` : reden
    return `${formatLong(end)} is ${what}. Daarom telt de eerstvolgende werkdag (Algemene termijnenwet, artikel 1).`
  }
  return 'In de termijn zitten minstens twee werkdagen (Algemene termijnenwet, artikel 2).'
}
