import { z } from 'zod'
import { Datum, endpoint, Paging, page } from '../../../shared/endpoint.ts'
import { leeftijdsgroepen, niveaus } from './indicator.ts'
import { Cijfer, Kaart, keys, Stand, Vraag } from './indicator-contract.ts'

/** One at most: of two at once a small number can be worked out from the others. */
const Filters = {
  gemeente: z.string().max(10).optional(),
  product: z.uuid({ error: 'Dit product bestaat niet.' }).optional(),
  aanbieder: z.uuid({ error: 'Deze organisatie bestaat niet.' }).optional(),
  leeftijd: keys(leeftijdsgroepen).optional(),
  clientprofiel: z.string().max(60).optional(),
}
export const filternamen = {
  gemeente: 'Gemeente',
  product: 'Product',
  aanbieder: 'Organisatie',
  leeftijd: 'Leeftijdsgroep',
  clientprofiel: 'Cliëntprofiel',
} as const
export type Filternaam = keyof typeof filternamen

/** Where a figure comes from, so that it never travels without: also in each row of a file. */
const Herkomst = {
  bron: z.string(),
  filter: z.string(),
  maand: z.string(),
  peildatum: Datum,
  bekendOp: Datum.nullable(),
}

export const Dashboardcijfer = Kaart.extend({
  ...Cijfer.shape,
  ...Herkomst,
  volgorde: z.number().int(),
  /** False: the figure cannot be narrowed to what was chosen, and is of the whole region. */
  filterGeldt: z.boolean(),
  /** Thirteen months, the last one the month that is asked. */
  verloop: z.array(z.object({ maand: z.string(), ...Cijfer.shape })),
})
export type Dashboardcijfer = z.infer<typeof Dashboardcijfer>

const Sortering = z
  .string()
  .regex(/^-?\w{1,40}$/, { error: 'Sorteer op een kolom van deze lijst.' })
  .optional()

const DashboardVraag = Paging.extend({
  ...Vraag,
  ...Filters,
  niveau: keys(niveaus).default('strategisch'),
  sorteer: Sortering,
})
export type DashboardVraag = z.output<typeof DashboardVraag>

/** What was chosen, in words; null is the whole region. */
const Gekozen = { filter: z.string().nullable() }

export const listDashboard = endpoint({
  method: 'GET',
  path: '/dashboardcijfers',
  name: 'listDashboard',
  summary:
    'De indicatoren van een niveau met dertien maanden, voor de regio of één deel ervan, zonder personen',
  query: DashboardVraag,
  response: page(Dashboardcijfer).extend({ ...Stand, ...Gekozen }),
})

export const Dashboardpunt = z.object({
  ...Herkomst,
  id: z.string(),
  naam: z.string(),
  eenheid: z.string(),
  definitie: z.string(),
  versie: z.number().int(),
  eigenaar: z.string(),
  ...Cijfer.shape,
})
export type Dashboardpunt = z.infer<typeof Dashboardpunt>

export const listDashboardreeksen = endpoint({
  method: 'GET',
  path: '/dashboardreeksen',
  name: 'listDashboardreeksen',
  summary: 'Dezelfde cijfers als het dashboard met een rij per indicator en maand, om mee verder te rekenen',
  query: DashboardVraag,
  response: page(Dashboardpunt).extend({ ...Stand, ...Gekozen }),
})

const Keuze = z.object({ code: z.string(), naam: z.string() })

export const getDashboardkeuzes = endpoint({
  method: 'GET',
  path: '/dashboardkeuzes',
  name: 'getDashboardkeuzes',
  summary: 'Waarnaar een dashboard te versmallen is',
  response: z.object({
    gemeenten: z.array(Keuze),
    producten: z.array(Keuze),
    aanbieders: z.array(Keuze),
    leeftijden: z.array(Keuze),
    clientprofielen: z.array(Keuze),
  }),
})
