import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { tellers, verhaalsoorten } from '../../duiding/domain/keuzes.ts'
import { Genoemd, sorteer } from './delen.ts'
import { Inzet } from './groep-contract.ts'
import { adviesstanden, ideestanden } from './keuzes.ts'

// What belongs to an activiteit: stories, groups, advice and ideas.

const Verhaalrij = z.object({
  id: Id,
  soort: z.enum(keysOf(verhaalsoorten)),
  titel: z.string(),
  teller: z.enum(keysOf(tellers)),
  indicatorNaam: z.string(),
  maand: z.string(),
  gepubliceerdOp: Datum,
  /** Names of the activiteiten with a comma between them, for sorting and the export. */
  activiteitnamen: z.string(),
  activiteiten: z.array(z.object({ koppelingId: Id, activiteitId: Id, naam: z.string() })),
})
export type Verhaalrij = z.infer<typeof Verhaalrij>

export const listParticipatieverhalen = endpoint({
  method: 'GET',
  path: '/participatieverhalen',
  name: 'listParticipatieverhalen',
  summary: 'Verhalen waarvoor toestemming geldt, met de activiteiten waar zij bij horen',
  query: Paging.extend({
    sorteer: sorteer(['maand', '-maand', 'titel', '-titel', 'activiteitnamen', '-activiteitnamen'], '-maand'),
  }),
  response: page(Verhaalrij),
})

export const getParticipatiekeuzes = endpoint({
  method: 'GET',
  path: '/participatiekeuzes',
  name: 'getParticipatiekeuzes',
  summary: 'De activiteiten, programma’s, raden, partners en gemeenten waaruit te kiezen is',
  response: z.object({
    activiteiten: z.array(Genoemd),
    programmas: z.array(Genoemd),
    raden: z.array(Genoemd),
    partners: z.array(Genoemd),
    gemeenten: z.array(z.object({ code: z.string(), naam: z.string() })),
  }),
})

export const getActiviteitparticipatie = endpoint({
  method: 'GET',
  path: '/activiteitparticipatie/:id',
  name: 'getActiviteitparticipatie',
  summary: 'Wie meedoet bij een activiteit, en welke adviezen, ideeën en verhalen erbij horen',
  params: IdParam,
  response: z.object({
    activiteit: z.string(),
    programma: z.string(),
    participatie: z.enum(['ja', 'nee', 'nog_niet_bepaald']),
    participatieHoe: z.string().nullable(),
    inzet: z.array(Inzet),
    adviezen: z.array(
      z.object({ id: Id, raad: z.string(), onderwerp: z.string(), stand: z.enum(keysOf(adviesstanden)) }),
    ),
    ideeen: z.array(z.object({ id: Id, titel: z.string(), status: z.enum(keysOf(ideestanden)) })),
    /** What people found or wished, that this activiteit takes up. */
    punten: z.array(z.object({ id: Id, raadplegingId: Id, gelegenheid: z.string(), tekst: z.string() })),
    verhalen: z.array(
      z.object({
        id: Id,
        koppelingId: Id,
        titel: z.string(),
        tekst: z.string(),
        teller: z.enum(keysOf(tellers)),
      }),
    ),
  }),
})
export type Activiteitparticipatie = z.output<(typeof getActiviteitparticipatie)['response']>

export const postActiviteitverhaal = endpoint({
  method: 'POST',
  path: '/activiteitverhalen',
  name: 'postActiviteitverhaal',
  summary: 'Leg vast dat een verhaal bij een activiteit hoort',
  body: z.object({ activiteitId: Id, verhaalId: Id }),
  response: z.object({ id: Id }),
})

export const verbreekActiviteitverhaal = endpoint({
  method: 'POST',
  path: '/activiteitverhalen/:id/verbreking',
  name: 'verbreekActiviteitverhaal',
  summary: 'Haal een verhaal weg bij een activiteit; het verhaal zelf blijft',
  params: IdParam,
  body: z.object({}),
  response: z.object({ id: Id }),
  status: 200,
})
