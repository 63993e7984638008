import { knelpuntsoorten, organen, standen } from '../../programma/domain/keuzes.ts'
import type { Activiteitverslag } from '../../programma/server/lookup.ts'
import type { Blokinhoud, Conceptblok } from '../domain/blok.ts'
import { periodeNaam } from '../domain/periode.ts'
import { doelZinnen, type Standtelling, standZinnen } from '../domain/zinnen.ts'
import {
  alinea,
  dag,
  type Feiten,
  type Gemeten,
  geldVan,
  gemetenVan,
  hoofdstuk,
  inEuro,
  inGetal,
  isVertraagd,
  jarenVan,
  kop,
  naamVan,
  openKnelpunten,
  standVan,
  type Tabel,
  tabel,
  teBesluiten,
  themasVan,
  vrij,
  woord,
} from './sjabloon.ts'
import { activiteitDelen } from './sjabloon-activiteit.ts'

/** Once per nine months (S3 §6.3): how it goes with everything, a chapter per thema. */
export function voortgangConcept(feiten: Feiten): Conceptblok[] {
  const verteld = new Set<string>()
  return [
    ...hoofdstuk('inleiding', [
      ['kop', kop(2, 'Inleiding')],
      ['tekst', inleiding(feiten)],
      ['standen', standenTabel(feiten)],
    ]),
    ...themasVan(feiten.verslag).flatMap((thema) =>
      hoofdstuk(thema.sleutel, [
        ['kop', kop(2, thema.naam)],
        ['tekst', thema.toelichting ? alinea(vrij(thema.toelichting)) : null],
        ['leeg', thema.activiteiten.length === 0 ? alinea('Aan dit thema werkt nog geen activiteit.') : null],
        ...thema.activiteiten.flatMap((een) => activiteitDelen(een, feiten, verteld)),
      ]),
    ),
    ...hoofdstuk('sturing', [
      ['kop', kop(2, 'Weten wij of het helpt?')],
      ['tekst', alinea(sturingTekst(feiten))],
    ]),
    ...knelpuntenHoofdstuk(feiten),
    ...besluitenHoofdstuk(feiten),
    ...geldHoofdstuk(feiten),
    ...bijlageHoofdstuk(feiten),
  ]
}

export function tel({ verslag: { activiteiten } }: Feiten): Standtelling {
  const met = (test: (een: (typeof activiteiten)[number]) => boolean) => activiteiten.filter(test).length
  return {
    totaal: activiteiten.length,
    opSchema: met(({ stand }) => stand?.koers === 'op_schema'),
    vertraagd: met(isVertraagd),
    gestopt: met((een) => standVan(een) === 'voortijdig_beeindigd'),
    klaar: met((een) => standVan(een) === 'afgerond'),
    onbekend: met((een) => standVan(een) === null),
  }
}

function inleiding(feiten: Feiten): Blokinhoud {
  const { programma } = feiten.verslag
  return alinea(
    [
      `Dit is de voortgang van ${vrij(programma.naam)} over ${periodeNaam(feiten)}. Zij vertelt wat er is gedaan, wat dat opleverde en wat er nog te besluiten is.`,
      ...(programma.toelichting ? [vrij(programma.toelichting)] : []),
      standZinnen(tel(feiten)),
    ].join('\n\n'),
  )
}

export function standenTabel({ verslag: { activiteiten } }: Feiten): Tabel {
  const rijen = Object.entries(standen).flatMap(([code, naam]) => {
    const hier = activiteiten.filter((een) => standVan(een) === code)
    return hier.length === 0 ? [] : [[naam, String(hier.length), String(hier.filter(isVertraagd).length)]]
  })
  const onbekend = activiteiten.filter((een) => standVan(een) === null).length
  return tabel(
    'Hoeveel activiteiten in welke stand, aan het eind van de periode',
    ['Stand', 'Activiteiten', 'Waarvan vertraagd'],
    onbekend > 0 ? [...rijen, ['Niet vastgelegd', String(onbekend), '0']] : rijen,
  )
}

export function sturingTekst(feiten: Feiten): string {
  const { activiteiten } = feiten.verslag
  const gemeten = activiteiten.flatMap((een) => gemetenVan(een, feiten))
  const met = (uitkomst: Gemeten['behaald']) => gemeten.filter(({ behaald }) => behaald === uitkomst).length
  const zonder = activiteiten.filter(
    ({ activiteit }) => activiteit.resultaten.length === 0 && activiteit.indicatoren.length === 0,
  )
  const metingen = activiteiten.reduce((totaal, een) => totaal + een.metingen.length, 0)
  return [
    doelZinnen({
      gehaald: met('gehaald'),
      opWeg: met('op_weg'),
      nietGehaald: met('niet_gehaald'),
      zonderGetal: met('geen_getal'),
    }),
    metingen === 0
      ? 'Er is geen nulmeting of nameting gedaan.'
      : `Er ${metingen === 1 ? 'is 1 meting' : `zijn ${metingen} metingen`} met een nulmeting of nameting. Wat zij wel en niet zeggen, staat bij de activiteit.`,
    ...(zonder.length > 0
      ? [
          `Van ${woord(zonder.length, 'activiteit', 'activiteiten')} is niet te zien of zij helpen, omdat er geen resultaat of indicator bij staat:\n\n${zonder.map(({ activiteit }) => `- ${vrij(naamVan(activiteit))}`).join('\n')}`,
        ]
      : []),
  ].join('\n\n')
}

