import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import {
  AanspreekpuntInvoer,
  AchttienStapInvoer,
  EindeInvoer,
  FaseInvoer,
  HervatInvoer,
  JeugdwetInvoer,
  OnderbrekingInvoer,
  ProductInvoer,
  StartInvoer,
  WlzStapInvoer,
  WlzStartInvoer,
} from './contract.ts'
import { reisstapCodes } from './reis.ts'

const Gedaan = z.object({ id: Id, versie: z.number().int() })
const leeg = z.string().nullable()
const Toestand = z.enum(['lopend', 'terugval', 'time_out', 'geeindigd'])
const Fasestand = z.enum(['geen_grens', 'ruim', 'bijna', 'te_lang'])

const Rij = z.object({
  id: Id,
  persoonId: Id,
  naam: z.string(),
  begonnenOp: z.string(),
  geeindigdOp: leeg,
  toestand: Toestand,
  /** Null when no phase runs. */
  fase: leeg,
  faseSinds: leeg,
  faseDagen: z.number().int().nullable(),
  faseUiterlijkOp: leeg,
  fasestand: Fasestand,
  /** Days until the end of the term of the phase; negative when it passed. */
  dagenTotTermijn: z.number().int().nullable(),
  product: leeg,
  aanspreekpunt: z.string(),
  organisatie: z.string(),
  /** How often this person came back in the period of the region. */
  herinstromen: z.number().int(),
  isDraaideur: z.boolean(),
  wlz: leeg,
  achttienOp: leeg,
  volgendeStapOp: leeg,
})
export type TrajectRij = z.infer<typeof Rij>

export const trajectStanden = {
  open: 'Lopende trajecten',
  te_lang: 'Te lang in een fase',
  bijna_te_lang: 'Bijna te lang in een fase',
  zonder_fase: 'Zonder fase',
  zonder_stap: 'Zonder volgende stap',
  onderbroken: 'Terugval of time-out',
  uitval: 'Uitval: voortijdig weg',
  draaideur: 'Draaideur',
  wlz: 'Wlz-aanvraag loopt',
  bijna_18: 'Bijna 18 jaar',
  geeindigd: 'Geëindigd',
} as const

export const listTrajecten = endpoint({
  method: 'GET',
  path: '/trajecten',
  name: 'listTrajecten',
  summary: 'Trajecten die u mag zien, met fase, aanspreekpunt en wat aandacht vraagt',
  query: Paging.extend({
    stand: z
      .enum(Object.keys(trajectStanden) as [keyof typeof trajectStanden, ...(keyof typeof trajectStanden)[]])
      .default('open'),
    van: z.enum(['allen', 'mij', 'organisatie']).default('allen'),
    sorteer: z
      .enum([
        'naam',
        '-naam',
        'begonnenOp',
        '-begonnenOp',
        'faseDagen',
        '-faseDagen',
        'herinstromen',
        '-herinstromen',
      ])
      .default('-faseDagen'),
    formaat: z.string().optional(),
  }),
  response: page(Rij),
})

const Mag = z.object({ ok: z.boolean(), reden: leeg })
const Actie = z.enum(['fase', 'aanspreekpunt', 'product', 'terugval', 'time_out', 'hervatten', 'beeindigen'])

const WlzRoute = z.object({
  id: Id,
  status: z.enum(['signaal', 'aangevraagd', 'bij_ciz', 'toegekend', 'afgewezen', 'gestopt']),
  signaalOp: z.string(),
  signaal: z.string(),
  aangevraagdOp: leeg,
  metClient: z.boolean().nullable(),
  bijCizOp: leeg,
  beslotenOp: leeg,
  wlzVanaf: leeg,
  wmoEindeOp: leeg,
  toelichting: leeg,
  versie: z.number().int(),
})

const AchttienRoute = z.object({
  id: Id,
  status: z.enum(['te_plannen', 'plan_gemaakt', 'overgedragen', 'niet_nodig']),
  achttienOp: z.string(),
  planVoor: z.string(),
  vervolg: leeg,
  afspraken: leeg,
  planOp: leeg,
  afgerondOp: leeg,
  /** Whether data of before 18 may be used and go on (Wmo 2015 art. 5.1.1 lid 4); null as long as nobody asked. */
  jeugdwet: z.enum(['gegeven', 'geweigerd']).nullable(),
  jeugdwetOp: leeg,
  versie: z.number().int(),
})

export const TrajectDetail = z.object({
  id: Id,
  persoonId: Id,
  naam: z.string(),
  begonnenOp: z.string(),
  geeindigdOp: leeg,
  eindreden: leeg,
  eindtoelichting: leeg,
  toestand: Toestand,
  versie: z.number().int(),
  /** What the asker may do now, with the reason when not. */
  acties: z.record(Actie, Mag),
  magWijzigen: z.boolean(),
  fasen: z.array(
    z.object({
      domein: z.string(),
      code: z.string(),
      naam: z.string(),
      van: z.string(),
      tot: leeg,
      uiterlijkOp: leeg,
      stand: Fasestand,
      dagen: z.number().int().nullable(),
      reden: leeg,
    }),
  ),
  aanspreekpunten: z.array(
    z.object({
      id: Id,
      naam: z.string(),
      organisatie: z.string(),
      van: z.string(),
      tot: leeg,
      reden: leeg,
      door: leeg,
    }),
  ),
  onderbrekingen: z.array(
    z.object({
      soort: z.enum(['terugval', 'time_out']),
      van: z.string(),
      tot: leeg,
      verwachtTot: leeg,
      reden: z.string(),
      uitkomst: leeg,
    }),
  ),
  producten: z.array(
    z.object({
      productId: Id,
      product: z.string(),
      bouwsteen: leeg,
      richting: z.string(),
      van: z.string(),
      tot: leeg,
      reden: leeg,
      afwijkingReden: leeg,
    }),
  ),
  verblijven: z.array(
    z.object({ id: Id, plaats: z.string(), product: z.string(), van: z.string(), tot: leeg }),
  ),
  herinstromen: z.array(
    z.object({ na: z.string(), op: z.string(), soort: z.string(), dagen: z.number().int() }),
  ),
  isDraaideur: z.boolean(),
  wlz: z.array(WlzRoute),
  achttien: AchttienRoute.nullable(),
})
export type TrajectDetail = z.infer<typeof TrajectDetail>

