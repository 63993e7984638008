import { z } from 'zod'
import { endpoint, IdParam, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { MAX_TEKST } from './blok.ts'
import { eigenSoorten } from './keuzes.ts'

const Gedaan = z.object({ id: Id, versie: z.number().int() })
const Tekst = z
  .string({ error: 'Vul een tekst in.' })
  .trim()
  .min(1, { error: 'Vul een tekst in, of laat dit stuk weg.' })
  .max(MAX_TEKST, {
    error: `Deze tekst is te lang. Gebruik hooguit ${MAX_TEKST.toLocaleString('nl-NL')} tekens, of verdeel haar over meer stukken.`,
  })

export const postRapportageblok = endpoint({
  method: 'POST',
  path: '/rapportageblokken',
  name: 'postRapportageblok',
  summary: 'Voeg een eigen stuk toe, na een ander stuk',
  body: z.object({
    naId: Id,
    soort: z.enum(keysOf(eigenSoorten), { error: 'Kies tekst of tussenkop.' }),
    tekst: Tekst,
  }),
  response: Gedaan,
})
export type BlokInvoer = z.output<(typeof postRapportageblok)['body']>

export const putRapportageblok = endpoint({
  method: 'PUT',
  path: '/rapportageblokken/:id',
  name: 'putRapportageblok',
  summary: 'Bewerk de tekst van een stuk; de tekst uit de gegevens blijft ernaast bewaard',
  params: IdParam,
  body: z.object({ versie: Versie, tekst: Tekst }),
  response: Gedaan,
})

const actie = <B extends z.ZodType>(wat: string, name: string, summary: string, body: B) =>
  endpoint({
    method: 'POST',
    path: `/rapportageblokken/:id/${wat}`,
    name,
    summary,
    params: IdParam,
    body,
    response: Gedaan,
    status: 200,
  })

export const postBlokkeuze = actie(
  'keuze',
  'postBlokkeuze',
  'Neem de nieuwe tekst uit de gegevens over, of houd wat er staat',
  z.object({
    versie: Versie,
    keuze: z.enum(['nieuw', 'houden'], { error: 'Kies de nieuwe tekst of houd wat er staat.' }),
  }),
)

export const postBlokweglating = actie(
  'weglating',
  'postBlokweglating',
  'Laat een stuk weg, of zet het terug',
  z.object({ versie: Versie, isWeggelaten: z.boolean() }),
)

export const postBlokverplaatsing = actie(
  'verplaatsing',
  'postBlokverplaatsing',
  'Zet een stuk een plaats hoger of lager in zijn hoofdstuk',
  z.object({ versie: Versie, richting: z.enum(['omhoog', 'omlaag'], { error: 'Kies omhoog of omlaag.' }) }),
)

export const postBlokverwijdering = actie(
  'verwijdering',
  'postBlokverwijdering',
  'Haal een eigen stuk weg',
  z.object({ versie: Versie }),
)
