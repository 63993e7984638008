import { z } from 'zod'

/** Words of this module; keys are the same in TypeScript, JSON and database. */
function codes<T extends string>(names: Readonly<Record<T, string>>, message: string) {
  return z.enum(Object.keys(names) as [T, ...T[]], { error: message })
}

export const voRoutes = {
  noodbed_elders: 'Noodbed elders in het land',
  plek_in_regio: 'Plek in de eigen gemeenten',
} as const
export const VoRoute = codes(voRoutes, 'Kies een noodbed elders of een plek in de eigen gemeenten.')
export type VoRoute = z.infer<typeof VoRoute>

export const afsluitredenen = {
  veilig: 'De situatie is veilig',
  overgedragen: 'Overgedragen aan een andere organisatie',
  vertrokken: 'Vertrokken',
  overleden: 'Overleden',
} as const
export const Afsluitreden = codes(afsluitredenen, 'Kies waarom het plan wordt afgesloten.')

export const vtSoorten = {
  advies: 'Advies gevraagd',
  melding: 'Melding',
  onderzoek: 'Onderzoek',
  overdracht: 'Overdracht aan ons',
} as const
export const VtSoort = codes(vtSoorten, 'Kies waarmee Veilig Thuis bezig is.')

export const systeemrollen = { slachtoffer: 'Slachtoffer', kind: 'Kind', pleger: 'Pleger' } as const
export const Systeemrol = codes(systeemrollen, 'Kies als wie deze cliënt bij het systeem hoort.')
export type Systeemrol = z.infer<typeof Systeemrol>

export const conflictredenen = {
  familie: 'Familie of bekende van de cliënt',
  relatie_met_pleger: 'Familie of bekende van de pleger',
  eerder_betrokken: 'Eerder betrokken, met schade aan het vertrouwen',
  woont_dichtbij: 'Woont in de buurt van de cliënt',
  wens_client: 'De cliënt wil dit',
  anders: 'Anders',
} as const
export const Conflictreden = codes(conflictredenen, 'Kies waarom deze partij het dossier niet mag zien.')

/** The five steps of the meldcode (Wmo 2015 art. 3.3), in order. */
export const meldcodeStappen = {
  signalen: 'Breng de signalen in kaart',
  overleg: 'Overleg met een collega of met Veilig Thuis',
  gesprek: 'Praat met de betrokkenen',
  wegen: 'Weeg het geweld met het afwegingskader',
  beslissen: 'Beslis: is melden nodig, en is hulp mogelijk?',
} as const
export const MeldcodeStap = codes(meldcodeStappen, 'Kies een stap.')
export type MeldcodeStap = z.infer<typeof MeldcodeStap>

export const geenGesprekRedenen = {
  onveilig_client: 'Het gesprek is niet veilig voor de cliënt',
  onveilig_medewerker: 'Het gesprek is niet veilig voor mij',
  niet_bereikbaar: 'De betrokkenen zijn niet te bereiken',
} as const
export const GeenGesprekReden = codes(geenGesprekRedenen, 'Kies waarom er geen gesprek was.')

export const meldcodeUitkomsten = {
  melden: 'Melden bij Veilig Thuis',
  hulp: 'Zelf hulp bieden of organiseren',
  melden_en_hulp: 'Melden en hulp bieden',
  geen_vermoeden: 'Er is geen vermoeden meer van geweld',
} as const
export const MeldcodeUitkomst = codes(meldcodeUitkomsten, 'Kies wat u heeft besloten.')

export const plegerAntwoorden = { aangenomen: 'Neemt de hulp aan', geweigerd: 'Wil de hulp niet' } as const
export const PlegerAntwoord = codes(plegerAntwoorden, 'Kies wat de cliënt antwoordde.')
