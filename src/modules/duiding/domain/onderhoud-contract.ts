import { z } from 'zod'
import { Datum, endpoint, Paging, page, tekst } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { Indicatornaam } from './contract.ts'
import { onderhouduitkomsten } from './keuzes.ts'

const Jaar = z.coerce
  .number({ error: 'Kies een jaar.' })
  .int()
  .min(2020, { error: 'Kies een jaar vanaf 2020.' })
  .max(2099, { error: 'Kies een jaar tot 2099.' })

const Uitkomst = z.enum(keysOf(onderhouduitkomsten), { error: 'Kies wat er met de indicator gebeurt.' })

export const Onderhoudrij = z.object({
  indicator: z.string(),
  naam: z.string(),
  /** Null: the owner of the definition. */
  functie: z.string().nullable(),
  eigenaar: z.string().nullable(),
  eigenaarSinds: Datum.nullable(),
  /** What counts for the year; null when nothing was decided yet. */
  uitkomst: Uitkomst.nullable(),
  notitie: z.string().nullable(),
  beslistOp: Datum.nullable(),
  beslistDoor: z.string().nullable(),
  vorigJaar: Uitkomst.nullable(),
  volgorde: z.number().int(),
})
export type Onderhoudrij = z.infer<typeof Onderhoudrij>

export const listOnderhoud = endpoint({
  method: 'GET',
  path: '/indicatoronderhoud',
  name: 'listOnderhoud',
  summary: 'De jaarlijkse ronde: van elke indicator de eigenaar en wat er is besloten',
  query: Paging.extend({
    /** This year unless said otherwise. */
    jaar: Jaar.optional(),
    stand: z.enum(['open', 'besloten']).optional(),
    sorteer: z
      .enum(['volgorde', '-volgorde', 'naam', '-naam', 'uitkomst', '-uitkomst'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('volgorde'),
    formaat: z.string().optional(),
  }),
  response: page(Onderhoudrij).extend({
    jaar: z.number().int(),
    besloten: z.number().int(),
    totaal: z.number().int(),
  }),
})

export const getIndicatorgeschiedenis = endpoint({
  method: 'GET',
  path: '/indicatoronderhoud/:indicator',
  name: 'getIndicatorgeschiedenis',
  summary: 'Alle eigenaren en alle beslissingen over een indicator',
  params: z.object({ indicator: Indicatornaam }),
  response: z.object({
    eigenaren: z.array(
      z.object({ functie: z.string(), naam: z.string().nullable(), van: Datum, tot: Datum.nullable() }),
    ),
    beslissingen: z.array(
      z.object({
        jaar: z.number().int(),
        uitkomst: Uitkomst,
        notitie: z.string().nullable(),
        op: Datum,
        door: z.string(),
      }),
    ),
  }),
})

export const getOnderhoudkeuzes = endpoint({
  method: 'GET',
  path: '/indicatoronderhoudkeuzes',
  name: 'getOnderhoudkeuzes',
  summary: 'Wie eigenaar van een indicator kan zijn',
  response: z.object({ gebruikers: z.array(z.object({ id: Id, naam: z.string() })) }),
})

export const EigenaarInvoer = z.object({
  indicator: Indicatornaam,
  functie: tekst('de functie', 80),
  gebruikerId: Id.nullable(),
  vanaf: Datum,
})
export type EigenaarInvoer = z.output<typeof EigenaarInvoer>

export const postEigenaar = endpoint({
  method: 'POST',
  path: '/indicatoreigenaren',
  name: 'postEigenaar',
  summary: 'Leg vast wie vanaf een dag eigenaar van een indicator is; de vorige eindigt dan',
  body: EigenaarInvoer,
  response: z.object({ id: Id }),
})

export const OnderhoudInvoer = z
  .object({
    indicator: Indicatornaam,
    jaar: Jaar,
    uitkomst: Uitkomst,
    notitie: tekst('de reden', 1000).nullable(),
  })
  .refine(({ uitkomst, notitie }) => uitkomst === 'bevestigd' || notitie !== null, {
    path: ['notitie'],
    error: 'Schrijf waarom de indicator wijzigt of stopt.',
  })
export type OnderhoudInvoer = z.output<typeof OnderhoudInvoer>

export const postOnderhoud = endpoint({
  method: 'POST',
  path: '/indicatoronderhoud',
  name: 'postOnderhoud',
  summary:
    'Leg vast wat in de jaarlijkse ronde over een indicator is besloten; eerdere beslissingen blijven staan',
  body: OnderhoudInvoer,
  response: z.object({ id: Id }),
})
