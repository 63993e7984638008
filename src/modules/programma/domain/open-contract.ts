import { z } from 'zod'
import { Datum, endpoint } from '../../../shared/endpoint.ts'
import { keysOf } from '../../../shared/keys.ts'
import {
  activiteitsoorten,
  koersen,
  planningen,
  programmasoorten,
  resultaatsoorten,
  standen,
} from './keuzes.ts'

// What everyone may know of a programma, without an account.

const Kop = z.object({
  regio: z.object({ code: z.string(), naam: z.string() }),
  code: z.string(),
  naam: z.string(),
  soort: z.enum(keysOf(programmasoorten)),
  van: Datum,
  tot: Datum.nullable(),
})

export const listOpenProgrammas = endpoint({
  method: 'GET',
  path: '/open/programmas',
  name: 'listOpenProgrammas',
  summary: 'Programma’s waarvan iedereen de voortgang mag zien',
  response: z.object({ programmas: z.array(Kop) }),
})

const Resultaat = z.object({
  naam: z.string(),
  soort: z.enum(keysOf(resultaatsoorten)),
  eenheid: z.string().nullable(),
  streefwaarde: z.number().nullable(),
  streefOp: Datum.nullable(),
  /** Newest last. Of a result that follows an indicator there are none here: those are among the public figures. */
  waarden: z.array(z.object({ op: Datum, waarde: z.number() })),
})

const Activiteit = z.object({
  code: z.string(),
  naam: z.string(),
  soort: z.enum(keysOf(activiteitsoorten)),
  themas: z.array(z.string()),
  toelichting: z.string().nullable(),
  doel: z.string().nullable(),
  planning: z.enum(keysOf(planningen)),
  vanKwartaal: z.string().nullable(),
  totKwartaal: z.string().nullable(),
  stand: z.enum(keysOf(standen)).nullable(),
  koers: z.enum(keysOf(koersen)).nullable(),
  standOp: Datum.nullable(),
  resultaten: z.array(Resultaat),
  voortgang: z
    .object({
      op: Datum,
      standVanZaken: z.string(),
      inzichten: z.string().nullable(),
      vervolg: z.string().nullable(),
    })
    .nullable(),
})
export type OpenActiviteit = z.infer<typeof Activiteit>

export const haalOpenProgramma = endpoint({
  method: 'GET',
  path: '/open/programmas/:regio/:code',
  name: 'haalOpenProgramma',
  summary: 'De voortgang van één programma: activiteiten, stand, resultaten en openbare teksten',
  params: z.object({
    regio: z.string().regex(/^[A-Z][A-Z0-9_]{1,11}$/, { error: 'Deze regio bestaat niet.' }),
    code: z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/, { error: 'Dit programma bestaat niet.' }),
  }),
  response: Kop.extend({
    vastgesteldOp: Datum.nullable(),
    vastgesteldDoor: z.string().nullable(),
    gemeenten: z.array(z.string()),
    toelichting: z.string().nullable(),
    activiteiten: z.array(Activiteit),
  }),
})
export type OpenProgramma = z.output<(typeof haalOpenProgramma)['response']>

/** Address of the open data of a programma. */
export const openBestandVan = (regio: string, code: string) =>
  `/api/v1/open/programmabestanden/${regio}_${code}.csv`
