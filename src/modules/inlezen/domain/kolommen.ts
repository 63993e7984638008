import { plekSoorten } from '../../plek/domain/contract.ts'
import { overbruggingen, richtingen } from '../../wachtlijst/domain/rules.ts'
import { partnerbestanden, partners } from './kolommen-partners.ts'
import { programmabestanden, programmakolommen } from './kolommen-programma.ts'

/** Files of the chain, some of them with people in them. */
export const ketenbestanden = {
  plekken: 'Voorzieningen, locaties en plekken',
  verblijven: 'Mensen met een lopend verblijf',
  wachtlijst: 'Mensen die wachten',
} as const

/** What a file holds; one kind per file. */
export const soorten = { ...ketenbestanden, ...programmabestanden, ...partnerbestanden } as const
export type Soort = keyof typeof soorten

/** How a cell is read. `keuze` accepts the code and the name, whatever the capitals. */
export type Celsoort =
  | { readonly als: 'tekst'; readonly maximum?: number }
  | { readonly als: 'datum' }
  | { readonly als: 'getal'; readonly minimum: number; readonly maximum: number }
  | { readonly als: 'bsn' }
  | { readonly als: 'gemeente' }
  | { readonly als: 'keuze'; readonly keuzes: Readonly<Record<string, string>> }
  | { readonly als: 'lijst' }
  /** Several values, one on a line or with `|` between them; of how many characters each at most. */
  | { readonly als: 'regels'; readonly maximum?: number }
  /** A number with a decimal comma. */
  | { readonly als: 'decimaal' }
  /** `2026-1` or `Q1 2026`. */
  | { readonly als: 'kwartaal' }

export interface Kolom {
  readonly sleutel: string
  /** Heading in the template. */
  readonly naam: string
  /** Other headings that mean the same. */
  readonly ookWel?: readonly string[]
  readonly verplicht: boolean
  readonly cel: Celsoort
  readonly uitleg: string
  readonly voorbeeld: string
  /** Says something of a person: the report never repeats the value. */
  readonly persoonlijk?: boolean
}

const tekst = { als: 'tekst' } as const
const datum = { als: 'datum' } as const

const persoon: readonly Kolom[] = [
  {
    sleutel: 'achternaam',
    naam: 'Achternaam',
    ookWel: ['naam', 'geslachtsnaam'],
    verplicht: true,
    cel: tekst,
    uitleg: 'Achternaam zonder tussenvoegsel.',
    voorbeeld: 'Demo-Linde',
    persoonlijk: true,
  },
  {
    sleutel: 'tussenvoegsel',
    naam: 'Tussenvoegsel',
    ookWel: ['voorvoegsel', 'voorvoegsels'],
    verplicht: false,
    cel: { als: 'tekst', maximum: 30 },
    uitleg: 'Bijvoorbeeld: van der.',
    voorbeeld: '',
    persoonlijk: true,
  },
  {
    sleutel: 'roepnaam',
    naam: 'Roepnaam',
    ookWel: ['voornaam', 'voornamen'],
    verplicht: false,
    cel: tekst,
    uitleg: 'Roepnaam of eerste voornaam.',
    voorbeeld: 'Sam',
    persoonlijk: true,
  },
  {
    sleutel: 'geboortedatum',
    naam: 'Geboortedatum',
    ookWel: ['geboren', 'geb.datum', 'gebdatum', 'geboren op'],
    verplicht: true,
    cel: datum,
    uitleg: 'Dag, maand en jaar van vier cijfers.',
    voorbeeld: '1-4-1988',
    persoonlijk: true,
  },
  {
    sleutel: 'geslacht',
    naam: 'Geslacht',
    ookWel: ['m/v', 'm/v/x'],
    verplicht: false,
    cel: {
      als: 'keuze',
      keuzes: { vrouw: 'Vrouw', man: 'Man', anders: 'Anders', onbekend: 'Onbekend', v: 'V', m: 'M', x: 'X' },
    },
    uitleg: 'Vrouw, man, anders of onbekend.',
    voorbeeld: 'vrouw',
    persoonlijk: true,
  },
  {
    sleutel: 'bsn',
    naam: 'BSN',
    ookWel: ['burgerservicenummer', 'sofinummer', 'bsn-nummer'],
    verplicht: false,
    cel: { als: 'bsn' },
    uitleg: 'Negen cijfers; mag leeg blijven.',
    voorbeeld: '',
    persoonlijk: true,
  },
  {
    sleutel: 'gemeente',
    naam: 'Gemeente',
    ookWel: ['gemeente van herkomst', 'herkomst', 'woonplaats'],
    verplicht: true,
    cel: { als: 'gemeente' },
    uitleg: 'Gemeente waar iemand vandaan komt. Schrijf “onbekend” als u die niet weet.',
    voorbeeld: 'Vlaardingen',
  },
  {
    sleutel: 'dossier',
    naam: 'Dossier',
    verplicht: false,
    cel: { als: 'keuze', keuzes: { nieuw: 'Nieuw', bestaand: 'Bestaand' } },
    uitleg:
      'Alleen nodig als het verslag daarom vraagt: “bestaand” als iemand al een dossier heeft, “nieuw” als het een ander is.',
    voorbeeld: '',
  },
]

