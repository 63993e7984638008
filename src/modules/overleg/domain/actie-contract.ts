import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { faultsIn, Gedaan, Gezien, sorteer, vrij } from './contract.ts'
import { actiestanden } from './keuzes.ts'

const Stand = z.enum(keysOf(actiestanden), { error: 'Kies een stand uit de lijst.' })

const inhoud = {
  tekst: tekst('de actie', 1000),
  functie: tekst('de functie', 150),
  organisatie: tekst('de organisatie', 150),
  uiterlijkOp: Datum,
  vergaderingId: Id.nullable(),
  besluitId: Id.nullable(),
}

export const ActieInvoer = z.object(inhoud)
export type ActieInvoer = z.output<typeof ActieInvoer>
export const ActieWijziging = z.object({ ...inhoud, ...Gezien.shape })
export type ActieWijziging = z.output<typeof ActieWijziging>

export const ActieAfloop = z
  .object({
    ...Gezien.shape,
    hoe: z.enum(['gedaan', 'vervallen'], { error: 'Kies hoe de actie afliep.' }),
    op: Datum,
    afloop: vrij('de toelichting', 1000),
  })
  .superRefine(
    faultsIn((one, fout) => {
      if (one.hoe === 'vervallen' && one.afloop === null)
        fout(['afloop'], 'Leg uit waarom de actie niet meer hoeft.')
    }),
  )
export type ActieAfloop = z.output<typeof ActieAfloop>

const Rij = z.object({
  id: Id,
  tekst: z.string(),
  functie: z.string(),
  organisatie: z.string(),
  uiterlijkOp: Datum,
  stand: Stand,
  gedaanOp: Datum.nullable(),
  vervallenOp: Datum.nullable(),
  afloop: z.string().nullable(),
  vergaderingId: Id.nullable(),
  besluitId: Id.nullable(),
  /** Vergadering and besluit in words; null when it comes from neither. */
  waaruit: z.string().nullable(),
  versie: z.number().int(),
})
export type Actierij = z.output<typeof Rij>

export const listOverlegacties = endpoint({
  method: 'GET',
  path: '/overlegacties',
  name: 'listOverlegacties',
  summary: 'Acties uit vergaderingen en besluiten; wat open staat, staat eerst',
  query: Paging.extend({
    stand: Stand.optional(),
    /** Open ones, late or not. */
    open: z.enum(['ja'], { error: 'Kies ja of laat dit weg.' }).optional(),
    vergaderingId: Id.optional(),
    besluitId: Id.optional(),
    sorteer: sorteer(
      [
        'uiterlijkOp',
        '-uiterlijkOp',
        'organisatie',
        '-organisatie',
        'functie',
        '-functie',
        'stand',
        '-stand',
      ],
      'uiterlijkOp',
    ),
  }),
  response: page(Rij),
})

export const getOverlegactie = endpoint({
  method: 'GET',
  path: '/overlegacties/:id',
  name: 'getOverlegactie',
  summary: 'Eén actie',
  params: IdParam,
  response: Rij,
})

export const postOverlegactie = endpoint({
  method: 'POST',
  path: '/overlegacties',
  name: 'postOverlegactie',
  summary: 'Leg een actie vast',
  body: ActieInvoer,
  response: Gedaan,
})

export const putOverlegactie = endpoint({
  method: 'PUT',
  path: '/overlegacties/:id',
  name: 'putOverlegactie',
  summary: 'Wijzig een actie',
  params: IdParam,
  body: ActieWijziging,
  response: Gedaan,
})

export const postOverlegactieafloop = endpoint({
  method: 'POST',
  path: '/overlegacties/:id/afloop',
  name: 'postOverlegactieafloop',
  summary: 'Leg vast dat een actie is gedaan of niet meer hoeft',
  params: IdParam,
  body: ActieAfloop,
  response: Gedaan,
  status: 200,
})
