import type { PlainDate } from '../../../shared/plain-date.ts'

/** What an indicator tells of: how much was done, what came of it for people, or what that changed in the region (S3 §6.2). */
export const indicatorsoorten = { output: 'Output', outcome: 'Outcome', effect: 'Effect' } as const
export type Indicatorsoort = keyof typeof indicatorsoorten

export const niveaus = {
  strategisch: 'Strategisch',
  tactisch: 'Tactisch',
  operationeel: 'Operationeel',
} as const
export type Niveau = keyof typeof niveaus

/** How the cases of an indicator become one number. */
export const maten = {
  aantal: 'aantal',
  mensen: 'mensen',
  gezinnen: 'gezinnen',
  som: 'aantal',
  aandeel: 'procent',
  mediaan: 'dagen',
  p90: 'dagen',
  hoogste: 'dagen',
} as const
export type Maat = keyof typeof maten

/** Counts who is behind the cases, each once: people, or families. */
export const teltWie = (maat: Maat): boolean => maat === 'mensen' || maat === 'gezinnen'

/** What a case is a row of; decides which file opens behind it. */
export type Zaaksoort =
  | 'verblijf'
  | 'wacht'
  | 'melding'
  | 'plek'
  | 'voorstel'
  | 'nazorg'
  | 'huurcontract'
  | 'uitstroom'
  | 'urgentie'
  | 'beschikking'
  | 'in_beeld'
  | 'signaal'
  /** A contact or a talk at the loket; of nobody, but perhaps with a melding. */
  | 'klantcontact'
  | 'adrestoestemming'
  /** Whatever decides about the class of ETHOS Light: a stay, a melding, a wait and so on. */
  | 'ethos'

export const perSoorten = {
  gemeente: 'Gemeente',
  product: 'Product',
  aanbieder: 'Organisatie',
  reden: 'Reden',
  leeftijdsklasse: 'Leeftijd',
} as const
export type Per = keyof typeof perSoorten

/** By the year in which somebody was born: all that is kept of an age. */
export const leeftijdsgroepen = {
  kind: 'Jonger dan 18 jaar',
  jongere: '18 tot en met 22 jaar',
  jongvolwassene: '23 tot en met 26 jaar',
  volwassene: '27 tot en met 64 jaar',
  oudere: '65 jaar en ouder',
} as const

/** What a dashboard can be narrowed to: the splits of an indicator, and what is known of who is counted. */
export type Splitsing = Per | 'leeftijd' | 'clientprofiel'

/** Of places, of most signals and of contacts at the loket nobody is known, so that they have no year of birth and no profile. */
const zonderMens: readonly Zaaksoort[] = ['plek', 'signaal', 'klantcontact']

export function splitsingenVan(kaart: Pick<Indicatorkaart, 'per' | 'zaak'>): readonly Splitsing[] {
  return zonderMens.includes(kaart.zaak) ? kaart.per : [...kaart.per, 'leeftijd', 'clientprofiel']
}

/** Whether a measure can be tried for it: a forecast of the chain tells of who waits and of places that are taken. */
export const isTeVoorspellen = ({ bronnen }: Pick<Indicatorkaart, 'bronnen'>): boolean =>
  bronnen.some((bron) => bron === 'feit_wacht' || bron === 'feit_plek')

export interface Versie {
  readonly versie: number
  /** First month that counts in this way. */
  readonly van: PlainDate
  readonly wijziging: string
}

/** Everything about an indicator but how it is asked. */
export interface Indicatorkaart {
  readonly id: string
  readonly naam: string
  /** What counts and what does not, in B1. */
  readonly definitie: string
  readonly soort: Indicatorsoort
  readonly niveaus: readonly Niveau[]
  readonly maat: Maat
  /** What is counted, in words. */
  readonly teller: string
  /** Of what it is a share; null when it is none. */
  readonly noemer: string | null
  /** Of one day, or of all days of a month. */
  readonly tijd: 'stand' | 'periode'
  readonly zaak: Zaaksoort
  /** By what it can be split. */
  readonly per: readonly Per[]
  /** Facts it reads: `feit_…`. */
  readonly bronnen: readonly string[]
  readonly eigenaar: string
  /** Places are not persons and are never hidden. */
  readonly kleineCel: 'mensen' | 'geen'
  readonly versies: readonly Versie[]
}

/** The version that holds for a month. */
export function versieOp(kaart: Pick<Indicatorkaart, 'versies'>, maand: PlainDate): Versie {
  return kaart.versies.findLast((versie) => versie.van <= maand) ?? kaart.versies[0]!
}

export interface Telling {
  /** Cases. */
  readonly n: number
  /** Cases that count in the numerator of a share. */
  readonly t: number
  readonly wie: number
  readonly som: number | null
  readonly mediaan: number | null
  readonly p90: number | null
  readonly hoogste: number | null
}

/** The number of an indicator: null when there is nothing to measure it from. A share is a percentage with one decimal. */
export function waardeVan(maat: Maat, telling: Telling): number | null {
  switch (maat) {
    case 'aantal':
      return telling.n
    case 'mensen':
    case 'gezinnen':
      return telling.wie
    case 'som':
      return telling.som ?? 0
    case 'aandeel':
      return telling.n === 0 ? null : Math.round((telling.t / telling.n) * 1000) / 10
    default:
      return telling[maat]
  }
}
