import { z } from 'zod'
import { Datum } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { GemeenteCode } from '../../beheer/domain/soorten.ts'

// Parts that the contracts of this module share.

export const Gedaan = z.object({ id: Id, versie: z.number().int() })
export type Gedaan = z.infer<typeof Gedaan>

export const leeg = <T extends z.ZodType>(type: T) => type.nullable().default(null)

/** Optional text of a form: empty means not given. */
export const vrij = (label: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Gebruik voor ${label} niet meer dan ${max} tekens.` })
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)

export const DatumOfLeeg = leeg(Datum)
export const GemeenteOfLeeg = leeg(GemeenteCode)

export const Emailadres = z
  .email({ error: 'Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.' })
  .max(200, { error: 'Gebruik voor het e-mailadres niet meer dan 200 tekens.' })

export const Aantal = (label: string, minimum: number) =>
  z
    .number({ error: `Vul ${label} in als getal.` })
    .int({ error: `Vul ${label} in als heel getal.` })
    .min(minimum, { error: `Vul voor ${label} ${minimum} of meer in.` })
    .max(10_000, { error: `Vul voor ${label} 10.000 of minder in.` })

export const sorteer = <const T extends readonly [string, ...string[]]>(volgorden: T, eerst: T[number]) =>
  z.enum(volgorden, { error: 'Zo kan deze lijst niet gesorteerd worden.' }).default(eerst as never)

/** A choice for a form, with its name. */
export const Genoemd = z.object({ id: Id, naam: z.string() })
