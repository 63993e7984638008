import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { faultsIn, Gedaan, Gezien, geheel, sorteer, vrij } from './contract.ts'
import { agendasoorten, herhalingen, niveaus, overlegsoorten } from './keuzes.ts'

const Soort = z.enum(keysOf(overlegsoorten), { error: 'Kies wat voor overleg het is.' })
const Niveau = z.enum(keysOf(niveaus), { error: 'Kies een niveau.' })
const Lid = z.object({ functie: tekst('de functie', 150), organisatie: tekst('de organisatie', 150) })
export const Agendasoort = z.enum(keysOf(agendasoorten), { error: 'Kies waar het punt over gaat.' })
const VastPunt = z.object({
  titel: tekst('het punt', 200),
  soort: Agendasoort,
  herhaling: z.enum(keysOf(herhalingen), { error: 'Kies hoe vaak het punt op de agenda komt.' }),
})

const inhoud = {
  naam: tekst('de naam', 200),
  afkorting: vrij('de afkorting', 20),
  soort: Soort,
  niveau: Niveau,
  /** Null: when it is needed. */
  perJaar: geheel('hoe vaak per jaar', 1, 366).nullable(),
  leden: z.array(Lid).max(60, { error: 'Noem niet meer dan 60 leden.' }),
  vastePunten: z.array(VastPunt).max(40, { error: 'Noem niet meer dan 40 vaste punten.' }),
  /** Null: there are no papers. */
  stukkenDagen: geheel('het aantal dagen', 0, 90).nullable(),
  plaats: vrij('de plaats', 200),
  van: Datum,
  /** First day on which it is no more; null while it goes on. */
  tot: Datum.nullable(),
  toelichting: vrij('de toelichting', 2000),
  bron: tekst('de bron', 300),
}

const check = faultsIn<z.output<z.ZodObject<typeof inhoud>>>((one, fout) => {
  if (one.tot !== null && one.tot <= one.van) fout(['tot'], 'Kies een dag na de eerste dag.')
  const titels = one.vastePunten.map(({ titel }) => titel.toLowerCase())
  for (const [i, titel] of titels.entries())
    if (titels.indexOf(titel) < i) fout(['vastePunten', i, 'titel'], 'Dit punt staat er al.')
})

export const OverlegInvoer = z.object(inhoud).superRefine(check)
export type OverlegInvoer = z.output<typeof OverlegInvoer>
export const OverlegWijziging = z.object({ ...inhoud, ...Gezien.shape }).superRefine(check)
export type OverlegWijziging = z.output<typeof OverlegWijziging>

const Rij = z.object({
  id: Id,
  naam: z.string(),
  afkorting: z.string().nullable(),
  soort: Soort,
  niveau: Niveau,
  perJaar: z.number().int().nullable(),
  /** Next planned vergadering; null when none is planned. */
  volgendeOp: Datum.nullable(),
  /** Held this year. */
  gehouden: z.number().int(),
  van: Datum,
  tot: Datum.nullable(),
  bron: z.string(),
  versie: z.number().int(),
})
export type Overlegrij = z.output<typeof Rij>

export const listOverleggen = endpoint({
  method: 'GET',
  path: '/overleggen',
  name: 'listOverleggen',
  summary: 'De overleggen van de regio, met hoe vaak en wanneer weer',
  query: Paging.extend({
    niveau: Niveau.optional(),
    sorteer: sorteer(
      ['naam', '-naam', 'niveau', '-niveau', 'perJaar', '-perJaar', 'volgendeOp', '-volgendeOp'],
      'naam',
    ),
  }),
  response: page(Rij),
})

export const getOverleg = endpoint({
  method: 'GET',
  path: '/overleggen/:id',
  name: 'getOverleg',
  summary: 'Eén overleg met leden en vaste punten',
  params: IdParam,
  response: Rij.extend({
    leden: z.array(z.object({ functie: z.string(), organisatie: z.string() })),
    vastePunten: z.array(VastPunt),
    stukkenDagen: z.number().int().nullable(),
    plaats: z.string().nullable(),
    toelichting: z.string().nullable(),
  }),
})
export type OverlegDetail = z.output<(typeof getOverleg)['response']>

export const postOverleg = endpoint({
  method: 'POST',
  path: '/overleggen',
  name: 'postOverleg',
  summary: 'Leg een overleg vast',
  body: OverlegInvoer,
  response: Gedaan,
})

export const putOverleg = endpoint({
  method: 'PUT',
  path: '/overleggen/:id',
  name: 'putOverleg',
  summary: 'Wijzig een overleg, zijn leden en zijn vaste punten',
  params: IdParam,
  body: OverlegWijziging,
  response: Gedaan,
})

const Keuze = z.object({ id: Id, naam: z.string() })

export const getOverlegkeuzes = endpoint({
  method: 'GET',
  path: '/overlegkeuzes',
  name: 'getOverlegkeuzes',
  summary:
    'Waaruit te kiezen is: gemeenten, activiteiten, programma’s, besluitmomenten, rapporten, vergaderingen en besluiten',
  response: z.object({
    gemeenten: z.array(z.object({ code: z.string(), naam: z.string() })),
    activiteiten: z.array(Keuze),
    programmas: z.array(Keuze),
    besluitmomenten: z.array(Keuze),
    rapporten: z.array(Keuze),
    vergaderingen: z.array(Keuze),
    besluiten: z.array(Keuze),
  }),
})
export type Overlegkeuzes = z.output<(typeof getOverlegkeuzes)['response']>
