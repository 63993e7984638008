import { z } from 'zod'
import { Datum, tekst } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'

// Words and input of voorzieningen, locaties and plekken; the endpoints are in api.ts.

export const voorzieningSoorten = {
  verblijf: 'Verblijf',
  inloop: 'Inloop',
  ambulant: 'Hulp aan huis',
  wonen: 'Wonen',
} as const
export const domeinen = {
  BW: 'Beschermd wonen',
  BT: 'Beschermd thuis',
  MO: 'Maatschappelijke opvang',
  VO: 'Vrouwenopvang',
  WONEN: 'Wonen',
  OVERIG: 'Overig',
} as const
/** CAP-14: "lokaal wat kan, regionaal wat moet". */
export const bereiken = { lokaal: 'Lokaal', regionaal: 'Regionaal' } as const
export const plekSoorten = {
  regulier: 'Gewone plek',
  crisis: 'Crisisplek',
  nood: 'Noodplek',
  gezin: 'Gezinsplek',
  woning: 'Woning',
  kamer: 'Kamer',
  time_out: 'Time-outplek',
} as const
export const regimes = {
  nacht: "Alleen 's nachts",
  dag: 'Alleen overdag',
  dag_en_nacht: 'Dag en nacht',
} as const
export const tijdelijkRedenen = {
  winterkou: 'Winterkou',
  calamiteit: 'Calamiteit',
  overig: 'Anders',
} as const
export const standen = {
  vrij: 'Vrij',
  vastgehouden: 'Vastgehouden',
  bezet: 'Bezet',
  geblokkeerd: 'Geblokkeerd',
  buiten_gebruik: 'Buiten gebruik',
} as const

/** What those without the right see instead of the name of a secret locatie (VO-03). */
export const geheimeLocatie = 'VO-plek (geheim)'

const keysOf = <T extends Record<string, string>>(names: T) =>
  z.enum(Object.keys(names) as [keyof T & string])
const leeg = <T extends z.ZodType>(type: T) => type.nullable().default(null)
const Gemeente = z.string().regex(/^GM\d{4}$/, { error: 'Kies een gemeente.' })
const langeTekst = z.string().trim().max(2000, { error: 'Gebruik niet meer dan 2000 tekens.' })

export const VoorzieningInvoer = z.object({
  organisatieId: leeg(Id),
  code: tekst('een code', 40),
  naam: tekst('een naam'),
  soort: keysOf(voorzieningSoorten),
  domein: keysOf(domeinen),
  bereik: keysOf(bereiken),
  gemeenteCode: leeg(Gemeente),
  doelgroep: langeTekst.default(''),
  omschrijving: langeTekst.default(''),
  openingstijden: leeg(langeTekst),
  capaciteitVolgensBron: leeg(z.string().trim().max(200)),
  onderContract: z.boolean().default(true),
  van: Datum,
})
export type VoorzieningInvoer = z.infer<typeof VoorzieningInvoer>

export const LocatieInvoer = z.object({
  voorzieningId: Id,
  naam: tekst('een naam'),
  gemeenteCode: leeg(Gemeente),
  wijk: leeg(z.string().trim().min(1).max(100)),
  isGeheim: z.boolean().default(false),
  isExtern: z.boolean().default(false),
  adres: leeg(z.string().trim().max(300)),
  telefoon: leeg(z.string().trim().max(40)),
  kenmerken: z.array(z.string()).default([]),
  reactietijdMinuten: leeg(
    z
      .number({ error: 'Vul een aantal minuten in.' })
      .int()
      .min(1, { error: 'Vul 1 of meer minuten in.' })
      .max(10_080),
  ),
  van: Datum,
})
export type LocatieInvoer = z.infer<typeof LocatieInvoer>

export const PlekInvoer = z.object({
  locatieId: Id,
  productId: Id,
  naam: tekst('een naam', 100),
  soort: keysOf(plekSoorten).default('regulier'),
  kamer: leeg(z.string().trim().max(100)),
  personenMaximum: z
    .number({ error: 'Vul in hoeveel mensen er passen.' })
    .int()
    .min(1, { error: 'Er past minstens 1 persoon op een plek.' })
    .max(30, { error: 'Vul hooguit 30 personen in.' })
    .default(1),
  kenmerken: z.array(z.string()).default([]),
  tijdelijkReden: leeg(keysOf(tijdelijkRedenen)),
  van: Datum,
  tot: leeg(Datum),
})
export type PlekInvoer = z.infer<typeof PlekInvoer>

export const OpeningInvoer = z.object({
  regime: keysOf(regimes),
  toelichting: langeTekst.default(''),
  van: Datum,
})
export type OpeningInvoer = z.infer<typeof OpeningInvoer>

export const BuitenGebruikInvoer = z.object({
  van: Datum,
  tot: leeg(Datum),
  reden: tekst('een reden', 60),
  toelichting: leeg(z.string().trim().max(500)),
})
export type BuitenGebruikInvoer = z.infer<typeof BuitenGebruikInvoer>
