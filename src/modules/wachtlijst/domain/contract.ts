import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { overbruggingen, richtingen, risicos, statussen, telwijzen, teNoemenEigenschappen } from './rules.ts'

const keysOf = <T extends Record<string, string>>(names: T, error: string) =>
  z.enum(Object.keys(names) as [keyof T & string, ...(keyof T & string)[]], { error })
const Richting = keysOf(richtingen, 'Kies instroom, doorstroom of uitstroom.')
const Overbrugging = keysOf(overbruggingen, 'Kies wat er intussen gebeurt.')
const Eigenschap = keysOf(teNoemenEigenschappen, 'Kies eigenschappen uit de lijst.')
const Status = keysOf(statussen, 'Kies een stand uit de lijst.')
const Gemeente = z.string().regex(/^GM\d{4}$/, { error: 'Kies een gemeente.' })
const JaNee = z.enum(['ja', 'nee'])
const vrij = (max = 1000) =>
  z
    .string()
    .trim()
    .max(max, { error: `Gebruik niet meer dan ${max} tekens.` })
const Aantal = z.number({ error: 'Vul een aantal in.' }).int().min(0).max(30, { error: 'Vul hooguit 30 in.' })

/** Dutch names for codes of the region, in the answer so that the screen needs no second question. */
const Keuze = z.object({ code: z.string(), naam: z.string() })

export const WachtItem = z.object({
  id: Id,
  persoonId: Id,
  naam: z.string(),
  leeftijd: z.number().int().nullable(),
  personen: z.number().int(),
  kinderen: z.number().int(),
  productId: Id,
  product: z.string(),
  domein: z.string(),
  richting: Richting,
  gemeente: z.string().nullable(),
  voorkeurLocatie: z.string().nullable(),
  status: Status,
  wachtreden: z.string(),
  /** Place on the list of this product and direction; null when the waiting is over. */
  rang: z.number().int().nullable(),
  /** How many stand on that list in the whole region, also people out of sight. */
  aantalOpLijst: z.number().int().nullable(),
  poortOpen: z.boolean(),
  trede: z.string().nullable(),
  voorrang: z.boolean(),
  /** Days since each clock; null when that clock does not run. */
  dagenGemeld: z.number().int(),
  dagenBesloten: z.number().int(),
  dagenPlaatsbaar: z.number().int().nullable(),
  dagenVoorgesteld: z.number().int().nullable(),
  overbrugging: Overbrugging,
  bevestigenVoor: Datum,
  teBevestigen: z.boolean(),
  dubbel: z.boolean(),
  nietPlaatsbaarSinds: Datum.nullable(),
  versie: Versie,
})
export type WachtItem = z.infer<typeof WachtItem>

export const sorteringen = [
  'rang',
  'naam',
  'leeftijd',
  'personen',
  'gemeente',
  'dagenBesloten',
  'dagenGemeld',
  'bevestigenVoor',
] as const
const sorteer = z
  .enum([...sorteringen, ...sorteringen.map((name) => `-${name}` as const)], {
    error: 'Zo kan deze lijst niet gesorteerd worden.',
  })
  .default('rang')

export const WachtlijstQuery = Paging.extend({
  sorteer,
  productId: Id.optional(),
  richting: Richting.optional(),
  gemeente: Gemeente.optional(),
  /** Open rows when left out. */
  status: Status.optional(),
  /** Who wants to go to this locatie. */
  locatieId: Id.optional(),
  teBevestigen: JaNee.optional(),
  nietPlaatsbaar: JaNee.optional(),
  persoonId: Id.optional(),
})

export const listWachtlijst = endpoint({
  method: 'GET',
  path: '/wachtlijst',
  name: 'listWachtlijst',
  summary: 'De regionale wachtlijst: wie wacht, hoe lang, waarop en op welke plaats',
  query: WachtlijstQuery,
  response: page(WachtItem),
})

