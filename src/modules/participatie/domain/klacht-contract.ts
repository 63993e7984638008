import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { Gedaan, sorteer, vrij } from './delen.ts'
import { afzenders, klachtaarden, klachtonderwerpen, klachtuitkomsten } from './keuzes.ts'

const klacht = {
  aard: z.enum(keysOf(klachtaarden), { error: 'Kies klacht of feedback.' }),
  onderwerp: z.enum(keysOf(klachtonderwerpen), { error: 'Kies waarover het gaat.' }),
  afzender: z.enum(keysOf(afzenders), { error: 'Kies wie het zei.' }),
  ontvangenOp: Datum,
}

/** Nothing of what was said and nothing of who said it: that stands on its own page only. */
const Rij = z.object({
  id: Id,
  ...klacht,
  antwoordOp: Datum.nullable(),
  /** Last day for the answer by the term of today; null when there is one. */
  antwoordVoor: Datum.nullable(),
  isTeLaat: z.boolean(),
  uitkomst: z.enum(keysOf(klachtuitkomsten)).nullable(),
  geleerd: z.string().nullable(),
  versie: Versie,
})
export type Klachtrij = z.infer<typeof Rij>

export const listKlachten = endpoint({
  method: 'GET',
  path: '/klachten',
  name: 'listKlachten',
  summary: 'Klachten en feedback over de samenwerking en het programma, zonder wat er is gezegd en door wie',
  query: Paging.extend({
    stand: z.enum(['open', 'beantwoord']).optional(),
    aard: klacht.aard.optional(),
    sorteer: sorteer(
      [
        'ontvangenOp',
        '-ontvangenOp',
        'aard',
        '-aard',
        'onderwerp',
        '-onderwerp',
        'antwoordVoor',
        '-antwoordVoor',
        'uitkomst',
        '-uitkomst',
      ],
      '-ontvangenOp',
    ),
  }),
  response: page(Rij),
})

export const getKlacht = endpoint({
  method: 'GET',
  path: '/klachten/:id',
  name: 'getKlacht',
  summary: 'Eén klacht of feedback met wat er is gezegd; elke keer kijken komt in het logboek',
  params: IdParam,
  response: Rij.extend({
    omschrijving: z.string().nullable(),
    /** How to answer; null when that is not needed, and once it was answered. */
    contact: z.string().nullable(),
    gewistOp: Datum.nullable(),
  }),
})
export type Klachtdetail = z.output<(typeof getKlacht)['response']>

export const KlachtInvoer = z.object({
  ...klacht,
  omschrijving: tekst('wat er is gezegd', 4000),
  contact: vrij('hoe u antwoordt', 200),
})
export type KlachtInvoer = z.output<typeof KlachtInvoer>

export const postKlacht = endpoint({
  method: 'POST',
  path: '/klachten',
  name: 'postKlacht',
  summary: 'Leg een klacht of feedback vast, zonder meer persoonsgegevens dan nodig',
  body: KlachtInvoer,
  response: Gedaan,
})

export const KlachtAntwoord = z.object({
  versie: Versie,
  antwoordOp: Datum,
  uitkomst: z.enum(keysOf(klachtuitkomsten), { error: 'Kies de uitkomst.' }),
  geleerd: vrij('wat is geleerd', 1000),
})
export type KlachtAntwoord = z.output<typeof KlachtAntwoord>

export const beantwoordKlacht = endpoint({
  method: 'POST',
  path: '/klachten/:id/antwoord',
  name: 'beantwoordKlacht',
  summary:
    'Leg vast dat de klacht is beantwoord, de uitkomst en wat is geleerd; hoe te antwoorden wordt gewist',
  params: IdParam,
  body: KlachtAntwoord,
  response: Gedaan,
  status: 200,
})
