import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { type Deels, type Fout, withRules } from '../../../shared/form-rules.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { onderdeelsoorten, programmasoorten } from './keuzes.ts'
import { Bron, Gedaan, vrijeTekst } from './velden.ts'

const Soort = z.enum(keysOf(programmasoorten), { error: 'Kies wat voor programma het is.' })
const Code = z
  .string({ error: 'Vul een code in.' })
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/, {
    error: 'Gebruik voor de code hooguit 20 letters, cijfers en streepjes, zonder spaties.',
  })
export const Gemeentecode = z.string().regex(/^GM\d{4}$/, { error: 'Kies een gemeente uit de lijst.' })

const inhoud = {
  code: Code,
  naam: tekst('de naam', 200),
  soort: Soort,
  van: Datum,
  /** First day it no longer holds; null: open. */
  tot: Datum.nullable().default(null),
  vastgesteldOp: Datum.nullable().default(null),
  vastgesteldDoor: vrijeTekst('wie het vaststelde', 200),
  /** Codes; empty: the whole region. */
  gemeenten: z.array(Gemeentecode).max(60).default([]),
  toelichting: vrijeTekst('de toelichting', 4000),
  bron: Bron,
}

function checkTermijn({ van, tot }: Deels<{ van: string; tot: string | null }>, fout: Fout) {
  if (van && tot && tot <= van) fout(['tot'], 'Kies een einde na de eerste dag.')
}

export const ProgrammaInvoer = withRules(z.object(inhoud), checkTermijn)
export type ProgrammaInvoer = z.output<typeof ProgrammaInvoer>
export const ProgrammaWijziging = withRules(z.object({ ...inhoud, versie: Versie }), checkTermijn)
export type ProgrammaWijziging = z.output<typeof ProgrammaWijziging>

const Rij = z.object({
  id: Id,
  code: z.string(),
  naam: z.string(),
  soort: Soort,
  van: Datum,
  tot: Datum.nullable(),
  vastgesteldOp: Datum.nullable(),
  vastgesteldDoor: z.string().nullable(),
  /** Names; empty: the whole region. */
  gemeenten: z.array(z.string()),
  activiteiten: z.number().int(),
  vertraagd: z.number().int(),
  klaar: z.number().int(),
  isOpenbaar: z.boolean(),
  /** True when a newer version took its place. */
  isVervangen: z.boolean(),
  versie: Versie,
})
export type Programmarij = z.infer<typeof Rij>