export function knelpuntenHoofdstuk(feiten: Feiten): Conceptblok[] {
  const rijen = feiten.verslag.activiteiten.flatMap((een) =>
    openKnelpunten(een, feiten).map((knelpunt) => [
      naamVan(een.activiteit),
      `${knelpuntsoorten[knelpunt.soort]}: ${knelpunt.omschrijving}`,
      dag(knelpunt.gemeldOp),
      knelpunt.opgelostOp === null || knelpunt.opgelostOp >= feiten.tot
        ? 'nog open'
        : `${dag(knelpunt.opgelostOp)}: ${knelpunt.oplossing}`,
    ]),
  )
  return hoofdstuk('knelpunten', [
    ['kop', kop(2, 'Knelpunten')],
    ['geen', rijen.length === 0 ? alinea('Er zijn geen knelpunten gemeld.') : null],
    ['tabel', tabel('Wat activiteiten tegenhield', ['Activiteit', 'Wat', 'Gemeld', 'Opgelost'], rijen)],
  ])
}

export function besluitenHoofdstuk(feiten: Feiten): Conceptblok[] {
  const rijen = feiten.verslag.activiteiten
    .flatMap((een) => teBesluiten(een, feiten).map((besluit) => ({ besluit, naam: naamVan(een.activiteit) })))
    .sort((a, b) => (a.besluit.geplandOp < b.besluit.geplandOp ? -1 : 1))
    .map(({ besluit, naam }) => [
      naam,
      besluit.waarover,
      organen[besluit.orgaan],
      dag(besluit.geplandOp),
      besluit.criteria ?? 'nog niet afgesproken',
    ])
  return hoofdstuk('besluiten', [
    ['kop', kop(2, 'Besluiten die komen')],
    ['geen', rijen.length === 0 ? alinea('Er staan geen besluiten gepland.') : null],
    [
      'tabel',
      tabel('Nog te besluiten', ['Activiteit', 'Waarover', 'Wie', 'Uiterlijk', 'Waaraan afgemeten'], rijen),
    ],
  ])
}

export function geldHoofdstuk(feiten: Feiten): Conceptblok[] {
  const jaren = jarenVan(feiten)
  const { activiteiten } = feiten.verslag
  const zonder = activiteiten.filter((een) => geldVan([een], jaren).regels === 0).length
  const rijen = jaren.map((jaar) => {
    const { kosten, dekking } = geldVan(activiteiten, [jaar])
    return [String(jaar), inEuro(kosten), inEuro(dekking), inEuro(dekking - kosten)]
  })
  const perActiviteit = activiteiten.flatMap((een) => {
    const { regels, kosten, dekking } = geldVan([een], jaren)
    return regels === 0 ? [] : [[naamVan(een.activiteit), inEuro(kosten), inEuro(dekking)]]
  })
  const { regels } = geldVan(activiteiten, jaren)
  return hoofdstuk('geld', [
    ['kop', kop(2, 'Geld')],
    [
      'tekst',
      alinea(
        regels === 0
          ? 'Van deze jaren zijn geen kosten en geen dekking vastgelegd.'
          : `De bedragen gelden voor hele jaren, ook als de periode korter is.${zonder > 0 ? ` Van ${woord(zonder, 'activiteit', 'activiteiten')} staat geen bedrag vast: het totaal kan dus hoger zijn.` : ''}`,
      ),
    ],
    [
      'jaren',
      regels === 0
        ? null
        : tabel('Kosten en dekking per jaar', ['Jaar', 'Kosten', 'Dekking', 'Verschil'], rijen),
    ],
    [
      'activiteiten',
      tabel('Kosten en dekking per activiteit', ['Activiteit', 'Kosten', 'Dekking'], perActiviteit),
    ],
  ])
}

/** Every number that is in it, with its day and its source. */
export function bijlageHoofdstuk(feiten: Feiten): Conceptblok[] {
  const { activiteiten } = feiten.verslag
  return hoofdstuk('bijlage', [
    ['kop', kop(2, 'Bijlage: alle cijfers met hun bron')],
    [
      'tekst',
      alinea(
        'Hier staat elk getal uit deze periode, met de dag en de bron. Zo is alles na te gaan. Aantallen die te klein zijn om te tonen, staan er niet.',
      ),
    ],
    ...activiteiten.map((een) => [een.activiteit.id, cijfersVan(een, feiten)] as const),
  ])
}

/** The numbers of one activiteit; where they have one source it stands in the title. */
function cijfersVan(een: Activiteitverslag, feiten: Feiten): Tabel {
  const rijen = [
    ...gemetenVan(een, feiten).flatMap(({ resultaat, waarden }) =>
      waarden
        .filter(({ op }) => op >= feiten.van)
        .map(({ waarde, op, bron }) => [
          resultaat.naam,
          `${inGetal(waarde)} ${resultaat.eenheid ?? ''}`.trim(),
          dag(op),
          bron,
        ]),
    ),
    ...een.draad.geld
      .filter(({ jaar }) => jarenVan(feiten).includes(jaar))
      .map(({ soort, omschrijving, jaar, bedrag, bron }) => [
        `${soort === 'kosten' ? 'Kosten' : 'Dekking'}: ${omschrijving}`,
        inEuro(bedrag),
        String(jaar),
        bron,
      ]),
  ]
  const titel = `Cijfers van ${naamVan(een.activiteit)}`
  const bronnen = new Set(rijen.map((rij) => rij[3]))
  if (bronnen.size !== 1) return tabel(titel, ['Wat', 'Getal', 'Op', 'Bron'], rijen)
  return tabel(
    `${titel}. Bron: ${[...bronnen][0]}`,
    ['Wat', 'Getal', 'Op'],
    rijen.map((rij) => rij.slice(0, 3)),
  )
}
