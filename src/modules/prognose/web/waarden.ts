import { formatNumber } from '../../../ui/format.ts'
import type { Parameter } from '../domain/contract.ts'
import { type Eenheid, eenheden } from '../domain/soorten.ts'

/** A number of a parameter with its unit; a dash when there is none. Days of an estimate are whole. */
export function toon({ eenheid }: Pick<Parameter, 'eenheid'>, value: number | null): string {
  if (value === null) return '–'
  if (eenheid === 'euro') return formatNumber(value, { unit: 'euro' })
  return `${getal(eenheid, value)}${eenheid === 'procent' ? '%' : ` ${eenheden[eenheid]}`}`
}

const getal = (eenheid: Eenheid, value: number) =>
  formatNumber(value, { decimals: eenheid === 'dagen' ? 0 : 1 })

/** What the forecast computes with; an own value as it was filled in. */
export const toonWaarde = (rij: Pick<Parameter, 'eenheid' | 'waarde' | 'isEigen'>): string =>
  rij.isEigen && rij.eenheid === 'dagen' && rij.waarde !== null
    ? `${formatNumber(rij.waarde)} ${eenheden.dagen}`
    : toon(rij, rij.waarde)

/** Interval of the estimate in words. */
export const marge = (rij: Pick<Parameter, 'eenheid' | 'laag' | 'hoog'>): string =>
  rij.laag === null || rij.hoog === null || rij.laag === rij.hoog
    ? '–'
    : `${getal(rij.eenheid, rij.laag)} tot ${toon(rij, rij.hoog)}`

/** The estimate with its interval, when it has one. */
export const schattingVan = (rij: Parameter): string =>
  marge(rij) === '–' ? toon(rij, rij.schatting) : `${toon(rij, rij.schatting)} (${marge(rij)})`

export const watVan = ({ soortNaam, waarvan }: Pick<Parameter, 'soortNaam' | 'waarvan'>): string =>
  waarvan ? `${soortNaam}: ${waarvan}` : soortNaam

export const gevallenVan = ({ gevallen, soort }: Pick<Parameter, 'gevallen' | 'soort'>): string =>
  soort === 'kosten' ? '–' : gevallen === null ? 'Te weinig' : formatNumber(gevallen)
