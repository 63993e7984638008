import { formatNumber } from '../../../ui/format.ts'
import { StatusBadge, type StatusTone } from '../../../ui/status-badge.tsx'
import type { behaald } from '../domain/activiteit-contract.ts'
import { type Koers, koersen, type Stand, standen } from '../domain/keuzes.ts'

const tonen: Readonly<Record<Stand, StatusTone>> = {
  nog_niet_begonnen: 'neutraal',
  verkenning: 'info',
  voorbereiding: 'info',
  in_uitvoering: 'info',
  uitgebreid: 'info',
  voortgezet: 'info',
  afgerond: 'goed',
  voortijdig_beeindigd: 'neutraal',
}

/** How it stands in words, and beside it when it is late. */
export function Standbadge({ stand, koers }: { stand: Stand | null; koers: Koers | null }) {
  if (stand === null) return <StatusBadge label="Stand niet gemeld" tone="wacht" />
  return (
    <span className="od-knoppen">
      <StatusBadge label={standen[stand]} tone={tonen[stand]} />
      {koers && <StatusBadge label={koersen[koers]} tone={koers === 'vertraagd' ? 'let_op' : 'goed'} />}
    </span>
  )
}

const behaaldTonen: Readonly<Record<keyof typeof behaald, StatusTone>> = {
  gehaald: 'goed',
  op_weg: 'wacht',
  niet_gehaald: 'fout',
  geen_getal: 'neutraal',
}
export const behaaldToon = (een: keyof typeof behaald) => behaaldTonen[een]

/** `42 straten` or `8,7`. */
export const getalTekst = (waarde: number, eenheid: string | null) =>
  `${formatNumber(waarde, { decimals: Number.isInteger(waarde) ? 0 : 2 })}${eenheid ? ` ${eenheid}` : ''}`

export const euro = (bedrag: number) =>
  formatNumber(bedrag, { unit: 'euro', decimals: Number.isInteger(bedrag) ? 0 : 2 })

/** `Q4 2024` */
export const kwartaalKort = (kwartaal: string) => `Q${kwartaal.slice(5)} ${kwartaal.slice(0, 4)}`

/** Quarters to choose from: three years back and six ahead of a day. */
export function kwartaalKeuzes(vandaag: string, genoemd: readonly (string | null)[] = []) {
  const jaar = Number(vandaag.slice(0, 4))
  const alle = new Set(genoemd.filter((een) => een !== null))
  for (let j = jaar - 3; j <= jaar + 6; j++) for (let k = 1; k <= 4; k++) alle.add(`${j}-${k}`)
  return [...alle].sort().map((value) => ({ value, label: kwartaalKort(value) }))
}
