import {
  kwartaalNaam,
  kwartalenTot,
  laatsteHeleKwartaal,
  periodeVanKwartaal,
} from '../../../shared/kwartaal.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { familieVan, openbareIds } from './openbare-indicatoren.ts'

export const soorten = { kwartaal: 'Kwartaal', jaar: 'Jaar' } as const
export type Soort = keyof typeof soorten

/** Days of a period `[van, tot)`: `2026-1` is a quarter, `2026` a year. */
export interface Periode {
  readonly soort: Soort
  readonly periode: string
  readonly van: PlainDate
  readonly tot: PlainDate
}

export function periodeVan(periode: string): Periode {
  if (periode.includes('-')) return { soort: 'kwartaal', periode, ...periodeVanKwartaal(periode) }
  return { soort: 'jaar', periode, van: `${periode}-01-01`, tot: `${Number(periode) + 1}-01-01` }
}

export function periodeNaam(periode: string): string {
  return periode.includes('-') ? kwartaalNaam(periode) : `jaar ${periode}`
}

/** What can be published today: quarters and years that are over, newest first. */
export function listPerioden(today: PlainDate): string[] {
  const kwartalen = kwartalenTot(periodeVanKwartaal(laatsteHeleKwartaal(today)).van, 8)
  const jaar = Number(today.slice(0, 4))
  return [...kwartalen, `${jaar - 1}`, `${jaar - 2}`]
}

/** The days that a figure of a period is of: a stand is of the last day. */
export function dagenVan(
  { van, tot }: Pick<Periode, 'van' | 'tot'>,
  tijd: 'stand' | 'periode',
): { van: PlainDate; tot: PlainDate } {
  return tijd === 'stand' ? { van: addDays(tot, -1), tot } : { van, tot }
}

/** The quarters of a year; none of a quarter. */
export function kwartalenVan({ soort, periode }: Periode): { van: PlainDate; tot: PlainDate }[] {
  return soort === 'jaar' ? [1, 2, 3, 4].map((nummer) => periodeVanKwartaal(`${periode}-${nummer}`)) : []
}

export function checkPeriode(periode: string, today: PlainDate): Periode | Rejection {
  const gevraagd = periodeVan(periode)
  if (gevraagd.tot > today)
    return reject('periode_niet_voorbij', 'Deze periode is nog niet voorbij. Kies een eerdere.', {
      field: 'periode',
      status: 422,
    })
  return gevraagd
}

/** Which indicators can go out together. */
export function checkKeuze(indicatoren: readonly string[]): undefined | Rejection {
  const veld = { field: 'indicatoren', status: 422 } as const
  if (indicatoren.some((id) => !openbareIds.includes(id)))
    return reject('indicator_niet_openbaar', 'Een van deze cijfers kan niet openbaar worden.', veld)
  if (new Set(indicatoren).size < indicatoren.length)
    return reject('indicator_dubbel', 'Kies elk cijfer één keer.', veld)
  const families = indicatoren.map(familieVan)
  if (new Set(families).size < families.length)
    return reject(
      'cijfers_tellen_dezelfde_mensen',
      'Twee van deze cijfers tellen dezelfde mensen. Wie ze van elkaar aftrekt, houdt een kleine groep over. Kies er één.',
      veld,
    )
  return undefined
}
