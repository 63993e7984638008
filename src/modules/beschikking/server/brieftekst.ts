import type { Letter, LetterBlock } from '../../../platform/documents/letter.ts'
import { addDays, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Intrekgrond, intrekgronden, type Soort, type Status } from '../domain/keuzes.ts'

/** Everything that the letters say; read by brief-commands.ts. No address when the person is secret. */
export interface BriefFeiten {
  readonly afzender: { readonly naam: string; readonly regels: readonly string[] }
  readonly venster: readonly string[]
  readonly aanhef: string
  readonly nummer: string
  readonly isGeheim: boolean
  readonly isDemo: boolean
  readonly datum: PlainDate
}

export interface BeschikkingFeiten extends BriefFeiten {
  readonly soort: Soort | null
  readonly status: Status
  readonly product: { readonly naam: string; readonly domein: string }
  readonly gemeente: string
  readonly mandaat: string | null
  readonly beslisser: string | null
  readonly aangevraagdOp: PlainDate
  readonly beschiktOp: PlainDate
  readonly geldigVan: PlainDate | null
  readonly geldigTot: PlainDate | null
  readonly heronderzoekOp: PlainDate | null
  readonly motivering: string
  readonly intrekgrond: Intrekgrond | null
  readonly vorigNummer: string | null
  readonly bezwaarTot: PlainDate
}

const p = (tekst: string): LetterBlock => ({ soort: 'alinea', tekst })
const kop = (tekst: string): LetterBlock => ({ soort: 'kop', tekst })

export function beschikkingBrief(feiten: BeschikkingFeiten): Letter {
  const { onderwerp, besluit } = besluitOf(feiten)
  return {
    ...kopOf(feiten),
    onderwerp,
    inhoud: [
      p(besluit),
      ...gegevensOf(feiten),
      kop('Waarom wij dit besluiten'),
      ...feiten.motivering
        .split(/\n{2,}/)
        .filter((part) => part.trim() !== '')
        .map(p),
      ...(feiten.intrekgrond
        ? [
            p(
              `Dit mag volgens de Wet maatschappelijke ondersteuning 2015, artikel 2.3.10, eerste lid, onder ${feiten.intrekgrond}: ${kleineLetter(intrekgronden[feiten.intrekgrond])}.`,
            ),
          ]
        : []),
      ...plichtenOf(feiten),
    ],
    ondertekening: [
      `Namens het college van burgemeester en wethouders van ${feiten.gemeente},`,
      ...(feiten.mandaat ? [`op grond van mandaat: ${feiten.mandaat}`] : []),
      feiten.afzender.naam,
      ...(feiten.beslisser ? [feiten.beslisser] : []),
    ],
    rechtsmiddel: bezwaarOf(feiten),
  }
}

function kopOf(feiten: BriefFeiten) {
  return {
    afzender: feiten.afzender,
    geadresseerde: feiten.venster,
    datum: feiten.datum,
    kenmerk: feiten.nummer,
    aanhef: feiten.aanhef,
    voorbeeld: feiten.isDemo,
  }
}

function besluitOf(feiten: BeschikkingFeiten): { onderwerp: string; besluit: string } {
  const wat = kleineLetter(feiten.product.naam)
  const aanvraag = `Op ${formatLong(feiten.aangevraagdOp)} heeft u ${wat} aangevraagd.`
  if (feiten.status === 'buiten_behandeling')
    return {
      onderwerp: `Wij behandelen uw aanvraag voor ${wat} niet`,
      besluit: `${aanvraag} Wij hebben u om gegevens gevraagd en die niet op tijd gekregen. Daarom behandelen wij uw aanvraag niet verder (Algemene wet bestuursrecht, artikel 4:5). U kunt opnieuw een aanvraag doen.`,
    }
  switch (feiten.soort) {
    case 'toekenning':
      return { onderwerp: `U krijgt ${wat}`, besluit: `${aanvraag} Wij kennen dit toe. U krijgt ${wat}.` }
    case 'afwijzing':
      return {
        onderwerp: `U krijgt geen ${wat}`,
        besluit: `${aanvraag} Wij wijzen uw aanvraag af. U krijgt geen ${wat}.`,
      }
    case 'herziening':
      return {
        onderwerp: `Uw besluit over ${wat} verandert`,
        besluit: `Wij hebben opnieuw gekeken naar ons besluit met kenmerk ${feiten.vorigNummer}. Wij veranderen dat besluit. Vanaf ${formatLong(feiten.geldigVan!)} geldt dit nieuwe besluit.`,
      }
    default:
      return {
        onderwerp: `Uw ${wat} stopt`,
        besluit: `Wij trekken ons besluit met kenmerk ${feiten.vorigNummer} in. Vanaf ${formatLong(feiten.geldigVan!)} krijgt u geen ${wat} meer.`,
      }
  }
}

