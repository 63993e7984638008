import { formatNumber } from '../../../ui/format.ts'
import type { Parameter } from '../domain/contract.ts'
import { eenheden } from '../domain/soorten.ts'

/** A number of a parameter with its unit; a dash when there is none. */
export function toon({ eenheid }: Pick<Parameter, 'eenheid'>, value: number | null): string {
  if (value === null) return '–'
  if (eenheid === 'euro') return formatNumber(value, { unit: 'euro' })
  // What was filled in with a decimal shows it, also of days.
  const decimals = eenheid === 'dagen' && Number.isInteger(value) ? 0 : 1
  return `${formatNumber(value, { decimals })}${eenheid === 'procent' ? '%' : ` ${eenheden[eenheid]}`}`
}

/** Interval of the estimate in words. */
export const marge = (rij: Pick<Parameter, 'eenheid' | 'laag' | 'hoog'>): string =>
  rij.laag === rij.hoog ? '–' : `${toon(rij, rij.laag)} tot ${toon(rij, rij.hoog)}`

export const watVan = ({ soortNaam, waarvan }: Pick<Parameter, 'soortNaam' | 'waarvan'>): string =>
  waarvan ? `${soortNaam}: ${waarvan}` : soortNaam

export const gevallenVan = ({ gevallen, soort }: Pick<Parameter, 'gevallen' | 'soort'>): string =>
  soort === 'kosten' ? '–' : gevallen === null ? 'Te weinig' : formatNumber(gevallen)
