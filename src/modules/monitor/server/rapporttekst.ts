import type { Report, ReportBlock } from '../../../platform/documents/report.ts'
import { kwartaalNaam } from '../../../shared/kwartaal.ts'
import { formatLong } from '../../../shared/plain-date.ts'
import { tellers } from '../../duiding/domain/keuzes.ts'
import type { Verteld } from '../../duiding/domain/verhaal-contract.ts'
import type { Duidingtekst } from '../../duiding/server/lookup.ts'
import { grafiekKaal, grafiekTekst } from '../domain/grafiek.ts'
import { indicatorsoorten, niveaus } from '../domain/indicator.ts'
import {
  type Rapportcijfer,
  type Rapportinhoud,
  type Rapportrij,
  rapportsoorten,
} from '../domain/rapport-contract.ts'
import { gemeenteBlokken, jaarOverzicht, jaarRijen } from './rapporttekst-jaar.ts'
import { waardeIn } from './rapporttekst-waarde.ts'

const maandNaam = (maand: string) => formatLong(`${maand}-01`).replace(/^1 /, '')

export const periodeNaam = ({ soort, periode }: Pick<Rapportrij, 'soort' | 'periode'>) =>
  soort === 'jaar' ? periode : soort === 'maand' ? maandNaam(periode) : kwartaalNaam(periode)

export interface Rapportfeiten {
  readonly inhoud: Rapportinhoud
  readonly duidingen: readonly Duidingtekst[]
  readonly verhalen: readonly Verteld[]
  readonly row: Pick<Rapportrij, 'soort' | 'periode' | 'controlegetal' | 'gemaaktDoor' | 'gemaaktOp'>
  readonly isDemo: boolean
}

/** A report as the blocks of a document: every figure with all that it may not travel without, counted and told. */
export function rapportTekst(feiten: Rapportfeiten): Report {
  const { inhoud, row } = feiten
  const periode = periodeNaam(row)
  const weg = inhoud.verhalen.length - feiten.verhalen.length
  const bekend = inhoud.bekendOp
    ? `zoals bekend aan het eind van ${formatLong(inhoud.bekendOp)}`
    : `zoals bekend op ${formatLong(row.gemaaktOp)}`
  return {
    titel: `${rapportsoorten[row.soort]} ${periode}`,
    ondertitel: `${niveaus[inhoud.niveau]}. ${inhoud.regio}.`,
    afzender: inhoud.regio,
    datum: row.gemaaktOp,
    voorbeeld: feiten.isDemo,
    inhoud: [
      {
        soort: 'alinea',
        tekst: `Dit rapport geeft ${inhoud.cijfers.length} cijfers over ${row.soort === 'kwartaal' ? 'het ' : ''}${periode}, ${bekend}. Aantallen van 1 tot en met ${inhoud.kleinsteGetal - 1} staan er niet, en soms een groter aantal niet, omdat het kleine anders uit te rekenen is.`,
      },
      ...(weg > 0
        ? [
            {
              soort: 'alinea' as const,
              tekst:
                weg === 1
                  ? 'Eén verhaal is weggehaald, omdat de toestemming is ingetrokken of voorbij is.'
                  : `${weg} verhalen zijn weggehaald, omdat de toestemming is ingetrokken of voorbij is.`,
            },
          ]
        : []),
      { soort: 'kop', niveau: 2, tekst: 'De cijfers bij elkaar' },
      ...(inhoud.soort === 'jaar' ? jaarOverzicht(inhoud) : [overzicht(inhoud)]),
      ...inhoud.cijfers.flatMap((cijfer) => deel(cijfer, feiten)),
      { soort: 'kop', niveau: 2, tekst: 'Over dit rapport' },
      {
        soort: 'gegevens',
        rijen: [
          { label: 'Gemaakt op', waarde: formatLong(row.gemaaktOp) },
          { label: 'Gemaakt door', waarde: row.gemaaktDoor },
          { label: 'Cijfers', waarde: bekend.charAt(0).toUpperCase() + bekend.slice(1) },
          { label: 'Controlegetal', waarde: (row.controlegetal ?? '').replace(/(.{32})/, '$1\n') },
        ],
      },
    ],
  }
}

type Punt = Rapportcijfer['verloop'][number]
const toon = (punt: Punt | undefined, eenheid: string) =>
  punt ? waardeIn(punt.waarde, eenheid, punt.afgeschermd) : ''

const kwartaalIn = ({ kwartaal, eenheid }: Rapportcijfer) =>
  kwartaal ? waardeIn(kwartaal.waarde, eenheid, kwartaal.afgeschermd) : ''

