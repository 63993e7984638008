import { parseRich } from '../../../platform/documents/rich-text.ts'
import type { Id } from '../../../shared/id.ts'
import { tellers } from '../../duiding/domain/keuzes.ts'
import type { Verteld } from '../../duiding/domain/verhaal-contract.ts'
import type { Blokinhoud } from '../domain/blok.ts'
import type { Getoond } from '../domain/contract.ts'

export type Verhalen = ReadonlyMap<Id, Verteld>

export const wieVan = ({ teller }: Pick<Verteld, 'teller'>) =>
  `Verteld door: ${tellers[teller].toLowerCase()}. Met toestemming.`

/** A block as a screen shows it; of a story its words as they may be shown today. */
export function toonInhoud(inhoud: Blokinhoud, verhalen: Verhalen): Getoond {
  if (inhoud.soort === 'alinea')
    return {
      soort: 'tekst',
      delen: parseRich(inhoud.tekst).map((deel) =>
        deel.soort === 'alinea'
          ? { soort: 'alinea', runs: [...deel.runs] }
          : { ...deel, punten: deel.punten.map((punt) => [...punt]) },
      ),
    }
  if (inhoud.soort !== 'citaat') return inhoud
  const verhaal = verhalen.get(inhoud.verhaalId)
  return { soort: 'citaat', tekst: verhaal?.tekst ?? null, wie: verhaal ? wieVan(verhaal) : null }
}

export const verhaalIds = (inhouden: readonly Blokinhoud[]): Id[] => [
  ...new Set(inhouden.flatMap((inhoud) => (inhoud.soort === 'citaat' ? [inhoud.verhaalId] : []))),
]
