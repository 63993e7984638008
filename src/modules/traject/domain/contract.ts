import { z } from 'zod'
import { Datum, tekst, Versie } from '../../../shared/endpoint.ts'
import { keysOf } from '../../../shared/keys.ts'
import { Afsluitreden } from '../../opvolging/domain/contract.ts'

// Words and input of trajecten; the endpoints are in api.ts.

export const richtingen = {
  opschalen: 'Opschalen: meer hulp',
  afschalen: 'Afschalen: minder hulp',
  wisselen: 'Wisselen: andere hulp',
} as const

export const vervolgen = {
  wmo: 'Hulp uit de Wmo',
  verlengde_jeugdhulp: 'Verlengde jeugdhulp',
  wlz: 'Zorg uit de Wlz',
  zelfstandig: 'Geen hulp nodig',
  anders: 'Iets anders',
} as const

const leeg = <T extends z.ZodType>(type: T) => type.nullable().default(null)
const keuze = (wat: string) =>
  z
    .string({ error: `Kies ${wat}.` })
    .min(1, { error: `Kies ${wat}.` })
    .max(60)
const Reden = leeg(z.string().trim().max(500, { error: 'Gebruik niet meer dan 500 tekens.' }))

const Stap = z.object({ volgendeStap: tekst('een volgende stap', 300), volgendeStapOp: Datum })

/** A traject without a stay: at home, or before there is a place. */
export const StartInvoer = z.object({ op: Datum, stap: leeg(Stap) })
export type StartInvoer = z.infer<typeof StartInvoer>

export const FaseInvoer = z.object({
  versie: Versie,
  domein: keuze('een deel van de keten'),
  code: keuze('een fase'),
  op: Datum,
  reden: Reden,
})
export type FaseInvoer = z.infer<typeof FaseInvoer>

export const AanspreekpuntInvoer = z.object({
  versie: Versie,
  gebruikerId: z.uuid({ error: 'Kies een medewerker.' }),
  op: Datum,
  reden: tekst('waarom dit wisselt', 500),
})
export type AanspreekpuntInvoer = z.infer<typeof AanspreekpuntInvoer>

export const OnderbrekingInvoer = z.object({
  versie: Versie,
  soort: z.enum(['terugval', 'time_out'], { error: 'Kies terugval of time-out.' }),
  op: Datum,
  verwachtTot: leeg(Datum),
  reden: tekst('wat er aan de hand is', 500),
  stap: leeg(Stap),
})
export type OnderbrekingInvoer = z.infer<typeof OnderbrekingInvoer>

export const HervatInvoer = z.object({
  versie: Versie,
  op: Datum,
  uitkomst: tekst('hoe het verder gaat', 500),
})
export type HervatInvoer = z.infer<typeof HervatInvoer>

export const ProductInvoer = z.object({
  versie: Versie,
  productId: z.uuid({ error: 'Kies een product.' }),
  bouwsteen: leeg(z.string().trim().max(100)),
  richting: z.enum(keysOf(richtingen), { error: 'Kies opschalen, afschalen of wisselen.' }),
  op: Datum,
  reden: tekst('een reden', 500),
  /** For a step outside the chains of the region. */
  afwijkingReden: Reden,
})
export type ProductInvoer = z.infer<typeof ProductInvoer>

/** Niemand uit beeld: who stops gets a next step, or the promise is ended with a reason. */
export const Vervolg = z.discriminatedUnion('soort', [
  z.object({ soort: z.literal('stap'), ...Stap.shape }),
  z.object({
    soort: z.literal('afsluiten'),
    reden: Afsluitreden,
    toelichting: tekst('een toelichting', 500),
  }),
])

export const EindeInvoer = z.object({
  versie: Versie,
  op: Datum,
  reden: keuze('een reden'),
  toelichting: Reden,
  vervolg: Vervolg,
})
export type EindeInvoer = z.infer<typeof EindeInvoer>

export const WlzStartInvoer = z.object({ versie: Versie, op: Datum, signaal: tekst('het signaal', 500) })
export type WlzStartInvoer = z.infer<typeof WlzStartInvoer>

const nodig = (veld: string, error: string) => ({ path: [veld], error })

export const WlzStapInvoer = z
  .object({
    versie: Versie,
    naar: z.enum(['aangevraagd', 'bij_ciz', 'toegekend', 'afgewezen', 'gestopt'], {
      error: 'Kies de volgende stap.',
    }),
    op: Datum,
    metClient: leeg(z.boolean()),
    wlzVanaf: leeg(Datum),
    wmoEindeOp: leeg(Datum),
    toelichting: Reden,
  })
  .refine((i) => i.naar !== 'aangevraagd' || i.metClient !== null, {
    ...nodig('metClient', 'Kies of de cliënt zelf meedeed aan de aanvraag.'),
  })
  .refine((i) => i.naar !== 'toegekend' || i.wlzVanaf !== null, {
    ...nodig('wlzVanaf', 'Vul in vanaf welke dag de Wlz-zorg begint.'),
  })
  .refine((i) => i.naar !== 'toegekend' || i.wmoEindeOp !== null, {
    ...nodig('wmoEindeOp', 'Vul in op welke dag de Wmo-ondersteuning eindigt.'),
  })
  .refine((i) => !['afgewezen', 'gestopt'].includes(i.naar) || i.toelichting, {
    ...nodig('toelichting', 'Schrijf op waarom.'),
  })
export type WlzStapInvoer = z.infer<typeof WlzStapInvoer>

export const jeugdwetAntwoorden = {
  gegeven: 'Ja, de cliënt vindt het goed',
  geweigerd: 'Nee, de cliënt wil dat niet',
} as const
export const jeugdwetVormen = {
  schriftelijk: 'Op papier, met handtekening',
  mondeling: 'In een gesprek',
  digitaal: 'Digitaal',
} as const
const JeugdwetAntwoord = z.enum(keysOf(jeugdwetAntwoorden), {
  error: 'Kies of de gegevens van voor 18 mee mogen.',
})
const JeugdwetVorm = z.enum(keysOf(jeugdwetVormen), { error: 'Kies hoe de cliënt dit antwoord gaf.' })

export const JeugdwetInvoer = z.object({
  versie: Versie,
  antwoord: JeugdwetAntwoord,
  vorm: JeugdwetVorm,
  op: Datum,
})
export type JeugdwetInvoer = z.infer<typeof JeugdwetInvoer>

export const AchttienStapInvoer = z
  .object({
    versie: Versie,
    naar: z.enum(['plan_gemaakt', 'overgedragen', 'niet_nodig'], { error: 'Kies de volgende stap.' }),
    op: Datum,
    vervolg: leeg(z.enum(keysOf(vervolgen))),
    afspraken: Reden,
    /** With help under the Wmo: may data of before 18 go along (Wmo 2015 art. 5.1.1 lid 4)? */
    jeugdwet: leeg(JeugdwetAntwoord),
    jeugdwetVorm: leeg(JeugdwetVorm),
  })
  .refine((i) => !i.jeugdwet || i.jeugdwetVorm, {
    ...nodig('jeugdwetVorm', 'Kies hoe de cliënt dit antwoord gaf.'),
  })
  .refine((i) => i.naar !== 'plan_gemaakt' || i.vervolg !== null, {
    ...nodig('vervolg', 'Kies welke hulp er na 18 jaar is.'),
  })
  .refine((i) => i.naar === 'overgedragen' || i.afspraken, {
    ...nodig('afspraken', 'Schrijf op wat is afgesproken, of waarom het niet nodig is.'),
  })
export type AchttienStapInvoer = z.infer<typeof AchttienStapInvoer>
