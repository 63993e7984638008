import { addDays, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Soort, soorten } from './keuzes.ts'

export interface Periode {
  readonly van: PlainDate
  readonly tot: PlainDate
}

const maand = (dag: PlainDate) => formatLong(dag).replace(/^\d+ /, '')

/** "januari tot en met september 2026", "2026", or with the days when it is not made of whole months. */
export function periodeNaam({ van, tot }: Periode): string {
  const laatste = addDays(tot, -1)
  const heel = van.endsWith('-01') && tot.endsWith('-01')
  if (!heel) return `${formatLong(van)} tot en met ${formatLong(laatste)}`
  if (van.endsWith('-01-01') && tot === `${Number(van.slice(0, 4)) + 1}-01-01`) return van.slice(0, 4)
  if (maand(van) === maand(laatste)) return maand(van)
  const begin = van.slice(0, 4) === laatste.slice(0, 4) ? maand(van).replace(/ \d{4}$/, '') : maand(van)
  return `${begin} tot en met ${maand(laatste)}`
}

export const titelVan = (soort: Soort, programma: string, periode: Periode) =>
  `${soort === 'jaarverslag' ? 'Jaarverslag' : soorten[soort]} ${programma}, ${periodeNaam(periode)}`
