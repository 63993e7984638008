import { z } from 'zod'
import { Datum, endpoint, Paging, page } from '../../../shared/endpoint.ts'
import { niveaus } from './indicator.ts'
import { Kaart, keys, Stand } from './indicator-contract.ts'
import { Jaarpunt } from './jaarcijfer.ts'

export const Kwartaalcijfer = Kaart.extend({
  /** What of the quarter is compared, in words: all of it where months add up, else its last day or its last month. */
  waarover: z.string(),
  waarde: Jaarpunt.shape.waarde,
  afgeschermd: Jaarpunt.shape.afgeschermd,
  vorig: Jaarpunt.shape.waarde,
  vorigAfgeschermd: Jaarpunt.shape.afgeschermd,
  /** In the unit of the figure; null when one of the two does not show. */
  verschil: z.number().nullable(),
  /** The difference as a share of the quarter before, in percent without its sign, to sort by; null when there is none. */
  mate: z.number().nullable(),
  /** What was said about a month of this quarter, each with who said it; empty when nobody did. */
  uitleg: z.string(),
  bron: z.string(),
  peildatum: Datum,
  bekendOp: Datum.nullable(),
  /** Place in the order of the chain. */
  volgorde: z.number().int(),
})
export type Kwartaalcijfer = z.infer<typeof Kwartaalcijfer>

export const listKwartaalcijfers = endpoint({
  method: 'GET',
  path: '/kwartaalcijfers',
  name: 'listKwartaalcijfers',
  summary: 'Elke indicator van een kwartaal naast het kwartaal ervoor, met de uitleg die erbij is gegeven',
  query: Paging.extend({
    /** `2026-3`; the last one that is over unless said otherwise. */
    kwartaal: z
      .string()
      .regex(/^20\d\d-[1-4]$/, { error: 'Kies een kwartaal, bijvoorbeeld 2026-3.' })
      .optional(),
    bekendOp: Datum.optional(),
    niveau: keys(niveaus).optional(),
    sorteer: z
      .enum(['volgorde', '-volgorde', 'naam', '-naam', 'mate', '-mate'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('volgorde'),
  }),
  response: page(Kwartaalcijfer).extend({ ...Stand, kwartaal: z.string(), vorigKwartaal: z.string() }),
})