const Telling = z.object({
  productId: Id.nullable(),
  product: z.string().nullable(),
  gemeenteCode: z.string().nullable(),
  gemeente: z.string().nullable(),
  richting: Richting.nullable(),
  /** Different people who wait, without the rest of the household; null when hidden (small cell). */
  dossiers: z.number().int().nullable(),
  /** Everyone in their households together. */
  personen: z.number().int().nullable(),
  /** Rows on the list: one person can wait for two products (WL-07). */
  registraties: z.number().int().nullable(),
  mediaanDagen: z.number().int().nullable(),
  langsteDagen: z.number().int().nullable(),
  mediaanDagenGemeld: z.number().int().nullable(),
})
export type Telling = z.infer<typeof Telling>
const Tellingen = z.object({
  peildatum: Datum,
  /** Smallest number that is shown; null when nothing is hidden. */
  kleinsteGetal: z.number().int().nullable(),
  regels: z.array(Telling),
  /** Everyone counted once, whatever they wait for. */
  totaal: Telling,
})
export type Tellingen = z.infer<typeof Tellingen>

export const getTellingen = endpoint({
  method: 'GET',
  path: '/wachtlijst/_tellingen',
  name: 'getWachtlijstTellingen',
  summary:
    'Aantallen en wachttijden per product, gemeente en richting; kleine aantallen verborgen voor partners',
  response: Tellingen,
})

export const getCijfers = endpoint({
  method: 'GET',
  path: '/wachtlijst/_cijfers',
  name: 'getWachtlijstCijfers',
  summary: 'Aantallen en wachttijden zonder personen, met kleine aantallen verborgen',
  response: Tellingen,
})

const Buur = z.object({
  /** Null for who may not see this person. */
  id: Id.nullable(),
  naam: z.string().nullable(),
  rang: z.number().int(),
  zin: z.string(),
})

export const WachtDetail = WachtItem.extend({
  gemeenteCode: z.string().nullable(),
  gemeenteOnbekendReden: z.string().nullable(),
  voorkeurLocatieId: Id.nullable(),
  vereisteKenmerken: z.array(Keuze),
  clientprofiel: Keuze.nullable(),
  wachtredenCode: z.string(),
  eigenschappen: z.array(Eigenschap),
  overbruggingToelichting: z.string().nullable(),
  klokken: z.object({
    gemeldOp: Datum,
    beslotenOp: Datum,
    plaatsbaarOp: Datum.nullable(),
    voorgesteldOp: Datum.nullable(),
    gestartOp: Datum.nullable(),
    beeindigdOp: Datum.nullable(),
  }),
  laatstBevestigdOp: Datum,
  aantalWeigeringen: z.number().int(),
  voorrangReden: z.string().nullable(),
  voorrangDoor: z.string().nullable(),
  eindreden: z.string().nullable(),
  inleesbron: z.string().nullable(),
  inleesdatum: Datum.nullable(),
  inleestelwijze: keysOf(telwijzen, 'Kies hoe de bron telt.').nullable(),
  meldingId: Id.nullable(),
  huishoudenId: Id.nullable(),
  /** Why this place, in sentences. */
  uitleg: z.array(z.string()),
  /** Those right above and below, each with why. */
  buren: z.array(Buur),
  nietPlaatsbaarRedenen: z.array(z.string()),
  contacten: z.array(
    z.object({
      id: Id,
      op: Datum,
      wachtNog: z.boolean(),
      risico: keysOf(risicos, 'Kies een risico.'),
      uitkomst: z.string(),
      door: z.string().nullable(),
    }),
  ),
})
export type WachtDetail = z.infer<typeof WachtDetail>

export const getWachtlijstplaatsing = endpoint({
  method: 'GET',
  path: '/wachtlijstplaatsingen/:id',
  name: 'getWachtlijstplaatsing',
  summary: 'Eén regel van de wachtlijst: klokken, plaats op de lijst en waarom',
  params: IdParam,
  response: WachtDetail,
})

export const compareWachtlijstplaatsing = endpoint({
  method: 'GET',
  path: '/wachtlijstplaatsingen/:id/vergelijking',
  name: 'compareWachtlijstplaatsing',
  summary: 'Waarom staat deze persoon boven of onder een ander op dezelfde lijst',
  params: IdParam,
  query: z.object({ met: Id }),
  response: z.object({ zin: z.string() }),
})

const inhoud = {
  gemeenteCode: Gemeente.nullish(),
  gemeenteOnbekendReden: vrij(200).nullish(),
  voorkeurLocatieId: Id.nullish(),
  vereisteKenmerken: z.array(z.string()).max(20).optional(),
  clientprofiel: z.string().nullish(),
  personen: Aantal.min(1, { error: 'Er wacht minstens 1 persoon.' }).optional(),
  kinderen: Aantal.optional(),
  wachtreden: z.string().optional(),
  eigenschappen: z.array(Eigenschap).optional(),
  overbruggingToelichting: vrij().nullish(),
}

