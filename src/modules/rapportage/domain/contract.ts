import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { addMonths } from '../../../shared/plain-date.ts'
import { soorten } from './keuzes.ts'

const Gedaan = z.object({ id: Id, versie: z.number().int() })
export const Soort = z.enum(keysOf(soorten), { error: 'Kies wat voor rapportage het is.' })

export const RapportageInvoer = z
  .object({
    programmaId: z.uuid({ error: 'Kies een programma.' }),
    soort: Soort,
    van: Datum,
    /** First day after the period. */
    tot: Datum,
    titel: tekst('de titel', 200),
    /** The one before it, of the same programma and kind. */
    vorigeId: Id.nullable().default(null),
  })
  .superRefine((one, { addIssue }) => {
    const fout = (message: string) => addIssue({ code: 'custom', path: ['tot'], message, input: one })
    if (one.tot <= one.van) fout('Kies een dag na de eerste dag van de periode.')
    else if (one.tot > addMonths(one.van, 36)) fout('Kies een periode van hooguit drie jaar.')
  })
export type RapportageInvoer = z.output<typeof RapportageInvoer>

const Rij = z.object({
  id: Id,
  soort: Soort,
  titel: z.string(),
  programmaId: Id,
  programma: z.string(),
  van: Datum,
  tot: Datum,
  isBezig: z.boolean(),
  isVastgesteld: z.boolean(),
  vastgesteldOp: Datum.nullable(),
  gemaaktOp: Datum,
  gemaaktDoor: z.string(),
  versie: Versie,
})
export type Rapportagerij = z.infer<typeof Rij>

export const listRapportages = endpoint({
  method: 'GET',
  path: '/rapportages',
  name: 'listRapportages',
  summary: 'Voortgangsrapportages, jaarverslagen en nieuwsbrieven over de programma’s van de regio',
  query: Paging.extend({
    soort: Soort.optional(),
    programmaId: Id.optional(),
    sorteer: z
      .enum(
        ['titel', '-titel', 'van', '-van', 'gemaaktOp', '-gemaaktOp', 'vastgesteldOp', '-vastgesteldOp'],
        {
          error: 'Zo kan deze lijst niet gesorteerd worden.',
        },
      )
      .default('-gemaaktOp'),
  }),
  response: page(Rij),
})

const Hoofdstuk = z.object({
  sleutel: z.string(),
  titel: z.string(),
  blokken: z.number().int(),
  /** Blocks of which what is known changed, and nobody chose yet. */
  open: z.number().int(),
})

export const getRapportage = endpoint({
  method: 'GET',
  path: '/rapportages/:id',
  name: 'getRapportage',
  summary: 'Eén rapportage met haar hoofdstukken, en hoeveel stukken op een keuze wachten',
  params: IdParam,
  response: Rij.extend({
    /** Activities that the drafting has been through; null when it is not busy, or did not begin yet. */
    voortgang: z.object({ gedaan: z.number().int(), totaal: z.number().int() }).nullable(),
    levendOp: z.string().nullable(),
    controlegetal: z.string().nullable(),
    vastgesteldDoor: z.string().nullable(),
    vorige: z.object({ id: Id, titel: z.string() }).nullable(),
    volgende: z.object({ id: Id, titel: z.string() }).nullable(),
    hoofdstukken: z.array(Hoofdstuk),
    /** Stories that were in it and may not be shown any more. */
    verhalenWeg: z.number().int(),
    /** Uitleg that was in it and that its writer withdrew. */
    uitlegWeg: z.number().int(),
    /** How many open blocks can be taken over at once: those without an own text. */
    overTeNemen: z.number().int(),
  }),
})
export type RapportageDetail = z.output<(typeof getRapportage)['response']>

const Run = z.object({
  tekst: z.string(),
  vet: z.boolean().optional(),
  cursief: z.boolean().optional(),
  link: z.string().optional(),
})
export type Run = z.infer<typeof Run>

