import { standen } from '../../programma/domain/keuzes.ts'
import type { Activiteitverslag } from '../../programma/server/lookup.ts'
import type { Conceptblok } from '../domain/blok.ts'
import { periodeNaam } from '../domain/periode.ts'
import { standZinnen } from '../domain/zinnen.ts'
import {
  alinea,
  type Feiten,
  type Gemeten,
  geldVan,
  gemetenVan,
  grafiekVan,
  hoofdstuk,
  inEuro,
  jarenVan,
  kop,
  naamVan,
  resultatenDelen,
  standVan,
  type Tabel,
  type Thema,
  tabel,
  themasVan,
  vrij,
  woord,
} from './sjabloon.ts'
import { metingDelen, uitlegVan, verhalen } from './sjabloon-activiteit.ts'
import {
  besluitenHoofdstuk,
  bijlageHoofdstuk,
  geldHoofdstuk,
  standenTabel,
  sturingTekst,
  tel,
} from './sjabloon-voortgang.ts'

/** Yearly to the raad (S1 §6.3): what was done, what it brought, what it cost, and what nobody can tell. */
export function jaarverslagConcept(feiten: Feiten): Conceptblok[] {
  const { programma } = feiten.verslag
  const verteld = new Set<string>()
  return [
    ...hoofdstuk('inleiding', [
      ['kop', kop(2, 'In het kort')],
      [
        'tekst',
        alinea(
          `Dit verslag vertelt de raad wat ${vrij(programma.naam)} in ${periodeNaam(feiten)} opleverde (doeltreffendheid) en wat het kostte (doelmatigheid). ${standZinnen(tel(feiten))}`,
        ),
      ],
      ['standen', standenTabel(feiten)],
    ]),
    ...hoofdstuk('doeltreffend', [
      ['kop', kop(2, 'Is bereikt wat de bedoeling was?')],
      ['tekst', alinea(sturingTekst(feiten))],
    ]),
    ...hoofdstuk('doelmatig', [
      ['kop', kop(2, 'Wat kostte het?')],
      ['tekst', alinea(doelmatigTekst(feiten))],
      ['tabel', kostenTabel(feiten)],
    ]),
    ...themasVan(feiten.verslag).flatMap((thema) => themaHoofdstuk(thema, feiten, verteld)),
    ...besluitenHoofdstuk(feiten),
    ...geldHoofdstuk(feiten),
    ...bijlageHoofdstuk(feiten),
  ]
}

function themaHoofdstuk(thema: Thema, feiten: Feiten, verteld: Set<string>): Conceptblok[] {
  const gemeten = thema.activiteiten.flatMap((een) => gemetenVan(een, feiten))
  const { kosten, regels } = geldVan(thema.activiteiten, jarenVan(feiten))
  return hoofdstuk(thema.sleutel, [
    ['kop', kop(2, thema.naam)],
    ['bedoeling', thema.toelichting ? alinea(`**Bedoeling.** ${vrij(thema.toelichting)}`) : null],
    ['gedaan', alinea(gedaanTekst(thema))],
    ...resultatenDelen(`Resultaten van ${thema.naam}`, gemeten),
    ...gemeten.map((een, i) => [`grafiek-${een.resultaat.id}-${i}`, grafiekVan(een)] as const),
    ...thema.activiteiten.flatMap((een) => uitlegVan(een, feiten, verteld)),
    ...thema.activiteiten.flatMap((een) =>
      een.metingen.flatMap((meting) => metingDelen(naamVan(een.activiteit), meting)),
    ),
    [
      'kosten',
      alinea(
        regels === 0
          ? '**Kosten.** Voor dit thema zijn geen kosten vastgelegd.'
          : `**Kosten.** Dit thema kostte ${inEuro(kosten)}, voor zover het is vastgelegd.`,
      ),
    ],
    ['onbekend', alinea(onbekendTekst(thema, feiten, gemeten))],
    ...thema.activiteiten.flatMap((een) => verhalen(een, verteld)),
  ])
}

