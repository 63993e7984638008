import { z } from 'zod'
import { Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'

// What the contracts of this module share.

export const Gedaan = z.object({ id: Id, versie: z.number().int() })
export type Gedaan = z.output<typeof Gedaan>

/** What the editor saw. */
export const Gezien = z.object({ versie: Versie })

/** Text that may stay away; empty is null. */
export const vrij = (label: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Gebruik voor ${label} niet meer dan ${max} tekens.` })
    .transform((text) => (text === '' ? null : text))
    .nullable()

export const geheel = (label: string, min: number, max: number) =>
  z
    .number({ error: `Vul ${label} in als getal.` })
    .int({ error: `Vul voor ${label} een heel getal in.` })
    .min(min, { error: `Vul voor ${label} ${min} of meer in.` })
    .max(max, { error: `Vul voor ${label} ${max} of minder in.` })

export const sorteer = <const T extends [string, ...string[]]>(volgorden: T, eerst: T[number]) =>
  z.enum(volgorden, { error: 'Zo kan deze lijst niet gesorteerd worden.' }).default(eerst as never)

export const GemeenteCode = z.string().regex(/^GM\d{4}$/, { error: 'Kies een gemeente uit de lijst.' })

/** Reports every fault at its own field, so that the screen can point at it. */
export const faultsIn =
  <T>(check: (one: T, fout: (path: (string | number)[], message: string) => void) => void) =>
  (one: T, { addIssue }: z.RefinementCtx) =>
    check(one, (path, message) => addIssue({ code: 'custom', path, message, input: one }))
