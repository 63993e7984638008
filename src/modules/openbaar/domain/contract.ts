import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { populaties } from './openbare-indicatoren.ts'

const Periode = z
  .string({ error: 'Kies een periode.' })
  .regex(/^20\d\d(-[1-4])?$/, { error: 'Kies een kwartaal of jaar.' })
const Indicator = z.string().regex(/^[a-z0-9_]{1,60}$/, { error: 'Dit cijfer bestaat niet.' })

export const Cijfer = z.object({
  populatie: z.enum(Object.keys(populaties) as [keyof typeof populaties, ...(keyof typeof populaties)[]]),
  /** Code of a gemeente, `regio`, or `overig`. */
  gebied: z.string(),
  gebiedNaam: z.string(),
  /** Null when hidden. */
  waarde: z.number().int().nullable(),
  grondslag: z.enum(['geteld', 'opgeteld']).nullable(),
  verborgen: z.enum(['klein', 'samen', 'eerder']).nullable(),
})
export type Cijfer = z.infer<typeof Cijfer>

const Kaart = {
  indicator: z.string(),
  naam: z.string(),
  definitie: z.string(),
  eenheid: z.string(),
  tijd: z.enum(['stand', 'periode']),
}

const Voorbeeldcijfer = z.object({
  ...Kaart,
  familie: z.string(),
  cijfers: z.array(Cijfer),
  /** Says whether these are still the numbers that were looked at. */
  controle: z.string(),
})
export type Voorbeeldcijfer = z.infer<typeof Voorbeeldcijfer>

export const haalPublicatievoorbeeld = endpoint({
  method: 'GET',
  path: '/publicatievoorbeelden',
  name: 'haalPublicatievoorbeeld',
  summary: 'Wat er openbaar wordt van een kwartaal of jaar, en wat verborgen blijft en waarom',
  query: z.object({ periode: Periode.optional() }),
  response: z.object({
    periode: z.string(),
    perioden: z.array(z.object({ periode: z.string(), naam: z.string() })),
    van: Datum,
    totEnMet: Datum,
    geheimTot: z.number().int(),
    afronding: z.number().int(),
    isOpen: z.boolean(),
    /** The publication that holds for this period; null when there is none. */
    bestaande: Id.nullable(),
    indicatoren: z.array(Voorbeeldcijfer),
  }),
})

export const PublicatieInvoer = z.object({
  periode: Periode,
  indicatoren: z
    .array(z.object({ indicator: Indicator, controle: z.string().max(100) }), {
      error: 'Kies minstens één cijfer.',
    })
    .min(1, { error: 'Kies minstens één cijfer.' })
    .max(50),
})
export type PublicatieInvoer = z.infer<typeof PublicatieInvoer>

export const postPublicatie = endpoint({
  method: 'POST',
  path: '/publicaties',
  name: 'postPublicatie',
  summary: 'Cijfers van een kwartaal of jaar openbaar maken',
  body: PublicatieInvoer,
  response: z.object({ id: Id }),
})

export const Publicatie = z.object({
  id: Id,
  periode: z.string(),
  periodeNaam: z.string(),
  gepubliceerdOp: z.string(),
  door: z.string(),
  status: z.enum(['gepubliceerd', 'ingetrokken']),
  getoond: z.number().int(),
  verborgen: z.number().int(),
})
export type Publicatie = z.infer<typeof Publicatie>

export const listPublicaties = endpoint({
  method: 'GET',
  path: '/publicaties',
  name: 'listPublicaties',
  summary: 'Openbaar gemaakte en ingetrokken cijfers van de regio',
  query: Paging.extend({
    sorteer: z
      .string()
      .regex(/^-?\w{1,40}$/, { error: 'Sorteer op een kolom van deze lijst.' })
      .optional(),
  }),
  response: page(Publicatie),
})

export const haalPublicatie = endpoint({
  method: 'GET',
  path: '/publicaties/:id',
  name: 'haalPublicatie',
  summary: 'Eén publicatie met haar cijfers',
  params: IdParam,
  response: Publicatie.extend({
    geheimTot: z.number().int(),
    afronding: z.number().int(),
    intrekreden: z.string().nullable(),
    ingetrokkenOp: z.string().nullable(),
    isOpen: z.boolean(),
    indicatoren: z.array(z.object({ ...Kaart, cijfers: z.array(Cijfer) })),
  }),
})

export const postIntrekking = endpoint({
  method: 'POST',
  path: '/publicaties/:id/intrekking',
  name: 'postIntrekking',
  summary: 'Een publicatie intrekken; de reden is openbaar',
  params: IdParam,
  body: z.object({ reden: tekst('de reden', 500) }),
  response: z.object({ id: Id }),
})
