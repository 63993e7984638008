import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { Aantal, DatumOfLeeg, Gedaan, GemeenteOfLeeg, leeg, sorteer, vrij } from './delen.ts'
import { groepsoorten, inzetrollen, wisredenen } from './keuzes.ts'

const Soort = z.enum(keysOf(groepsoorten), { error: 'Kies wat voor groep het is.' })
const Rol = z.enum(keysOf(inzetrollen), { error: 'Kies wat de groep doet.' })

/** Last day before the first, told at its own field. */
const eindigt = {
  path: ['totEnMet'],
  error: 'Kies een dag op of na de eerste dag.',
}
const loopt = (een: { readonly van: string; readonly totEnMet: string | null }) =>
  een.totEnMet === null || een.totEnMet >= een.van

const groep = {
  naam: tekst('de naam van de groep', 200),
  soort: Soort,
  aantal: Aantal('het aantal mensen', 1),
  ervaring: tekst('welke ervaring zij meebrengen', 500),
  /** The partner through whom to reach them; null when that is another organisation. */
  viaPartnerId: leeg(Id),
  via: vrij('de andere organisatie', 200),
  /** Null: the whole region. */
  gemeenteCode: GemeenteOfLeeg,
  van: Datum,
  totEnMet: DatumOfLeeg,
  bron: tekst('de bron', 300),
}

type Groep = z.output<z.ZodObject<typeof groep>>
const bereikbaar = (een: Groep) => (een.viaPartnerId === null) !== (een.via === null)
const eenWeg = {
  path: ['via'],
  error: 'Kies een partner, of vul een andere organisatie in. Eén van beide.',
}

export const GroepInvoer = z.object(groep).refine(loopt, eindigt).refine(bereikbaar, eenWeg)
export type GroepInvoer = z.output<typeof GroepInvoer>
export const GroepWijziging = z
  .object({ ...groep, versie: Versie })
  .refine(loopt, eindigt)
  .refine(bereikbaar, eenWeg)
export type GroepWijziging = z.output<typeof GroepWijziging>

const Rij = z.object({
  id: Id,
  naam: z.string(),
  soort: Soort,
  aantal: z.number().int(),
  ervaring: z.string(),
  via: z.string(),
  gebied: z.string(),
  van: Datum,
  totEnMet: Datum.nullable(),
  /** Meetings in the year of today. */
  bijeenkomstenDitJaar: z.number().int(),
  activiteiten: z.number().int(),
  versie: Versie,
})
export type Groeprij = z.infer<typeof Rij>

export const listParticipatiegroepen = endpoint({
  method: 'GET',
  path: '/participatiegroepen',
  name: 'listParticipatiegroepen',
  summary: 'Groepen ervaringsdeskundigen, ambassadeurs en anderen die meedoen',
  query: Paging.extend({
    soort: Soort.optional(),
    stand: z.enum(['nu', 'gestopt', 'alle']).optional(),
    sorteer: sorteer(['naam', '-naam', 'soort', '-soort', 'aantal', '-aantal', 'van', '-van'], 'naam'),
  }),
  response: page(Rij),
})

const Bijeenkomst = z.object({
  id: Id,
  op: Datum,
  onderwerp: z.string(),
  aanwezig: z.number().int().nullable(),
  opbrengst: z.string().nullable(),
  versie: Versie,
})
export type Bijeenkomst = z.infer<typeof Bijeenkomst>

export const Inzet = z.object({
  id: Id,
  groepId: Id,
  groep: z.string(),
  activiteitId: Id,
  activiteit: z.string(),
  rol: Rol,
  van: Datum,
  totEnMet: Datum.nullable(),
  /** What was done with it; null while nobody wrote that. */
  opbrengst: z.string().nullable(),
  versie: Versie,
})
export type Inzet = z.infer<typeof Inzet>

export const getParticipatiegroep = endpoint({
  method: 'GET',
  path: '/participatiegroepen/:id',
  name: 'getParticipatiegroep',
  summary: 'Eén groep met haar bijeenkomsten en waar zij meedoet; zonder namen',
  params: IdParam,
  response: Rij.extend({
    viaPartnerId: Id.nullable(),
    viaTekst: z.string().nullable(),
    gemeenteCode: z.string().nullable(),
    bron: z.string(),
    leden: z.number().int(),
    bijeenkomsten: z.array(Bijeenkomst),
    /** Meetings of every year that had one, the newest first. */
    perJaar: z.array(z.object({ jaar: z.number().int(), aantal: z.number().int() })),
    inzet: z.array(Inzet),
  }),
})
export type Groepdetail = z.output<(typeof getParticipatiegroep)['response']>

export const postParticipatiegroep = endpoint({
  method: 'POST',
  path: '/participatiegroepen',
  name: 'postParticipatiegroep',
  summary: 'Leg een groep vast; namen hoeven er niet bij',
  body: GroepInvoer,
  response: Gedaan,
})