/** A block as the screen shows it: markup is read by the server, so that the browser never gets HTML from a text. */
export const Getoond = z.discriminatedUnion('soort', [
  z.object({ soort: z.literal('kop'), niveau: z.union([z.literal(2), z.literal(3)]), tekst: z.string() }),
  z.object({
    soort: z.literal('tekst'),
    delen: z.array(
      z.discriminatedUnion('soort', [
        z.object({ soort: z.literal('alinea'), runs: z.array(Run) }),
        z.object({ soort: z.literal('lijst'), genummerd: z.boolean(), punten: z.array(z.array(Run)) }),
      ]),
    ),
  }),
  z.object({
    soort: z.literal('gegevens'),
    rijen: z.array(z.object({ label: z.string(), waarde: z.string() })),
  }),
  z.object({
    soort: z.literal('tabel'),
    titel: z.string(),
    kop: z.array(z.string()),
    rijen: z.array(z.array(z.string())),
  }),
  z.object({
    soort: z.literal('grafiek'),
    titel: z.string(),
    eenheid: z.string(),
    punten: z.array(z.string()),
    waarden: z.array(z.number()),
  }),
  /** Null texts: withdrawn. */
  z.object({ soort: z.literal('citaat'), tekst: z.string().nullable(), wie: z.string().nullable() }),
])
export type Getoond = z.output<typeof Getoond>

const Blok = z.object({
  id: Id,
  isEigen: z.boolean(),
  inhoud: Getoond,
  /** The text as typed, for the form; null when this block has no words to rewrite. */
  tekst: z.string().nullable(),
  isBewerkt: z.boolean(),
  isWeggelaten: z.boolean(),
  verandering: z.enum(['geen', 'nieuw', 'anders', 'weg']),
  /** What is known now, when that is other. */
  nieuwer: Getoond.nullable(),
  versie: Versie,
})
export type Blokbeeld = z.output<typeof Blok>

export const getRapportageblokken = endpoint({
  method: 'GET',
  path: '/rapportages/:id/blokken',
  name: 'getRapportageblokken',
  summary: 'De stukken van één hoofdstuk van een rapportage',
  params: IdParam,
  query: z.object({ hoofdstuk: z.string().max(200) }),
  response: z.object({ blokken: z.array(Blok) }),
})

export const postRapportage = endpoint({
  method: 'POST',
  path: '/rapportages',
  name: 'postRapportage',
  summary: 'Begin een rapportage over een programma en een periode; het concept komt achter de schermen',
  body: RapportageInvoer,
  response: Gedaan,
})

export const putRapportage = endpoint({
  method: 'PUT',
  path: '/rapportages/:id',
  name: 'putRapportage',
  summary: 'Geef een rapportage een andere titel',
  params: IdParam,
  body: z.object({ versie: Versie, titel: tekst('de titel', 200) }),
  response: Gedaan,
})

const Actie = z.object({ versie: Versie })
const actie = <B extends z.ZodType>(path: string, name: string, summary: string, body: B) =>
  endpoint({ method: 'POST', path, name, summary, params: IdParam, body, response: Gedaan, status: 200 })

export const postRapportageverversing = actie(
  '/rapportages/:id/verversing',
  'postRapportageverversing',
  'Kijk opnieuw in de gegevens; wat is bewerkt, blijft staan',
  z.object({}),
)

export const postRapportageovername = actie(
  '/rapportages/:id/overname',
  'postRapportageovername',
  'Neem alle nieuwe teksten over, behalve bij stukken die zijn bewerkt',
  Actie,
)

export const postRapportagevaststelling = actie(
  '/rapportages/:id/vaststelling',
  'postRapportagevaststelling',
  'Stel een rapportage vast; daarna verandert zij niet meer',
  Actie,
)

export const rapportagebestanden = ['pdf', 'odt', 'docx', 'json'] as const

export const getRapportagedocument = endpoint({
  method: 'GET',
  path: '/rapportages/:id/document',
  name: 'getRapportagedocument',
  summary: 'De rapportage als bestand; een concept staat er als concept in',
  params: IdParam,
  query: z.object({ soort: z.enum(rapportagebestanden, { error: 'Kies pdf, odt, docx of json.' }) }),
  response: z.object({ titel: z.string(), mime: z.string(), bestandsnaam: z.string(), inhoud: z.string() }),
})
