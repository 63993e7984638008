import { parseRich, type RichPart } from '../../../platform/documents/rich-text.ts'
import type { Id } from '../../../shared/id.ts'
import { formatLong } from '../../../shared/plain-date.ts'
import { indicatornamen } from '../../duiding/domain/indicatornamen.ts'
import { tellers } from '../../duiding/domain/keuzes.ts'
import type { Verteld } from '../../duiding/domain/verhaal-contract.ts'
import type { Duidingtekst } from '../../duiding/server/lookup.ts'
import type { Blokinhoud } from '../domain/blok.ts'
import type { Getoond } from '../domain/contract.ts'

/** The words of others, as they may be shown today: a report keeps only whose they are. */
export interface Woorden {
  readonly verhalen: ReadonlyMap<Id, Verteld>
  /** By `uitlegSleutel`. */
  readonly uitleg: ReadonlyMap<string, Duidingtekst>
}

type Uitleg = Extract<Blokinhoud, { soort: 'uitleg' }>
const uitlegSleutel = ({ duidingId, versie }: Omit<Uitleg, 'soort'>) => `${duidingId} ${versie}`

export const woordenVan = (verteld: readonly Verteld[], teksten: readonly Duidingtekst[]): Woorden => ({
  verhalen: new Map(verteld.map((verhaal) => [verhaal.id, verhaal])),
  uitleg: new Map(teksten.map((een) => [uitlegSleutel({ duidingId: een.id, versie: een.versie }), een])),
})

export const wieVan = ({ teller }: Pick<Verteld, 'teller'>) =>
  `Verteld door: ${tellers[teller].toLowerCase()}. Met toestemming.`

/** An uitleg with its month and who wrote it; markup in it stays text, as on the page of the figure. */
export function uitlegDelen(inhoud: Uitleg, { uitleg }: Woorden): RichPart[] {
  const een = uitleg.get(uitlegSleutel(inhoud))
  const alinea = (...runs: Extract<RichPart, { soort: 'alinea' }>['runs'][number][]): RichPart => ({
    soort: 'alinea',
    runs,
  })
  if (!een)
    return [
      alinea({ tekst: 'Hier stond een uitleg. Zij is weg, omdat de schrijver haar introk.', cursief: true }),
    ]
  const maand = formatLong(`${een.maand}-01`).replace(/^1 /, '')
  return [
    alinea(
      { tekst: `Uitleg bij ${indicatornamen[een.indicator] ?? een.indicator}, ${maand}.`, vet: true },
      { tekst: ` ${een.tekst}` },
    ),
    alinea({
      tekst: `Geschreven door ${een.auteur}, ${een.organisatie}, bij het cijfer in de monitor.`,
      cursief: true,
    }),
  ]
}

const getoond = (delen: readonly RichPart[]): Getoond => ({
  soort: 'tekst',
  delen: delen.map((deel) =>
    deel.soort === 'alinea'
      ? { soort: 'alinea', runs: [...deel.runs] }
      : { ...deel, punten: deel.punten.map((punt) => [...punt]) },
  ),
})

/** A block as a screen shows it. */
export function toonInhoud(inhoud: Blokinhoud, woorden: Woorden): Getoond {
  if (inhoud.soort === 'alinea') return getoond(parseRich(inhoud.tekst))
  if (inhoud.soort === 'uitleg') return getoond(uitlegDelen(inhoud, woorden))
  if (inhoud.soort !== 'citaat') return inhoud
  const verhaal = woorden.verhalen.get(inhoud.verhaalId)
  return { soort: 'citaat', tekst: verhaal?.tekst ?? null, wie: verhaal ? wieVan(verhaal) : null }
}

export const verhaalIds = (inhouden: readonly Blokinhoud[]): Id[] => [
  ...new Set(inhouden.flatMap((inhoud) => (inhoud.soort === 'citaat' ? [inhoud.verhaalId] : []))),
]

/** Each uitleg in its version, once. */
export const uitlegVersies = (inhouden: readonly Blokinhoud[]) => [
  ...new Map(
    inhouden.flatMap((inhoud) =>
      inhoud.soort === 'uitleg'
        ? [[uitlegSleutel(inhoud), { id: inhoud.duidingId, versie: inhoud.versie }] as const]
        : [],
    ),
  ).values(),
]
