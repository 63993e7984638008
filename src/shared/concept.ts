import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/**
 * `sleutel` names the form and what it is about, e.g. `melding-nieuw`, `traject-<id>-evaluatie` or
 * `bronwaarde-<indicator>`; one per gebruiker.
 */
const SleutelParam = z.object({ sleutel: z.string().regex(/^[A-Za-z0-9_-]{1,120}$/) })

/** Loose by nature: half-typed input of any form, never decided or reported on. */
const Inhoud = z.record(z.string(), z.unknown())

export const haalConcept = endpoint({
  method: 'GET',
  path: '/concepten/:sleutel',
  name: 'haalConcept',
  summary: 'Mijn bewaarde concept van een formulier, of null als dat er niet is',
  params: SleutelParam,
  response: z.object({ concept: z.object({ inhoud: Inhoud, bewaardOp: z.iso.datetime() }).nullable() }),
})

export const bewaarConcept = endpoint({
  method: 'PUT',
  path: '/concepten/:sleutel',
  name: 'bewaarConcept',
  summary: 'Bewaar mijn concept van een formulier; het vervangt het vorige',
  params: SleutelParam,
  body: z.object({ inhoud: Inhoud }),
  response: z.object({ bewaardOp: z.iso.datetime() }),
})

export const verwijderConcept = endpoint({
  method: 'DELETE',
  path: '/concepten/:sleutel',
  name: 'verwijderConcept',
  summary: 'Gooi mijn concept van een formulier weg',
  params: SleutelParam,
  response: z.object({}),
})
