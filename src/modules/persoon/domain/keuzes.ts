import { z } from 'zod'

function codes<T extends string>(names: Readonly<Record<T, string>>, message: string) {
  return z.enum(Object.keys(names) as [T, ...T[]], { error: message })
}

export const geslachten = { vrouw: 'Vrouw', man: 'Man', anders: 'Anders', onbekend: 'Onbekend' } as const
export const Geslacht = codes(geslachten, 'Kies een geslacht uit de lijst.')
export type Geslacht = z.infer<typeof Geslacht>

/** Why there is no BSN: the law lets help start without one (Wmo 2015 art. 5.2.9 lid 6 and 8). */
export const geenBsnRedenen = {
  nog_niet_gevraagd: 'Nog niet gevraagd of gecontroleerd',
  noodsituatie: 'Noodsituatie, volgt later',
  niet_in_brp: 'Staat niet in de Basisregistratie Personen',
  wil_niet_geven: 'Wil het nummer niet geven',
  mag_niet: 'Deze organisatie mag het nummer niet gebruiken',
} as const
export const GeenBsnReden = codes(geenBsnRedenen, 'Kies waarom er geen burgerservicenummer is.')
export type GeenBsnReden = z.infer<typeof GeenBsnReden>

export const contactvoorkeuren = {
  telefoon: 'Bellen',
  sms: 'Sms of app',
  email: 'E-mail',
  brief: 'Brief',
  via_organisatie: 'Via een organisatie',
} as const
export const Contactvoorkeur = codes(contactvoorkeuren, 'Kies hoe contact het beste gaat.')

export const briefadresStatussen = {
  ja: 'Heeft een briefadres',
  aangevraagd: 'Briefadres is aangevraagd',
  geweigerd: 'Briefadres is geweigerd',
  nee: 'Heeft geen briefadres nodig',
  onbekend: 'Niet bekend',
} as const
export const BriefadresStatus = codes(briefadresStatussen, 'Kies de stand van het briefadres.')

export const onbekendRedenen = {
  wil_niet_zeggen: 'Wil het niet zeggen',
  niet_vast_te_stellen: 'Is niet vast te stellen',
  nog_navragen: 'Moet nog worden nagevraagd',
  buitenland: 'Komt uit of woont in het buitenland',
  geheim: 'Geheim om veiligheid',
} as const
export const OnbekendReden = codes(onbekendRedenen, 'Kies waarom dit onbekend is.')
export type OnbekendReden = z.infer<typeof OnbekendReden>

export const herkomstBewijzen = {
  brp: 'Basisregistratie Personen',
  verklaring_persoon: 'Verklaring van de cliënt',
  verklaring_organisatie: 'Verklaring van een organisatie',
  document: 'Document gezien',
} as const
export const HerkomstBewijs = codes(herkomstBewijzen, 'Kies waaruit de herkomst blijkt.')

export const huishoudenRollen = {
  aanspreekpunt: 'Aanspreekpunt',
  partner: 'Partner',
  kind: 'Kind',
  ouder: 'Ouder',
  overig: 'Overig',
} as const
export const HuishoudenRol = codes(huishoudenRollen, 'Kies de plaats in het huishouden.')
export type HuishoudenRol = z.infer<typeof HuishoudenRol>

export const adresSoorten = {
  woonadres: 'Woonadres',
  briefadres: 'Briefadres',
  verblijfadres: 'Verblijfadres',
  laatste_woonadres: 'Laatste woonadres',
} as const
export const AdresSoort = codes(adresSoorten, 'Kies een soort adres.')
export type AdresSoort = z.infer<typeof AdresSoort>
