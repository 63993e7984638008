import { z } from 'zod'
import { Datum, endpoint, Paging, page } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { richtingen, risicos } from './rules.ts'

// What is read across the list: counts per direction, who is at risk while waiting, and finding two to compare.

const keysOf = <T extends Record<string, string>>(names: T, error: string) =>
  z.enum(Object.keys(names) as [keyof T & string, ...(keyof T & string)[]], { error })
const Richting = keysOf(richtingen, 'Kies instroom, doorstroom of uitstroom.')

const Aantal = z.number().int().nullable()
export const Richtingrij = z.object({
  /** Id of the product or locatie, `geen` or `geheim`; null for the total. */
  groep: z.string().nullable(),
  naam: z.string(),
  instroom: Aantal,
  doorstroom: Aantal,
  uitstroom: Aantal,
  samen: Aantal,
  afgeschermd: z.boolean(),
})
export type Richtingrij = z.infer<typeof Richtingrij>

export const listRichtingen = endpoint({
  method: 'GET',
  path: '/wachtlijst/richtingen',
  name: 'listWachtlijstRichtingen',
  summary: 'Hoeveel registraties er wachten per product of gewenste locatie, in elke richting',
  query: Paging.extend({ per: z.enum(['product', 'locatie']).default('product') }),
  response: page(Richtingrij).extend({
    peildatum: Datum,
    kleinsteGetal: Aantal,
    totaal: Richtingrij.nullable(),
  }),
})

export const Voorrangrij = z.object({
  /** First day of the month, or id of the product or user; null for the total. */
  groep: z.string().nullable(),
  naam: z.string(),
  gegeven: Aantal,
  /** Of those, taken back since. */
  ingetrokken: Aantal,
  /** Others who stood above at that moment and came below. */
  gepasseerd: Aantal,
  /** Of those, given before passing over was counted. */
  zonderTelling: Aantal,
  afgeschermd: z.boolean(),
})
export type Voorrangrij = z.infer<typeof Voorrangrij>
export const VoorrangPer = z.enum(['maand', 'product', 'gebruiker'])

export const listVoorrang = endpoint({
  method: 'GET',
  path: '/wachtlijst/voorrang',
  name: 'listVoorrang',
  summary: 'Hoe vaak in twaalf maanden met de hand voorrang is gegeven, en hoeveel anderen zijn gepasseerd',
  query: Paging.extend({ per: VoorrangPer.default('maand') }),
  response: page(Voorrangrij).extend({
    van: Datum,
    peildatum: Datum,
    kleinsteGetal: Aantal,
    totaal: Voorrangrij.nullable(),
  }),
})

const Risicorij = z.object({
  id: Id,
  persoonId: Id,
  naam: z.string(),
  product: z.string(),
  richting: Richting,
  dagenBesloten: z.number().int(),
  /** Null while nobody judged it. */
  risico: keysOf(risicos, 'Kies een risico.').nullable(),
  beoordeeldOp: Datum.nullable(),
  uitkomst: z.string().nullable(),
  door: z.string().nullable(),
  volgendeOp: Datum,
  /** Days that the next look is late; 0 when it is not. */
  dagenTeLaat: z.number().int(),
  wachtNog: z.boolean(),
})
export type Risicorij = z.infer<typeof Risicorij>

export const listRisicos = endpoint({
  method: 'GET',
  path: '/wachtlijst/risicos',
  name: 'listWachtlijstRisicos',
  summary: 'Wie wacht met welk risico, wanneer er is gekeken en wanneer dat weer moet; het dringendst eerst',
  query: Paging.extend({
    risico: z
      .enum([...(Object.keys(risicos) as (keyof typeof risicos)[]), 'niet_beoordeeld', 'gezien'])
      .optional(),
    teLaat: z.enum(['ja', 'nee']).optional(),
    productId: Id.optional(),
  }),
  response: page(Risicorij),
})

/** A search for a person is a POST, so that no name stands in an address. */
export const zoekWachtenden = endpoint({
  method: 'POST',
  path: '/wachtlijst/_zoek',
  name: 'zoekWachtenden',
  summary: 'Zoek op naam wie er wacht, om twee mensen te vergelijken',
  body: z.object({
    zoek: z.string().trim().min(2, { error: 'Typ minstens twee letters.' }).max(100),
    /** On the same list as this one. */
    naast: Id.nullish(),
  }),
  response: page(z.object({ id: Id, naam: z.string(), detail: z.string() })),
  status: 200,
})
