import { z } from 'zod'
import { endpoint, IdParam, Versie } from '../../../shared/endpoint.ts'
import { Verzendwijze } from './keuzes.ts'

// Letters: as they were sent, as they would become, and that of the receipt of a melding.

const id = z.uuid()

/** A document in JSON: `inhoud` is base64, as the file is small and the answer stays describable. */
export const Document = z.object({
  titel: z.string(),
  mime: z.string(),
  bestandsnaam: z.string(),
  inhoud: z.string(),
})
export type Document = z.infer<typeof Document>

export const haalBrief = endpoint({
  method: 'GET',
  path: '/brieven/:id',
  name: 'haalBrief',
  summary: 'Een brief zoals hij is verstuurd, als bestand in base64: de PDF, of de ODT als die er is',
  params: IdParam,
  query: z.object({ soort: z.enum(['pdf', 'odt']).default('pdf') }),
  response: Document.extend({ id, persoonId: id }),
})

export const haalConceptbrief = endpoint({
  method: 'GET',
  path: '/beschikkingen/:id/conceptbrief',
  name: 'haalConceptbrief',
  summary: 'De brief zoals hij vandaag zou worden, om te lezen voor het verzenden',
  params: IdParam,
  query: z.object({ via: Verzendwijze.default('post') }),
  response: Document.extend({ persoonId: id }),
})

export const maakOntvangstbevestiging = endpoint({
  method: 'POST',
  path: '/meldingen/:id/ontvangstbevestigingen',
  name: 'maakOntvangstbevestiging',
  summary: 'Brief maken die de ontvangst van een melding bevestigt, met de laatste dag van het onderzoek',
  params: IdParam,
  body: z.object({ versie: Versie, via: Verzendwijze }),
  response: z.object({ briefId: id, onderzoekUiterlijkOp: z.string() }),
})

export const listOntvangstbevestigingen = endpoint({
  method: 'GET',
  path: '/meldingen/:id/ontvangstbevestigingen',
  name: 'listOntvangstbevestigingen',
  summary: 'Gemaakte brieven die de ontvangst van een melding bevestigen',
  params: IdParam,
  response: z.object({
    results: z.array(
      z.object({
        id,
        titel: z.string(),
        gemaaktOp: z.string(),
        gemaaktDoor: z.string().nullable(),
        heeftOdt: z.boolean(),
      }),
    ),
  }),
})