const voorzieningKolom: Kolom = {
  sleutel: 'voorziening',
  naam: 'Voorziening',
  ookWel: ['naam voorziening'],
  verplicht: true,
  cel: tekst,
  uitleg: 'Naam of code van de voorziening.',
  voorbeeld: 'Beschermd wonen Voorbeeld',
}
const locatieKolom: Kolom = {
  sleutel: 'locatie',
  naam: 'Locatie',
  ookWel: ['naam locatie', 'huis', 'adresnaam'],
  verplicht: true,
  cel: tekst,
  uitleg: 'Naam van het gebouw of de groep woningen.',
  voorbeeld: 'Huis Oost',
}
const plekKolom: Kolom = {
  sleutel: 'plek',
  naam: 'Plek',
  ookWel: ['bed', 'naam plek', 'plaats', 'kamer of bed'],
  verplicht: true,
  cel: { als: 'tekst', maximum: 100 },
  uitleg: 'Naam van de plek; uniek binnen de locatie.',
  voorbeeld: 'Kamer 3',
}
const productKolom: Kolom = {
  sleutel: 'product',
  naam: 'Product',
  ookWel: ['productcode', 'soort zorg'],
  verplicht: true,
  cel: tekst,
  uitleg: 'Code of naam van het product, zoals in de instellingen van de regio.',
  voorbeeld: 'bw',
}

const plekken: readonly Kolom[] = [
  voorzieningKolom,
  locatieKolom,
  plekKolom,
  productKolom,
  {
    sleutel: 'vanaf',
    naam: 'Vanaf',
    ookWel: ['van', 'ingangsdatum', 'beschikbaar vanaf'],
    verplicht: true,
    cel: datum,
    uitleg: 'Eerste dag waarop de plek te gebruiken is.',
    voorbeeld: '1-1-2026',
  },
  {
    sleutel: 'tot',
    naam: 'Tot',
    ookWel: ['einddatum'],
    verplicht: false,
    cel: datum,
    uitleg: 'Eerste dag waarop de plek er niet meer is; leeg als er geen einde is.',
    voorbeeld: '',
  },
  {
    sleutel: 'soort',
    naam: 'Soort plek',
    ookWel: ['soort', 'type plek'],
    verplicht: false,
    cel: { als: 'keuze', keuzes: plekSoorten },
    uitleg: `Een van: ${Object.values(plekSoorten).join(', ')}. Leeg is een gewone plek.`,
    voorbeeld: 'Kamer',
  },
  {
    sleutel: 'kamer',
    naam: 'Gedeelde kamer',
    ookWel: ['kamernummer'],
    verplicht: false,
    cel: { als: 'tekst', maximum: 100 },
    uitleg: 'Naam van de kamer die plekken delen; leeg als de kamer eigen is.',
    voorbeeld: '',
  },
  {
    sleutel: 'personen',
    naam: 'Personen',
    ookWel: ['aantal personen', 'maximum personen'],
    verplicht: false,
    cel: { als: 'getal', minimum: 1, maximum: 30 },
    uitleg: 'Hoeveel mensen er passen; leeg is 1.',
    voorbeeld: '1',
  },
  {
    sleutel: 'kenmerken',
    naam: 'Kenmerken',
    verplicht: false,
    cel: { als: 'lijst' },
    uitleg: 'Kenmerken uit de lijst van de regio, met een komma ertussen.',
    voorbeeld: 'eigen_kamer, rookvrij',
  },
  {
    sleutel: 'gemeente',
    naam: 'Gemeente',
    ookWel: ['gemeente locatie'],
    verplicht: false,
    cel: { als: 'gemeente' },
    uitleg: 'Gemeente van de locatie; alleen nodig bij een nieuwe locatie.',
    voorbeeld: 'Vlaardingen',
  },
]

