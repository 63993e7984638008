import type { Report, ReportBlock } from '../../../platform/documents/report.ts'
import { dutchDateOf, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import {
  type Antwoordtabel,
  gemeentetabel,
  heel,
  hoeGerekend,
  inEenZin,
  kostenPerJaar,
  kostenPerWachtdag,
  maandNaam,
  type Vergelijking,
  vraagInEenZin,
} from '../domain/antwoord.ts'
import { bandgrafiekKaal, bandgrafiekTekst } from '../domain/bandgrafiek.ts'
import { maatregelInWoorden } from '../domain/maatregelzin.ts'
import type { Berekening } from '../domain/scenario-contract.ts'
import type { Uitgangspunt } from '../domain/uitgangspunt.ts'

export interface Notafeiten {
  readonly berekening: Berekening
  readonly uitkomst: Vergelijking
  readonly punt: Uitgangspunt
  /** What was assumed to compute the measures, in sentences. */
  readonly aannames: readonly string[]
  /** The verdict on the forecast of a year ago; undefined when nobody looked back. */
  readonly terugblik: { readonly kop: string; readonly uitleg: string } | undefined
  readonly regio: { readonly naam: string; readonly isDemo: boolean }
  readonly vandaag: PlainDate
}

const kop = (tekst: string): ReportBlock => ({ soort: 'kop', niveau: 2, tekst })
const alinea = (tekst: string): ReportBlock => ({ soort: 'alinea', tekst })
const tabel = (inhoud: Antwoordtabel): ReportBlock => ({ soort: 'tabel', ...inhoud })

/** A finished comparison as the blocks of a document of two pages: the answer first, then what it rests on. */
export function notaTekst(feiten: Notafeiten): Report {
  const { berekening, uitkomst, punt, regio, terugblik } = feiten
  return {
    titel: `Scenario: ${berekening.scenario}`,
    ondertitel: `Wat de maatregelen doen met het wachten, ${maandNaam(uitkomst.maanden[0]!)} tot ${maandNaam(uitkomst.maanden.at(-1)!)}.`,
    afzender: regio.naam,
    datum: feiten.vandaag,
    voorbeeld: regio.isDemo,
    inhoud: [
      kop('Vraag en antwoord'),
      alinea(vraagInEenZin(berekening)),
      alinea(inEenZin(uitkomst)),
      kop('De maatregelen'),
      {
        soort: 'gegevens',
        rijen: berekening.maatregelen.map((maatregel) => ({
          label: maatregel.naam,
          waarde: maatregelInWoorden(punt, maatregel),
        })),
      },
      kop('Per gemeente'),
      tabel(gemeentetabel(uitkomst)),
      ...wachtlijst(uitkomst),
      kop('Kosten'),
      tabel(kostenPerJaar(uitkomst)),
      alinea(kostenPerWachtdag(uitkomst)),
      kop('Hoe zeker is dit?'),
      alinea(uitkomst.zekerheid.join(' ')),
      alinea(hoeGerekend(uitkomst)),
      alinea(
        terugblik
          ? `${terugblik.kop}. ${terugblik.uitleg}`
          : 'Of de prognose van een jaar geleden uitkwam, is niet nagegaan.',
      ),
      ...aangenomen(feiten),
      ...uitgangspunt(feiten),
    ],
  }
}

function wachtlijst({ reeksen, maanden }: Vergelijking): ReportBlock[] {
  const reeks = reeksen.find(
    ({ maat, gemeente, product }) => maat === 'wachtend' && gemeente === null && product === null,
  )
  if (!reeks) return []
  const tekst = bandgrafiekTekst('Mensen op de wachtlijst van de hele keten', reeks, maanden)
  return [{ soort: 'grafiek', svg: bandgrafiekKaal(reeks), tekst }, alinea(tekst)]
}

/** What the answer rests on that nobody measured. */
function aangenomen({ punt: { parameters, weggelaten }, aannames }: Notafeiten): ReportBlock[] {
  const aantallen = new Map<string, number>()
  for (const { aanname, soortNaam } of parameters)
    if (aanname !== null) aantallen.set(soortNaam, (aantallen.get(soortNaam) ?? 0) + 1)
  const soorten = [...aantallen].map(([naam, aantal]) => `${naam}: ${heel(aantal)}`)
  const samen = [...aantallen.values()].reduce((sum, aantal) => sum + aantal, 0)
  return [
    kop('Waar het antwoord op rust'),
    {
      soort: 'gegevens',
      rijen: [
        {
          label: 'Aangenomen getallen',
          waarde: [`${heel(samen)} van de ${heel(parameters.length)}`, soorten.join('; ')]
            .filter(Boolean)
            .join('. '),
        },
        {
          label: 'Eigen waarden',
          waarde: `${heel(parameters.filter(({ isEigen }) => isEigen).length)} door de regio ingevuld, met een reden`,
        },
        {
          label: 'Bij de maatregelen',
          waarde: aannames.length > 0 ? aannames.join('\n') : 'Niets aangenomen',
        },
        ...(weggelaten.length > 0
          ? [
              {
                label: 'Niet meegerekend',
                waarde: `Stappen waarmee mensen in een kring elkaars plek bezet houden: ${weggelaten.map(({ van, naar }) => `van ${van} naar ${naar}`).join('; ')}`,
              },
            ]
          : []),
      ],
    },
  ]
}

function uitgangspunt({ berekening, uitkomst, vandaag }: Notafeiten): ReportBlock[] {
  const { peildatum, controlegetal, gemaaktDoor, klaarOp } = berekening
  return [
    kop('Uitgangspunt'),
    {
      soort: 'gegevens',
      rijen: [
        {
          label: 'Keten van',
          waarde: `${formatLong(peildatum)}, met de schattingen uit het register van die dag`,
        },
        {
          label: 'Gerekend',
          waarde: `Van ${formatLong(uitkomst.maanden[0]!)} tot ${formatLong(uitkomst.maanden.at(-1)!)}`,
        },
        {
          label: 'Doorgerekend',
          waarde: [klaarOp && formatLong(dutchDateOf(new Date(klaarOp))), `gevraagd door ${gemaaktDoor}`]
            .filter(Boolean)
            .join(', '),
        },
        { label: 'Nota gemaakt', waarde: formatLong(vandaag) },
        { label: 'Controlegetal', waarde: controlegetal.replace(/(.{32})/, '$1\n') },
      ],
    },
  ]
}
