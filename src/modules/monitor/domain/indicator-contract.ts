import { z } from 'zod'
import { Datum, endpoint, Paging, page } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { indicatorsoorten, niveaus, perSoorten } from './indicator.ts'

export const keys = <T extends Record<string, string>>(record: T) =>
  z.enum(Object.keys(record) as [keyof T & string, ...(keyof T & string)[]])

const Maand = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, { error: 'Kies een maand, bijvoorbeeld 2026-03.' })

export const Vraag = {
  /** A whole month that is over; the last one unless said otherwise. */
  maand: Maand.optional(),
  /** As it was known at the end of that day; now unless said otherwise. */
  bekendOp: Datum.optional(),
}

export const Kaart = z.object({
  id: z.string(),
  naam: z.string(),
  definitie: z.string(),
  soort: keys(indicatorsoorten),
  niveaus: z.array(keys(niveaus)),
  eenheid: z.string(),
  teller: z.string(),
  noemer: z.string().nullable(),
  tijd: z.enum(['stand', 'periode']),
  per: z.array(keys(perSoorten)),
  bronnen: z.array(z.string()),
  eigenaar: z.string(),
  versie: z.number().int(),
  versies: z.array(z.object({ versie: z.number().int(), van: Datum, wijziging: z.string() })),
})

const Sortering = z
  .string()
  .regex(/^-?\w{1,40}$/, { error: 'Sorteer op een kolom van deze lijst.' })
  .optional()

/** Null when hidden or when there is nothing to measure from. */
const Waarde = z.number().nullable()

export const Cijfer = z.object({
  waarde: Waarde,
  /** Cases that it rests on; null when hidden. */
  gevallen: z.number().int().nullable(),
  /** Share of the cases of which the gemeente is known, as a rough percentage; null when that would tell too much or is not asked. */
  volledigheid: Waarde,
  afgeschermd: z.boolean(),
})

export const Indicatorcijfer = Kaart.extend({
  ...Cijfer.shape,
  /** A month and a year before, counted in the same way. */
  vorigeMaand: Waarde,
  vorigJaar: Waarde,
  vorigeMaandAfgeschermd: z.boolean(),
  vorigJaarAfgeschermd: z.boolean(),
  /** Where it comes from, so that a row of a file never travels without. */
  bron: z.string(),
  peildatum: Datum,
  bekendOp: Datum.nullable(),
  /** Place in the order of the chain. */
  volgorde: z.number().int(),
})
export type Indicatorcijfer = z.infer<typeof Indicatorcijfer>

export const Stand = {
  maand: z.string(),
  van: Datum,
  peildatum: Datum,
  /** Null: as known now. */
  bekendOp: Datum.nullable(),
  kleinsteGetal: z.number().int().nullable(),
}

export const listIndicatorcijfers = endpoint({
  method: 'GET',
  path: '/indicatorcijfers',
  name: 'listIndicatorcijfers',
  summary: 'Alle indicatoren van de regio in een maand, met hun definitie, zonder personen',
  query: Paging.extend({
    ...Vraag,
    niveau: keys(niveaus).optional(),
    sorteer: Sortering,
  }),
  response: page(Indicatorcijfer).extend(Stand),
})

const IndicatorParam = z.object({
  indicator: z.string().regex(/^[a-z0-9_]{1,60}$/, { error: 'Deze indicator bestaat niet.' }),
})

export const Indicatorgroep = z.object({
  groep: z.string(),
  naam: z.string(),
  ...Cijfer.shape,
  indicator: z.string(),
  definitie: z.string(),
  versie: z.number().int(),
  eigenaar: z.string(),
  bron: z.string(),
  peildatum: Datum,
  bekendOp: Datum.nullable(),
})
export type Indicatorgroep = z.infer<typeof Indicatorgroep>

export const haalIndicator = endpoint({
  method: 'GET',
  path: '/indicatorcijfers/:indicator',
  name: 'haalIndicator',
  summary: 'Eén indicator: de definitie, dertien maanden, en hetzelfde cijfer zoals eerder bekend',
  params: IndicatorParam,
  query: z.object(Vraag),
  response: Kaart.extend({
    ...Stand,
    verloop: z.array(z.object({ maand: z.string(), ...Cijfer.shape })),
    /** The same month as it was known on its last day; null when that was not kept. */
    toenBekend: Cijfer.nullable(),
  }),
})

export const Indicatorperiode = z.object({
  periode: z.string(),
  naam: z.string(),
  ...Cijfer.shape,
  indicator: z.string(),
  definitie: z.string(),
  versie: z.number().int(),
  eigenaar: z.string(),
  bron: z.string(),
  bekendOp: Datum.nullable(),
})
export type Indicatorperiode = z.infer<typeof Indicatorperiode>

export const listIndicatorperioden = endpoint({
  method: 'GET',
  path: '/indicatorcijfers/:indicator/perioden',
  name: 'listIndicatorperioden',
  summary:
    'Eén indicator over hele kwartalen en jaren, als de maanden ervan op te tellen zijn, zonder personen',
  params: IndicatorParam,
  query: Paging.extend({ ...Vraag, sorteer: Sortering }),
  response: page(Indicatorperiode).extend(Stand),
})

export const listIndicatorgroepen = endpoint({
  method: 'GET',
  path: '/indicatorcijfers/:indicator/groepen',
  name: 'listIndicatorgroepen',
  summary: 'Eén indicator per gemeente, product, organisatie of reden, zonder personen',
  params: IndicatorParam,
  query: Paging.extend({
    ...Vraag,
    per: keys(perSoorten),
    sorteer: Sortering,
  }),
  response: page(Indicatorgroep).extend(Stand),
})

export const Indicatorgeval = z.object({
  zaak: Id,
  persoonId: Id.nullable(),
  naam: z.string(),
  telt: z.boolean(),
  waarde: Waarde,
})
export type Indicatorgeval = z.infer<typeof Indicatorgeval>

export const listIndicatorgevallen = endpoint({
  method: 'GET',
  path: '/indicatorcijfers/:indicator/gevallen',
  name: 'listIndicatorgevallen',
  summary: 'De gevallen achter een indicator, voor zover de vrager hun dossier mag openen',
  params: IndicatorParam,
  query: Paging.extend(Vraag),
  response: page(Indicatorgeval).extend(Stand),
})
