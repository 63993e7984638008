import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { ernsten } from './bevinding.ts'

const code = z.string().regex(/^[a-z0-9_]{1,60}$/, { error: 'Deze bevinding bestaat niet.' })
const Ernst = z.enum(Object.keys(ernsten) as [keyof typeof ernsten])

/** Some findings are of a person within a stay: their key is made of both, and no UUID of a version. */
const Sleutel = z.guid({ error: 'Dit is geen geldig kenmerk.' })

const Akkoord = z.object({
  id: Id,
  reden: z.string(),
  door: z.string(),
  organisatie: z.string(),
  van: Datum,
  tot: Datum,
})

export const Bevindingrij = z.object({
  /** Together with `sleutel` what the row is of. */
  bevinding: z.string(),
  sleutel: Sleutel,
  naam: z.string(),
  uitleg: z.string(),
  ernst: Ernst,
  doen: z.string(),
  pad: z.string(),
  over: z.string(),
  persoonId: Id.nullable(),
  detail: z.string().nullable(),
  sinds: Datum,
  dagen: z.number().int(),
  /** Who can fix it; null when that is for the whole organisation. */
  wie: z.string().nullable(),
  organisatie: z.string().nullable(),
  vanMij: z.boolean(),
  akkoord: Akkoord.nullable(),
})
export type Bevindingrij = z.infer<typeof Bevindingrij>

export const listBevindingen = endpoint({
  method: 'GET',
  path: '/bevindingen',
  name: 'listBevindingen',
  summary: 'Gegevens die ontbreken of niet kloppen en die de vrager kan herstellen, de oudste eerst',
  query: Paging.extend({
    /** `mij`: for me, or for my organisation when nobody is named. `organisatie`: everything of my organisation. `zicht`: all that I may see. */
    van: z.enum(['mij', 'organisatie', 'zicht']).default('mij'),
    bevinding: code.optional(),
    ernst: Ernst.optional(),
    /** `ja`: only what somebody found right as it is. */
    akkoord: z.enum(['ja']).optional(),
    sorteer: z
      .enum(['sinds', '-sinds', 'naam', '-naam', 'over', '-over', 'ernst', '-ernst'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('sinds'),
    formaat: z.string().optional(),
  }),
  response: page(Bevindingrij),
})

export const Bevindingsoort = z.object({
  bevinding: z.string(),
  naam: z.string(),
  uitleg: z.string(),
  ernst: Ernst,
})

export const listBevindingsoorten = endpoint({
  method: 'GET',
  path: '/bevindingsoorten',
  name: 'listBevindingsoorten',
  summary: 'Waar Onderdak op let, voor zover de vrager het kan herstellen',
  response: z.object({ soorten: z.array(Bevindingsoort) }),
})

export const AkkoordInvoer = z.object({
  bevinding: code,
  sleutel: Sleutel,
  reden: tekst('waarom dit zo klopt', 500),
  tot: Datum,
})
export type AkkoordInvoer = z.output<typeof AkkoordInvoer>

export const postAkkoord = endpoint({
  method: 'POST',
  path: '/bevindingakkoorden',
  name: 'postBevindingakkoord',
  summary: 'Zeg dat een gegeven klopt zoals het er staat, met reden en tot wanneer',
  body: AkkoordInvoer,
  response: z.object({ id: Id }),
})

export const trekAkkoordIn = endpoint({
  method: 'POST',
  path: '/bevindingakkoorden/:id/intrekking',
  name: 'trekBevindingakkoordIn',
  summary: 'Trek een akkoord in: de bevinding telt weer',
  params: IdParam,
  body: z.object({}),
  response: z.object({ id: Id }),
})

export const Organisatietelling = z.object({
  organisatieId: Id,
  naam: z.string(),
  aantal: z.number().int(),
  lang: z.number().int(),
  akkoord: z.number().int(),
  oudsteOp: Datum.nullable(),
  /** A week and four weeks before; null when that night was not counted. */
  weekEerder: z.number().int().nullable(),
  maandEerder: z.number().int().nullable(),
})
export type Organisatietelling = z.infer<typeof Organisatietelling>

const stand = {
  /** Night of the count; null when nobody counted yet. */
  dag: Datum.nullable(),
}
const sorteer = z
  .string()
  .regex(/^-?\w{1,40}$/, { error: 'Sorteer op een kolom van deze lijst.' })
  .optional()

export const listOrganisatietellingen = endpoint({
  method: 'GET',
  path: '/bevindingtellingen/organisaties',
  name: 'listBevindingtellingenPerOrganisatie',
  summary: 'Hoeveel gegevens er per organisatie niet in orde zijn, zonder personen',
  query: Paging.extend({ bevinding: code.optional(), sorteer }),
  response: page(Organisatietelling).extend(stand),
})

export const Soorttelling = z.object({
  bevinding: z.string(),
  naam: z.string(),
  uitleg: z.string(),
  ernst: Ernst,
  aantal: z.number().int(),
  lang: z.number().int(),
  akkoord: z.number().int(),
  oudsteOp: Datum.nullable(),
})
export type Soorttelling = z.infer<typeof Soorttelling>

export const listSoorttellingen = endpoint({
  method: 'GET',
  path: '/bevindingtellingen/soorten',
  name: 'listBevindingtellingenPerSoort',
  summary: 'Hoeveel gegevens er per soort bevinding niet in orde zijn, zonder personen',
  query: Paging.extend({ organisatieId: Id.optional(), sorteer }),
  response: page(Soorttelling).extend(stand),
})

export const Nachttelling = z.object({ dag: Datum, aantal: z.number().int(), lang: z.number().int() })
export type Nachttelling = z.infer<typeof Nachttelling>

export const listNachttellingen = endpoint({
  method: 'GET',
  path: '/bevindingtellingen/nachten',
  name: 'listBevindingtellingenPerNacht',
  summary: 'Hoeveel gegevens er per week niet in orde waren, zonder personen',
  query: Paging.extend({ organisatieId: Id.optional(), bevinding: code.optional(), sorteer }),
  response: page(Nachttelling).extend(stand),
})
