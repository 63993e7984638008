import { z } from 'zod'
import { Datum, endpoint } from '../../../shared/endpoint.ts'
import { Cijfer } from './contract.ts'

// What anyone may ask without an account.

const Periode = { periode: z.string(), periodeNaam: z.string() }

export const listOpenRegios = endpoint({
  method: 'GET',
  path: '/open/regios',
  name: 'listOpenRegios',
  summary: 'Regio’s met openbare cijfers, en welke cijfers dat zijn',
  response: z.object({
    regios: z.array(
      z.object({
        code: z.string(),
        naam: z.string(),
        /** E-mail or web address for questions; null when the region gave none. */
        contact: z.string().nullable(),
        indicatoren: z.array(
          z.object({
            indicator: z.string(),
            naam: z.string(),
            definitie: z.string(),
            eenheid: z.string(),
            /** Oldest and newest period. */
            vanaf: z.string(),
            tot: z.string(),
            gewijzigdOp: z.string(),
          }),
        ),
      }),
    ),
  }),
})
export type OpenRegio = z.infer<typeof listOpenRegios.response>['regios'][number]

export const OpenCijfer = Cijfer.extend({
  ...Periode,
  soort: z.enum(['kwartaal', 'jaar']),
  van: Datum,
  totEnMet: Datum,
  gepubliceerdOp: z.string(),
})
export type OpenCijfer = z.infer<typeof OpenCijfer>

export const haalOpenCijfers = endpoint({
  method: 'GET',
  path: '/open/cijfers/:indicator',
  name: 'haalOpenCijfers',
  summary: 'Eén openbaar cijfer van een regio: alle perioden, met de definitie',
  params: z.object({
    indicator: z.string().regex(/^[a-z0-9_]{1,60}$/, { error: 'Dit cijfer bestaat niet.' }),
  }),
  query: z.object({
    /** Code of the region; the first with this figure unless said otherwise. */
    regio: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]{1,11}$/, { error: 'Deze regio bestaat niet.' })
      .optional(),
  }),
  response: z.object({
    indicator: z.string(),
    naam: z.string(),
    definitie: z.string(),
    eenheid: z.string(),
    tijd: z.enum(['stand', 'periode']),
    teller: z.string(),
    eigenaar: z.string(),
    versie: z.number().int(),
    regio: z.object({ code: z.string(), naam: z.string() }),
    geheimTot: z.number().int(),
    afronding: z.number().int(),
    cijfers: z.array(OpenCijfer),
    ingetrokken: z.array(z.object({ ...Periode, ingetrokkenOp: z.string(), reden: z.string() })),
  }),
})
export type OpenCijfers = z.infer<typeof haalOpenCijfers.response>
