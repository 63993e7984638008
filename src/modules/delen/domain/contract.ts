import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst } from '../../../shared/endpoint.ts'
import { keysOf } from '../../../shared/keys.ts'
import {
  eindredenen,
  gegevenssets,
  gevers,
  gronden,
  ontvangersoorten,
  vertegenwoordigerRedenen,
  vormen,
} from './keuzes.ts'

const Ontvangersoort = z.enum(keysOf(ontvangersoorten))
const GegevenssetCode = z.enum(keysOf(gegevenssets))
const Grond = z.enum(keysOf(gronden))
const vrij = (label: string, max: number) => tekst(label, max).nullish()

/** An organisation of the region, or an external party by kind and name. */
export const Ontvanger = z.object({
  organisatieId: z.uuid().nullish(),
  soort: Ontvangersoort.nullish(),
  naam: vrij('de naam van de ontvanger', 120),
})
export type Ontvanger = z.infer<typeof Ontvanger>

export const NieuweDeling = z.object({
  ontvanger: Ontvanger,
  gegevensset: GegevenssetCode,
  doel: tekst('waarvoor u deelt', 300),
  grond: Grond,
  toestemmingId: z.uuid().nullish(),
  weging: vrij('de uitleg', 1000),
  wetsartikel: vrij('het wetsartikel', 120),
  vervaltOp: Datum,
  /** For who turned 18 in the chain: nothing of before goes along. */
  zonderJeugdgegevens: z.boolean().nullish(),
})
export type NieuweDeling = z.infer<typeof NieuweDeling>

export const NieuweToestemming = z.object({
  ontvanger: Ontvanger,
  gegevensset: GegevenssetCode,
  doel: tekst('waarvoor de toestemming is', 300),
  vorm: z.enum(keysOf(vormen)),
  gegevenDoor: z.enum(keysOf(gevers)),
  vertegenwoordigerNaam: vrij('de naam van de vertegenwoordiger', 120),
  vertegenwoordigerReden: z.enum(keysOf(vertegenwoordigerRedenen)).nullish(),
  gegevenOp: Datum,
})
export type NieuweToestemming = z.infer<typeof NieuweToestemming>

const Deelgegevens = z.object({
  id: z.uuid(),
  persoonId: z.uuid(),
  ontvanger: z.string(),
  ontvangerOrganisatieId: z.uuid().nullable(),
  ontvangersoort: Ontvangersoort,
  gegevensset: GegevenssetCode,
  doel: z.string(),
})

export const Deling = Deelgegevens.extend({
  organisatie: z.string(),
  grond: Grond,
  artikel: z.string(),
  weging: z.string().nullable(),
  gedeeldOp: z.string(),
  gedeeldDoor: z.string().nullable(),
  vervaltOp: z.string(),
  beeindigdOp: z.string().nullable(),
  eindreden: z.enum(keysOf(eindredenen)).nullable(),
  stand: z.enum(['loopt', 'verlopen', 'beeindigd']),
  /** False when a step of the chain made it: that step ends it. */
  kanStoppen: z.boolean(),
})
export type Deling = z.infer<typeof Deling>

export const Toestemming = Deelgegevens.extend({
  organisatie: z.string(),
  vorm: z.enum(keysOf(vormen)),
  gegevenDoor: z.enum(keysOf(gevers)),
  vertegenwoordigerNaam: z.string().nullable(),
  vertegenwoordigerReden: z.enum(keysOf(vertegenwoordigerRedenen)).nullable(),
  gegevenOp: z.string(),
  ingetrokkenOp: z.string().nullable(),
  /** Why it was taken back; null while it holds or when nobody said. */
  intrekkingToelichting: z.string().nullable(),
  /** Sharings that rest on it and still run. */
  delingen: z.number().int(),
})
export type Toestemming = z.infer<typeof Toestemming>

export const haalDelen = endpoint({
  method: 'GET',
  path: '/personen/:id/delingen',
  name: 'haalDelen',
  summary: 'Wie wat over een cliënt kreeg, waarom en tot wanneer, en welke toestemmingen er zijn',
  params: IdParam,
  response: z.object({
    delingen: z.array(Deling),
    toestemmingen: z.array(Toestemming),
    /** Turned 18 in the chain, and did not agree that data of before goes on (Wmo 2015 art. 5.1.1 lid 4). */
    jeugdwetToestemmingNodig: z.boolean(),
    /** In which capacity the asker's organisation gives. */
    deler: z.enum(['college', 'aanbieder', 'ander']),
    /** Recipients inside the region. */
    organisaties: z.array(z.object({ id: z.uuid(), naam: z.string(), soort: Ontvangersoort })),
  }),
})

export const legDelingVast = endpoint({
  method: 'POST',
  path: '/personen/:id/delingen',
  name: 'legDelingVast',
  summary: 'Leg vast dat gegevens zijn gedeeld; wat de wet niet toelaat, wordt geweigerd met het artikel',
  params: IdParam,
  body: NieuweDeling,
  response: z.object({ id: z.uuid(), artikel: z.string() }),
})

export const stopDeling = endpoint({
  method: 'POST',
  path: '/delingen/:id/beeindiging',
  name: 'stopDeling',
  summary: 'Stop met delen omdat het niet meer nodig is',
  params: IdParam,
  body: z.object({}),
  response: z.object({}),
})

export const legToestemmingVast = endpoint({
  method: 'POST',
  path: '/personen/:id/toestemmingen',
  name: 'legToestemmingVast',
  summary: 'Leg een toestemming van de cliënt of de vertegenwoordiger vast',
  params: IdParam,
  body: NieuweToestemming,
  response: z.object({ id: z.uuid() }),
})

export const trekToestemmingIn = endpoint({
  method: 'POST',
  path: '/toestemmingen/:id/intrekking',
  name: 'trekToestemmingIn',
  summary: 'Trek een toestemming in; alles wat daarop is gedeeld, stopt',
  params: IdParam,
  body: z.object({ toelichting: vrij('de toelichting', 300) }),
  response: z.object({ gestopt: z.number().int() }),
})

export const DelingInRegio = Deelgegevens.extend({
  organisatie: z.string(),
  grond: Grond,
  artikel: z.string(),
  gedeeldOp: z.string(),
  vervaltOp: z.string(),
  beeindigdOp: z.string().nullable(),
  stand: z.enum(['loopt', 'verlopen', 'beeindigd']),
})
export type DelingInRegio = z.infer<typeof DelingInRegio>

export const listDelingen = endpoint({
  method: 'GET',
  path: '/delingen',
  name: 'listDelingen',
  summary:
    'Alle delingen in de regio voor wie toezicht houdt: ontvanger, gegevens, grond en artikel, zonder naam',
  query: Paging.extend({
    grond: Grond.optional(),
    ontvangersoort: Ontvangersoort.optional(),
    stand: z.enum(['loopt', 'verlopen', 'beeindigd']).optional(),
    van: Datum.optional(),
    totEnMet: Datum.optional(),
  }),
  response: page(DelingInRegio),
})
