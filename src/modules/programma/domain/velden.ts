import { z } from 'zod'
import { tekst } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'

// Fields that several contracts of this module share.

/** An optional text: empty becomes null. */
export const vrijeTekst = (label: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Gebruik voor ${label} niet meer dan ${max.toLocaleString('nl-NL')} tekens.` })
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)

export const Bron = tekst('de bron', 300)

/** A quarter as `2026-1`. */
export const Kwartaal = z.string({ error: 'Kies een kwartaal.' }).regex(/^20\d{2}-[1-4]$/, {
  error: 'Kies een kwartaal, bijvoorbeeld 2026-1 voor januari tot en met maart 2026.',
})

/** A number with at most four decimals, far from what a double can't hold. */
export const Getal = z
  .number({ error: 'Vul een getal in.' })
  .min(-1_000_000_000, { error: 'Dit getal is te klein.' })
  .max(1_000_000_000, { error: 'Dit getal is te groot.' })
  .refine((value) => Number(value.toFixed(4)) === value, {
    error: 'Gebruik hooguit vier cijfers achter de komma.',
  })

export const Gedaan = z.object({ id: Id, versie: z.number().int() })
export const Vastgelegd = z.object({ id: Id })
