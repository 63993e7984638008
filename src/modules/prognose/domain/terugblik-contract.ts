import { z } from 'zod'
import { Datum, endpoint, Paging, page } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { vergeleken } from './terugblik.ts'

const Maat = z.enum(vergeleken, { error: 'Deze maat bestaat niet.' })

const Dekking = z.object({
  cellen: z.number().int(),
  binnen80: z.number().int(),
  binnen95: z.number().int(),
  /** Chance that a forecast that holds has as many outside the band of 95 percent. */
  kans: z.number(),
})

/** Whether the forecast of a year ago came true; what a scenario shows beside itself. */
export const Terugblik = z.object({
  /** Day from which it looked ahead: twelve whole months. */
  begin: Datum,
  /** Day of the data of what happened. */
  peildatum: Datum,
  /** As the register knew it on the first day; else as it knows that day now. */
  zoalsToen: z.boolean(),
  herhalingen: z.number().int(),
  /** Null: it could not be said, and `uitleg` says why. */
  klopte: z.boolean().nullable(),
  kop: z.string(),
  uitleg: z.string(),
  /** Null when it could not be said. */
  dekking: Dekking.nullable(),
  perMaat: z.array(
    Dekking.extend({
      maat: Maat,
      naam: z.string(),
      klopte: z.boolean(),
      richting: z.enum(['meer', 'minder']),
    }),
  ),
})
export type Terugblik = z.infer<typeof Terugblik>

export const getTerugblik = endpoint({
  method: 'GET',
  path: '/prognose/terugblik',
  name: 'getPrognoseterugblik',
  summary: 'Of de prognose van een jaar geleden uitkwam, en zo niet waarom zij niet te gebruiken is',
  response: z.object({
    /** Null when nobody looked back yet. */
    laatste: Terugblik.nullable(),
    bezig: z.boolean(),
    /** From which day can be looked back now. */
    begin: Datum,
    /** Products of which there is something to compare. */
    producten: z.array(z.object({ id: Id, naam: z.string() })),
    kleinsteGetal: z.number().int(),
  }),
})

export const Terugblikcel = z.object({
  id: z.string(),
  volgorde: z.number().int(),
  maat: Maat,
  naam: z.string(),
  productId: Id.nullable(),
  product: z.string(),
  maand: Datum,
  /** Of few people nothing of the month is told: all that follows is null. */
  afgeschermd: z.boolean(),
  /** An average over the month in whole people, or how many in the month. */
  gebeurd: z.number().nullable(),
  midden: z.number().nullable(),
  laag80: z.number().nullable(),
  hoog80: z.number().nullable(),
  laag95: z.number().nullable(),
  hoog95: z.number().nullable(),
  binnen80: z.boolean().nullable(),
  binnen95: z.boolean().nullable(),
})
export type Terugblikcel = z.infer<typeof Terugblikcel>

export const listTerugblikcellen = endpoint({
  method: 'GET',
  path: '/prognose/terugblikcellen',
  name: 'listPrognoseterugblikcellen',
  summary: 'Per maand en product wat de prognose van een jaar geleden zei, en wat er gebeurde',
  query: Paging.extend({
    product: z.uuid({ error: 'Dit product bestaat niet.' }).optional(),
    maat: Maat.optional(),
    sorteer: z
      .string()
      .regex(/^-?\w{1,40}$/, { error: 'Sorteer op een kolom van deze lijst.' })
      .optional(),
  }),
  response: page(Terugblikcel),
})

export const postTerugblik = endpoint({
  method: 'POST',
  path: '/prognose/terugblikken',
  name: 'postPrognoseterugblik',
  summary: 'Kijk terug: begin de prognose op een dag in het verleden en leg haar naast wat er gebeurde',
  body: z.object({ begin: Datum }),
  response: z.object({ id: Id }),
})
