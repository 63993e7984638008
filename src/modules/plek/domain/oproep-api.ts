import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'

// Calls at a locatie and how fast someone came (CAP-18).

export const afhandelingen = {
  ter_plaatse: 'Iemand ging erheen',
  op_afstand: 'Op afstand geholpen',
} as const
const Afhandeling = z.enum(Object.keys(afhandelingen) as [keyof typeof afhandelingen])

const Tijd = z
  .string({ error: 'Vul een tijd in, bijvoorbeeld 23:05.' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Vul een tijd in, bijvoorbeeld 23:05.' })

/** Days and times as Dutch clocks show them. */
const Verloop = z.object({
  gebeldDag: Datum,
  gebeldTijd: Tijd,
  /** Null as long as nobody answered the call. */
  afhandeling: Afhandeling.nullable().default(null),
  /** Null means: the day of the call. */
  gereageerdDag: Datum.nullable().default(null),
  gereageerdTijd: Tijd.nullable().default(null),
  persoonId: Id.nullable().default(null),
})
export const OproepInvoer = Verloop.extend({ locatieId: z.uuid({ error: 'Kies een locatie.' }) })
export const OproepWijziging = Verloop.extend({ versie: Versie })
export type OproepInvoer = z.output<typeof OproepInvoer>
export type OproepWijziging = z.output<typeof OproepWijziging>

const OproepRij = z.object({
  id: Id,
  locatieId: Id,
  locatie: z.string(),
  voorziening: z.string(),
  gebeldOp: z.iso.datetime(),
  afhandeling: Afhandeling.nullable(),
  gereageerdOp: z.iso.datetime().nullable(),
  normMinuten: z.number().nullable(),
  /** From the call until the answer; null while it is open. */
  minuten: z.number().nullable(),
  /** Null when there is no norm, when it was solved from a distance, or when the norm still runs. */
  binnenNorm: z.boolean().nullable(),
  genoteerdDoor: z.string().nullable(),
})
export type OproepRij = z.infer<typeof OproepRij>

export const listOproepen = endpoint({
  method: 'GET',
  path: '/oproepen',
  name: 'listOproepen',
  summary: 'Oproepen bij de eigen locaties, met de tijd tot iemand er was; zonder personen',
  query: z.object({
    ...Paging.shape,
    stand: z.enum(['open', 'te_laat']).optional(),
    locatieId: Id.optional(),
    sorteer: z
      .enum(['gebeldOp', '-gebeldOp', 'locatie', '-locatie', 'minuten', '-minuten'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('-gebeldOp'),
    formaat: z.string().optional(),
  }),
  response: page(OproepRij),
})

export const getOproep = endpoint({
  method: 'GET',
  path: '/oproepen/:id',
  name: 'getOproep',
  summary: 'Een oproep, met wie er belde als u bij die persoon betrokken bent',
  params: IdParam,
  response: OproepRij.extend({
    gebeldDag: Datum,
    gebeldTijd: Tijd,
    gereageerdDag: Datum.nullable(),
    gereageerdTijd: Tijd.nullable(),
    persoonId: Id.nullable(),
    persoon: z.string().nullable(),
    versie: Versie,
  }),
})

const Gedaan = z.object({ id: Id, versie: Versie })
export const postOproep = endpoint({
  method: 'POST',
  path: '/oproepen',
  name: 'registerOproep',
  summary: 'Een oproep vastleggen',
  body: OproepInvoer,
  response: Gedaan,
})
export const putOproep = endpoint({
  method: 'PUT',
  path: '/oproepen/:id',
  name: 'changeOproep',
  summary: 'Een oproep bijwerken of afhandelen',
  params: IdParam,
  body: OproepWijziging,
  response: Gedaan,
})

const OproepCijfer = z.object({
  voorzieningId: Id,
  voorziening: z.string(),
  aanbieder: z.string(),
  /** First day of the month. */
  maand: Datum,
  oproepen: z.number().int(),
  open: z.number().int(),
  terPlaatse: z.number().int(),
  opAfstand: z.number().int(),
  /** Someone came, or the norm passed and nobody did; only where a response time was agreed. */
  gemeten: z.number().int(),
  binnenNorm: z.number().int(),
  /** Of `gemeten`; null when nothing was measured. */
  percentage: z.number().nullable(),
  mediaanMinuten: z.number().nullable(),
})
export type OproepCijfer = z.infer<typeof OproepCijfer>

export const listOproepcijfers = endpoint({
  method: 'GET',
  path: '/oproepcijfers',
  name: 'listOproepcijfers',
  summary: 'Welk deel van de oproepen binnen de afgesproken reactietijd is, per voorziening en maand',
  query: z.object({
    ...Paging.shape,
    maanden: z.coerce.number().int().min(1).max(60).default(12),
    sorteer: z
      .string()
      .regex(/^-?\w{1,40}$/, { error: 'Sorteer op een kolom van deze lijst.' })
      .optional(),
    formaat: z.string().optional(),
  }),
  response: page(OproepCijfer),
})
