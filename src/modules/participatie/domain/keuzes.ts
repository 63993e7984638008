export const partnersoorten = {
  aanbieder: 'Aanbieder',
  corporatie: 'Woningcorporatie',
  gemeente: 'Gemeente',
  adviesraad: 'Adviesraad',
  welzijn: 'Welzijn',
  zorgverzekeraar: 'Zorgverzekeraar of zorgkantoor',
  politie_justitie: 'Politie en justitie',
  ervaring: 'Ervaringsorganisatie',
  jeugd: 'Jeugd',
  onderwijs: 'Onderwijs',
  fonds: 'Fonds',
  ontwikkelaar: 'Ontwikkelaar of belegger',
  overig: 'Overig',
} as const
export type Partnersoort = keyof typeof partnersoorten

/** Partners that give advice (PAR-03): councils, and organisations of people with experience. */
export const adviserend: readonly string[] = ['adviesraad', 'ervaring']

export const partijrollen = { kartrekker: 'Trekt', nodig: 'Nodig' } as const

export const groepsoorten = {
  ervaringsdeskundigen: 'Ervaringsdeskundigen',
  ambassadeurs: 'Ambassadeurs',
  clientenraad: 'Cliëntenraad',
  bewoners: 'Bewoners',
  overig: 'Andere groep',
} as const

export const inzetrollen = {
  meedenken: 'Meedenken',
  meebeslissen: 'Meebeslissen',
  uitvoeren: 'Uitvoeren',
  toetsen: 'Toetsen',
} as const

export const overnames = {
  ja: 'Ja, overgenomen',
  deels: 'Deels overgenomen',
  nee: 'Niet overgenomen',
} as const

export const adviesstanden = {
  gevraagd: 'Gevraagd',
  ontvangen: 'Wacht op antwoord',
  beantwoord: 'Beantwoord',
  vervallen: 'Vervallen',
} as const
export type Adviesstand = keyof typeof adviesstanden

export const ideekanalen = {
  website: 'Website',
  telefoon: 'Telefoon',
  balie: 'Balie',
  bijeenkomst: 'Bijeenkomst',
  brief: 'Brief',
} as const

export const ideestanden = {
  ontvangen: 'Ontvangen',
  wordt_bekeken: 'Wordt bekeken',
  overgenomen: 'Overgenomen',
  niet_overgenomen: 'Niet overgenomen',
} as const

export const puntsoorten = { stelling: 'Stelling', wens: 'Wens' } as const

export const klachtaarden = { klacht: 'Klacht', feedback: 'Feedback' } as const

export const klachtonderwerpen = {
  samenwerking: 'De samenwerking',
  programma: 'Het programma of een activiteit',
  informatie: 'De informatie die wij geven',
  participatie: 'Meepraten en meedoen',
  anders: 'Iets anders',
} as const

export const afzenders = {
  inwoner: 'Inwoner',
  client: 'Cliënt',
  naaste: 'Naaste',
  partner: 'Partner',
  medewerker: 'Medewerker',
  onbekend: 'Niet bekend',
} as const

export const klachtuitkomsten = {
  gegrond: 'Gegrond',
  deels_gegrond: 'Deels gegrond',
  niet_gegrond: 'Niet gegrond',
  doorverwezen: 'Doorverwezen',
  geen_oordeel: 'Geen oordeel nodig',
} as const

export const wisredenen = { ingetrokken: 'Ingetrokken', verlopen: 'Termijn voorbij' } as const
