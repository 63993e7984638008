import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { GemeenteCode } from '../../beheer/domain/soorten.ts'
import { Emailadres, Gedaan, leeg, sorteer } from './delen.ts'
import { ideekanalen, ideestanden } from './keuzes.ts'

const Status = z.enum(keysOf(ideestanden))
const Kanaal = z.enum(keysOf(ideekanalen), { error: 'Kies hoe het idee binnenkwam.' })

const Rij = z.object({
  id: Id,
  gemeente: z.string(),
  kanaal: Kanaal,
  ontvangenOp: Datum,
  /** Null until somebody looked whether it names anybody. */
  titel: z.string().nullable(),
  status: Status,
  isOpenbaar: z.boolean(),
  activiteit: z.string().nullable(),
  reactieOp: Datum.nullable(),
  /** Last day for the reaction by the term of today; null when there is one. */
  reactieVoor: Datum.nullable(),
  isTeLaat: z.boolean(),
  /** True while the inwoner waits for mail that somebody must still send. */
  moetGemaild: z.boolean(),
  versie: Versie,
})
export type Ideerij = z.infer<typeof Rij>

export const listIdeeen = endpoint({
  method: 'GET',
  path: '/ideeen',
  name: 'listIdeeen',
  summary: 'Ideeën van inwoners, zonder wie ze gaf',
  query: Paging.extend({
    status: Status.optional(),
    sorteer: sorteer(
      [
        'ontvangenOp',
        '-ontvangenOp',
        'gemeente',
        '-gemeente',
        'titel',
        '-titel',
        'status',
        '-status',
        'reactieVoor',
        '-reactieVoor',
      ],
      '-ontvangenOp',
    ),
  }),
  response: page(Rij),
})

export const getIdee = endpoint({
  method: 'GET',
  path: '/ideeen/:id',
  name: 'getIdee',
  summary:
    'Eén idee; wie mag schrijven ziet wat is gestuurd tot het is nagekeken, en dat komt in het logboek',
  params: IdParam,
  response: Rij.extend({
    activiteitId: Id.nullable(),
    tekst: z.string().nullable(),
    /** As it was sent; null for who may only read, and once it is checked. */
    gestuurd: z.string().nullable(),
    nagekekenOp: Datum.nullable(),
    nagekekenDoor: z.string().nullable(),
    reactie: z.string().nullable(),
    /** Null for who may only read, when there is none, and once the answer was sent. */
    email: z.string().nullable(),
    verzondenOp: Datum.nullable(),
  }),
})
export type Ideedetail = z.output<(typeof getIdee)['response']>

const inhoud = {
  gemeenteCode: GemeenteCode,
  tekst: tekst('het idee', 2000),
  email: leeg(Emailadres),
}
export const IdeeInvoer = z.object({
  ...inhoud,
  kanaal: z.enum(['telefoon', 'balie', 'bijeenkomst', 'brief'], { error: 'Kies hoe het idee binnenkwam.' }),
  ontvangenOp: Datum,
})
export type IdeeInvoer = z.output<typeof IdeeInvoer>

export const postIdee = endpoint({
  method: 'POST',
  path: '/ideeen',
  name: 'postIdee',
  summary: 'Leg een idee vast dat iemand vertelde, aan de telefoon of aan de balie',
  body: IdeeInvoer,
  response: Gedaan.extend({ code: z.string() }),
})

export const IdeeControle = z.object({
  versie: Versie,
  titel: tekst('een titel', 120),
  tekst: tekst('het idee', 2000),
  isOpenbaar: z.boolean({ error: 'Kies of iedereen het idee mag lezen.' }),
})
export type IdeeControle = z.output<typeof IdeeControle>

export const controleerIdee = endpoint({
  method: 'POST',
  path: '/ideeen/:id/controle',
  name: 'controleerIdee',
  summary: 'Kijk een idee na: zonder namen, en of iedereen het mag lezen; wat is gestuurd wordt gewist',
  params: IdParam,
  body: IdeeControle,
  response: Gedaan,
  status: 200,
})

export const IdeeReactie = z
  .object({
    versie: Versie,
    uitkomst: z.enum(['overgenomen', 'niet_overgenomen'], { error: 'Kies wat u met het idee doet.' }),
    activiteitId: leeg(Id),
    reactie: tekst('uw reactie', 2000),
  })
  .refine((een) => een.uitkomst !== 'overgenomen' || een.activiteitId !== null, {
    path: ['activiteitId'],
    error: 'Kies in welke activiteit het idee is overgenomen.',
  })
export type IdeeReactie = z.output<typeof IdeeReactie>

export const beantwoordIdee = endpoint({
  method: 'POST',
  path: '/ideeen/:id/reactie',
  name: 'beantwoordIdee',
  summary: 'Reageer op een idee: overgenomen in een activiteit, of niet en waarom',
  params: IdParam,
  body: IdeeReactie,
  response: Gedaan,
  status: 200,
})

export const verzendIdee = endpoint({
  method: 'POST',
  path: '/ideeen/:id/verzending',
  name: 'verzendIdee',
  summary: 'Leg vast dat de reactie is gemaild; het e-mailadres wordt meteen gewist',
  params: IdParam,
  body: z.object({ versie: Versie }),
  response: Gedaan,
  status: 200,
})

// ── What anyone may do, without an account ──────────────────────────────────────────────────────────────────────────

export const Openbaaridee = z.object({
  id: Id,
  ontvangenOp: Datum,
  titel: z.string(),
  tekst: z.string(),
  status: Status,
  /** Only of a programma that is public. */
  activiteit: z.string().nullable(),
  reactie: z.string().nullable(),
  reactieOp: Datum.nullable(),
})
export type Openbaaridee = z.infer<typeof Openbaaridee>

export const listOpenbareIdeeen = endpoint({
  method: 'GET',
  path: '/openbare-ideeen/:code',
  name: 'listOpenbareIdeeen',
  summary: 'Ideeën in een gemeente die zijn nagekeken, met onze reactie; zonder inloggen',
  params: z.object({ code: GemeenteCode }),
  query: Paging,
  response: page(Openbaaridee).extend({ gemeente: z.string(), regio: z.string() }),
})

export const OpenbaarIdeeInvoer = z.object({
  ...inhoud,
  /** Not shown to people: what fills it in is a machine. */
  website: z.string().max(200).default(''),
})
export type OpenbaarIdeeInvoer = z.output<typeof OpenbaarIdeeInvoer>

export const stuurIdee = endpoint({
  method: 'POST',
  path: '/openbare-ideeen',
  name: 'stuurIdee',
  summary: 'Geef als inwoner een idee; een naam is niet nodig; zonder inloggen',
  body: OpenbaarIdeeInvoer,
  response: z.object({ code: z.string() }),
})

export const zoekIdee = endpoint({
  method: 'POST',
  path: '/openbare-ideeen/_zoek',
  name: 'zoekIdee',
  summary: 'Wat er met een idee is gebeurd, met de code die de inwoner kreeg; zonder inloggen',
  status: 200,
  body: z.object({ gemeenteCode: GemeenteCode, code: tekst('de code', 40) }),
  response: z.object({
    status: Status,
    ontvangenOp: Datum,
    reactie: z.string().nullable(),
    reactieOp: Datum.nullable(),
  }),
})
