import { Id } from '../../../shared/id.ts'
import { kwartaalNaam } from '../../../shared/kwartaal.ts'
import { addMonths } from '../../../shared/plain-date.ts'
import { koersen, organen, standen, uitkomsten } from '../../programma/domain/keuzes.ts'
import { type Meting, oordelen } from '../../programma/domain/meting-contract.ts'
import type { Activiteitverslag } from '../../programma/server/lookup.ts'
import type { Blokinhoud } from '../domain/blok.ts'
import {
  alinea,
  besluitenIn,
  type Feiten,
  gemetenVan,
  grafiekVan,
  inGetal,
  kop,
  langeDag,
  naamVan,
  resultatenDelen,
  tabel,
  vrij,
} from './sjabloon.ts'

type Deel = readonly [sleutel: string, inhoud: Blokinhoud | null | undefined]

/** All that a voortgangsrapportage tells of one activiteit: bedoeling, stand van zaken, resultaten, metingen, inzichten, vervolg. */
export function activiteitDelen(een: Activiteitverslag, feiten: Feiten, verteld: Set<string>): Deel[] {
  const { activiteit, voortgang } = een
  const naam = naamVan(activiteit)
  const gemeten = gemetenVan(een, feiten)
  const delen: Deel[] = [
    ['kop', kop(3, naam)],
    ['feiten', feitenVan(een)],
    ['bedoeling', metKop('Bedoeling', activiteit.toelichting ?? activiteit.doel)],
    ['stand', standTekst(een, feiten)],
    ...resultatenDelen(`Resultaten van ${naam}`, gemeten),
    ...gemeten.map((resultaat): Deel => [`grafiek-${resultaat.resultaat.nummer}`, grafiekVan(resultaat)]),
    ...uitlegVan(een, feiten, verteld),
    ...een.metingen.flatMap((meting) => metingDelen(naam, meting)),
    ['inzichten', metKop('Wat wij leerden', voortgang?.inzichten ?? null)],
    ['besluiten', besluitTekst(een, feiten)],
    ['vervolg', metKop('Vervolg', voortgang?.vervolg ?? null)],
    ...verhalen(een, verteld),
  ]
  return delen.map(([sleutel, inhoud]) => [`${activiteit.id}/${sleutel}`, inhoud])
}

const metKop = (naam: string, tekst: string | null): Blokinhoud | null =>
  tekst === null ? null : alinea(`**${naam}.** ${vrij(tekst)}`)

export function planningVan({ planning, vanKwartaal, totKwartaal }: Activiteitverslag['activiteit']): string {
  if (planning === 'open') return 'Nog niet bepaald'
  if (planning === 'doorlopend')
    return vanKwartaal ? `Doorlopend vanaf het ${kwartaalNaam(vanKwartaal)}` : 'Doorlopend'
  const [eerste, laatste] = [kwartaalNaam(vanKwartaal!), kwartaalNaam(totKwartaal!)]
  return eerste === laatste ? `Het ${eerste}` : `Het ${eerste} tot en met het ${laatste}`
}

function feitenVan({ activiteit, stand }: Activiteitverslag): Blokinhoud {
  const rij = (label: string, waarde: string) => ({ label, waarde })
  return {
    soort: 'gegevens',
    rijen: [
      rij('Stand', stand ? `${standen[stand.stand]}, sinds ${langeDag(stand.op)}` : 'Nog niet vastgelegd'),
      ...(stand?.koers ? [rij('Planning', koersen[stand.koers])] : []),
      ...(stand?.reden ? [rij('Reden', stand.reden)] : []),
      rij('Wanneer', planningVan(activiteit)),
      ...(activiteit.kartrekkers.length > 0 ? [rij('Kartrekker', activiteit.kartrekkers.join(', '))] : []),
    ],
  }
}

function standTekst({ voortgang }: Activiteitverslag, { van }: Feiten): Blokinhoud {
  if (!voortgang) return alinea('**Stand van zaken.** Er is nog geen voortgang gemeld.')
  const oud = voortgang.op < van ? ` (Dit schreef men op ${langeDag(voortgang.op)}, voor deze periode.)` : ''
  return alinea(`**Stand van zaken.** ${vrij(voortgang.standVanZaken)}${oud}`)
}

