import { z } from 'zod'
import { Datum } from '../../../shared/endpoint.ts'
import { keysOf } from '../../../shared/keys.ts'
import { Blokinhoud } from './blok.ts'
import { soorten } from './keuzes.ts'

/** What is frozen of a rapportage: every word and figure, and of stories and uitleg only which. */
export const Vastgesteld = z.object({
  vorm: z.literal(1),
  soort: z.enum(keysOf(soorten)),
  titel: z.string(),
  programma: z.string(),
  regio: z.string(),
  van: Datum,
  tot: Datum,
  /** When what is known was last looked at. */
  levendOp: z.string(),
  blokken: z.array(z.object({ hoofdstuk: z.string(), inhoud: Blokinhoud })),
})
export type Vastgesteld = z.output<typeof Vastgesteld>
