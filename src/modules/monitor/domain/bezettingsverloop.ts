import type { PlainDate } from '../../../shared/plain-date.ts'

/** How many more or fewer from a day on, counted from the first day: 0 is that day, before it is a negative number. */
export interface Stap {
  readonly dag: number
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

/** How many there are on each day; what came before the first day is there on it. */
export function fillDays(stappen: readonly Stap[], dagen: number): Int32Array {
  const perDag = new Int32Array(dagen)
  for (const { dag, aantal } of stappen) {
    const i = Math.max(dag, 0)
    if (i < dagen) perDag[i] = perDag[i]! + aantal
  }
  let som = 0
  for (let i = 0; i < dagen; i++) perDag[i] = som += perDag[i]!
  return perDag
}

/** Days to months; `van` is the first of a month. */
export function perMaand(dagen: Int32Array, van: PlainDate): Maandbezetting[] {
  const maanden: Maandbezetting[] = []
  const eersteJaar = Number(van.slice(0, 4))
  let nr = Number(van.slice(5, 7)) - 1
  for (let i = 0; i < dagen.length; nr++) {
    const eind = Math.min(i + new Date(Date.UTC(eersteJaar, nr + 1, 0)).getUTCDate(), dagen.length)
    const aantalDagen = eind - i
    let [som, hoogste, laagste] = [0, dagen[i]!, dagen[i]!]
    for (; i < eind; i++) {
      const aantal = dagen[i]!
      som += aantal
      if (aantal > hoogste) hoogste = aantal
      if (aantal < laagste) laagste = aantal
    }
    maanden.push({
      maand: `${eersteJaar + Math.floor(nr / 12)}-${String((nr % 12) + 1).padStart(2, '0')}-01`,
      gemiddeld: Math.round((som / aantalDagen) * 10) / 10,
      hoogste,
      laagste,
      eind: dagen[eind - 1]!,
    })
  }
  return maanden
}