/**
 * All figures in one table: the months of the report, a year before the last one, and of a quarter the month before it and the whole of what
 * adds up.
 */
function overzicht({ soort, cijfers, maanden }: Rapportinhoud): ReportBlock {
  const bekend = cijfers[0]?.verloop.map(({ maand }) => maand) ?? []
  const eerder = soort === 'kwartaal' ? bekend.at(-1 - maanden.length) : undefined
  const kolommen = [bekend[0], eerder, ...maanden].filter((maand) => maand !== undefined)
  return {
    soort: 'tabel',
    titel:
      soort === 'kwartaal'
        ? 'Elk cijfer in de maanden van dit kwartaal, met een jaar eerder en de maand ervoor. Onder “Heel kwartaal” staat alleen wat over drie maanden op te tellen is.'
        : 'Elk cijfer in de maanden van dit rapport, met een jaar eerder ervoor',
    kop: ['Cijfer', ...kolommen.map(maandNaam), ...(soort === 'kwartaal' ? ['Heel kwartaal'] : [])],
    rijen: cijfers.map((cijfer) => [
      cijfer.naam,
      ...kolommen.map((maand) =>
        toon(
          cijfer.verloop.find((punt) => punt.maand === maand),
          cijfer.eenheid,
        ),
      ),
      ...(soort === 'kwartaal' ? [kwartaalIn(cijfer)] : []),
    ]),
  }
}

const maandRijen = (cijfer: Rapportcijfer, { maanden }: Rapportinhoud) => [
  ...maanden.map((maand) => ({
    label: maandNaam(maand),
    waarde: toon(
      cijfer.verloop.find((punt) => punt.maand === maand),
      cijfer.eenheid,
    ),
  })),
  ...(cijfer.kwartaal ? [{ label: 'Heel kwartaal', waarde: kwartaalIn(cijfer) }] : []),
]

function deel(cijfer: Rapportcijfer, { inhoud, duidingen, verhalen }: Rapportfeiten): ReportBlock[] {
  const laatste = cijfer.verloop.at(-1)!
  const grafiek = {
    titel: cijfer.naam,
    punten: cijfer.verloop.map(({ maand }) => maandNaam(maand)),
    waarden: cijfer.verloop.map(({ waarde }) => waarde),
    eenheid: cijfer.eenheid,
  }
  const uitleg = duidingen.filter(({ indicator }) => indicator === cijfer.id)
  const verteld = verhalen.filter(({ indicator }) => indicator === cijfer.id)
  return [
    { soort: 'kop', niveau: 2, tekst: cijfer.naam },
    {
      soort: 'gegevens',
      rijen: [
        ...(cijfer.jaar ? jaarRijen(cijfer, inhoud) : maandRijen(cijfer, inhoud)),
        { label: 'Definitie', waarde: cijfer.definitie },
        {
          label: 'Teller en noemer',
          waarde: cijfer.noemer ? `${cijfer.teller}; van: ${cijfer.noemer}` : cijfer.teller,
        },
        {
          label: cijfer.tijd === 'stand' ? 'Peildatum' : 'Maand tot en met',
          waarde: formatLong(laatste.peildatum),
        },
        ...(laatste.volledigheid === null
          ? []
          : [{ label: 'Gemeente bekend', waarde: `${laatste.volledigheid}%` }]),
        { label: 'Bron', waarde: cijfer.bron },
        {
          label: 'Soort, versie en eigenaar',
          waarde: `${indicatorsoorten[cijfer.soort]}, versie ${cijfer.versie}, ${cijfer.eigenaar}`,
        },
      ],
    },
    ...(grafiek.waarden.some((waarde) => waarde !== null)
      ? [{ soort: 'grafiek' as const, svg: grafiekKaal(grafiek), tekst: grafiekTekst(grafiek) }]
      : []),
    { soort: 'alinea', tekst: grafiekTekst(grafiek) },
    ...gemeenteBlokken(cijfer, inhoud),
    ...uitleg.flatMap((rij): ReportBlock[] => [
      { soort: 'kop', niveau: 3, tekst: `Uitleg bij ${maandNaam(rij.maand)}` },
      { soort: 'alinea', tekst: rij.tekst },
      { soort: 'alinea', tekst: `${rij.auteur}, ${rij.organisatie}` },
    ]),
    ...verteld.flatMap((rij): ReportBlock[] => [
      { soort: 'kop', niveau: 3, tekst: rij.titel },
      {
        soort: 'citaat',
        tekst: rij.tekst,
        wie: `Verteld door: ${tellers[rij.teller].toLowerCase()}, bij ${maandNaam(rij.maand)}. Met toestemming.`,
      },
    ]),
  ]
}