const verblijven: readonly Kolom[] = [
  ...persoon,
  locatieKolom,
  plekKolom,
  {
    sleutel: 'begonnen',
    naam: 'Begonnen op',
    ookWel: ['begindatum', 'startdatum', 'begin verblijf', 'in zorg sinds'],
    verplicht: true,
    cel: datum,
    uitleg: 'Eerste nacht van het verblijf.',
    voorbeeld: '1-3-2026',
  },
  {
    sleutel: 'verwachtEinde',
    naam: 'Verwacht einde',
    ookWel: ['verwachte einddatum'],
    verplicht: false,
    cel: datum,
    uitleg: 'Wanneer iemand naar verwachting vertrekt; leeg als dat onbekend is.',
    voorbeeld: '',
  },
  {
    sleutel: 'huishouden',
    naam: 'Huishouden',
    verplicht: false,
    cel: tekst,
    uitleg:
      'Eigen kenmerk voor mensen die samen op één plek wonen; de eerste rij is het aanspreekpunt. Leeg bij één persoon.',
    voorbeeld: '',
  },
]

const wachtlijst: readonly Kolom[] = [
  ...persoon,
  productKolom,
  {
    sleutel: 'richting',
    naam: 'Richting',
    verplicht: false,
    cel: { als: 'keuze', keuzes: richtingen },
    uitleg: 'Instroom, doorstroom of uitstroom. Leeg is instroom.',
    voorbeeld: 'instroom',
  },
  {
    sleutel: 'gemeld',
    naam: 'Gemeld op',
    ookWel: ['melddatum', 'aanmelddatum', 'datum aanmelding'],
    verplicht: true,
    cel: datum,
    uitleg: 'Dag van de melding.',
    voorbeeld: '1-4-2026',
  },
  {
    sleutel: 'besloten',
    naam: 'Besloten op',
    ookWel: ['besluitdatum', 'indicatiedatum', 'op wachtlijst sinds'],
    verplicht: true,
    cel: datum,
    uitleg: 'Dag van het besluit; vanaf hier telt de wachttijd.',
    voorbeeld: '20-4-2026',
  },
  {
    sleutel: 'bevestigd',
    naam: 'Laatst bevestigd op',
    ookWel: ['laatste contact'],
    verplicht: false,
    cel: datum,
    uitleg: 'Wanneer voor het laatst is gevraagd of iemand nog wacht; leeg is de peildatum.',
    voorbeeld: '',
  },
  {
    sleutel: 'overbrugging',
    naam: 'Overbrugging',
    ookWel: ['overbruggingszorg'],
    verplicht: false,
    cel: { als: 'keuze', keuzes: overbruggingen },
    uitleg: `Wat er intussen gebeurt: ${Object.values(overbruggingen).join(', ')}. Leeg is geen overbrugging.`,
    voorbeeld: 'Ambulante hulp',
  },
  {
    sleutel: 'toelichting',
    naam: 'Toelichting overbrugging',
    ookWel: ['toelichting'],
    verplicht: false,
    cel: { als: 'tekst', maximum: 500 },
    uitleg: 'Waarom er geen overbrugging is; leeg wordt “niet vermeld in het bestand”.',
    voorbeeld: '',
    persoonlijk: true,
  },
  {
    sleutel: 'personen',
    naam: 'Personen',
    ookWel: ['aantal personen', 'grootte huishouden'],
    verplicht: false,
    cel: { als: 'getal', minimum: 1, maximum: 30 },
    uitleg: 'Hoeveel mensen samen wachten; leeg is 1.',
    voorbeeld: '1',
  },
  {
    sleutel: 'kinderen',
    naam: 'Kinderen',
    ookWel: ['aantal kinderen'],
    verplicht: false,
    cel: { als: 'getal', minimum: 0, maximum: 29 },
    uitleg: 'Hoeveel van hen jonger dan 18 zijn; leeg is 0.',
    voorbeeld: '0',
  },
]

export const kolommen: Readonly<Record<Soort, readonly Kolom[]>> = {
  plekken,
  verblijven,
  wachtlijst,
  partners,
  ...programmakolommen,
}
