import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { type Telling, tellingen } from './startfoto.ts'

export const fotodomeinen = {
  BW: 'Beschermd wonen',
  BT: 'Beschermd thuis',
  MO: 'Maatschappelijke opvang',
  VO: 'Vrouwenopvang',
  WONEN: 'Begeleid wonen',
} as const
const Domein = z.enum(Object.keys(fotodomeinen) as [keyof typeof fotodomeinen], {
  error: 'Kies een deel van de keten.',
})
const Maand = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, { error: 'Kies een maand, bijvoorbeeld 2026-03.' })
const TellingCode = z.enum(Object.keys(tellingen) as [Telling])
const sorteer = z
  .string()
  .regex(/^-?\w{1,40}$/, { error: 'Sorteer op een kolom van deze lijst.' })
  .optional()

const Foto = z.object({
  id: Id,
  naam: z.string(),
  domein: Domein,
  peildatum: Datum,
  bekendOp: Datum,
  gemaaktOp: z.iso.datetime(),
  gemaaktDoor: z.string(),
})
export type Foto = z.infer<typeof Foto>

export const listStartfotos = endpoint({
  method: 'GET',
  path: '/startfotos',
  name: 'listStartfotos',
  summary: 'Startfoto’s van de regio, de laatste eerst',
  query: Paging.extend({ sorteer }),
  response: page(Foto),
})

export const postStartfoto = endpoint({
  method: 'POST',
  path: '/startfotos',
  name: 'postStartfoto',
  summary: 'Maak een startfoto van een maand die voorbij is, zoals die tot en met gisteren bekend is',
  body: z.object({ naam: tekst('een naam', 120), domein: Domein, maand: Maand }),
  response: z.object({ id: Id }),
})

export const getStartfoto = endpoint({
  method: 'GET',
  path: '/startfotos/:id',
  name: 'getStartfoto',
  summary: 'Eén startfoto, en of opnieuw tellen hetzelfde geeft',
  params: IdParam,
  response: Foto.extend({ controlegetal: z.string(), isGelijk: z.boolean(), anderen: z.array(Foto) }),
})

const Aantal = z.number().int().nullable()
export const Fotorij = z.object({
  telling: TellingCode,
  tellingNaam: z.string(),
  productId: Id,
  product: z.string(),
  gemeenteCode: z.string().nullable(),
  gemeente: z.string(),
  was: Aantal,
  later: Aantal,
  bij: Aantal,
  af: Aantal,
  is: Aantal,
})
export type Fotorij = z.infer<typeof Fotorij>

export const listFotocellen = endpoint({
  method: 'GET',
  path: '/startfotos/:id/cellen',
  name: 'listStartfotocellen',
  summary:
    'De getallen van een startfoto naast een andere foto of nu, met waardoor zij verschillen, zonder personen',
  params: IdParam,
  query: Paging.extend({
    /** `nu`: the last whole month as known now; `toen`: the same month as known now; or the id of another foto. */
    met: z.union([z.enum(['nu', 'toen']), Id]).default('nu'),
    telling: TellingCode.optional(),
    sorteer,
  }),
  response: page(Fotorij).extend({
    peildatum: Datum,
    bekendOp: Datum.nullable(),
    kleinsteGetal: z.number().int().nullable(),
  }),
})
