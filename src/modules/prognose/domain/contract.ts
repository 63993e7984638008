import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { eenheden, faultOf, PARAMETER, type Soort, soorten } from './soorten.ts'

export const Parameter = z.object({
  /** Keeps its name from one day to the next: soort, product and what it is about. */
  id: z.string(),
  volgorde: z.number().int(),
  soort: z.enum(Object.keys(soorten) as [Soort, ...Soort[]]),
  soortNaam: z.string(),
  product: z.string(),
  /** Gemeente, next product or dwelling; empty when it is about the product as a whole. */
  waarvan: z.string(),
  eenheid: z.enum(Object.keys(eenheden) as [keyof typeof eenheden, ...(keyof typeof eenheden)[]]),
  /** What is computed with: the own value of the region, or else the estimate. Null when there is neither. */
  waarde: z.number().nullable(),
  schatting: z.number().nullable(),
  /** Interval of the estimate, of 95 percent. */
  laag: z.number().nullable(),
  hoog: z.number().nullable(),
  /** Null when too few to tell. */
  gevallen: z.number().int().nullable(),
  /** Where what is computed with comes from, and where the estimate does. */
  bron: z.string(),
  schattingBron: z.string(),
  aanname: z.string().nullable(),
  /** Whether the region put its own value in its place, or filled in what nobody measured. */
  isEigen: z.boolean(),
  /** Of that own value. */
  eigenId: Id.nullable(),
  reden: z.string().nullable(),
  door: z.string().nullable(),
  sinds: Datum.nullable(),
  /** Of the own value, also when it was withdrawn; 0 when there never was one. */
  versie: z.number().int(),
})
export type Parameter = z.infer<typeof Parameter>
export type Herkomst = Pick<Parameter, 'eigenId' | 'reden' | 'door' | 'sinds'>

const ParameterLijst = Paging.extend({
  sorteer: z
    .string()
    .regex(/^-?\w{1,40}$/, { error: 'Sorteer op een kolom van deze lijst.' })
    .optional(),
})

export const listParameters = endpoint({
  method: 'GET',
  path: '/prognose/parameters',
  name: 'listPrognoseparameters',
  summary:
    'Waarmee een prognose rekent: elke schatting uit het register, met hoe zeker die is en wat is aangenomen',
  query: ParameterLijst,
  response: page(Parameter).extend({
    peildatum: Datum,
    /** From when on the register saw everybody come and go; null when nobody has left yet. */
    begin: Datum.nullable(),
    kleinsteGetal: z.number().int(),
  }),
})

export const listSchattingen = endpoint({
  method: 'GET',
  path: '/prognose/berekeningen/:id/schattingen',
  name: 'listPrognoseschattingen',
  summary: 'Waarmee een berekening heeft gerekend: elke schatting zoals zij was op de dag van de keten',
  params: IdParam,
  query: ParameterLijst,
  response: page(Parameter),
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

const Gedaan = z.object({ id: Id, versie: z.number().int() })
const ParameterId = z.string().regex(PARAMETER, { error: 'Deze schatting bestaat niet.' })

export const Eigenwaarde = z.object({
  id: Id,
  parameter: z.string(),
  waarde: z.number(),
  eenheid: Parameter.shape.eenheid,
  reden: z.string(),
  van: Datum,
  door: z.string(),
  tot: Datum.nullable(),
  /** Who withdrew it or put another in its place; null when it still counts. */
  beeindigdDoor: z.string().nullable(),
})
export type Eigenwaarde = z.infer<typeof Eigenwaarde>

export const getParameter = endpoint({
  method: 'GET',
  path: '/prognose/parameters/:parameter',
  name: 'getPrognoseparameter',
  summary: 'Eén schatting, met elke eigen waarde die er ooit voor in de plaats kwam',
  params: z.object({ parameter: z.string().max(200) }),
  response: Parameter.extend({ geschiedenis: z.array(Eigenwaarde) }),
})

export const EigenwaardeInvoer = z
  .object({
    parameter: ParameterId,
    /** In the unit of the parameter. */
    waarde: z.number({ error: 'Vul een getal in.' }),
    reden: tekst('de reden', 500),
    /** Of the own value that was seen; 0 when there was none. */
    versie: z.number().int().min(0),
  })
  .superRefine(({ parameter, waarde }, { addIssue }) => {
    const message = faultOf(parameter, waarde)
    if (message) addIssue({ code: 'custom', path: ['waarde'], message, input: waarde })
  })
export type EigenwaardeInvoer = z.output<typeof EigenwaardeInvoer>

export const postEigenwaarde = endpoint({
  method: 'POST',
  path: '/prognose/eigen-waarden',
  name: 'postPrognoseEigenwaarde',
  summary: 'Zet met een reden een eigen waarde van de regio in de plaats van een schatting',
  body: EigenwaardeInvoer,
  response: Gedaan,
})

export const postEigenwaardeintrekking = endpoint({
  method: 'POST',
  path: '/prognose/eigen-waarden/:id/intrekking',
  name: 'postPrognoseEigenwaardeintrekking',
  summary: 'Trek een eigen waarde in; de prognose rekent weer met de schatting',
  params: IdParam,
  body: z.object({ versie: Versie }),
  response: Gedaan,
  status: 200,
})
