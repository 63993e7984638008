import { addDays, daysBetween, type PlainDate } from '../../../shared/plain-date.ts'

/** How many more or fewer from a day on. */
export interface Stap {
  readonly dag: PlainDate
  readonly aantal: number
}

export interface Maandbezetting {
  /** First day. */
  readonly maand: PlainDate
  /** Mean over the days of the month that are over. */
  readonly gemiddeld: number
  readonly hoogste: number
  readonly laagste: number
  /** On the last day. */
  readonly eind: number
}

/** Fills the days between the steps from `van` up to `tot`; `begin` is how many there were the day before. */
export function fillDays(
  begin: number,
  stappen: readonly Stap[],
  van: PlainDate,
  tot: PlainDate,
): Int32Array {
  const dagen = new Int32Array(Math.max(0, daysBetween(van, tot)))
  for (const { dag, aantal } of stappen) {
    const i = daysBetween(van, dag)
    if (i >= 0 && i < dagen.length) dagen[i] = dagen[i]! + aantal
  }
  let som = begin
  for (let i = 0; i < dagen.length; i++) dagen[i] = som += dagen[i]!
  return dagen
}

/** Days to months; `van` is the first of a month. */
export function perMaand(dagen: Int32Array, van: PlainDate): Maandbezetting[] {
  const maanden: Maandbezetting[] = []
  for (let i = 0, maand = van; i < dagen.length; ) {
    const volgende = firstOfNext(maand)
    const deel = dagen.subarray(i, i + daysBetween(maand, volgende))
    let som = 0
    for (const aantal of deel) som += aantal
    maanden.push({
      maand,
      gemiddeld: Math.round((som / deel.length) * 10) / 10,
      hoogste: Math.max(...deel),
      laagste: Math.min(...deel),
      eind: deel.at(-1)!,
    })
    i += deel.length
    maand = volgende
  }
  return maanden
}

function firstOfNext(maand: PlainDate): PlainDate {
  return `${addDays(`${maand.slice(0, 7)}-28`, 4).slice(0, 7)}-01`
}
