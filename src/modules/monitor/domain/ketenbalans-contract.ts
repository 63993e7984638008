import { z } from 'zod'
import { Datum, endpoint, Paging, page } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import {
  type Balansoorzaak,
  type Boek,
  balansoorzaken,
  boeken,
  soortenVan,
  splitsingen,
} from './ketenbalans.ts'

/** Null when hidden. */
const Aantal = z.number().int().nullable()

const Vraag = {
  eenheid: z.enum(['registraties', 'personen']).default('registraties'),
  /** A whole month that is over; the last one unless said otherwise. */
  maand: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/, { error: 'Kies een maand, bijvoorbeeld 2026-03.' })
    .optional(),
  /** As it was known at the end of that day; now unless said otherwise. */
  bekendOp: Datum.optional(),
}
const sorteer = z
  .string()
  .regex(/^-?\w{1,60}$/, { error: 'Sorteer op een kolom van deze lijst.' })
  .optional()

const Antwoord = {
  boek: z.string(),
  definitie: z.string(),
  maand: z.string(),
  van: Datum,
  peildatum: Datum,
  bekendOp: Datum.nullable(),
  kleinsteGetal: z.number().int().nullable(),
}

/** A book of one group. `sluit` compares what was counted, also when the counts are hidden. */
const Vast = z.object({
  naam: z.string(),
  begin: Aantal,
  erin: Aantal,
  eruit: Aantal,
  eind: Aantal,
  sluit: z.boolean(),
  /** The end as it was known on the last day of the month; null when hidden or not kept. */
  eindToen: Aantal,
  /** What changed in it later. */
  correctie: Aantal,
  afgeschermd: z.boolean(),
})
/** Columns of in and out per kind: those of the asked book. */
export type Soortkolom = {
  [B in Boek]:
    | `in_${keyof (typeof boeken)[B]['in'] & string}`
    | `uit_${keyof (typeof boeken)[B]['uit'] & string}`
}[Boek]
const kolommen = Object.keys(boeken).flatMap((boek) => Object.values(soortenVan(boek as Boek)).flat())
const Soorten = Object.fromEntries(kolommen.map((kolom) => [kolom, Aantal.optional()])) as Record<
  Soortkolom,
  z.ZodOptional<typeof Aantal>
>

const Rij = Vast.extend({
  groep: z.string(),
  ...Soorten,
  gaten: z.array(z.enum(Object.keys(balansoorzaken) as [Balansoorzaak, ...Balansoorzaak[]])),
})
export type Balansrij = z.infer<typeof Rij>

export const Maandrij = Vast.extend({ maand: z.string() })
export type Maandrij = z.infer<typeof Maandrij>

const paden = { verblijf: 'verblijf', wachtlijst: 'wachtlijst', in_beeld: 'in-beeld' } as const

const balansEndpoint = <N extends string>(boek: Boek, name: N) =>
  endpoint({
    method: 'GET',
    path: `/ketenbalans/${paden[boek]}`,
    name,
    summary: `Ketenbalans van een maand: ${boeken[boek].naam.toLowerCase()}, per groep, zonder personen`,
    query: Paging.extend({
      ...Vraag,
      per: z
        .enum(boeken[boek].per, { error: 'Dit boek is zo niet te splitsen.' })
        .default(boeken[boek].per[0]),
      sorteer,
    }),
    response: page(Rij).extend({
      ...Antwoord,
      per: z.enum(Object.keys(splitsingen) as [string, ...string[]]),
      totaal: Rij,
    }),
  })

export const balansEndpoints = {
  verblijf: balansEndpoint('verblijf', 'listVerblijfbalans'),
  wachtlijst: balansEndpoint('wachtlijst', 'listWachtlijstbalans'),
  in_beeld: balansEndpoint('in_beeld', 'listInBeeldbalans'),
}

const Boekkeuze = z.enum(Object.keys(boeken) as [Boek, ...Boek[]]).default('verblijf')

export const listBalansmaanden = endpoint({
  method: 'GET',
  path: '/ketenbalans/maanden',
  name: 'listBalansmaanden',
  summary: 'Ketenbalans van dertien maanden van de hele keten, met wat er na afloop is gecorrigeerd',
  query: Paging.extend({ ...Vraag, boek: Boekkeuze, sorteer }),
  response: page(Maandrij).extend(Antwoord),
})

export const Balansgat = z.object({
  id: z.string(),
  oorzaak: z.enum(Object.keys(balansoorzaken) as [Balansoorzaak, ...Balansoorzaak[]]),
  wat: z.string(),
  herstel: z.string(),
  /** Who can fix it. */
  organisatie: z.string(),
  /** Only where the asker may see the person. */
  contactpersoon: z.string().nullable(),
  persoonId: Id.nullable(),
  naam: z.string().nullable(),
})
export type Balansgat = z.infer<typeof Balansgat>

export const listBalansgaten = endpoint({
  method: 'GET',
  path: '/ketenbalans/gaten',
  name: 'listBalansgaten',
  summary: 'Waardoor een boek niet sluit of een gat heeft, en wie het kan herstellen',
  query: Paging.extend({ ...Vraag, boek: Boekkeuze }),
  response: page(Balansgat).extend(Antwoord),
})

export const Stroom = z.object({
  id: z.string(),
  /** Into a product, or out of it. */
  kant: z.enum(['in', 'uit']),
  product: z.string(),
  anders: z.string(),
  aantal: Aantal,
})
export type Stroom = z.infer<typeof Stroom>

export const listKetenstromen = endpoint({
  method: 'GET',
  path: '/ketenbalans/stromen',
  name: 'listKetenstromen',
  summary: 'Waar mensen vandaan kwamen en heen gingen in een maand, per product, zonder personen',
  query: Paging.extend({ ...Vraag, sorteer }),
  response: page(Stroom).extend(Antwoord),
})
