import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { groepen, oordelen, toestanden, verdelingen } from './keuzes.ts'

const Gedaan = z.object({ id: Id, versie: z.number().int() })
const getal = z.number().int()

const Tellingregel = z.object({
  id: Id,
  naam: z.string(),
  teldag: Datum,
  sluitOp: Datum,
  status: z.enum(keysOf(toestanden)),
  organisaties: getal,
})

export const listTellingen = endpoint({
  method: 'GET',
  path: '/tellingen',
  name: 'listTellingen',
  summary: 'ETHOS-tellingen van de regio, met hun stand',
  query: Paging.extend({ sorteer: z.enum(['teldag', '-teldag', 'naam', '-naam']).default('-teldag') }),
  response: page(Tellingregel),
})

export const PlanTelling = z
  .object({ naam: tekst('een naam', 120), teldag: Datum, sluitOp: Datum })
  .refine((one) => one.sluitOp >= one.teldag, {
    path: ['sluitOp'],
    error: 'Kies de teldag of een latere dag.',
  })

export const planTelling = endpoint({
  method: 'POST',
  path: '/tellingen',
  name: 'planTelling',
  summary: 'Plan een telling op een dag',
  body: PlanTelling,
  response: Gedaan,
})

/** Null stands for a number that is too small to show. */
const Getal = getal.nullable()

const Uitkomst = z.object({
  klassen: z.array(
    z.object({ klasse: z.enum(keysOf(groepen)), aantal: Getal, minimum: Getal, kinderen: Getal }),
  ),
  samen: z.object({ aantal: Getal, minimum: Getal, kinderen: Getal }),
  tabellen: z.array(
    z.object({
      verdeling: z.enum(keysOf(verdelingen)),
      rijen: z.array(z.object({ klasse: z.enum([...keysOf(groepen), 'samen']), aantallen: z.array(Getal) })),
    }),
  ),
})
export type Uitkomst = z.infer<typeof Uitkomst>

const Kant = z.object({ organisatie: z.string(), klasse: z.enum(keysOf(groepen)), kenmerken: z.string() })

export const TellingDetail = Tellingregel.extend({
  versie: Versie,
  regels: z.array(z.string()),
  vragen: getal,
  geslotenOp: Datum.nullable(),
  gepubliceerdOp: Datum.nullable(),
  antwoorden: getal,
  /** Known when the count is published. */
  zekereDubbelen: getal.nullable(),
  kanSluiten: z.boolean(),
  kleinsteGetal: getal.nullable(),
  deelnemers: z.array(
    z.object({
      id: Id,
      versie: Versie,
      naam: z.string(),
      heeftLink: z.boolean(),
      klaarOp: Datum.nullable(),
      antwoorden: getal,
    }),
  ),
  paren: z.array(
    z.object({
      id: Id,
      versie: Versie,
      oordeel: z.enum(keysOf(oordelen)).nullable(),
      een: Kant,
      ander: Kant,
    }),
  ),
  /** Null until it is published. */
  uitkomst: Uitkomst.nullable(),
  elders: z.array(
    z.object({
      regio: z.string(),
      teldag: z.string(),
      mensen: getal,
      omschrijving: z.string(),
      bron: z.string(),
    }),
  ),
})
export type TellingDetail = z.infer<typeof TellingDetail>

export const getTelling = endpoint({
  method: 'GET',
  path: '/tellingen/:id',
  name: 'getTelling',
  summary: 'Eén telling: wie meedoet, de twijfelgevallen, en als zij klaar is de uitkomst',
  params: IdParam,
  response: TellingDetail,
})

const Link = z.object({ id: Id, versie: z.number().int(), token: z.string(), verlooptOp: Datum })

export const nodigUit = endpoint({
  method: 'POST',
  path: '/tellingen/:id/organisaties',
  name: 'nodigTellingorganisatieUit',
  summary: 'Laat een organisatie meetellen; het antwoord bevat de enige kopie van de link',
  params: IdParam,
  body: z.object({ naam: tekst('de naam van de organisatie', 120) }),
  response: Link,
})

export const maakLink = endpoint({
  method: 'POST',
  path: '/tellingorganisaties/:id/links',
  name: 'maakTellinglink',
  summary: 'Maak een nieuwe link; de vorige werkt dan niet meer',
  params: IdParam,
  body: z.object({ versie: Versie }),
  response: Link,
})

export const trekLinkIn = endpoint({
  method: 'POST',
  path: '/tellingorganisaties/:id/_intrekken',
  name: 'trekTellinglinkIn',
  summary: 'Trek de link van een organisatie in; wat zij antwoordde blijft',
  params: IdParam,
  body: z.object({ versie: Versie }),
  response: Gedaan,
  status: 200,
})

export const sluitTelling = endpoint({
  method: 'POST',
  path: '/tellingen/:id/_sluiten',
  name: 'sluitTelling',
  summary: 'Sluit de telling: de eigen registratie komt erbij en twijfelgevallen worden gezocht',
  params: IdParam,
  body: z.object({ versie: Versie }),
  response: Gedaan,
  status: 200,
})

export const beoordeelPaar = endpoint({
  method: 'POST',
  path: '/tellingparen/:id/_beoordelen',
  name: 'beoordeelTellingpaar',
  summary: 'Dezelfde mens, of twee mensen',
  params: IdParam,
  body: z.object({ versie: Versie, oordeel: z.enum(keysOf(oordelen), { error: 'Kies een van de twee.' }) }),
  response: Gedaan,
  status: 200,
})

export const publiceerTelling = endpoint({
  method: 'POST',
  path: '/tellingen/:id/_publiceren',
  name: 'publiceerTelling',
  summary: 'Reken de uitkomst uit, en wis de antwoorden, de links en de sleutel',
  params: IdParam,
  body: z.object({ versie: Versie }),
  response: Gedaan,
  status: 200,
})
