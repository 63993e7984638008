import type { PlainDate } from '../../../shared/plain-date.ts'
import type { agendasoorten, Herhaling } from './keuzes.ts'

export interface VastPunt {
  readonly titel: string
  readonly soort: keyof typeof agendasoorten
  readonly herhaling: Herhaling
}

/** A meeting of the same overleg, with what is on its agenda. */
export interface AndereVergadering {
  readonly datum: PlainDate
  readonly titels: readonly string[]
}

/** Two days in the same period share this. */
function periodeVan(datum: PlainDate, herhaling: Exclude<Herhaling, 'elke_vergadering'>): string {
  const jaar = datum.slice(0, 4)
  const maand = Number(datum.slice(5, 7))
  const maanden = { elk_kwartaal: 3, elk_halfjaar: 6, elk_jaar: 12 }[herhaling]
  return `${jaar}-${Math.ceil(maand / maanden)}`
}

/** The fixed items of a meeting: each time, or when no other meeting in the same period has it yet. */
export function vastePuntenOp<P extends VastPunt>(
  punten: readonly P[],
  datum: PlainDate,
  anderen: readonly AndereVergadering[],
): P[] {
  return punten.filter(({ titel, herhaling }) => {
    if (herhaling === 'elke_vergadering') return true
    const periode = periodeVan(datum, herhaling)
    return !anderen.some((een) => periodeVan(een.datum, herhaling) === periode && een.titels.includes(titel))
  })
}

/** The fixed item that a regionaal bestuurlijk overleg always has (uitvoeringsprogramma MVS §7.2.1, GOV-02). */
export const uitvoeringsprogrammapunt = {
  titel: 'Uitvoeringsprogramma: voortgang en knelpunten',
  soort: 'uitvoeringsprogramma',
  herhaling: 'elke_vergadering',
} as const satisfies VastPunt

/** What a regionaal bestuurlijk overleg lacks comes in front; another overleg keeps what it has. */
export function metUitvoeringsprogramma<P extends VastPunt>(
  soort: string,
  punten: readonly P[],
): (P | VastPunt)[] {
  const heeft = punten.some(
    (punt) => punt.soort === 'uitvoeringsprogramma' && punt.herhaling === 'elke_vergadering',
  )
  return soort !== 'rbo' || heeft ? [...punten] : [uitvoeringsprogrammapunt, ...punten]
}
