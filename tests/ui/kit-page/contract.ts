import { z } from 'zod'
import { Datum, endpoint, Paging, page, tekst, Versie } from '../../../src/shared/endpoint.ts'

export const listPlekken = endpoint({
  method: 'GET',
  path: '/kit-plekken',
  name: 'listKitPlekken',
  summary: 'Lijst om de tabel mee te proberen',
  query: Paging.extend({
    zoek: z.string().optional(),
    status: z.string().optional(),
    sorteer: z.string().optional(),
  }),
  response: page(
    z.object({ id: z.string(), naam: z.string(), status: z.string(), prijs: z.number(), vrijVanaf: Datum }),
  ),
})

export const bewaarKit = endpoint({
  method: 'POST',
  path: '/kit-formulier',
  name: 'bewaarKit',
  summary: 'Formulier met elk soort veld',
  body: z.object({
    naam: tekst('een naam', 40),
    toelichting: z.string().max(50).optional(),
    vanaf: Datum,
    aantal: z.number().int().min(1),
    soort: z.enum(['intramuraal', 'thuis']),
    vorm: z.enum(['groep', 'eigen']),
    akkoord: z.literal(true, { error: 'Geef aan dat de persoon akkoord is.' }),
    kenmerken: z.array(z.string()).min(1),
    gemeente: z.string(),
    versie: Versie,
  }),
  response: z.object({ id: z.string() }),
})