function gegevensOf(feiten: BeschikkingFeiten): LetterBlock[] {
  if (feiten.soort !== 'toekenning' && feiten.soort !== 'herziening') return []
  const rijen = [
    { label: 'U krijgt', waarde: feiten.product.naam },
    { label: 'Vanaf', waarde: formatLong(feiten.geldigVan!) },
    {
      label: 'Tot en met',
      waarde: feiten.geldigTot ? formatLong(addDays(feiten.geldigTot, -1)) : 'geen vaste einddatum',
    },
    { label: 'Wij kijken opnieuw', waarde: `rond ${formatLong(feiten.heronderzoekOp!)}` },
    { label: 'Eigen bijdrage', waarde: eigenBijdrageOf(feiten.product.domein) },
  ]
  return [{ soort: 'gegevens', rijen }]
}

/** Wmo 2015 art. 2.1.4a and 2.1.4b; amounts are set by the CAK or the verordening, so none is named here. */
function eigenBijdrageOf(domein: string): string {
  if (domein === 'BW')
    return 'U betaalt een eigen bijdrage. Hoeveel hangt af van uw inkomen en vermogen. Het CAK berekent dit en stuurt u een brief.'
  if (domein === 'BT')
    return 'U betaalt een vaste eigen bijdrage per maand. Het CAK stuurt u hierover een brief.'
  if (domein === 'VO')
    return 'De opvang vertelt u of u een eigen bijdrage betaalt. Uw gegevens gaan hiervoor niet naar het CAK.'
  return 'De opvang vertelt u of u een eigen bijdrage betaalt en hoeveel. De regels staan in de verordening van de gemeente.'
}

function plichtenOf(feiten: BeschikkingFeiten): LetterBlock[] {
  if (feiten.soort !== 'toekenning' && feiten.soort !== 'herziening') return []
  return [
    kop('Verandert er iets?'),
    p(
      'Laat het ons meteen weten als uw situatie verandert en dat gevolgen kan hebben voor dit besluit. Dat bent u verplicht (Wmo 2015, artikel 2.3.8).',
    ),
  ]
}

/** Awb art. 3:45 (name the remedy), 6:5 (what is in it), 6:7 and 6:8 (six weeks), 8:81 (while it runs). */
function bezwaarOf(feiten: BeschikkingFeiten): NonNullable<Letter['rechtsmiddel']> {
  const college = `het college van burgemeester en wethouders van ${feiten.gemeente}`
  return {
    titel: 'Bent u het niet eens met dit besluit?',
    inhoud: [
      p(
        `Dan kunt u bezwaar maken. Dat kan tot en met ${formatLong(feiten.bezwaarTot)}. Stuur uw bezwaar naar ${college}. Het postadres staat op de website van de gemeente ${feiten.gemeente}.`,
      ),
      {
        soort: 'lijst',
        items: [
          feiten.isGeheim ? 'Zet erin hoe wij u veilig kunnen bereiken.' : 'Zet uw naam en adres erin.',
          `Noem de datum en het kenmerk ${feiten.nummer}.`,
          'Schrijf op waarom u het er niet mee eens bent.',
          'Zet er een datum en uw handtekening onder.',
        ],
      },
      p(
        'Het besluit geldt ook als u bezwaar maakt. Kunt u daar niet op wachten? Dan kunt u de rechtbank om een voorlopige voorziening vragen. Een onafhankelijke cliëntondersteuner helpt u gratis.',
      ),
    ],
  }
}

export interface OntvangstFeiten extends BriefFeiten {
  readonly ontvangenOp: PlainDate
  readonly onderzoekUiterlijkOp: PlainDate
  readonly planUiterlijkOp: PlainDate
}

/** Wmo 2015 art. 2.3.2 lid 1 (receipt, six weeks), lid 2 (own plan, seven days), lid 3 (free support). */
export function ontvangstBrief(feiten: OntvangstFeiten): Letter {
  return {
    ...kopOf(feiten),
    onderwerp: 'Wij hebben uw melding ontvangen',
    inhoud: [
      p(
        `Op ${formatLong(feiten.ontvangenOp)} hebben wij uw melding ontvangen. In deze brief leest u wat er nu gebeurt.`,
      ),
      kop('Wij gaan met u in gesprek'),
      p(
        `Samen onderzoeken wij wat u nodig heeft. Dat onderzoek is uiterlijk ${formatLong(feiten.onderzoekUiterlijkOp)} klaar. Is er eerder iets nodig? Bel ons dan meteen.`,
      ),
      kop('U kunt een eigen plan maken'),
      p(
        `Daarin schrijft u zelf op welke hulp u nodig heeft. Geef het ons uiterlijk ${formatLong(feiten.planUiterlijkOp)}. Wij gebruiken het in het onderzoek.`,
      ),
      kop('U kunt gratis hulp krijgen'),
      p(
        'Een onafhankelijke cliëntondersteuner denkt met u mee en gaat mee naar het gesprek. Dat kost u niets. Vraag ons ernaar.',
      ),
    ],
    ondertekening: [feiten.afzender.naam],
  }
}

function kleineLetter(text: string): string {
  return text[0]!.toLowerCase() + text.slice(1)
}
