import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { faultsIn, Gedaan, Gezien, geheel, sorteer, vrij } from './contract.ts'
import { onderwerpen, overeenkomstsoorten, overeenkomststanden } from './keuzes.ts'

const Soort = z.enum(keysOf(overeenkomstsoorten), { error: 'Kies wat voor overeenkomst het is.' })
const Stand = z.enum(keysOf(overeenkomststanden), { error: 'Kies een stand uit de lijst.' })
const Onderwerpkeuze = z.enum(keysOf(onderwerpen), { error: 'Kies een onderwerp uit de lijst.' })

const inhoud = {
  soort: Soort,
  naam: tekst('de naam', 200),
  partijen: z
    .array(z.object({ naam: tekst('de partij', 150) }))
    .min(1, { error: 'Noem minstens één partij.' })
    .max(40, { error: 'Noem niet meer dan 40 partijen.' }),
  begintOp: Datum,
  /** Last day; null when no end was agreed. */
  eindigtOp: Datum.nullable(),
  opzegtermijnMaanden: geheel('de opzegtermijn', 0, 60).nullable(),
  herzienOp: Datum.nullable(),
  vindplaats: vrij('de vindplaats', 300),
  toelichting: vrij('de toelichting', 2000),
  bron: tekst('de bron', 300),
  /** Where each of the ten contents is arranged; null when it is not, or not known. */
  onderwerpen: z.array(z.object({ onderwerp: Onderwerpkeuze, waar: vrij('de plaats', 300) })).max(10),
}

const check = faultsIn<z.output<z.ZodObject<typeof inhoud>>>((one, fout) => {
  if (one.eindigtOp !== null && one.eindigtOp < one.begintOp)
    fout(['eindigtOp'], 'Kies een dag op of na de eerste dag.')
  if (one.herzienOp !== null && one.herzienOp < one.begintOp)
    fout(['herzienOp'], 'Kies een dag op of na de eerste dag.')
  const gekozen = one.onderwerpen.map(({ onderwerp }) => onderwerp)
  if (new Set(gekozen).size < gekozen.length) fout(['onderwerpen'], 'Noem elk onderwerp één keer.')
})

export const OvereenkomstInvoer = z.object(inhoud).superRefine(check)
export type OvereenkomstInvoer = z.output<typeof OvereenkomstInvoer>
export const OvereenkomstWijziging = z.object({ ...inhoud, ...Gezien.shape }).superRefine(check)
export type OvereenkomstWijziging = z.output<typeof OvereenkomstWijziging>

const Rij = z.object({
  id: Id,
  soort: Soort,
  naam: z.string(),
  partijen: z.string(),
  begintOp: Datum,
  eindigtOp: Datum.nullable(),
  /** Last day to give notice, when an end was agreed and a term is known. */
  opzeggenVoor: Datum.nullable(),
  herzienOp: Datum.nullable(),
  stand: Stand,
  /** How many of the ten contents have a place. */
  geregeld: z.number().int(),
  bron: z.string(),
  versie: z.number().int(),
})
export type Overeenkomstrij = z.output<typeof Rij>

export const listOvereenkomsten = endpoint({
  method: 'GET',
  path: '/overeenkomsten',
  name: 'listOvereenkomsten',
  summary: 'Overeenkomsten, met wanneer zij eindigen en herzien worden',
  query: Paging.extend({
    soort: Soort.optional(),
    stand: Stand.optional(),
    sorteer: sorteer(
      [
        'naam',
        '-naam',
        'begintOp',
        '-begintOp',
        'eindigtOp',
        '-eindigtOp',
        'herzienOp',
        '-herzienOp',
        'geregeld',
        '-geregeld',
      ],
      'eindigtOp',
    ),
  }),
  response: page(Rij),
})

export const getOvereenkomst = endpoint({
  method: 'GET',
  path: '/overeenkomsten/:id',
  name: 'getOvereenkomst',
  summary: 'Eén overeenkomst, met waar elk van de tien onderwerpen is geregeld',
  params: IdParam,
  response: Rij.omit({ partijen: true }).extend({
    partijen: z.array(z.object({ naam: z.string() })),
    opzegtermijnMaanden: z.number().int().nullable(),
    vindplaats: z.string().nullable(),
    toelichting: z.string().nullable(),
    afgeslotenOp: Datum.nullable(),
    afgeslotenReden: z.string().nullable(),
    onderwerpen: z.array(z.object({ onderwerp: Onderwerpkeuze, waar: z.string().nullable() })),
  }),
})
export type OvereenkomstDetail = z.output<(typeof getOvereenkomst)['response']>

export const postOvereenkomst = endpoint({
  method: 'POST',
  path: '/overeenkomsten',
  name: 'postOvereenkomst',
  summary: 'Leg een overeenkomst vast',
  body: OvereenkomstInvoer,
  response: Gedaan,
})

export const putOvereenkomst = endpoint({
  method: 'PUT',
  path: '/overeenkomsten/:id',
  name: 'putOvereenkomst',
  summary: 'Wijzig een overeenkomst, bijvoorbeeld na herziening',
  params: IdParam,
  body: OvereenkomstWijziging,
  response: Gedaan,
})

export const postOvereenkomstafsluiting = endpoint({
  method: 'POST',
  path: '/overeenkomsten/:id/afsluiting',
  name: 'postOvereenkomstafsluiting',
  summary: 'Sluit een overeenkomst af, met reden; zij staat daarna niet meer op Vandaag',
  params: IdParam,
  body: Gezien.extend({ reden: tekst('de reden', 500) }),
  response: Gedaan,
  status: 200,
})
