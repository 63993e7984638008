import { z } from 'zod'
import { Datum, endpoint } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { Domein } from '../../beheer/domain/soorten.ts'

// What everyone may know, without an account: where to go in a gemeente. Nothing here is about persons.

const Loket = z.object({
  naam: z.string(),
  /** Null: for the whole region. */
  gemeente: z.string().nullable(),
  telefoon: z.string().nullable(),
  openingstijden: z.string().nullable(),
})
export type Loket = z.infer<typeof Loket>

const Inloop = z.object({
  naam: z.string(),
  doelgroep: z.string(),
  openingstijden: z.string().nullable(),
  /** Null: not in one gemeente. */
  gemeente: z.string().nullable(),
  /** Lies in the gemeente that was asked for. */
  inGemeente: z.boolean(),
  plaatsen: z.array(
    z.object({
      naam: z.string(),
      adres: z.string().nullable(),
      telefoon: z.string().nullable(),
      /** Nights, days or both, with what was noted; null when nobody recorded it. */
      open: z.string().nullable(),
    }),
  ),
})
export type Inloop = z.infer<typeof Inloop>

export const listWegwijzers = endpoint({
  method: 'GET',
  path: '/wegwijzers',
  name: 'listWegwijzers',
  summary: 'Van welke gemeenten te zien is waar iemand heen kan; zonder inloggen',
  response: z.object({
    regios: z.array(
      z.object({
        naam: z.string(),
        gemeenten: z.array(z.object({ code: z.string(), naam: z.string() })),
      }),
    ),
  }),
})

export const getWegwijzer = endpoint({
  method: 'GET',
  path: '/wegwijzers/:code',
  name: 'getWegwijzer',
  summary: 'Toegang, loketten en inloop in een gemeente, met openingstijden; zonder inloggen',
  params: z.object({
    code: z.string().regex(/^GM\d{4}$/, { error: 'Kies een gemeente uit de lijst.' }),
  }),
  response: z.object({
    gemeente: z.string(),
    regio: z.string(),
    routes: z.array(z.object({ naam: z.string(), uitleg: z.string() })),
    loketten: z.array(Loket),
    inlopen: z.array(Inloop),
  }),
})

const Toelating = z.object({
  regio: z.string(),
  domein: Domein,
  /** Newest first, what is still to come included; each with the days between which it holds. */
  versies: z.array(
    z.object({
      id: Id,
      naam: z.string(),
      van: Datum,
      /** Null: until further notice. */
      tot: Datum.nullable(),
      bron: z.string().nullable(),
      criteria: z.array(z.object({ tekst: z.string(), toelichting: z.string() })),
    }),
  ),
})
export type Toelating = z.infer<typeof Toelating>

export const listToelatingscriteria = endpoint({
  method: 'GET',
  path: '/toelatingscriteria',
  name: 'listToelatingscriteria',
  summary: 'Criteria voor toelating per regio en domein, met alle versies; zonder inloggen',
  response: z.object({ vandaag: Datum, results: z.array(Toelating) }),
})
