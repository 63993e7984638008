import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { lesToestanden } from './toestanden.ts'

const Gedaan = z.object({ id: Id, versie: z.number().int() })

const les = { titel: tekst('een titel', 120), tekst: tekst('de les', 2000) }
export const LesInvoer = z.object(les)
export type LesInvoer = z.output<typeof LesInvoer>
export const LesWijziging = z.object({ versie: Versie, ...les })
export type LesWijziging = z.output<typeof LesWijziging>

export const Les = z.object({
  id: Id,
  titel: z.string(),
  tekst: z.string(),
  status: z.enum(keysOf(lesToestanden)),
  schrijver: z.string(),
  /** Of the asker's own hand: then somebody else checks it. */
  isVanMij: z.boolean(),
  controleur: z.string().nullable(),
  gepubliceerdOp: Datum.nullable(),
  versie: z.number().int(),
})
export type Les = z.infer<typeof Les>

export const postLes = endpoint({
  method: 'POST',
  path: '/casussen/:id/lessen',
  name: 'postCasusles',
  summary: 'Schrijf wat beleid van een casus kan leren, zonder wie het is',
  params: IdParam,
  body: LesInvoer,
  response: Gedaan,
})

export const putLes = endpoint({
  method: 'PUT',
  path: '/casuslessen/:id',
  name: 'putCasusles',
  summary: 'Wijzig een les die nog niet is gepubliceerd; wie wijzigt is de schrijver',
  params: IdParam,
  body: LesWijziging,
  response: Gedaan,
})

export const publiceerLes = endpoint({
  method: 'POST',
  path: '/casuslessen/:id/publicatie',
  name: 'publiceerCasusles',
  summary: 'Publiceer een les die u heeft gecontroleerd en niet zelf schreef',
  params: IdParam,
  body: z.object({ versie: Versie }),
  response: Gedaan,
})

export const trekLesIn = endpoint({
  method: 'POST',
  path: '/casuslessen/:id/intrekking',
  name: 'trekCasuslesIn',
  summary: 'Haal een gepubliceerde les weg',
  params: IdParam,
  body: z.object({}),
  response: Gedaan,
})

/** No id and no day: nothing in it leads back to a casus or a person. */
export const GepubliceerdeLes = z.object({ titel: z.string(), tekst: z.string(), kwartaal: z.string() })
export type GepubliceerdeLes = z.infer<typeof GepubliceerdeLes>

export const listLessen = endpoint({
  method: 'GET',
  path: '/casuslessen',
  name: 'listCasuslessen',
  summary: 'Lessen uit casussen, zonder wie het was en met alleen het kwartaal',
  query: Paging.extend({
    sorteer: z
      .enum(['kwartaal', '-kwartaal', 'titel', '-titel'], {
        error: 'Zo kan deze lijst niet gesorteerd worden.',
      })
      .default('-kwartaal'),
    formaat: z.string().optional(),
  }),
  response: page(GepubliceerdeLes),
})
