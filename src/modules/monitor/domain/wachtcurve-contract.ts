import { z } from 'zod'
import { Datum, endpoint, Paging, page } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'

const Maand = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, { error: 'Kies een maand, bijvoorbeeld 2026-03.' })

/** Percentages are whole; `risico` is who still waited just before that day. */
export const Curvepunt = z.object({
  dag: z.number().int(),
  wachtNog: z.number().int(),
  onder: z.number().int(),
  boven: z.number().int(),
  risico: z.number().int(),
})
export type Curvepunt = z.infer<typeof Curvepunt>

export const listCurvepunten = endpoint({
  method: 'GET',
  path: '/wachtcurve',
  name: 'listWachtcurvepunten',
  summary: 'Welk deel na zoveel dagen nog wacht, met wie nog wacht erin, van de hele lijst of één product',
  query: Paging.extend({
    /** A whole month that is over; the last one unless said otherwise. */
    maand: Maand.optional(),
    /** As it was known at the end of that day; now unless said otherwise. */
    bekendOp: Datum.optional(),
    productId: Id.optional(),
    sorteer: z
      .string()
      .regex(/^-?\w{1,40}$/, { error: 'Sorteer op een kolom van deze lijst.' })
      .optional(),
  }),
  response: page(Curvepunt).extend({
    maand: z.string(),
    /** First and last day of joining the list. */
    van: Datum,
    peildatum: Datum,
    bekendOp: Datum.nullable(),
    kleinsteGetal: z.number().int().nullable(),
    /** Registrations that it rests on; null when hidden. */
    aantal: z.number().int().nullable(),
    /** First shown day by which half no longer waited; null when that was not reached. */
    helft: z.number().int().nullable(),
    producten: z.array(z.object({ id: Id, naam: z.string() })),
  }),
})
