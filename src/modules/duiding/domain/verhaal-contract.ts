import { z } from 'zod'
import { Datum, endpoint, IdParam, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { BijCijfer, Gedaan, Lijst } from './contract.ts'
import { alleIntrekredenen, intrekredenen, tellers, toestemmingsvormen, verhaalsoorten } from './keuzes.ts'
import { verhaalToestanden } from './toestanden.ts'

const verhaal = {
  soort: z.enum(keysOf(verhaalsoorten), { error: 'Kies verhaal of citaat.' }),
  titel: tekst('een titel', 120),
  tekst: tekst('het verhaal', 3000),
  teller: z.enum(keysOf(tellers), { error: 'Kies wie het vertelde.' }),
  toestemmingVorm: z.enum(keysOf(toestemmingsvormen), { error: 'Kies hoe de toestemming is gegeven.' }),
  toestemmingOp: Datum,
  /** Last day on which it holds. */
  toestemmingTotEnMet: Datum,
  toestemmingWaar: tekst('waar de toestemming ligt', 200),
}
const eindigt = {
  path: ['toestemmingTotEnMet'],
  error: 'Kies een dag op of na de dag van de toestemming.',
}
const loopt = (value: { toestemmingOp: string; toestemmingTotEnMet: string }) =>
  value.toestemmingTotEnMet >= value.toestemmingOp

export const VerhaalInvoer = z.object({ ...BijCijfer, ...verhaal }).refine(loopt, eindigt)
export type VerhaalInvoer = z.output<typeof VerhaalInvoer>
export const VerhaalWijziging = z.object({ ...verhaal, versie: Versie }).refine(loopt, eindigt)
export type VerhaalWijziging = z.output<typeof VerhaalWijziging>

/** What everybody who reads figures sees: nothing about the consent but that it is there. */
const Verteld = z.object({
  id: Id,
  indicator: z.string(),
  indicatorNaam: z.string(),
  maand: z.string(),
  soort: verhaal.soort,
  titel: z.string(),
  tekst: z.string(),
  teller: verhaal.teller,
  gepubliceerdOp: Datum,
})
export type Verteld = z.infer<typeof Verteld>

export const listVerhalen = endpoint({
  method: 'GET',
  path: '/verhalen',
  name: 'listVerhalen',
  summary: 'Verhalen en citaten bij cijfers waarvoor toestemming geldt, zonder wie het vertelde',
  query: Lijst.extend({
    zoek: z.string().max(100).optional(),
    sorteer: z
      .enum(['maand', '-maand', 'titel', '-titel', 'indicatorNaam', '-indicatorNaam'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('-maand'),
  }),
  response: page(Verteld),
})

/** For who keeps them: also what does not show yet, and what is gone. */
export const Verhaal = z.object({
  id: Id,
  indicator: z.string(),
  indicatorNaam: z.string(),
  maand: z.string(),
  soort: verhaal.soort,
  /** Null when it was withdrawn: then the text is gone. */
  titel: z.string().nullable(),
  tekst: z.string().nullable(),
  teller: verhaal.teller,
  toestemmingVorm: verhaal.toestemmingVorm,
  toestemmingOp: Datum,
  toestemmingTotEnMet: Datum,
  toestemmingWaar: z.string(),
  status: z.enum(keysOf(verhaalToestanden)),
  schrijver: z.string(),
  isVanMij: z.boolean(),
  controleur: z.string().nullable(),
  gepubliceerdOp: Datum.nullable(),
  ingetrokkenOp: Datum.nullable(),
  ingetrokkenReden: z.enum(keysOf(alleIntrekredenen)).nullable(),
  versie: z.number().int(),
})
export type Verhaal = z.infer<typeof Verhaal>

export const listVerhaalbeheer = endpoint({
  method: 'GET',
  path: '/verhaalbeheer',
  name: 'listVerhaalbeheer',
  summary: 'Alle verhalen en citaten met hun toestemming, voor wie ze opschrijft en controleert',
  query: Lijst.extend({
    status: z.enum(keysOf(verhaalToestanden)).optional(),
    sorteer: z
      .enum(['maand', '-maand', 'toestemmingTotEnMet', '-toestemmingTotEnMet', 'status', '-status'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('-maand'),
  }),
  response: page(Verhaal),
})

export const postVerhaal = endpoint({
  method: 'POST',
  path: '/verhalen',
  name: 'postVerhaal',
  summary: 'Schrijf een verhaal of citaat op bij een cijfer, met de toestemming',
  body: VerhaalInvoer,
  response: Gedaan,
})

export const putVerhaal = endpoint({
  method: 'PUT',
  path: '/verhalen/:id',
  name: 'putVerhaal',
  summary: 'Wijzig een verhaal dat nog niet is gepubliceerd; wie wijzigt is de schrijver',
  params: IdParam,
  body: VerhaalWijziging,
  response: Gedaan,
})

export const publiceerVerhaal = endpoint({
  method: 'POST',
  path: '/verhalen/:id/publicatie',
  name: 'publiceerVerhaal',
  summary: 'Publiceer een verhaal dat u heeft gecontroleerd en niet zelf schreef',
  params: IdParam,
  body: z.object({ versie: Versie }),
  response: Gedaan,
})

export const trekVerhaalIn = endpoint({
  method: 'POST',
  path: '/verhalen/:id/intrekking',
  name: 'trekVerhaalIn',
  summary: 'Haal een verhaal weg; de tekst wordt meteen gewist, ook in rapporten',
  params: IdParam,
  body: z.object({
    reden: z.enum(keysOf(intrekredenen), { error: 'Kies waarom het verhaal weggaat.' }),
  }),
  response: Gedaan,
})
