import { z } from 'zod'

/** Words of this module; keys are the same in TypeScript, JSON and database. */
function codes<T extends string>(names: Readonly<Record<T, string>>, message: string) {
  return z.enum(Object.keys(names) as [T, ...T[]], { error: message })
}

export const statussen = {
  nieuw: 'Nieuw',
  triage: 'Triage',
  onderzoek: 'Onderzoek',
  wacht_op_besluit: 'Wacht op besluit',
  besloten: 'Besloten',
  gesloten: 'Gesloten',
} as const
export const Status = codes(statussen, 'Kies een status uit de lijst.')
export type Status = z.infer<typeof Status>

/** Every step that a melding may take; what is not here is refused. */
export const overgangen: Readonly<Record<Status, readonly Status[]>> = {
  nieuw: ['triage', 'onderzoek', 'wacht_op_besluit', 'besloten', 'gesloten'],
  triage: ['onderzoek', 'wacht_op_besluit', 'besloten', 'gesloten'],
  onderzoek: ['wacht_op_besluit', 'besloten', 'gesloten'],
  wacht_op_besluit: ['onderzoek', 'besloten', 'gesloten'],
  besloten: ['gesloten'],
  gesloten: [],
}

/** A melding in one of these needs somebody to do something (niemand uit beeld). */
export const openStatussen = ['nieuw', 'triage', 'onderzoek', 'wacht_op_besluit'] as const satisfies Status[]

export function isOpen(status: string): boolean {
  return (openStatussen as readonly string[]).includes(status)
}

/** What a referrer reads: how far it is, never what was decided. */
export const statusVoorVerwijzer: Readonly<Record<Status, string>> = {
  nieuw: 'Ontvangen',
  triage: 'Wordt bekeken',
  onderzoek: 'In onderzoek',
  wacht_op_besluit: 'Bijna klaar',
  besloten: 'Afgerond, met vervolg',
  gesloten: 'Afgesloten',
}

export const domeinen = {
  BW: 'Beschermd wonen',
  BT: 'Beschermd thuis',
  MO: 'Maatschappelijke opvang',
  VO: 'Vrouwenopvang',
  WONEN: 'Begeleid wonen',
} as const
export const Domein = codes(domeinen, 'Kies een deel van de keten.')
export type Domein = z.infer<typeof Domein>

export const slaapplekken = { ja: 'Ja', nee: 'Nee', onbekend: 'Onbekend' } as const
export const Slaapplek = codes(slaapplekken, 'Kies of er vannacht een slaapplek is.')

export const veiligheden = {
  veilig: 'Veilig',
  onveilig: 'Onveilig',
  acuut_onveilig: 'Acuut onveilig',
  onbekend: 'Onbekend',
} as const
export const Veiligheid = codes(veiligheden, 'Kies of de situatie veilig is.')

export const rechtmatigVerblijven = {
  niet_gevraagd: 'Nog niet gevraagd',
  ja: 'Ja',
  nee: 'Nee',
  onbekend: 'Onbekend',
} as const
export const RechtmatigVerblijf = codes(rechtmatigVerblijven, 'Kies de uitkomst van de toets.')

export const triageUitkomsten = {
  onderzoek: 'Onderzoek starten',
  spoedplaatsing: 'Direct een plek, onderzoek volgt (Wmo 2015 art. 2.3.3)',
  advies: 'Advies is genoeg',
  alleen_huisvestingsvraag: 'Alleen een huisvestingsvraag',
  doorverwezen: 'Doorverwijzen',
  eu_terugkeer: 'EU-burger: hulp bij terugkeer',
} as const
export const TriageUitkomst = codes(triageUitkomsten, 'Kies een uitkomst van de triage.')
export type TriageUitkomst = z.infer<typeof TriageUitkomst>

/** Each code decides the route (VO-02); how it is called and what it means are choices of the region (`vo_code`). */
export const VoCode = z.enum(['rood', 'oranje', 'groen'], { error: 'Kies een code: rood, oranje of groen.' })
export type VoCode = z.infer<typeof VoCode>

export const bevestigingswijzen = {
  brief: 'Brief',
  email: 'E-mail',
  sms: 'Sms of app',
  telefoon: 'Telefoon',
  mondeling: 'Mondeling, tijdens het gesprek',
  via_organisatie: 'Via een organisatie die contact heeft',
  veilig_contact: 'Volgens de afspraak over veilig contact',
} as const
export const Bevestigingswijze = codes(bevestigingswijzen, 'Kies hoe de ontvangst is bevestigd.')
export type Bevestigingswijze = z.infer<typeof Bevestigingswijze>

export const besluitUitkomsten = {
  toegelaten: 'Toegelaten',
  geweigerd: 'Niet toegelaten',
  doorverwezen: 'Doorverwezen',
  alleen_huisvestingsvraag: 'Alleen een huisvestingsvraag',
  ingetrokken: 'Ingetrokken door de persoon',
} as const
export const BesluitUitkomst = codes(besluitUitkomsten, 'Kies een uitkomst.')
export type BesluitUitkomst = z.infer<typeof BesluitUitkomst>

export const vervolgUitkomsten = {
  gaat_goed: 'Gaat goed: er is een oplossing',
  ongewijzigd: 'Ongewijzigd',
  gaat_slechter: 'Gaat slechter',
  niet_bereikt: 'Niet bereikt',
  geen_hulp_nodig: 'Geen hulp meer nodig',
  opnieuw_gemeld: 'Opnieuw gemeld',
} as const
export const VervolgUitkomst = codes(vervolgUitkomsten, 'Kies hoe het gaat.')
export type VervolgUitkomst = z.infer<typeof VervolgUitkomst>

export const sluitredenen = {
  advies_gegeven: 'Advies gegeven',
  vervolg_afgerond: 'Vervolg afgerond',
  geplaatst: 'Heeft een plek',
  dubbel: 'Dubbel geregistreerd',
  onvindbaar: 'Onvindbaar na alle pogingen',
  anders: 'Anders',
} as const
export const Sluitreden = codes(sluitredenen, 'Kies waarom de melding sluit.')
export type Sluitreden = z.infer<typeof Sluitreden>

export const ondersteuningUitkomsten = {
  gebruikt: 'Wordt gebruikt',
  niet_gewenst: 'Niet gewenst',
  later: 'Misschien later',
  eigen_ondersteuner: 'Heeft een eigen ondersteuner',
} as const
export const OndersteuningUitkomst = codes(ondersteuningUitkomsten, 'Kies wat de inwoner wil.')

export const leeftijdsklassen = {
  onder_23: 'Jonger dan 23',
  vanaf_23: '23 en ouder',
  onbekend: 'Leeftijd onbekend',
} as const
export const Leeftijdsklasse = codes(leeftijdsklassen, 'Kies een leeftijd.')
export type Leeftijdsklasse = z.infer<typeof Leeftijdsklasse>
