import { z } from 'zod'
import { Datum, tekst, Versie } from '../../../shared/endpoint.ts'
import * as woorden from './woorden.ts'

// Input of ondersteuningsplannen; the endpoints are in api.ts.

const codes = <T extends object>(names: T, error: string) =>
  z.enum(Object.keys(names) as [keyof T & string, ...(keyof T & string)[]], { error })
const leeg = <T extends z.ZodType>(type: T) => type.nullable().default(null)
const vrij = (max: number) =>
  leeg(
    z
      .string()
      .trim()
      .max(max, { error: `Gebruik niet meer dan ${max} tekens.` })
      .transform((text) => text || null),
  )
const Code = (wat: string) =>
  z
    .string({ error: `Kies ${wat}.` })
    .min(1, { error: `Kies ${wat}.` })
    .max(60)
const LegeCode = leeg(z.string().max(60))

export const StartInvoer = z.object({ op: Datum })
export type StartInvoer = z.infer<typeof StartInvoer>

export const InhoudInvoer = z.object({
  versie: Versie,
  eigenVerhaal: vrij(4000),
  perspectief: leeg(codes(woorden.perspectieven, 'Kies een perspectief uit de lijst.')),
  perspectiefWoorden: vrij(1000),
  perspectiefMotivering: vrij(1000),
  evaluatieOp: leeg(Datum),
})
export type InhoudInvoer = z.infer<typeof InhoudInvoer>

const doelvelden = {
  leefgebied: Code('een leefgebied'),
  soort: codes(woorden.doelsoorten, 'Kies wat voor doel het is.'),
  eigenWoorden: tekst('het doel in de woorden van de cliënt', 1000),
  afspraken: tekst('de afspraken', 2000),
  bouwsteen: LegeCode,
  /** Null: the cliënt does it, with the own network. */
  organisatieId: leeg(z.uuid({ error: 'Kies een organisatie uit de lijst.' })),
  herstel: leeg(codes(woorden.herstelsoorten, 'Kies een soort herstel uit de lijst.')),
  positieveGezondheid: leeg(codes(woorden.gezondheidsdelen, 'Kies een onderdeel uit de lijst.')),
}
export const DoelInvoer = z.object({ versie: Versie, ...doelvelden })
export type DoelInvoer = z.infer<typeof DoelInvoer>

export const WegInvoer = z.object({ versie: Versie })

export const UitkomstInvoer = z.object({
  versie: Versie,
  stand: z.enum(['behaald', 'gestopt'], { error: 'Kies behaald of gestopt.' }),
  op: Datum,
  uitkomst: tekst('wat het heeft opgeleverd', 1000),
})
export type UitkomstInvoer = z.infer<typeof UitkomstInvoer>

export const AkkoordInvoer = z
  .object({
    versie: Versie,
    wie: z.enum(['client', 'begeleider'], { error: 'Kies wie akkoord gaat.' }),
    op: Datum,
    hoe: codes(woorden.akkoordwijzen, 'Kies hoe het akkoord is gegeven.'),
    /** For the agreement of the cliënt only. */
    door: leeg(codes(woorden.akkoordgevers, 'Kies wie het akkoord gaf.')),
    vertegenwoordigerNaam: vrij(200),
  })
  .refine((i) => i.wie === 'begeleider' || i.door !== null, {
    path: ['door'],
    error: 'Kies wie het akkoord gaf.',
  })
  .refine((i) => i.wie === 'begeleider' || i.door !== 'vertegenwoordiger' || i.vertegenwoordigerNaam, {
    path: ['vertegenwoordigerNaam'],
    error: 'Vul de naam van de vertegenwoordiger in.',
  })
export type AkkoordInvoer = z.infer<typeof AkkoordInvoer>

export const MeegeefInvoer = z.object({
  versie: Versie,
  op: Datum,
  hoe: codes(woorden.meegeefwijzen, 'Kies hoe de cliënt het plan kreeg.'),
})
export type MeegeefInvoer = z.infer<typeof MeegeefInvoer>

export const NieuweVersieInvoer = z.object({
  versie: Versie,
  reden: tekst('waarom er een nieuwe versie komt', 500),
})
export type NieuweVersieInvoer = z.infer<typeof NieuweVersieInvoer>

export const MetingInvoer = z.object({
  op: Datum,
  scores: z
    .array(
      z.object({
        leefgebied: Code('een leefgebied'),
        score: z.coerce
          .number({ error: 'Kies een score van 1 tot en met 5.' })
          .int()
          .min(1, { error: 'Kies een score van 1 tot en met 5.' })
          .max(5, { error: 'Kies een score van 1 tot en met 5.' }),
        toelichting: vrij(500),
      }),
    )
    .min(1, { error: 'Geef minstens één score.' })
    .max(40),
})
export type MetingInvoer = z.infer<typeof MetingInvoer>

const Deelnemer = z
  .object({
    soort: codes(woorden.deelnemersoorten, 'Kies wie erbij was.'),
    organisatieId: leeg(z.uuid({ error: 'Kies een organisatie uit de lijst.' })),
    naam: vrij(200),
  })
  .refine((d) => d.soort !== 'organisatie' || d.organisatieId !== null, {
    path: ['organisatieId'],
    error: 'Kies een organisatie.',
  })
  .refine((d) => ['client', 'organisatie'].includes(d.soort) || d.naam, {
    path: ['naam'],
    error: 'Vul de naam in van wie erbij was.',
  })

export const EvaluatieInvoer = z.object({
  versie: Versie,
  op: Datum,
  deelnemers: z.array(Deelnemer).min(1, { error: 'Leg vast wie erbij was.' }).max(20),
  bevindingen: tekst('wat er is besproken', 4000),
  besluit: codes(woorden.evaluatiebesluiten, 'Kies hoe het verdergaat.'),
  volgendeOp: Datum,
})
export type EvaluatieInvoer = z.infer<typeof EvaluatieInvoer>

export const ReactieInvoer = z.object({
  op: Datum,
  hoe: codes(woorden.reactiewijzen, 'Kies hoe de reactie kwam.'),
  leefgebied: LegeCode,
  eigenWoorden: tekst('de reactie in de woorden van de cliënt', 2000),
})
export type ReactieInvoer = z.infer<typeof ReactieInvoer>
