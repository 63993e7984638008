import { z } from 'zod'
import { Datum, endpoint, Paging, page } from '../../../shared/endpoint.ts'

/** Kinds of parameters, in the order in which somebody goes through the chain. */
export const soorten = {
  instroom: 'Meldt zich per jaar',
  golf: 'Verschil tussen drukste en gemiddelde dag van het jaar',
  groei: 'Groei per jaar',
  afhaken: 'Wacht hooguit, gemiddeld',
  verblijfsduur: 'Verblijft tot klaar voor vertrek, gemiddeld',
  vervolg: 'Gaat daarna naar',
  terugkeer: 'Komt binnen twee jaar terug',
  woningen: 'Woningen die per jaar vrijkomen voor wie klaar is',
} as const
export type Soort = keyof typeof soorten

export const eenheden = { per_jaar: 'per jaar', dagen: 'dagen', procent: '%' } as const
export type Eenheid = keyof typeof eenheden

export const Parameter = z.object({
  /** Keeps its name from one day to the next: soort, product and what it is about. */
  id: z.string(),
  volgorde: z.number().int(),
  soort: z.enum(Object.keys(soorten) as [Soort, ...Soort[]]),
  soortNaam: z.string(),
  product: z.string(),
  /** Gemeente, next product or dwelling; empty when it is about the product as a whole. */
  waarvan: z.string(),
  eenheid: z.enum(Object.keys(eenheden) as [Eenheid, ...Eenheid[]]),
  waarde: z.number(),
  /** Interval of 95 percent. */
  laag: z.number(),
  hoog: z.number(),
  /** Null when too few to tell. */
  gevallen: z.number().int().nullable(),
  bron: z.string(),
  aanname: z.string().nullable(),
})
export type Parameter = z.infer<typeof Parameter>

export const listParameters = endpoint({
  method: 'GET',
  path: '/prognose/parameters',
  name: 'listPrognoseparameters',
  summary:
    'Waarmee een prognose rekent: elke schatting uit het register, met hoe zeker die is en wat is aangenomen',
  query: Paging.extend({
    sorteer: z
      .string()
      .regex(/^-?\w{1,40}$/, { error: 'Sorteer op een kolom van deze lijst.' })
      .optional(),
  }),
  response: page(Parameter).extend({
    peildatum: Datum,
    /** From when on the register saw everybody come and go; null when nobody has left yet. */
    begin: Datum.nullable(),
    kleinsteGetal: z.number().int(),
  }),
})

/** Little's law with the same inputs: what fits on the back of an envelope. */
export const Rekensom = z.object({
  product: z.string(),
  volgorde: z.number().int(),
  instroomPerJaar: z.number(),
  verblijfsdagen: z.number(),
  plekken: z.number().int(),
  plekkenNodig: z.number(),
  /** Positive: too few. */
  tekort: z.number(),
})
export type Rekensom = z.infer<typeof Rekensom>

export const listRekensom = endpoint({
  method: 'GET',
  path: '/prognose/rekensom',
  name: 'listPrognoserekensom',
  summary: 'Hoeveel plekken er nodig zijn: wie per jaar komt maal hoe lang die blijft (de wet van Little)',
  query: Paging.extend({
    sorteer: z
      .string()
      .regex(/^-?\w{1,40}$/, { error: 'Sorteer op een kolom van deze lijst.' })
      .optional(),
  }),
  response: page(Rekensom).extend({ peildatum: Datum, begin: Datum.nullable() }),
})