export const listProgrammas = endpoint({
  method: 'GET',
  path: '/programmas',
  name: 'listProgrammas',
  summary: 'Visies en programma’s van de regio, met hoeveel activiteiten zij hebben',
  query: Paging.extend({
    soort: Soort.optional(),
    sorteer: z
      .enum(['naam', '-naam', 'soort', '-soort', 'van', '-van'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('-van'),
  }),
  response: page(Rij),
})

export const Onderdeel = z.object({
  id: Id,
  programmaId: Id,
  programma: z.string(),
  soort: z.enum(keysOf(onderdeelsoorten), { error: 'Kies wat voor onderdeel het is.' }),
  code: z.string(),
  naam: z.string(),
  toelichting: z.string().nullable(),
  onderId: Id.nullable(),
  /** Parts of this or another programma that it contributes to. */
  naar: z.array(Id),
  bron: z.string(),
  versie: Versie,
})
export type Onderdeel = z.infer<typeof Onderdeel>

export const getProgramma = endpoint({
  method: 'GET',
  path: '/programmas/:id',
  name: 'getProgramma',
  summary: 'Eén programma met zijn onderdelen en zijn eerdere en latere versie',
  params: IdParam,
  response: Rij.extend({
    gemeentecodes: z.array(z.string()),
    toelichting: z.string().nullable(),
    bron: z.string(),
    openbaarSinds: Datum.nullable(),
    vervangt: z.object({ id: Id, naam: z.string() }).nullable(),
    vervangenDoor: z.object({ id: Id, naam: z.string() }).nullable(),
    onderdelen: z.array(Onderdeel),
  }),
})
export type ProgrammaDetail = z.output<(typeof getProgramma)['response']>

export const getProgrammakeuzes = endpoint({
  method: 'GET',
  path: '/programmakeuzes',
  name: 'getProgrammakeuzes',
  summary: 'Gemeenten, aandachtsgroepen, onderdelen, partners en indicatoren waaruit te kiezen is',
  response: z.object({
    gemeenten: z.array(z.object({ code: z.string(), naam: z.string() })),
    groepen: z.array(z.object({ code: z.string(), naam: z.string(), isVast: z.boolean() })),
    programmas: z.array(z.object({ id: Id, code: z.string(), naam: z.string() })),
    onderdelen: z.array(
      z.object({ id: Id, programma: z.string(), soort: z.string(), code: z.string(), naam: z.string() }),
    ),
    partners: z.array(z.object({ id: Id, naam: z.string() })),
    indicatoren: z.array(z.object({ code: z.string(), naam: z.string() })),
  }),
})
export type Programmakeuzes = z.output<(typeof getProgrammakeuzes)['response']>

export const postProgramma = endpoint({
  method: 'POST',
  path: '/programmas',
  name: 'postProgramma',
  summary: 'Leg een visie of programma vast',
  body: ProgrammaInvoer,
  response: Gedaan,
})

export const putProgramma = endpoint({
  method: 'PUT',
  path: '/programmas/:id',
  name: 'putProgramma',
  summary: 'Verbeter een visie of programma',
  params: IdParam,
  body: ProgrammaWijziging,
  response: Gedaan,
})

export const postProgrammaversie = endpoint({
  method: 'POST',
  path: '/programmas/:id/versies',
  name: 'postProgrammaversie',
  summary: 'Begin een nieuwe versie: onderdelen en activiteiten die nog lopen gaan mee, de oude blijft staan',
  params: IdParam,
  body: withRules(
    z.object({
      versie: Versie,
      code: Code,
      naam: tekst('de naam', 200),
      van: Datum,
      tot: Datum.nullable().default(null),
    }),
    checkTermijn,
  ),
  response: Gedaan,
})

export const postProgrammaopenbaar = endpoint({
  method: 'POST',
  path: '/programmas/:id/openbaar',
  name: 'postProgrammaopenbaar',
  summary: 'Maak de voortgang openbaar, of haal haar van de openbare pagina',
  params: IdParam,
  body: z.object({ versie: Versie, isOpenbaar: z.boolean() }),
  response: Gedaan,
  status: 200,
})

const onderdeel = {
  soort: z.enum(keysOf(onderdeelsoorten), { error: 'Kies wat voor onderdeel het is.' }),
  code: z
    .string({ error: 'Vul een code in.' })
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$/, {
      error: 'Gebruik voor de code hooguit 20 letters, cijfers, punten en streepjes, zonder spaties.',
    }),
  naam: tekst('de naam', 300),
  toelichting: vrijeTekst('de toelichting', 4000),
  onderId: Id.nullable().default(null),
  naar: z.array(Id).max(60).default([]),
  bron: Bron,
}
export const OnderdeelInvoer = z.object({ programmaId: Id, ...onderdeel })
export type OnderdeelInvoer = z.output<typeof OnderdeelInvoer>
export const OnderdeelWijziging = z.object({ ...onderdeel, versie: Versie })
export type OnderdeelWijziging = z.output<typeof OnderdeelWijziging>

export const postProgrammaonderdeel = endpoint({
  method: 'POST',
  path: '/programmaonderdelen',
  name: 'postProgrammaonderdeel',
  summary: 'Voeg een pijler, doel, speerpunt, thema of ambitie toe, met waaraan het bijdraagt',
  body: OnderdeelInvoer,
  response: Gedaan,
})

export const putProgrammaonderdeel = endpoint({
  method: 'PUT',
  path: '/programmaonderdelen/:id',
  name: 'putProgrammaonderdeel',
  summary: 'Verbeter een onderdeel of waaraan het bijdraagt',
  params: IdParam,
  body: OnderdeelWijziging,
  response: Gedaan,
})

const Dienst = z.object({
  id: Id,
  code: z.string(),
  naam: z.string(),
  soort: z.string(),
  programma: z.string(),
  programmaId: Id,
  /** Through which other part it comes here; null when it serves this part itself. */
  via: z.string().nullable(),
})

export const gatsoorten = {
  geen_activiteit: 'Geen activiteit',
  geen_meting: 'Geen activiteit met een indicator of eigen getal',
} as const

const Onderdeelbeeld = Onderdeel.extend({
  activiteiten: z.array(Dienst),
  indicatoren: z.array(z.object({ code: z.string(), naam: z.string() })),
  /** Euro per year, of the activities that serve it; null when nobody wrote down money. */
  kosten: z.number().nullable(),
  gaten: z.array(z.enum(keysOf(gatsoorten))),
})
export type Onderdeelbeeld = z.infer<typeof Onderdeelbeeld>

export const listProgrammaonderdelen = endpoint({
  method: 'GET',
  path: '/programmaonderdelen',
  name: 'listProgrammaonderdelen',
  summary:
    'Per pijler, doel, speerpunt of thema: welke activiteiten, indicatoren en geld het dienen, en wat ontbreekt',
  query: Paging.extend({
    programmaId: Id.optional(),
    soort: z.enum(keysOf(onderdeelsoorten)).optional(),
    gat: z.enum(keysOf(gatsoorten)).optional(),
    sorteer: z
      .enum(['code', '-code', 'naam', '-naam', 'soort', '-soort', 'programma', '-programma'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('programma'),
  }),
  response: page(
    Onderdeelbeeld.extend({
      aantalActiviteiten: z.number().int(),
      ontbreekt: z.string(),
    }),
  ),
})
export type Onderdeelrij = z.output<(typeof listProgrammaonderdelen)['response']>['results'][number]
