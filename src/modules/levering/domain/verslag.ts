import { formatLong } from '../../../shared/plain-date.ts'
import { geenBsnRedenen } from '../../persoon/domain/keuzes.ts'
import type { Controleuitkomst } from './afscherming.ts'
import type { Levering, Verslagregel } from './contract.ts'
import { type Reden, redenen, verdelingen } from './soorten.ts'

// The check report in words, the same on the page and in the file that goes along.

export const uitkomsten: Readonly<Record<Controleuitkomst, string>> = {
  klopt: 'Klopt',
  wijkt_af: 'Wijkt af',
  onbekend: 'Niet te zeggen: er is niets dat hetzelfde telt',
}

export function redenNaam(reden: Reden, detail: string): string {
  if (reden !== 'geen_bsn') return redenen[reden]
  const waarom = (geenBsnRedenen as Readonly<Record<string, string>>)[detail] ?? 'reden niet bekend'
  return `${redenen.geen_bsn}: ${waarom.charAt(0).toLowerCase()}${waarom.slice(1)}`
}

/** The whole report as rows. Without persons; what is too small is empty and says so. */
export function verslagregels(levering: Levering): Verslagregel[] {
  const tekst = (onderdeel: string, wat: string): Verslagregel => ({
    onderdeel,
    wat,
    regels: null,
    mensen: null,
    uitkomst: null,
  })
  const klein = 'Niet getoond: te weinig mensen'
  return [
    tekst('Levering', `${levering.soortNaam}, ${levering.periodeNaam}`),
    tekst('Periode', `${formatLong(levering.van)} tot en met ${formatLong(levering.totEnMet)}`),
    tekst('Stand', levering.statusNaam),
    tekst('Definitie', levering.definitie),
    tekst('Indeling', `Versie ${levering.indelingVersie}. ${levering.indeling}`),
    ...levering.onbekend.map((wat) => tekst('Niet bekend', wat)),
    ...levering.cijfers.map(({ verdeling, naam, regels, personen }) => ({
      onderdeel: verdelingen[verdeling],
      wat: naam,
      regels,
      mensen: personen,
      uitkomst: personen === null ? klein : null,
    })),
    ...levering.weggelaten.map(({ naam, aantal }) => ({
      ...tekst('Weggelaten', naam),
      mensen: aantal,
      uitkomst: aantal === null ? klein : null,
    })),
    ...levering.controles.map(({ naam, uitkomst, aantal, verwacht }) => ({
      ...tekst('Controle', naam),
      uitkomst: `${uitkomsten[uitkomst]}${aantal === null || verwacht === null ? '' : ` (${aantal}, verwacht ${verwacht})`}`,
    })),
  ]
}
