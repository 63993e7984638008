import { addDays, dayOfWeek, fromDayNumber, type PlainDate } from './plain-date.ts'

/**
 * Days that a Royal Decree equates with a holiday (Algemene termijnenwet art. 3 lid 3), a working day elsewhere.
 * Source: the titles of the decrees for 2023–2025 and 2026–2028. A new decree comes about every three years: add it here.
 */
const GELIJKGESTELDE_DAGEN: ReadonlySet<PlainDate> = new Set([
  '2023-04-28',
  '2023-05-19',
  '2024-05-10',
  '2024-12-27',
  '2025-05-30',
  '2026-01-02',
  '2026-05-15',
  '2027-05-07',
  '2028-04-28',
  '2028-05-26',
])

// Outside 2023–2028 the decrees of art. 3 lid 3 are not in this file, so a deadline may be a day too early.

export interface Feestdag {
  readonly datum: PlainDate
  /** Dutch name, as in a sentence: `Hemelvaartsdag`. */
  readonly naam: string
}

/** First Easter day of a year in the Gregorian calendar (Meeus, Astronomical Algorithms, ch. 8). */
export function easterOf(year: number): PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return fromDayNumber(Date.UTC(year, month - 1, day) / 86_400_000)
}

/**
 * The day on which the King's birthday is celebrated: 27 April, or 26 April when the 27th is a Sunday; until 2013
 * Koninginnedag, 30 April or the 29th.
 */
function koningsdagOf(year: number): Feestdag {
  const datum = year < 2014 ? `${year}-04-30` : `${year}-04-27`
  const naam = year < 2014 ? 'Koninginnedag' : 'Koningsdag'
  return { datum: dayOfWeek(datum) === 7 ? addDays(datum, -1) : datum, naam }
}

const cache = new Map<number, readonly Feestdag[]>()

/**
 * The holidays of a year in date order: Algemene termijnenwet art. 3 lid 1, Goede Vrijdag (lid 2) and the days equated by
 * decree (lid 3). Two holidays may fall on one day (Hemelvaartsdag on 5 May 2016); both are listed.
 */
export function listFeestdagen(year: number): readonly Feestdag[] {
  const known = cache.get(year)
  if (known) return known
  const pasen = easterOf(year)
  const list: Feestdag[] = [
    { datum: `${year}-01-01`, naam: 'Nieuwjaarsdag' },
    { datum: addDays(pasen, -2), naam: 'Goede Vrijdag' },
    { datum: addDays(pasen, 1), naam: 'tweede paasdag' },
    koningsdagOf(year),
    { datum: `${year}-05-05`, naam: 'Bevrijdingsdag' },
    { datum: addDays(pasen, 39), naam: 'Hemelvaartsdag' },
    { datum: addDays(pasen, 50), naam: 'tweede pinksterdag' },
    { datum: `${year}-12-25`, naam: 'eerste kerstdag' },
    { datum: `${year}-12-26`, naam: 'tweede kerstdag' },
    ...[...GELIJKGESTELDE_DAGEN]
      .filter((datum) => datum.startsWith(`${year}-`))
      .map((datum) => ({ datum, naam: 'met een feestdag gelijkgestelde dag' })),
  ]
  list.sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0))
  cache.set(year, list)
  return list
}

/** Name of the holiday on a day, or undefined. Easter and Whit Sunday are Sundays, not holidays of art. 3. */
export function findFeestdag(date: PlainDate): string | undefined {
  return listFeestdagen(Number(date.slice(0, 4))).find((feestdag) => feestdag.datum === date)?.naam
}

/** Why a day is not a working day: `zaterdag`, `zondag` or the name of the holiday; undefined on a working day. */
export function findRedenVrij(date: PlainDate): string | undefined {
  const feestdag = findFeestdag(date)
  if (feestdag) return feestdag
  const day = dayOfWeek(date)
  return day === 6 ? 'zaterdag' : day === 7 ? 'zondag' : undefined
}

/** True when a day is not a Saturday, Sunday or holiday of the Algemene termijnenwet. */
export function isWerkdag(date: PlainDate): boolean {
  return findRedenVrij(date) === undefined
}
