import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import {
  alleUitkomsten,
  betaalkeuzes,
  financieringsdomeinen,
  metFinanciering,
  redenen,
  uitkomsten,
} from './keuzes.ts'
import { Les } from './les-contract.ts'
import { Actie, Overleg } from './overleg-contract.ts'
import { casusToestanden } from './toestanden.ts'

/** Optional text of a form: empty means not given. */
const vrij = (label: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Gebruik voor ${label} niet meer dan ${max} tekens.` })
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)

const Gedaan = z.object({ id: Id, versie: z.number().int() })
const Reden = z.enum(keysOf(redenen), { error: 'Kies waarom dit een casus is.' })
const Domein = z.enum(keysOf(financieringsdomeinen), { error: 'Kies een wet of domein.' })

const inhoud = {
  reden: Reden,
  redenToelichting: vrij('de toelichting', 500),
  vraag: tekst('waar het vastloopt', 2000),
  veiligheid: vrij('de veiligheid', 1000),
}
const legtUit = (body: { reden: string; redenToelichting: string | null }) =>
  body.reden !== 'anders' || body.redenToelichting !== null
const legUit = { path: ['redenToelichting'], error: 'Leg uit wat de reden is.' }

export const CasusInvoer = z
  .object({ ...inhoud, regievoerderId: z.uuid({ error: 'Kies een regievoerder.' }) })
  .refine(legtUit, legUit)
export type CasusInvoer = z.output<typeof CasusInvoer>

export const CasusWijziging = z.object({ versie: Versie, ...inhoud }).refine(legtUit, legUit)
export type CasusWijziging = z.output<typeof CasusWijziging>

export const NiveauInvoer = z.object({
  versie: Versie,
  nummer: z.number({ error: 'Kies een niveau.' }).int(),
  reden: tekst('de reden', 500),
})
export type NiveauInvoer = z.output<typeof NiveauInvoer>

export const RegievoerderInvoer = z.object({
  versie: Versie,
  gebruikerId: z.uuid({ error: 'Kies een regievoerder.' }),
  reden: tekst('de reden', 500),
})
export type RegievoerderInvoer = z.output<typeof RegievoerderInvoer>

/** Per law or domain: does it pay, how much if known, and who decides (CAS-05). */
const Financiering = z.object({
  domein: Domein,
  betaalt: z.enum(keysOf(betaalkeuzes), { error: 'Kies of dit domein betaalt.' }),
  bedrag: z
    .number({ error: 'Vul een bedrag in, of laat het leeg.' })
    .min(0, { error: 'Vul 0 of meer in.' })
    .max(9_999_999, { error: 'Vul een lager bedrag in.' })
    .nullable()
    .default(null),
  wieBeslist: tekst('wie beslist', 200),
})

export const SluitInvoer = z
  .object({
    versie: Versie,
    uitkomst: z.enum(keysOf(uitkomsten), { error: 'Kies wat eruit kwam.' }),
    toelichting: vrij('de toelichting', 1000),
    financiering: z.array(Financiering).max(7).default([]),
  })
  .refine((body) => body.uitkomst !== 'gestopt' || body.toelichting !== null, {
    path: ['toelichting'],
    error: 'Leg uit waarom de casus stopt.',
  })
  .refine((body) => !metFinanciering.includes(body.uitkomst) || body.financiering.length > 0, {
    path: ['financiering'],
    error: 'Zeg bij maatwerk of een doorbraak wie betaalt en wie daarover beslist.',
  })
  .refine((body) => new Set(body.financiering.map((one) => one.domein)).size === body.financiering.length, {
    path: ['financiering'],
    error: 'Noem elk domein één keer.',
  })
export type SluitInvoer = z.output<typeof SluitInvoer>

const NiveauOptie = z.object({
  nummer: z.number().int(),
  naam: z.string(),
  wie: z.string(),
  dagen: z.number().int(),
})
const Medewerker = z.object({ id: Id, naam: z.string(), organisatieId: Id, organisatie: z.string() })

export const CasusRij = z.object({
  id: Id,
  persoonId: Id,
  naam: z.string(),
  reden: Reden,
  status: z.enum(keysOf(casusToestanden)),
  niveau: z.number().int(),
  niveauNaam: z.string(),
  geopendOp: Datum,
  dagenOpen: z.number().int(),
  uiterlijkOp: Datum,
  isTeLaat: z.boolean(),
  regievoerder: z.string(),
  regieOrganisatie: z.string(),
  /** Begin of the next planned overleg; null when none is planned. */
  volgendOverleg: z.iso.datetime().nullable(),
  openActies: z.number().int(),
  teLateActies: z.number().int(),
  geslotenOp: Datum.nullable(),
  uitkomst: z.enum(keysOf(alleUitkomsten)).nullable(),
})
export type CasusRij = z.infer<typeof CasusRij>

export const listCasussen = endpoint({
  method: 'GET',
  path: '/casussen',
  name: 'listCasussen',
  summary: 'Casussen van cliënten bij wie u betrokken bent, met niveau, volgend overleg en of het te laat is',
  query: Paging.extend({
    stand: z.enum(['te_laat', 'gesloten']).optional(),
    reden: Reden.optional(),
    niveau: z.coerce.number().int().min(1).max(99).optional(),
    sorteer: z
      .enum(
        ['uiterlijkOp', '-uiterlijkOp', 'naam', '-naam', 'geopendOp', '-geopendOp', 'niveau', '-niveau'],
        { error: 'Zo kan deze lijst niet gesorteerd worden.' },
      )
      .default('uiterlijkOp'),
    formaat: z.string().optional(),
  }),
  response: page(CasusRij),
})

const Tijdvak = { id: Id, van: Datum, tot: Datum.nullable(), reden: z.string().nullable() }

export const CasusDetail = CasusRij.extend({
  versie: z.number().int(),
  redenToelichting: z.string().nullable(),
  vraag: z.string(),
  veiligheid: z.string().nullable(),
  organisatie: z.string(),
  uitkomstToelichting: z.string().nullable(),
  regievoerderId: Id,
  niveauWie: z.string(),
  niveaus: z.array(z.object({ ...Tijdvak, nummer: z.number().int(), naam: z.string(), uiterlijkOp: Datum })),
  regievoerders: z.array(z.object({ ...Tijdvak, naam: z.string(), organisatie: z.string() })),
  overleggen: z.array(Overleg),
  acties: z.array(Actie),
  financiering: z.array(Financiering),
  lessen: z.array(Les),
  /** False when the asker only reads. */
  kan: z.boolean(),
  /** Only when something can be changed. */
  keuzes: z.object({ niveaus: z.array(NiveauOptie), medewerkers: z.array(Medewerker) }),
})
export type CasusDetail = z.infer<typeof CasusDetail>

export const getCasus = endpoint({
  method: 'GET',
  path: '/casussen/:id',
  name: 'getCasus',
  summary: 'Een casus met niveaus, regievoerders, overleggen, besluiten, acties en lessen',
  params: IdParam,
  response: CasusDetail,
})

export const getPersoonCasussen = endpoint({
  method: 'GET',
  path: '/personen/:id/casussen',
  name: 'getPersoonCasussen',
  summary: 'Casussen van een cliënt, en wie regievoerder kan zijn',
  params: IdParam,
  response: z.object({
    casussen: z.array(CasusRij),
    medewerkers: z.array(Medewerker),
    /** The asker, who leads unless somebody else is chosen; null when that cannot be. */
    ikId: Id.nullable(),
  }),
})

export const postCasus = endpoint({
  method: 'POST',
  path: '/personen/:id/casussen',
  name: 'postCasus',
  summary: 'Open een casus over een cliënt, met reden en regievoerder',
  params: IdParam,
  body: CasusInvoer,
  response: Gedaan,
})

export const putCasus = endpoint({
  method: 'PUT',
  path: '/casussen/:id',
  name: 'putCasus',
  summary: 'Werk reden, vraag en veiligheid van een casus bij',
  params: IdParam,
  body: CasusWijziging,
  response: Gedaan,
})

export const postNiveau = endpoint({
  method: 'POST',
  path: '/casussen/:id/niveau',
  name: 'postCasusniveau',
  summary: 'Breng een casus naar een hoger of lager niveau, met de reden',
  params: IdParam,
  body: NiveauInvoer,
  response: Gedaan,
})

export const postRegievoerder = endpoint({
  method: 'POST',
  path: '/casussen/:id/regievoerder',
  name: 'postRegievoerder',
  summary: 'Geef een casus een andere regievoerder, met de reden',
  params: IdParam,
  body: RegievoerderInvoer,
  response: Gedaan,
})

export const sluitCasus = endpoint({
  method: 'POST',
  path: '/casussen/:id/afsluiting',
  name: 'sluitCasus',
  summary: 'Sluit een casus met de uitkomst, wie betaalt en wie daarover beslist',
  params: IdParam,
  body: SluitInvoer,
  response: Gedaan,
})