const gedaanTekst = ({ activiteiten }: Thema): string => {
  if (activiteiten.length === 0) return '**Wat is er gedaan?** Aan dit thema werkte geen activiteit.'
  const regels = activiteiten.map((een) => {
    const stand = standVan(een)
    return `- ${vrij(naamVan(een.activiteit))}: ${stand ? standen[stand].toLowerCase() : 'niet vastgelegd hoe het staat'}${een.stand?.koers === 'vertraagd' ? ', vertraagd' : ''}`
  })
  return `**Wat is er gedaan?**\n\n${regels.join('\n')}`
}

/** What can't be told is said as such, not left out (promise 3 of the design). */
function onbekendTekst(thema: Thema, feiten: Feiten, gemeten: readonly Gemeten[]): string {
  const zonderGetal = gemeten.filter(({ laatste }) => !laatste).map(({ resultaat }) => resultaat.naam)
  const zonderDoel = gemeten.filter(({ behaald }) => behaald === null).length
  const zonderGeld = thema.activiteiten.filter((een) => geldVan([een], jarenVan(feiten)).regels === 0).length
  const zonderMeting = thema.activiteiten.filter((een) => isOngemeten(een)).length
  const zinnen = [
    ...(zonderMeting > 0
      ? [
          `Van ${woord(zonderMeting, 'activiteit', 'activiteiten')} is niets gemeten: of zij helpen, is niet te zeggen.`,
        ]
      : []),
    ...(zonderGetal.length > 0 ? [`Nog zonder getal: ${zonderGetal.map(vrij).join('; ')}.`] : []),
    ...(zonderDoel > 0
      ? [`Bij ${woord(zonderDoel, 'resultaat', 'resultaten')} is geen streefwaarde afgesproken.`]
      : []),
    ...(zonderGeld > 0
      ? [`Van ${woord(zonderGeld, 'activiteit', 'activiteiten')} is niet vastgelegd wat zij kost.`]
      : []),
    'Of een verandering door dit programma komt, is uit deze cijfers niet af te leiden: er is geen groep om mee te vergelijken.',
  ]
  return `**Wat niet te zeggen is.** ${zinnen.join(' ')}`
}

const isOngemeten = ({ activiteit, metingen }: Activiteitverslag) =>
  activiteit.resultaten.length === 0 && activiteit.indicatoren.length === 0 && metingen.length === 0

function doelmatigTekst(feiten: Feiten): string {
  const { kosten, dekking, regels } = geldVan(feiten.verslag.activiteiten, jarenVan(feiten))
  if (regels === 0)
    return 'Er zijn geen kosten vastgelegd. Of het geld goed is besteed, is daarom niet te zeggen.'
  return `Voor zover vastgelegd kostte het programma ${inEuro(kosten)}, met ${inEuro(dekking)} dekking. Hieronder staat per thema wat het kostte en hoeveel afgesproken resultaten zijn gehaald. Kosten per resultaat staan er niet: de resultaten zijn te verschillend om op te tellen.`
}

function kostenTabel(feiten: Feiten): Tabel {
  return tabel(
    'Kosten en resultaten per thema',
    ['Thema', 'Activiteiten', 'Kosten', 'Resultaten met een streefwaarde', 'Gehaald'],
    themasVan(feiten.verslag).map((thema) => {
      const gemeten = thema.activiteiten.flatMap((een) => gemetenVan(een, feiten))
      const { kosten, regels } = geldVan(thema.activiteiten, jarenVan(feiten))
      return [
        thema.naam,
        String(thema.activiteiten.length),
        regels === 0 ? 'niet vastgelegd' : inEuro(kosten),
        String(gemeten.filter(({ behaald }) => behaald !== null).length),
        String(gemeten.filter(({ behaald }) => behaald === 'gehaald').length),
      ]
    }),
  )
}