export const placeWachtlijst = endpoint({
  method: 'POST',
  path: '/wachtlijstplaatsingen',
  name: 'placeOnWachtlijst',
  summary: 'Zet een persoon of huishouden op de wachtlijst van een product',
  body: z.object({
    persoonId: Id,
    huishoudenId: Id.nullish(),
    productId: z.uuid({ error: 'Kies een product.' }),
    richting: Richting,
    overbrugging: Overbrugging,
    meldingId: Id.nullish(),
    ...inhoud,
  }),
  response: z.object({ id: Id, versie: Versie, persoonId: Id }),
})

const Gewijzigd = z.object({ versie: Versie })

export const changeWachtlijstplaatsing = endpoint({
  method: 'PATCH',
  path: '/wachtlijstplaatsingen/:id',
  name: 'changeWachtlijstplaatsing',
  summary: 'Werk een regel van de wachtlijst bij',
  params: IdParam,
  body: z.object({
    versie: Versie,
    ...inhoud,
    overbrugging: Overbrugging.optional(),
    /** Temporarily not available, or available again. */
    status: z.enum(['wachtend', 'opgeschort']).optional(),
  }),
  response: Gewijzigd,
})

export const recordWachtcontact = endpoint({
  method: 'POST',
  path: '/wachtlijstplaatsingen/:id/contacten',
  name: 'recordWachtcontact',
  summary: 'Leg contact vast: wacht iemand nog, is er risico en wat is afgesproken',
  params: IdParam,
  body: z.object({
    versie: Versie,
    op: Datum,
    wachtNog: z.boolean({ error: 'Kies of deze persoon nog wacht.' }),
    risico: keysOf(risicos, 'Kies of u een risico ziet.'),
    uitkomst: tekst('in wat u hebt afgesproken', 1000),
    volgendeControleOp: Datum.nullish(),
  }),
  response: Gewijzigd,
})

export const setVoorrang = endpoint({
  method: 'POST',
  path: '/wachtlijstplaatsingen/:id/voorrang',
  name: 'setVoorrang',
  summary: 'Geef met de hand voorrang, of trek die in, met reden',
  params: IdParam,
  body: z.object({ versie: Versie, geven: z.boolean(), reden: tekst('de reden', 500) }),
  /** How many others now stand below who stood above; 0 when it is taken back. */
  response: Gewijzigd.extend({ gepasseerd: z.number().int() }),
  status: 200,
})

export const endWachten = endpoint({
  method: 'POST',
  path: '/wachtlijstplaatsingen/:id/einde',
  name: 'endWachtlijstplaatsing',
  summary: 'Beëindig het wachten zonder verblijf, met reden en volgende stap',
  params: IdParam,
  body: z.object({
    versie: Versie,
    reden: z.string({ error: 'Kies een reden.' }).min(1, { error: 'Kies een reden.' }),
    op: Datum,
    toelichting: vrij().nullish(),
    volgendeStap: tekst('de volgende stap', 300),
    volgendeStapOp: Datum,
  }),
  response: Gewijzigd,
  status: 200,
})

export const listNietPlaatsbaar = endpoint({
  method: 'GET',
  path: '/wachtlijst/niet-plaatsbaar',
  name: 'listNietPlaatsbaar',
  summary: 'Wie wacht zonder dat ergens in de regio een plek past, en waarom niet',
  query: Paging,
  response: page(
    z.object({
      id: Id,
      persoonId: Id,
      naam: z.string(),
      product: z.string(),
      personen: z.number().int(),
      nietPlaatsbaarSinds: Datum,
      herzienOp: Datum,
      geescaleerdOp: Datum.nullable(),
      redenen: z.array(z.string()),
    }),
  ),
})

export const getWachtlijstKeuzes = endpoint({
  method: 'GET',
  path: '/wachtlijst/_keuzes',
  name: 'getWachtlijstKeuzes',
  summary: 'Wat er te kiezen is op de schermen van wachtlijst en voorstel',
  response: z.object({
    producten: z.array(z.object({ id: Id, naam: z.string(), domein: z.string(), toegang: z.string() })),
    gemeenten: z.array(Keuze),
    locaties: z.array(z.object({ id: Id, naam: z.string(), gemeente: z.string().nullable() })),
    lijsten: z.record(z.string(), z.array(Keuze)),
  }),
})
export type Keuzes = z.infer<typeof getWachtlijstKeuzes.response>