export const getTraject = endpoint({
  method: 'GET',
  path: '/trajecten/:id',
  name: 'getTraject',
  summary: 'Een traject met fasen, aanspreekpunten, onderbrekingen, producten en routes',
  params: IdParam,
  response: TrajectDetail,
})

export const getTrajectenVan = endpoint({
  method: 'GET',
  path: '/personen/:id/trajecten',
  name: 'getTrajectenVan',
  summary: 'De trajecten van een cliënt, het lopende eerst',
  params: IdParam,
  response: z.object({ trajecten: z.array(TrajectDetail), magBeginnen: z.boolean() }),
})

export const getReisVan = endpoint({
  method: 'GET',
  path: '/personen/:id/clientreis',
  name: 'getReisVan',
  summary: 'De stappen van een cliënt door de keten, met de dagen per stap',
  params: IdParam,
  response: z.object({
    stappen: z.array(
      z.object({
        stap: z.enum(reisstapCodes),
        naam: z.string(),
        product: z.string().nullable(),
        van: Datum,
        /** First day of the next step; null as long as this one runs. */
        tot: Datum.nullable(),
        dagen: z.number().int(),
        stand: z.enum(['afgerond', 'loopt', 'anders']),
      }),
    ),
  }),
})

export const getTrajectkeuzes = endpoint({
  method: 'GET',
  path: '/trajecten/:id/keuzes',
  name: 'getTrajectkeuzes',
  summary:
    'Waaruit u kunt kiezen bij een traject: fasen, medewerkers, producten, redenen en vrije time-outplekken',
  params: IdParam,
  response: z.object({
    fasen: z.array(z.object({ domein: z.string(), code: z.string(), naam: z.string() })),
    medewerkers: z.array(z.object({ id: Id, naam: z.string(), organisatie: z.string() })),
    producten: z.array(z.object({ id: Id, naam: z.string(), toegestaan: z.boolean() })),
    eindredenen: z.array(z.object({ code: z.string(), naam: z.string() })),
    timeOutplekken: z.array(
      z.object({ plekId: Id, plek: z.string(), locatie: z.string(), product: z.string() }),
    ),
  }),
})

export const postTraject = endpoint({
  method: 'POST',
  path: '/personen/:id/trajecten',
  name: 'startTraject',
  summary: 'Een traject beginnen zonder verblijf; u wordt het aanspreekpunt',
  params: IdParam,
  body: StartInvoer,
  response: Gedaan,
})

const change = <B extends z.ZodType>(path: string, name: string, summary: string, body: B) =>
  endpoint({
    method: 'POST',
    path: `/trajecten/:id/${path}`,
    name,
    summary,
    params: IdParam,
    body,
    response: Gedaan,
  })

export const postFase = change('fasen', 'changeFaseVanTraject', 'Naar een andere fase', FaseInvoer)
export const postAanspreekpunt = change(
  'aanspreekpunten',
  'changeAanspreekpunt',
  'Een ander vast aanspreekpunt, met reden',
  AanspreekpuntInvoer,
)
export const postOnderbreking = change(
  'onderbrekingen',
  'startOnderbreking',
  'Terugval of time-out vastleggen; het traject loopt door',
  OnderbrekingInvoer,
)
export const postHervatting = change(
  'hervattingen',
  'resumeTraject',
  'Terugval of time-out afronden',
  HervatInvoer,
)
export const postProduct = change(
  'producten',
  'changeProductVanTraject',
  'Op- of afschalen binnen het traject, zonder nieuwe intake',
  ProductInvoer,
)
export const postEinde = change(
  'einde',
  'endTraject',
  'Traject beëindigen, met reden en vervolg',
  EindeInvoer,
)
export const postWlz = change(
  'wlz-routes',
  'signalWlz',
  'Signaal dat Wlz-zorg nodig kan zijn',
  WlzStartInvoer,
)

export const postWlzStap = endpoint({
  method: 'POST',
  path: '/wlz-routes/:id/stappen',
  name: 'stepWlz',
  summary: 'De volgende stap naar Wlz-zorg: aanvraag, CIZ, besluit of stoppen',
  params: IdParam,
  body: WlzStapInvoer,
  response: Gedaan,
})

export const postAchttienStap = endpoint({
  method: 'POST',
  path: '/achttien-routes/:id/stappen',
  name: 'stepAchttien',
  summary: 'De volgende stap naar 18 jaar: plan, overdracht of niet nodig',
  params: IdParam,
  body: AchttienStapInvoer,
  response: Gedaan,
})

export const postJeugdwet = endpoint({
  method: 'POST',
  path: '/achttien-routes/:id/jeugdwet',
  name: 'answerJeugdwet',
  summary: 'Of gegevens van voor 18 gebruikt en doorgegeven mogen worden; ook intrekken',
  params: IdParam,
  body: JeugdwetInvoer,
  response: Gedaan,
})
