import { isTestBsn, normaliseBsn } from '../../../shared/bsn.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { type Fault, type Rejection, reject } from '../../../shared/rejection.ts'
import { type Geslacht, geslachten } from './keuzes.ts'
import type { RegisterPersoon } from './persoon.ts'

export interface Naam {
  readonly achternaam: string | null
  readonly tussenvoegsel: string | null
  readonly voornamen: string | null
  readonly roepnaam: string | null
  readonly isNn: boolean
  readonly geslacht: string
  readonly geboortedatum: PlainDate | null
  readonly geboortejaar: number | null
}

/** Name on screens and letters: `Sanne de Vries`; for a person without a name `NN (vrouw, ca. 1985)`. */
export function weergavenaam(persoon: Naam): string {
  const name = [persoon.roepnaam ?? persoon.voornamen, persoon.tussenvoegsel, persoon.achternaam]
    .filter(Boolean)
    .join(' ')
  if (!persoon.isNn && name !== '') return name
  const year = persoon.geboortedatum?.slice(0, 4)
  const about = [
    persoon.geslacht === 'onbekend' ? undefined : geslachten[persoon.geslacht as Geslacht]?.toLowerCase(),
    year ?? (persoon.geboortejaar === null ? undefined : `ca. ${persoon.geboortejaar}`),
  ].filter(Boolean)
  const alias = name === '' ? 'NN' : `NN ‘${name}’`
  return about.length === 0 ? alias : `${alias} (${about.join(', ')})`
}

/** Small letters without accents and punctuation, tussenvoegsel included: what searching compares. */
export function zoeknaamOf(
  naam: Pick<Naam, 'achternaam' | 'tussenvoegsel' | 'voornamen' | 'roepnaam'>,
): string {
  const first = naam.voornamen?.split(/\s+/)[0]
  const roepnaam = naam.roepnaam === first ? null : naam.roepnaam
  return normaliseNaam([first, roepnaam, naam.tussenvoegsel, naam.achternaam].filter(Boolean).join(' '))
}

export function normaliseNaam(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Who may use the BSN: those who carry out the Wmo and Veilig Thuis (Wmo 2015 art. 5.2.9 lid 1 and 2). Corporaties and
 * welzijn have no law that says so (UAVG art. 46).
 */
const metBsn: ReadonlySet<string> = new Set([
  'gemeente',
  'toegang',
  'aanbieder',
  'uitvoeringsorganisatie',
  'veilig_thuis',
])

export function mayUseBsn(organisatieSoort: string): boolean {
  return metBsn.has(organisatieSoort)
}

export interface Registratie {
  readonly today: PlainDate
  /** Kind of the asker's organisation; null for the system. */
  readonly organisatieSoort: string | null
  readonly isDemo: boolean
  /** May the asker see women's shelter files? Without it a secret file would be out of reach of its maker. */
  readonly magGeheim: boolean
}

/** All faults of a new or changed person at once; undefined when it may be recorded. */
export function faultsOfPersoon(input: RegisterPersoon, context: Registratie): Rejection | undefined {
  const faults: Fault[] = [
    ...naamFaults(input),
    ...geboorteFaults(input, context.today),
    ...bsnFaults(input, context),
    ...gemeenteFaults(input),
  ]
  if (input.isGeheim && !context.magGeheim)
    faults.push({
      field: 'isGeheim',
      message:
        'Alleen een medewerker van de vrouwenopvang kan een dossier geheim maken. Vraag hen om dit dossier aan te leggen.',
    })
  if (faults.length === 0) return undefined
  const message = faults.length === 1 ? faults[0]!.message : `Er zijn ${faults.length} fouten in de gegevens.`
  return reject('persoon_onvolledig', message, { status: 422, field: faults[0]!.field, faults })
}

/** What is missing, told from the form alone; so it can be named together with everything else on a larger form. */
export function findOntbrekend(input: RegisterPersoon): Fault[] {
  return [...naamFaults(input), ...geboorteOntbreekt(input), ...bsnOntbreekt(input), ...gemeenteFaults(input)]
}

function naamFaults(input: RegisterPersoon): Fault[] {
  if (input.isNn || input.achternaam?.trim()) return []
  return [{ field: 'achternaam', message: 'Vul een achternaam in, of kies dat de naam nog onbekend is.' }]
}

function geboorteFaults(input: RegisterPersoon, today: PlainDate): Fault[] {
  if (input.geboortedatum && input.geboortedatum > today)
    return [{ field: 'geboortedatum', message: 'De geboortedatum ligt in de toekomst. Controleer de datum.' }]
  if (input.geboortejaar && input.geboortejaar > Number(today.slice(0, 4)))
    return [{ field: 'geboortejaar', message: 'Het geboortejaar ligt in de toekomst. Controleer het jaar.' }]
  return geboorteOntbreekt(input)
}

function geboorteOntbreekt(input: RegisterPersoon): Fault[] {
  if (input.isNn || input.geboortedatum || input.geboortejaar) return []
  return [{ field: 'geboortedatum', message: 'Vul de geboortedatum in, of schat het geboortejaar.' }]
}

function bsnOntbreekt(input: RegisterPersoon): Fault[] {
  if (input.bsn?.trim() || input.geenBsnReden) return []
  return [
    { field: 'geenBsnReden', message: 'Vul het burgerservicenummer in, of kies waarom het er niet is.' },
  ]
}

function bsnFaults(input: RegisterPersoon, context: Registratie): Fault[] {
  const typed = input.bsn?.trim()
  if (!typed) return bsnOntbreekt(input)
  const bsn = normaliseBsn(typed)
  if (bsn === undefined)
    return [{ field: 'bsn', message: 'Dit is geen geldig burgerservicenummer. Controleer de negen cijfers.' }]
  if (context.isDemo && !isTestBsn(bsn))
    return [
      {
        field: 'bsn',
        message:
          'In een demo-omgeving mag geen echt burgerservicenummer staan. Gebruik een nummer dat met 9999 begint.',
      },
    ]
  if (context.organisatieSoort !== null && !mayUseBsn(context.organisatieSoort))
    return [
      {
        field: 'bsn',
        message:
          'Uw organisatie mag geen burgerservicenummer vastleggen. Laat het veld leeg en kies de reden daarvan.',
      },
    ]
  return []
}

function gemeenteFaults(input: RegisterPersoon): Fault[] {
  const faults: Fault[] = []
  if (!input.herkomstGemeente && !input.herkomstOnbekendReden)
    faults.push({
      field: 'herkomstGemeente',
      message: 'Kies de gemeente van herkomst, of kies waarom die onbekend is.',
    })
  if (input.herkomstGemeente && !input.herkomstBewijs)
    faults.push({ field: 'herkomstBewijs', message: 'Kies waaruit de herkomst blijkt.' })
  if (!input.woonplaatsGemeente && !input.woonplaatsOnbekendReden)
    faults.push({
      field: 'woonplaatsGemeente',
      message: 'Kies de gemeente waar iemand nu verblijft, of kies waarom die onbekend is.',
    })
  return faults
}
