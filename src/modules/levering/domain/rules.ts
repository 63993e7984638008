import { dutchDateOf, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { type Soort, type Status, soorten } from './soorten.ts'

/** Days of a delivery `[van, tot)`: `2025` is a year, `2025-1` the first half of it. */
export interface Periode {
  readonly soort: Soort
  readonly periode: string
  readonly van: PlainDate
  readonly tot: PlainDate
}

export function periodeVan(soort: Soort, periode: string): Periode {
  const [jaar, half] = periode.split('-') as [string, string?]
  const volgend = `${Number(jaar) + 1}-01-01`
  if (half === undefined) return { soort, periode, van: `${jaar}-01-01`, tot: volgend }
  return half === '1'
    ? { soort, periode, van: `${jaar}-01-01`, tot: `${jaar}-07-01` }
    : { soort, periode, van: `${jaar}-07-01`, tot: volgend }
}

export function periodeNaam(periode: string): string {
  const [jaar, half] = periode.split('-')
  if (half === undefined) return `jaar ${jaar}`
  return `${half === '1' ? 'eerste' : 'tweede'} halfjaar ${jaar}`
}

/** Whether the text is a period of that kind: a year or half a year. */
export function isPeriode(soort: Soort, periode: string): boolean {
  return (soorten[soort].duur === 'jaar' ? /^20\d\d$/ : /^20\d\d-[12]$/).test(periode)
}

/** The last that are over today, newest first. */
export function listPerioden(soort: Soort, today: PlainDate): string[] {
  const jaar = Number(today.slice(0, 4))
  const alle =
    soorten[soort].duur === 'jaar'
      ? [jaar - 1, jaar - 2, jaar - 3].map(String)
      : [`${jaar}-1`, `${jaar - 1}-2`, `${jaar - 1}-1`, `${jaar - 2}-2`]
  return alle.filter((periode) => periodeVan(soort, periode).tot <= today).slice(0, 3)
}

export function checkPeriode(soort: Soort, periode: string, today: PlainDate): Periode | Rejection {
  const gevraagd = periodeVan(soort, periode)
  if (gevraagd.tot > today)
    return reject('periode_niet_voorbij', 'Deze periode is nog niet voorbij. Kies een eerdere.', {
      field: 'periode',
      status: 422,
    })
  return gevraagd
}

export const stappen = {
  vrijgave: { van: ['gemaakt'], naar: 'vrijgegeven' },
  verzending: { van: ['vrijgegeven'], naar: 'verstuurd' },
  intrekking: { van: ['gemaakt', 'vrijgegeven', 'verstuurd'], naar: 'ingetrokken' },
} as const satisfies Record<string, { van: readonly Status[]; naar: Status }>
export type Stap = keyof typeof stappen

export type Mogelijkheid = { readonly ok: true } | { readonly ok: false; readonly reden: string }

/** Whether a delivery can take a step; for the button and for the server alike. */
export function canStap(status: Status, stap: Stap): Mogelijkheid {
  if ((stappen[stap].van as readonly Status[]).includes(status)) return { ok: true }
  return { ok: false, reden: redenVan[status] }
}

const redenVan: Readonly<Record<Status, string>> = {
  gemaakt: 'Deze levering is nog niet vrijgegeven. Vraag de privacy officer om haar vrij te geven.',
  vrijgegeven: 'Deze levering is al vrijgegeven.',
  verstuurd: 'Deze levering is al verstuurd.',
  ingetrokken: 'Deze levering is ingetrokken. Maak zo nodig een nieuwe.',
}

/** Four eyes; the database has the last word (`levering_ander_geeft_vrij`). */
export function canVrijgeven(
  levering: { readonly status: Status; readonly gemaaktDoor: string },
  gebruikerId: string | null,
): Mogelijkheid {
  const stap = canStap(levering.status, 'vrijgave')
  if (!stap.ok) return stap
  if (levering.gemaaktDoor === gebruikerId)
    return { ok: false, reden: 'U maakte deze levering zelf. Laat een ander haar vrijgeven.' }
  return { ok: true }
}

/** The file exists for others from the release on, and no longer once the delivery is withdrawn. */
export function canBestand(status: Status): Mogelijkheid {
  if (status === 'vrijgegeven' || status === 'verstuurd') return { ok: true }
  return { ok: false, reden: redenVan[status] }
}

export function checkVerzenddag(
  op: PlainDate,
  { vrijgegevenOp, today }: { readonly vrijgegevenOp: Date; readonly today: PlainDate },
): undefined | Rejection {
  const fout = (melding: string) => reject('verzenddag_onjuist', melding, { field: 'op', status: 422 })
  if (op > today) return fout('Deze dag ligt in de toekomst. Kies vandaag of eerder.')
  const vrij = dutchDateOf(vrijgegevenOp)
  if (op < vrij) return fout(`De levering is vrijgegeven op ${formatLong(vrij)}. Kies die dag of later.`)
  return undefined
}
