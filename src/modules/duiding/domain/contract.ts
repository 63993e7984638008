import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { indicatornamen } from './indicatornamen.ts'
import { niveaus } from './keuzes.ts'

export const Gedaan = z.object({ id: Id, versie: z.number().int() })

/** A month of a figure, as in the address: `2026-03`. */
export const Maand = z
  .string({ error: 'Kies een maand.' })
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, { error: 'Kies een maand, bijvoorbeeld 2026-03.' })

export const Indicatornaam = z
  .string({ error: 'Kies een indicator.' })
  .refine((id) => id in indicatornamen, { error: 'Deze indicator bestaat niet.' })

/** What every part of this module is about. */
export const BijCijfer = { indicator: Indicatornaam, maand: Maand }

/** Filters of the lists; without them everything of the region. */
export const Lijst = Paging.extend({
  indicator: Indicatornaam.optional(),
  maand: Maand.optional(),
  formaat: z.string().optional(),
})

const duiding = {
  niveau: z.enum(keysOf(niveaus), { error: 'Kies voor wie deze uitleg is.' }),
  tekst: tekst('de uitleg', 2000),
}
export const DuidingInvoer = z.object({ ...BijCijfer, ...duiding })
export type DuidingInvoer = z.output<typeof DuidingInvoer>
export const DuidingWijziging = z.object({ tekst: duiding.tekst, versie: Versie })
export type DuidingWijziging = z.output<typeof DuidingWijziging>

export const Duiding = z.object({
  id: Id,
  indicator: z.string(),
  indicatorNaam: z.string(),
  maand: z.string(),
  niveau: z.enum(keysOf(niveaus)),
  tekst: z.string(),
  auteur: z.string(),
  organisatie: z.string(),
  /** Only its author changes or withdraws it. */
  isVanMij: z.boolean(),
  gewijzigdOp: Datum,
  versie: z.number().int(),
})
export type Duiding = z.infer<typeof Duiding>

const sorteer = <const T extends [string, ...string[]]>(volgorden: T, eerst: T[number]) =>
  z.enum(volgorden, { error: 'Zo kan deze lijst niet gesorteerd worden.' }).default(eerst as never)

export const listDuidingen = endpoint({
  method: 'GET',
  path: '/duidingen',
  name: 'listDuidingen',
  summary: 'Uitleg bij cijfers, met de auteur en voor wie zij is',
  query: Lijst.extend({
    niveau: z.enum(keysOf(niveaus)).optional(),
    sorteer: sorteer(['maand', '-maand', 'indicatorNaam', '-indicatorNaam', 'auteur', '-auteur'], '-maand'),
  }),
  response: page(Duiding),
})

export const getDuidingversies = endpoint({
  method: 'GET',
  path: '/duidingen/:id/versies',
  name: 'getDuidingversies',
  summary: 'Elke tekst die een uitleg had',
  params: IdParam,
  response: z.object({
    versies: z.array(z.object({ versie: z.number().int(), tekst: z.string(), op: Datum })),
  }),
})

export const postDuiding = endpoint({
  method: 'POST',
  path: '/duidingen',
  name: 'postDuiding',
  summary: 'Leg uit hoe een cijfer van een maand te lezen is',
  body: DuidingInvoer,
  response: Gedaan,
})

export const putDuiding = endpoint({
  method: 'PUT',
  path: '/duidingen/:id',
  name: 'putDuiding',
  summary: 'Wijzig de eigen uitleg; de vorige tekst blijft als versie',
  params: IdParam,
  body: DuidingWijziging,
  response: Gedaan,
})

export const trekDuidingIn = endpoint({
  method: 'POST',
  path: '/duidingen/:id/intrekking',
  name: 'trekDuidingIn',
  summary: 'Trek de eigen uitleg in; alle teksten ervan gaan weg',
  params: IdParam,
  body: z.object({}),
  response: Gedaan,
})

// ── What other sources say ──────────────────────────────────────────────────────────────────────────────────────────

const bron = {
  onderwerp: tekst('het onderwerp', 120),
  waarde: z.number({ error: 'Vul een getal in.' }).min(-1_000_000_000).max(1_000_000_000),
  eenheid: tekst('de eenheid', 40),
  bron: tekst('de bron', 200),
  peildatum: Datum,
  toelichting: tekst('de toelichting', 500).nullable(),
}
export const BronwaardeInvoer = z.object({ indicator: Indicatornaam, ...bron })
export type BronwaardeInvoer = z.output<typeof BronwaardeInvoer>
export const BronwaardeWijziging = z.object({ ...bron, versie: Versie })
export type BronwaardeWijziging = z.output<typeof BronwaardeWijziging>

export const Bronwaarde = z.object({
  id: Id,
  indicator: z.string(),
  indicatorNaam: z.string(),
  ...bron,
  toelichting: z.string().nullable(),
  /** Another source says another number about the same. */
  isTegengesproken: z.boolean(),
  versie: z.number().int(),
})
export type Bronwaarde = z.infer<typeof Bronwaarde>

export const listBronwaarden = endpoint({
  method: 'GET',
  path: '/bronwaarden',
  name: 'listBronwaarden',
  summary: 'Wat andere bronnen zeggen over hetzelfde als een indicator, naast elkaar',
  query: Lijst.omit({ maand: true }).extend({
    sorteer: sorteer(['onderwerp', '-onderwerp', 'peildatum', '-peildatum', 'bron', '-bron'], 'onderwerp'),
  }),
  response: page(Bronwaarde),
})

export const postBronwaarde = endpoint({
  method: 'POST',
  path: '/bronwaarden',
  name: 'postBronwaarde',
  summary: 'Zet het getal van een andere bron naast een indicator',
  body: BronwaardeInvoer,
  response: Gedaan,
})

export const putBronwaarde = endpoint({
  method: 'PUT',
  path: '/bronwaarden/:id',
  name: 'putBronwaarde',
  summary: 'Verbeter het getal van een andere bron',
  params: IdParam,
  body: BronwaardeWijziging,
  response: Gedaan,
})

export const haalBronwaardeWeg = endpoint({
  method: 'POST',
  path: '/bronwaarden/:id/intrekking',
  name: 'haalBronwaardeWeg',
  summary: 'Haal het getal van een andere bron weg',
  params: IdParam,
  body: z.object({}),
  response: Gedaan,
})
