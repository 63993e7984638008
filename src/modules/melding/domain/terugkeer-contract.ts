import { z } from 'zod'
import { Datum, endpoint, Paging, page } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'

export const TerugkeerRegel = z.object({
  persoonId: Id,
  naam: z.string(),
  /** Reports in the period after the end of a verblijf. */
  herinstroom: z.number().int(),
  /** Reports in the period of somebody who had reported before. */
  herhaald: z.number().int(),
  laatsteMeldingId: Id,
  laatsteMelding: Datum,
})
export type TerugkeerRegel = z.infer<typeof TerugkeerRegel>

export const TerugkeerFilter = Paging.extend({
  /** First and last day of the period; a year back until today when left out. */
  van: Datum.optional(),
  totEnMet: Datum.optional(),
  soort: z.enum(['herinstroom', 'herhaald']).optional(),
  formaat: z.enum(['csv', 'ods', 'xlsx']).optional(),
  sorteer: z
    .enum(['herinstroom', '-herinstroom', 'herhaald', '-herhaald', 'laatsteMelding', '-laatsteMelding'])
    .default('-herinstroom'),
})
export type TerugkeerFilter = z.infer<typeof TerugkeerFilter>

export const listTerugkeer = endpoint({
  method: 'GET',
  path: '/terugkeer',
  name: 'listTerugkeer',
  summary: 'Wie in een periode terugkwam na uitstroom of zich opnieuw meldde, en hoe vaak',
  query: TerugkeerFilter,
  response: page(TerugkeerRegel),
})
