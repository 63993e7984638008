import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { Gedaan, Status, vrij } from './contract.ts'
import { eindredenen, grondenZonderToestemming } from './keuzes.ts'

const Grond = z.enum(keysOf(grondenZonderToestemming), { error: 'Kies waarop u dit mag doen.' })

/** Acting without consent is weighed and written down: need, whether less would do, and when the person hears of it. */
const weging = {
  grond: Grond,
  noodzaak: tekst('waarom dit nodig is', 1000),
  nietMetMinder: tekst('waarom het niet met minder kan', 1000),
  informeren: tekst('wanneer en hoe de persoon dit hoort', 500),
  heroverwegenVoor: Datum,
}

export const BemoeizorgInvoer = z.object({
  zorgen: tekst('waarom er zorgen zijn', 2000),
  plan: tekst('het plan', 4000),
  ...weging,
})
export type BemoeizorgInvoer = z.output<typeof BemoeizorgInvoer>

export const PlanInvoer = z.object({
  versie: Versie,
  zorgen: tekst('waarom er zorgen zijn', 2000),
  plan: tekst('het plan', 4000),
})
export type PlanInvoer = z.output<typeof PlanInvoer>

export const WegingInvoer = z.object({ versie: Versie, ...weging })
export type WegingInvoer = z.output<typeof WegingInvoer>

export const StopInvoer = z.object({
  versie: Versie,
  reden: z.enum(keysOf(eindredenen), { error: 'Kies waarom het stopt.' }),
  toelichting: vrij('de toelichting', 500),
})
export type StopInvoer = z.output<typeof StopInvoer>

const Weging = z.object({
  id: Id,
  gewogenOp: Datum,
  grond: Grond,
  artikel: z.string(),
  noodzaak: z.string(),
  nietMetMinder: z.string(),
  informeren: z.string(),
  heroverwegenVoor: Datum,
  door: z.string().nullable(),
})

const Rij = z.object({
  id: Id,
  persoonId: Id,
  naam: z.string(),
  organisatie: z.string(),
  trekker: z.string(),
  begonnenOp: Datum,
  heroverwegenVoor: Datum,
  artikel: z.string(),
  isTeLaat: z.boolean(),
  geeindigdOp: Datum.nullable(),
})
export type BemoeizorgRij = z.infer<typeof Rij>

export const listBemoeizorg = endpoint({
  method: 'GET',
  path: '/bemoeizorg',
  name: 'listBemoeizorg',
  summary: 'Zorgwekkende zorgmijders met hun plan, voor wie bij hen betrokken is',
  query: Paging.extend({
    stand: z.enum(['te_laat', 'gestopt']).optional(),
    sorteer: z
      .enum(['heroverwegenVoor', '-heroverwegenVoor', 'naam', '-naam', 'begonnenOp', '-begonnenOp'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('heroverwegenVoor'),
    formaat: z.string().optional(),
  }),
  response: page(Rij),
})

export const Bemoeizorg = Rij.extend({
  versie: z.number().int(),
  zorgen: z.string(),
  plan: z.string(),
  eindreden: z.string().nullable(),
  eindToelichting: z.string().nullable(),
  kan: z.boolean(),
  wegingen: z.array(Weging),
})
export type Bemoeizorg = z.infer<typeof Bemoeizorg>

export const getPersoonSignalen = endpoint({
  method: 'GET',
  path: '/personen/:id/signalen',
  name: 'getPersoonSignalen',
  summary: 'Signalen, contacten en bemoeizorg van een cliënt',
  params: IdParam,
  response: z.object({
    signalen: z.array(
      z.object({ id: Id, kenmerk: z.string(), categorie: z.string(), gemeldOp: Datum, status: Status }),
    ),
    contacten: z.array(
      z.object({ id: Id, contactOp: z.iso.datetime(), plek: z.string(), uitkomst: z.string() }),
    ),
    bemoeizorg: z.array(Bemoeizorg),
    /** Latest day for a next weighing, per ground, when weighed today. */
    termijn: z.object({ gewoon: Datum, vitaal: Datum }),
    isAanbieder: z.boolean(),
  }),
})

export const postBemoeizorg = endpoint({
  method: 'POST',
  path: '/personen/:id/bemoeizorg',
  name: 'postBemoeizorg',
  summary: 'Begin bemoeizorg zonder toestemming, met plan en weging',
  params: IdParam,
  body: BemoeizorgInvoer,
  response: Gedaan,
})

export const putBemoeizorg = endpoint({
  method: 'PUT',
  path: '/bemoeizorg/:id',
  name: 'putBemoeizorg',
  summary: 'Werk zorgen en plan bij',
  params: IdParam,
  body: PlanInvoer,
  response: Gedaan,
})

export const postWeging = endpoint({
  method: 'POST',
  path: '/bemoeizorg/:id/wegingen',
  name: 'postWeging',
  summary: 'Weeg opnieuw of zonder toestemming handelen nog mag',
  params: IdParam,
  body: WegingInvoer,
  response: Gedaan,
})

export const stopBemoeizorg = endpoint({
  method: 'POST',
  path: '/bemoeizorg/:id/einde',
  name: 'stopBemoeizorg',
  summary: 'Stop met bemoeizorg, met de reden',
  params: IdParam,
  body: StopInvoer,
  response: Gedaan,
})
