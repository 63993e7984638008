import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { faultsIn, Gedaan, Gezien, sorteer, vrij } from './contract.ts'
import { vergaderstatussen } from './keuzes.ts'
import { Agendasoort } from './overleg-contract.ts'

const Tijd = z
  .string({ error: 'Vul een tijd in.' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Vul een tijd in, bijvoorbeeld 9:30.' })
const Status = z.enum(keysOf(vergaderstatussen), { error: 'Kies een stand uit de lijst.' })

const inhoud = {
  datum: Datum,
  beginOm: Tijd,
  eindOm: Tijd,
  plaats: tekst('de plaats', 200),
  /** Where and what, when the meeting goes together with a werkbezoek (GOV-08). */
  werkbezoek: vrij('het werkbezoek', 300),
}
const check = faultsIn<{ beginOm: string; eindOm: string }>((one, fout) => {
  if (one.eindOm <= one.beginOm) fout(['eindOm'], 'Kies een tijd na het begin.')
})

export const VergaderingInvoer = z.object({ overlegId: Id, ...inhoud }).superRefine(check)
export type VergaderingInvoer = z.output<typeof VergaderingInvoer>
export const VergaderingWijziging = z.object({ ...inhoud, ...Gezien.shape }).superRefine(check)
export type VergaderingWijziging = z.output<typeof VergaderingWijziging>

const Punt = z
  .object({
    titel: tekst('het punt', 200),
    soort: Agendasoort,
    isVast: z.boolean(),
    toelichting: vrij('de toelichting', 1000),
    /** Where the paper is; null while it is not there. */
    stuk: vrij('de plaats van het stuk', 500),
    activiteitId: Id.nullable(),
    programmaId: Id.nullable(),
    rapportId: Id.nullable(),
  })
  .superRefine(
    faultsIn((one, fout) => {
      const gekozen = [one.activiteitId, one.programmaId, one.rapportId].filter((id) => id !== null)
      if (gekozen.length > 1)
        fout(['activiteitId'], 'Kies één verwijzing: een activiteit, een programma of een rapport.')
    }),
  )
export type Agendapunt = z.output<typeof Punt>

export const AgendaWijziging = z.object({
  ...Gezien.shape,
  punten: z
    .array(Punt)
    .min(1, { error: 'Zet minstens één punt op de agenda.' })
    .max(60, { error: 'Zet niet meer dan 60 punten op de agenda.' }),
})
export type AgendaWijziging = z.output<typeof AgendaWijziging>

const Rij = z.object({
  id: Id,
  overlegId: Id,
  overleg: z.string(),
  datum: Datum,
  beginOm: z.string(),
  eindOm: z.string(),
  plaats: z.string(),
  werkbezoek: z.string().nullable(),
  status: Status,
  /** Day on which the papers are due; null when the overleg has none. */
  stukkenOp: Datum.nullable(),
  punten: z.number().int(),
  versie: z.number().int(),
})
export type Vergaderingrij = z.output<typeof Rij>

export const listVergaderingen = endpoint({
  method: 'GET',
  path: '/vergaderingen',
  name: 'listVergaderingen',
  summary: 'Vergaderingen, met de dag waarop de stukken er moeten zijn',
  query: Paging.extend({
    overlegId: Id.optional(),
    status: Status.optional(),
    wanneer: z.enum(['komt', 'voorbij'], { error: 'Kies komt of voorbij.' }).optional(),
    sorteer: sorteer(
      ['datum', '-datum', 'overleg', '-overleg', 'stukkenOp', '-stukkenOp', 'status', '-status'],
      'datum',
    ),
  }),
  response: page(Rij),
})

export const getVergadering = endpoint({
  method: 'GET',
  path: '/vergaderingen/:id',
  name: 'getVergadering',
  summary: 'Eén vergadering met haar agenda',
  params: IdParam,
  response: Rij.omit({ punten: true }).extend({
    overlegSoort: z.string(),
    afgelastReden: z.string().nullable(),
    verslag: z.string().nullable(),
    /** The papers must be there now: an item without one is late. */
    vraagtStukken: z.boolean(),
    punten: z.array(
      z.object({
        titel: z.string(),
        soort: Agendasoort,
        isVast: z.boolean(),
        toelichting: z.string().nullable(),
        stuk: z.string().nullable(),
        activiteitId: Id.nullable(),
        programmaId: Id.nullable(),
        rapportId: Id.nullable(),
        /** Name of what it points to; null when it points to nothing. */
        verwijzing: z.string().nullable(),
      }),
    ),
    besluiten: z.array(z.object({ id: Id, naam: z.string() })),
  }),
})
export type VergaderingDetail = z.output<(typeof getVergadering)['response']>

export const postVergadering = endpoint({
  method: 'POST',
  path: '/vergaderingen',
  name: 'postVergadering',
  summary: 'Plan een vergadering; de vaste punten staan meteen op de agenda',
  body: VergaderingInvoer,
  response: Gedaan,
})

export const putVergadering = endpoint({
  method: 'PUT',
  path: '/vergaderingen/:id',
  name: 'putVergadering',
  summary: 'Wijzig dag, tijd, plaats of werkbezoek van een vergadering',
  params: IdParam,
  body: VergaderingWijziging,
  response: Gedaan,
})

export const putVergaderingagenda = endpoint({
  method: 'PUT',
  path: '/vergaderingen/:id/agenda',
  name: 'putVergaderingagenda',
  summary: 'Leg de agenda van een vergadering vast, in volgorde',
  params: IdParam,
  body: AgendaWijziging,
  response: Gedaan,
})

export const postVergaderingafloop = endpoint({
  method: 'POST',
  path: '/vergaderingen/:id/afloop',
  name: 'postVergaderingafloop',
  summary: 'Leg vast dat een vergadering is gehouden, en waar het verslag staat',
  params: IdParam,
  body: Gezien.extend({ verslag: vrij('het verslag', 500) }),
  response: Gedaan,
  status: 200,
})

export const postVergaderingafgelasting = endpoint({
  method: 'POST',
  path: '/vergaderingen/:id/afgelasting',
  name: 'postVergaderingafgelasting',
  summary: 'Gelast een vergadering af, met reden',
  params: IdParam,
  body: Gezien.extend({ reden: tekst('de reden', 500) }),
  response: Gedaan,
  status: 200,
})
