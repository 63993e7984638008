import { z } from 'zod'

/** Codes with their words; the database has the same lists as CHECKs. */

export const soorten = {
  toekenning: 'Toekenning',
  afwijzing: 'Afwijzing',
  herziening: 'Herziening',
  intrekking: 'Intrekking',
} as const

export const statussen = {
  aangevraagd: 'Aangevraagd',
  beschikt: 'Beslist',
  ingetrokken: 'Ingetrokken',
  buiten_behandeling: 'Buiten behandeling',
} as const

/** Awb art. 4:15: when the term stands still. */
export const opschortgronden = {
  aanvulling: 'Wij wachten op gegevens van de aanvrager',
  buitenland: 'Wij wachten op gegevens uit het buitenland',
  instemming: 'De aanvrager stemt schriftelijk in met uitstel',
  schuld_aanvrager: 'De vertraging komt door de aanvrager',
  overmacht: 'Overmacht',
} as const

/** Where the article says so, for the explanation and the letter. */
export const opschortartikelen: Readonly<Record<Opschortgrond, string>> = {
  aanvulling: 'Awb art. 4:15 lid 1 onder a',
  buitenland: 'Awb art. 4:15 lid 1 onder b',
  instemming: 'Awb art. 4:15 lid 2 onder a',
  schuld_aanvrager: 'Awb art. 4:15 lid 2 onder b',
  overmacht: 'Awb art. 4:15 lid 2 onder c',
}

/** Wmo 2015 art. 2.3.10 lid 1: the only grounds to review or withdraw. */
export const intrekgronden = {
  a: 'De gegevens klopten niet; met de juiste gegevens was anders beslist',
  b: 'De cliënt heeft de voorziening niet meer nodig',
  c: 'De voorziening is niet meer toereikend',
  d: 'De cliënt houdt zich niet aan de voorwaarden',
  e: 'De voorziening of het pgb wordt niet gebruikt of voor iets anders',
} as const

export const verzendwijzen = {
  post: 'Per post',
  beveiligde_mail: 'Met beveiligde e-mail',
  uitgereikt: 'Zelf overhandigd',
  veilig_kanaal: 'Via een afgesproken veilig kanaal',
} as const

export const sluitingen = {
  buiten_behandeling: 'Buiten behandeling: gegevens zijn niet aangevuld',
  ingetrokken: 'De aanvrager trekt de aanvraag in',
} as const

function codes<T extends Record<string, string>>(list: T, error: string) {
  return z.enum(Object.keys(list) as [keyof T & string, ...(keyof T & string)[]], { error })
}

export const Soort = codes(soorten, 'Kies wat voor beschikking het is.')
export type Soort = z.infer<typeof Soort>
export const Status = codes(statussen, 'Kies een stand.')
export type Status = z.infer<typeof Status>
export const Opschortgrond = codes(opschortgronden, 'Kies waarom de termijn stilstaat.')
export type Opschortgrond = z.infer<typeof Opschortgrond>
export const Intrekgrond = codes(intrekgronden, 'Kies de grond uit de wet.')
export type Intrekgrond = z.infer<typeof Intrekgrond>
export const Verzendwijze = codes(verzendwijzen, 'Kies hoe de brief wordt verstuurd.')
export type Verzendwijze = z.infer<typeof Verzendwijze>
export const Sluiting = codes(sluitingen, 'Kies waarom de aanvraag wordt gesloten.')
export type Sluiting = z.infer<typeof Sluiting>

/** Stand of the legal term, for lists and badges. */
export const Termijnstand = z.enum(['te_laat', 'vandaag', 'binnenkort', 'op_tijd', 'staat_stil', 'klaar'])
export type Termijnstand = z.infer<typeof Termijnstand>
