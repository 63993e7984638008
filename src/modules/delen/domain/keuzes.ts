/** Kinds of recipients, because the law looks at what a recipient is, not at who it is. */
export const ontvangersoorten = {
  college: 'Gemeente of loket in deze regio',
  aanbieder: 'Aanbieder met een contract in deze regio',
  andere_gemeente: 'Gemeente of aanbieder buiten deze regio',
  zorg: 'Zorgaanbieder (huisarts, ggz, verslavingszorg)',
  zorgkantoor: 'Zorgkantoor, CIZ of zorgverzekeraar',
  corporatie: 'Woningcorporatie',
  veilig_thuis: 'Veilig Thuis',
  politie: 'Politie, justitie of reclassering',
  welzijn: 'Welzijn of vrijwilligers',
  werk_onderwijs: 'Werkgever of school',
  naaste: 'Familie of andere naaste',
  cak_svb: 'CAK of SVB',
  toezicht: 'Toezichthouder Wmo',
  overig: 'Andere partij',
} as const
export type Ontvangersoort = keyof typeof ontvangersoorten

/** What an organisation of the region counts as; the kinds are those of `organisatie.soort`. */
const soortVanOrganisatie: Readonly<Record<string, Ontvangersoort>> = {
  gemeente: 'college',
  toegang: 'college',
  uitvoeringsorganisatie: 'college',
  aanbieder: 'aanbieder',
  corporatie: 'corporatie',
  veilig_thuis: 'veilig_thuis',
  zorgkantoor: 'zorgkantoor',
  welzijn: 'welzijn',
}

export function ontvangersoortOf(organisatieSoort: string): Ontvangersoort {
  return soortVanOrganisatie[organisatieSoort] ?? 'overig'
}

export interface Gegevensset {
  readonly naam: string
  /** Exactly what is in it; nothing else goes along. */
  readonly gegevens: readonly string[]
}

/** Fixed sets, so that nobody shares "the dossier". A diagnosis is in one set only (privacy-security.md §1). */
export const gegevenssets = {
  contact: {
    naam: 'Contact',
    gegevens: ['naam', 'geboortedatum', 'hoe contact veilig kan', 'contact van de begeleider'],
  },
  woonvraag: {
    naam: 'Woonvraag',
    gegevens: ['naam', 'huishoudgrootte', 'contact van de begeleider', 'woonwensen', 'gemaakte afspraken'],
  },
  ondersteuning: {
    naam: 'Ondersteuning',
    gegevens: ['naam', 'geboortedatum', 'product', 'begin en einde', 'doelen en voortgang'],
  },
  overdracht: {
    naam: 'Warme overdracht',
    gegevens: [
      'naam',
      'geboortedatum',
      'reden van de overdracht',
      'wat de ander moet weten over ondersteuning, afspraken en risico’s',
      'contactpersoon van wie overdraagt',
    ],
  },
  terugmelding: {
    naam: 'Terugmelding',
    gegevens: ['naam', 'wie het overneemt', 'sinds wanneer', 'contactpersoon'],
  },
  casus: {
    naam: 'Casusoverleg',
    gegevens: ['naam', 'waar het vastloopt', 'wat van de ander wordt gevraagd'],
  },
  gezondheid: {
    naam: 'Gezondheid',
    gegevens: ['naam', 'geboortedatum', 'diagnose', 'behandeling', 'medicijnen', 'behandelaar'],
  },
  veiligheid: {
    naam: 'Veiligheid',
    gegevens: ['naam', 'wat er dreigt', 'veiligheidsafspraken', 'hoe contact veilig kan'],
  },
  declaratie: {
    naam: 'Eigen bijdrage en betaling',
    gegevens: ['naam', 'burgerservicenummer', 'product', 'begin en einde'],
  },
} as const satisfies Record<string, Gegevensset>
export type GegevenssetCode = keyof typeof gegevenssets

/** Sets that tell of the help itself, and so of help under the Jeugdwet when somebody was younger than 18. */
export const setsMetHulp: readonly GegevenssetCode[] = ['ondersteuning', 'overdracht', 'gezondheid']

/** The choice that leaves that out; the refusal names it with these words. */
export const zonderJeugdgegevens = 'Niets van vóór 18 jaar meegeven'

/** Grounds of privacy-security.md §1. */
export const gronden = {
  WETTELIJKE_TAAK_COLLEGE: 'Taak van de gemeente',
  UITVOERING_AANBIEDER: 'Taak van de aanbieder',
  UITDRUKKELIJKE_TOESTEMMING: 'Toestemming van de cliënt',
  BEROEPSHALVE_MEDEWERKING: 'Hulp van een beroepskracht is nodig',
  VEILIG_THUIS: 'Melden bij Veilig Thuis',
  VITAAL_BELANG: 'Direct gevaar voor iemand',
  WETTELIJKE_VERPLICHTING_OVERIG: 'Een andere wet verplicht het',
  STATISTIEK: 'Statistiek of onderzoek',
} as const
export type Grond = keyof typeof gronden

export const vormen = {
  schriftelijk: 'Op papier, met handtekening',
  mondeling: 'In een gesprek',
  digitaal: 'Digitaal',
} as const

export const gevers = {
  client: 'De cliënt zelf',
  vertegenwoordiger: 'De wettelijk vertegenwoordiger',
} as const
export type Gever = keyof typeof gevers

export const vertegenwoordigerRedenen = {
  jonger_dan_12: 'De cliënt is jonger dan 12 jaar',
  niet_in_staat: 'De cliënt kan dit zelf niet overzien',
} as const

export const eindredenen = {
  toestemming_ingetrokken: 'Toestemming ingetrokken',
  niet_meer_nodig: 'Niet meer nodig',
  stap_voorbij: 'De stap waarvoor is gedeeld is voorbij',
} as const