export const putParticipatiegroep = endpoint({
  method: 'PUT',
  path: '/participatiegroepen/:id',
  name: 'putParticipatiegroep',
  summary: 'Wijzig een groep, of leg vast dat zij stopt',
  params: IdParam,
  body: GroepWijziging,
  response: Gedaan,
})

// ── Meetings ────────────────────────────────────────────────────────────────────────────────────────────────────────

const bijeenkomst = {
  op: Datum,
  onderwerp: tekst('het onderwerp', 300),
  aanwezig: leeg(Aantal('het aantal mensen', 0)),
  opbrengst: vrij('wat eruit kwam', 2000),
}
export const BijeenkomstInvoer = z.object(bijeenkomst)
export type BijeenkomstInvoer = z.output<typeof BijeenkomstInvoer>

export const postGroepsbijeenkomst = endpoint({
  method: 'POST',
  path: '/participatiegroepen/:id/bijeenkomsten',
  name: 'postGroepsbijeenkomst',
  summary: 'Leg een bijeenkomst van een groep vast',
  params: IdParam,
  body: BijeenkomstInvoer,
  response: Gedaan,
})

export const putGroepsbijeenkomst = endpoint({
  method: 'PUT',
  path: '/groepsbijeenkomsten/:id',
  name: 'putGroepsbijeenkomst',
  summary: 'Verbeter een bijeenkomst van een groep',
  params: IdParam,
  body: z.object({ ...bijeenkomst, versie: Versie }),
  response: Gedaan,
})

// ── What a group helps with (PAR-02) ────────────────────────────────────────────────────────────────────────────────

const inzet = {
  rol: Rol,
  van: Datum,
  totEnMet: DatumOfLeeg,
  opbrengst: vrij('wat ermee is gedaan', 2000),
}
export const InzetInvoer = z
  .object({ ...inzet, activiteitId: Id.meta({ description: 'Activiteit van een programma' }) })
  .refine(loopt, eindigt)
export type InzetInvoer = z.output<typeof InzetInvoer>

export const postGroepsinzet = endpoint({
  method: 'POST',
  path: '/participatiegroepen/:id/inzet',
  name: 'postGroepsinzet',
  summary: 'Leg vast bij welke activiteit een groep meedoet, en hoe',
  params: IdParam,
  body: InzetInvoer,
  response: Gedaan,
})

export const putGroepsinzet = endpoint({
  method: 'PUT',
  path: '/groepsinzet/:id',
  name: 'putGroepsinzet',
  summary: 'Werk bij wat een groep deed bij een activiteit, en wat ermee is gedaan',
  params: IdParam,
  body: z.object({ ...inzet, versie: Versie }).refine(loopt, eindigt),
  response: Gedaan,
})

// ── Names, only with consent ────────────────────────────────────────────────────────────────────────────────────────

const Lid = z.object({
  id: Id,
  naam: z.string().nullable(),
  toestemmingOp: Datum,
  toestemmingTotEnMet: Datum,
  toestemmingWaar: z.string(),
  gewistOp: Datum.nullable(),
  gewistReden: z.enum(keysOf(wisredenen)).nullable(),
  versie: Versie,
})
export type Groepslid = z.infer<typeof Lid>

export const getGroepsleden = endpoint({
  method: 'GET',
  path: '/participatiegroepen/:id/leden',
  name: 'getGroepsleden',
  summary: 'De namen in een groep waarvoor toestemming is; elke keer kijken komt in het logboek',
  params: IdParam,
  response: z.object({ leden: z.array(Lid) }),
})

export const LidInvoer = z
  .object({
    naam: tekst('de naam', 200),
    toestemmingOp: Datum,
    /** Last day on which it holds. */
    toestemmingTotEnMet: Datum,
    toestemmingWaar: tekst('waar de toestemming ligt', 200),
  })
  .refine((een) => een.toestemmingTotEnMet >= een.toestemmingOp, {
    path: ['toestemmingTotEnMet'],
    error: 'Kies een dag op of na de dag van de toestemming.',
  })
export type LidInvoer = z.output<typeof LidInvoer>

export const postGroepslid = endpoint({
  method: 'POST',
  path: '/participatiegroepen/:id/leden',
  name: 'postGroepslid',
  summary: 'Leg een naam in een groep vast, met toestemming en einde',
  params: IdParam,
  body: LidInvoer,
  response: Gedaan,
})

export const trekGroepslidIn = endpoint({
  method: 'POST',
  path: '/groepsleden/:id/intrekking',
  name: 'trekGroepslidIn',
  summary: 'Trek een naam in; zij wordt meteen gewist',
  params: IdParam,
  body: z.object({}),
  response: Gedaan,
  status: 200,
})
