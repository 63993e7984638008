import { z } from 'zod'
import { Datum, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { Vervolg } from '../../verblijf/domain/contract.ts'

// Words and input of nazorg; the endpoints are in api.ts.

export const aanbiedersoorten = {
  eigen: 'Mijn eigen organisatie',
  organisatie: 'Een andere organisatie in de regio',
  buiten: 'Een aanbieder die niet is aangesloten',
} as const

export const wijzen = {
  bezoek: 'Bezoek',
  telefoon: 'Telefoon',
  bericht: 'Bericht',
  beeldbellen: 'Beeldbellen',
  buiten: 'Buiten of op een andere plek',
} as const

export const uitkomsten = {
  goed: 'Gaat goed',
  aandacht: 'Vraagt aandacht',
  terugval: 'Terugval',
  niet_bereikt: 'Niet bereikt',
} as const

const leeg = <T extends z.ZodType>(type: T) => type.nullable().default(null)
const vrij = (max: number) =>
  leeg(
    z
      .string()
      .trim()
      .max(max, { error: `Gebruik niet meer dan ${max} tekens.` }),
  )
const keuze = (wat: string) =>
  z
    .string({ error: `Kies ${wat}.` })
    .min(1, { error: `Kies ${wat}.` })
    .max(60)
const nodig = (veld: string, error: string) => ({ path: [veld], error })

const ElkeWeken = z
  .number({ error: 'Vul in om de hoeveel weken er contact is.' })
  .int({ error: 'Vul een heel aantal weken in.' })
  .min(1, { error: 'Kies 1 week of meer.' })
  .max(26, { error: 'Kies 26 weken of minder.' })

/** More or less often contact while nazorg runs, from a day (OVD-05). */
export const FrequentieInvoer = z.object({
  versie: Versie,
  van: Datum,
  elkeWeken: ElkeWeken,
  reden: tekst('waarom vaker of minder vaak', 500),
})
export type FrequentieInvoer = z.infer<typeof FrequentieInvoer>

/** Who left a household alone; null when the stay itself ended. */
const Alleen = { persoonId: leeg(Id) }

const Geen = z.object({
  besluit: z.literal('geen'),
  ...Alleen,
  op: Datum,
  redenGeen: keuze('waarom er geen nazorg komt'),
  toelichting: vrij(500),
})

const Wel = z
  .object({
    besluit: z.literal('wel'),
    ...Alleen,
    op: Datum,
    aanbieder: z.enum(keysOf(aanbiedersoorten), { error: 'Kies wie de nazorg geeft.' }),
    /** Who is asked, in the region. */
    organisatieId: leeg(Id),
    /** The consent to share with who gives nazorg; names an aanbieder outside the region. */
    toestemmingId: leeg(Id),
    /** For who turned 18 in the chain: nothing of before goes along. */
    zonderJeugdgegevens: z.boolean().nullish(),
    contactNaam: vrij(120),
    elkeWeken: ElkeWeken,
    begintOp: Datum,
    tot: Datum,
    afspraken: vrij(1000),
  })
  .refine(
    (i) => i.aanbieder !== 'organisatie' || i.organisatieId !== null,
    nodig('organisatieId', 'Kies de organisatie.'),
  )
  .refine(
    (i) => i.aanbieder !== 'buiten' || i.toestemmingId !== null,
    nodig(
      'toestemmingId',
      'Kies de toestemming voor deze aanbieder. Leg die eerst vast bij Delen als die er niet is.',
    ),
  )

/** Nazorg after an outflow: yes with who gives it, or no with the reason (OVD-04). */
export const NazorgInvoer = z.discriminatedUnion('besluit', [Geen, Wel], {
  error: 'Kies of er nazorg komt.',
})
export type NazorgInvoer = z.infer<typeof NazorgInvoer>
export type WelNazorg = z.infer<typeof Wel>

const Basis = { versie: Versie, op: Datum }

export const StapInvoer = z.discriminatedUnion(
  'actie',
  [
    z.object({ actie: z.literal('aannemen'), ...Basis }),
    z.object({ actie: z.literal('weigeren'), ...Basis, toelichting: tekst('waarom het niet kan', 500) }),
    z.object({ actie: z.literal('intrekken'), ...Basis, toelichting: vrij(500) }),
    z.object({ actie: z.literal('afronden'), ...Basis, toelichting: vrij(500), vervolg: Vervolg }),
    z.object({
      actie: z.literal('stoppen'),
      ...Basis,
      reden: keuze('waarom de nazorg stopt'),
      toelichting: vrij(500),
      vervolg: Vervolg,
    }),
  ],
  { error: 'Kies wat er gebeurt.' },
)
export type StapInvoer = z.infer<typeof StapInvoer>

/** From waakvlam to active help in one step (TRJ-17): the traject goes on, with a next step and perhaps someone else. */
export const OpschaalInvoer = z.object({
  ...Basis,
  reden: tekst('wat er aan de hand is', 500),
  volgendeStap: tekst('een volgende stap', 200),
  volgendeStapOp: Datum,
  /** Null: who is the aanspreekpunt now stays so. */
  aanspreekpuntId: leeg(Id),
  productId: leeg(Id),
})
export type OpschaalInvoer = z.infer<typeof OpschaalInvoer>

export const ContactInvoer = z.object({
  op: Datum,
  wijze: z.enum(keysOf(wijzen), { error: 'Kies hoe het contact ging.' }),
  uitkomst: z.enum(keysOf(uitkomsten), { error: 'Kies hoe het gaat.' }),
  toelichting: vrij(1000),
})
export type ContactInvoer = z.infer<typeof ContactInvoer>

export const TerugvalplanInvoer = z.object({
  /** Null for a first plan. */
  versie: Versie.nullable(),
  signalen: tekst('de signalen', 2000),
  watHelpt: tekst('wat helpt', 2000),
  wieBellen: tekst('wie te bellen', 1000),
  besprokenOp: Datum,
})
export type TerugvalplanInvoer = z.infer<typeof TerugvalplanInvoer>

export const risicosoorten = { jaarlijks: 'Elk jaar', eenmalig: 'Eén keer' } as const

/** The day is chosen as a date; of a yearly day only month and day count. */
export const RisicodagInvoer = z.object({
  naam: tekst('welke dag het is', 100),
  soort: z.enum(keysOf(risicosoorten), { error: 'Kies of de dag elk jaar terugkomt.' }),
  datum: Datum,
  dagenVooraf: z
    .number({ error: 'Vul in hoeveel dagen vooraf u een sein wilt.' })
    .int({ error: 'Vul een heel aantal dagen in.' })
    .min(0, { error: 'Kies 0 dagen of meer.' })
    .max(60, { error: 'Kies 60 dagen of minder.' }),
})
export type RisicodagInvoer = z.infer<typeof RisicodagInvoer>

export const SignaalInvoer = z.object({
  toestemmingId: z.uuid({ error: 'Kies van wie het signaal komt.' }),
  op: Datum,
  signaal: tekst('wat er is gezegd', 1000),
})
export type SignaalInvoer = z.infer<typeof SignaalInvoer>

export const AfhandelInvoer = z.object({ op: Datum, uitkomst: tekst('wat u heeft gedaan', 500) })
export type AfhandelInvoer = z.infer<typeof AfhandelInvoer>

export const TimeOutInvoer = z.object({
  versie: Versie,
  plekId: z.uuid({ error: 'Kies een plek.' }),
  op: Datum,
  verwachtTot: Datum,
  reden: tekst('wat er aan de hand is', 500),
  volgendeStap: tekst('een volgende stap', 300),
  volgendeStapOp: Datum,
})
export type TimeOutInvoer = z.infer<typeof TimeOutInvoer>

/** A time-out place held ahead: from the first night until the day of departure. */
export const BoekingInvoer = z.object({
  plekId: z.uuid({ error: 'Kies een plek.' }),
  van: Datum,
  tot: Datum,
  reden: tekst('wat er aan de hand is', 500),
})
export type BoekingInvoer = z.infer<typeof BoekingInvoer>

export const BoekingBegin = z.object({
  versie: Versie,
  volgendeStap: tekst('een volgende stap', 300),
  volgendeStapOp: Datum,
})
export type BoekingBegin = z.infer<typeof BoekingBegin>

export const BoekingEinde = z.object({ versie: Versie, reden: tekst('waarom het niet doorgaat', 300) })
export type BoekingEinde = z.infer<typeof BoekingEinde>
