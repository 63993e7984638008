import type { GegevenssetCode } from '../../delen/domain/keuzes.ts'

/** Why somebody is a casus (S0 §2.2.4: no or not enough care or support). */
export const redenen = {
  geen_hulp: 'Er is geen hulp',
  onvoldoende_hulp: 'Er is niet genoeg hulp',
  geen_passende_plek: 'Er is geen plek die past',
  partijen_oneens: 'Partijen zijn het niet eens',
  overlast_veiligheid: 'Overlast of onveiligheid',
  geld_over_domeinen: 'Onduidelijk welk domein betaalt',
  anders: 'Iets anders',
} as const

export const uitkomsten = {
  regulier: 'Opgelost in het gewone aanbod',
  maatwerk: 'Maatwerk',
  doorbraak: 'Doorbraak',
  lager_niveau: 'Terug naar een lager niveau',
  gestopt: 'Gestopt',
} as const
export type Uitkomst = keyof typeof uitkomsten

/** `samengevoegd` is set by a merge of two files and never chosen. */
export const alleUitkomsten = { ...uitkomsten, samengevoegd: 'Dossiers samengevoegd' } as const

/** With these outcomes somebody pays for what is not in the ordinary offer, so the question who is answered. */
export const metFinanciering: readonly Uitkomst[] = ['maatwerk', 'doorbraak']

export const financieringsdomeinen = {
  wmo: 'Wmo',
  jeugdwet: 'Jeugdwet',
  wlz: 'Wlz',
  zvw: 'Zorgverzekeringswet',
  participatiewet: 'Participatiewet',
  forensisch: 'Forensische zorg',
  schuldhulp: 'Schuldhulp',
} as const

export const betaalkeuzes = {
  ja: 'Betaalt',
  deels: 'Betaalt een deel',
  nee: 'Betaalt niet',
  onbeslist: 'Nog niet besloten',
} as const

export interface Deelgegeven {
  readonly naam: string
  /** Exactly what an invited party sees. */
  readonly inhoud: string
  /** As what it stands in the register of sharing, with its rules. */
  readonly set: GegevenssetCode
}

/** What can be shown to who is invited, and nothing else. */
export const deelgegevens = {
  wie: { naam: 'Wie het is', inhoud: 'naam en geboortedatum', set: 'contact' },
  hulpvraag: { naam: 'Hulpvraag', inhoud: 'reden en vraag van de casus', set: 'casus' },
  verblijf: {
    naam: 'Verblijf en wachten',
    inhoud: 'product, sinds wanneer en tot wanneer; geen adres',
    set: 'ondersteuning',
  },
  traject: { naam: 'Traject', inhoud: 'fase, sinds wanneer, terugval of time-out', set: 'ondersteuning' },
  plan: { naam: 'Doelen', inhoud: 'doelen die lopen, met de afspraken', set: 'ondersteuning' },
  veiligheid: {
    naam: 'Veiligheid',
    inhoud: 'wat over veiligheid bij de casus is geschreven',
    set: 'veiligheid',
  },
} as const satisfies Record<string, Deelgegeven>
export type DeelgegevenCode = keyof typeof deelgegevens