function besluitTekst(een: Activiteitverslag, feiten: Feiten): Blokinhoud | null {
  const besluiten = besluitenIn(een, feiten)
  if (besluiten.length === 0) return null
  const regels = besluiten.map(
    ({ waarover, orgaan, uitkomst, beslotenOp, motivering }) =>
      `- ${vrij(waarover)}: ${uitkomsten[uitkomst!].toLowerCase()} (${organen[orgaan]}, ${langeDag(beslotenOp!)}). ${vrij(motivering ?? '')}`,
  )
  return alinea(`**Besloten.**\n\n${regels.join('\n')}`)
}

/** Averages stand under each other: each with one decimal, more when the source has more. */
const eenDecimaal = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 2 })
const of = (waarde: number | null) => (waarde === null ? '–' : eenDecimaal.format(waarde))

/** Before and after as the source prints them, with what can be said of it and what can't (MON-09). */
export function metingDelen(naam: string, meting: Meting): Deel[] {
  const verschil = ({ verschil: waarde, wijktAf }: Meting['stellingen'][number]) =>
    waarde === null ? '–' : `${waarde > 0 ? '+' : ''}${eenDecimaal.format(waarde)}${wijktAf ? ' *' : ''}`
  const metMarge = meting.stellingen.some(({ interval }) => interval !== null)
  const isAnders = meting.stellingen.some(({ wijktAf }) => wijktAf)
  return [
    [
      `meting-${meting.id}`,
      tabel(
        `Nulmeting en nameting van ${naam}: ${meting.naam}. Gemiddelde antwoorden van ${inGetal(meting.schaalVan)} tot en met ${inGetal(meting.schaalTot)}`,
        ['Stelling', 'Voor', 'Na', 'Verschil', ...(metMarge ? ['Marge van 95%'] : []), 'Oordeel'],
        meting.stellingen.map((een) => [
          `${een.nummer}. ${een.stelling}`,
          of(een.nul),
          of(een.na),
          verschil(een),
          ...(metMarge
            ? [
                een.interval
                  ? `${inGetal(een.interval.laag)} tot ${inGetal(een.interval.hoog)}`
                  : 'niet bekend',
              ]
            : []),
          oordelen[een.oordeel],
        ]),
      ),
    ],
    [
      `conclusie-${meting.id}`,
      alinea(
        `**Wat zegt deze meting?** ${meting.conclusie.map(vrij).join(' ')}${isAnders ? ' Bij \\* wijkt het verschil van de bron af van de gemiddelden: die zijn afgerond.' : ''} Bron: ${vrij(meting.bron)}.${meting.nulOp === null && meting.naOp === null ? ' Wanneer er is gemeten, is niet vastgelegd.' : ''}`,
      ),
    ],
  ]
}

/** What is said of the followed figures of this period, oldest month first; each once, where it comes first. */
export function uitlegVan({ draad }: Activiteitverslag, { van, tot }: Feiten, verteld: Set<string>): Deel[] {
  return draad.punten
    .flatMap((punt) => (punt.soort === 'uitleg' && !verteld.has(punt.id) ? [punt] : []))
    .filter(({ maand }) => `${maand}-01` < tot && addMonths(`${maand}-01`, 1) > van)
    .sort((a, b) => (a.maand < b.maand ? -1 : a.maand > b.maand ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id, versie }) => {
      verteld.add(id)
      return [`uitleg-${id}`, { soort: 'uitleg', duidingId: Id.parse(id), versie }]
    })
}

/** Each story once, where it comes first. */
export function verhalen({ punten }: Activiteitverslag, verteld: Set<string>): Deel[] {
  return punten.flatMap((punt): Deel[] => {
    if (punt.soort !== 'verhaal' || verteld.has(punt.id)) return []
    verteld.add(punt.id)
    return [[`verhaal-${punt.id}`, { soort: 'citaat', verhaalId: punt.id }]]
  })
}
