import { z } from 'zod'
import { endpoint, IdParam, Paging, page } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import * as invoer from './contract.ts'
import { versieActies, versieToestanden } from './toestanden.ts'
import * as woorden from './woorden.ts'

const codes = <T extends object>(names: T) =>
  z.enum(Object.keys(names) as [keyof T & string, ...(keyof T & string)[]])
const Gedaan = z.object({ id: Id, versie: z.number().int() })
const leeg = z.string().nullable()
const Toestand = codes(versieToestanden)
const EvaluatieStand = z.enum(['geen', 'ruim', 'bijna', 'te_laat'])

const Rij = z.object({
  id: Id,
  persoonId: Id,
  naam: z.string(),
  begonnenOp: z.string(),
  /** State of the version that is being made; null when none is. */
  concept: Toestand.nullable(),
  /** Day from which the version of now holds; null when none does yet. */
  geldtSinds: leeg,
  perspectief: codes(woorden.perspectieven).nullable(),
  doelen: z.number().int(),
  doelenVanOns: z.number().int(),
  evaluatieOp: leeg,
  evaluatieStand: EvaluatieStand,
  meegegevenOp: leeg,
})
export type PlanRij = z.infer<typeof Rij>

export const planStanden = {
  alle: 'Alle plannen',
  te_laat: 'Bespreking te laat',
  bijna: 'Bespreking binnenkort',
  wacht_op_client: versieToestanden.wacht_op_client,
  wacht_op_begeleider: versieToestanden.wacht_op_begeleider,
  concept: 'In concept',
  niet_meegegeven: 'Nog niet meegegeven',
  dagbesteding: 'Perspectief dagbesteding',
} as const

export const listPlannen = endpoint({
  method: 'GET',
  path: '/ondersteuningsplannen',
  name: 'listOndersteuningsplannen',
  summary: 'Ondersteuningsplannen die u mag zien, met stand, perspectief en volgende bespreking',
  query: Paging.extend({
    stand: codes(planStanden).default('alle'),
    van: z.enum(['allen', 'organisatie']).default('allen'),
    sorteer: z
      .enum(['naam', '-naam', 'begonnenOp', '-begonnenOp', 'evaluatieOp', '-evaluatieOp'])
      .default('evaluatieOp'),
    formaat: z.string().optional(),
  }),
  response: page(Rij),
})

const Doel = z.object({
  id: Id,
  leefgebied: z.string(),
  leefgebiedNaam: z.string(),
  soort: codes(woorden.doelsoorten),
  eigenWoorden: z.string(),
  afspraken: z.string(),
  bouwsteen: leeg,
  bouwsteenNaam: leeg,
  organisatieId: Id.nullable(),
  /** Null: the cliënt does it, with the own network. */
  organisatie: leeg,
  isVanOns: z.boolean(),
  herstel: codes(woorden.herstelsoorten).nullable(),
  positieveGezondheid: codes(woorden.gezondheidsdelen).nullable(),
  sinds: z.string(),
  stand: codes(woorden.doelstanden),
  standOp: leeg,
  uitkomst: leeg,
})
export type Doel = z.infer<typeof Doel>

const PlanVersie = z.object({
  id: Id,
  nummer: z.number().int(),
  status: Toestand,
  reden: leeg,
  eigenVerhaal: leeg,
  perspectief: codes(woorden.perspectieven).nullable(),
  perspectiefWoorden: leeg,
  perspectiefMotivering: leeg,
  evaluatieOp: leeg,
  clientAkkoord: z
    .object({
      op: z.string(),
      hoe: codes(woorden.akkoordwijzen),
      door: codes(woorden.akkoordgevers),
      vertegenwoordiger: leeg,
    })
    .nullable(),
  begeleiderAkkoord: z
    .object({ op: z.string(), hoe: codes(woorden.akkoordwijzen), door: z.string(), organisatie: z.string() })
    .nullable(),
  vastgesteldOp: leeg,
  vervangenOp: leeg,
  meegegeven: z.object({ op: z.string(), hoe: codes(woorden.meegeefwijzen), door: leeg }).nullable(),
  doelen: z.array(Doel),
  reacties: z.array(
    z.object({
      id: Id,
      op: z.string(),
      hoe: codes(woorden.reactiewijzen),
      over: leeg,
      eigenWoorden: z.string(),
    }),
  ),
  /** What is missing before anybody can agree; empty when nothing is. */
  ontbreekt: z.array(z.string()),
  /** What the asker may do with it now. */
  acties: z.array(codes(versieActies)),
})
export type PlanVersie = z.infer<typeof PlanVersie>

export const PlanDetail = z.object({
  id: Id,
  persoonId: Id,
  naam: z.string(),
  begonnenOp: z.string(),
  versie: z.number().int(),
  evaluatieOp: leeg,
  evaluatieStand: EvaluatieStand,
  /** False for the plan of a file that was merged, when the other file has one too: only to read. */
  geldt: z.boolean(),
  magWijzigen: z.boolean(),
  magNieuweVersie: z.boolean(),
  /** What a plan for jongvolwassenen puts first; empty at other ages. */
  nadruk: z.array(
    z.object({
      onderwerp: z.enum(['opleiding', 'opvoeders', 'geld']),
      titel: z.string(),
      vraag: z.string(),
      besproken: z.boolean(),
    }),
  ),
  /** Newest first. */
  versies: z.array(PlanVersie),
  schaal: z.string(),
  scores: z.array(
    z.object({
      id: Id,
      leefgebied: z.string(),
      leefgebiedNaam: z.string(),
      score: z.number().int(),
      op: z.string(),
      toelichting: leeg,
      organisatie: z.string(),
    }),
  ),
  evaluaties: z.array(
    z.object({
      id: Id,
      op: z.string(),
      versieNummer: z.number().int(),
      deelnemers: z.array(z.string()),
      bevindingen: z.string(),
      besluit: codes(woorden.evaluatiebesluiten),
      volgendeOp: z.string(),
      organisatie: z.string(),
    }),
  ),
})
export type PlanDetail = z.infer<typeof PlanDetail>

export const getPlan = endpoint({
  method: 'GET',
  path: '/ondersteuningsplannen/:id',
  name: 'getOndersteuningsplan',
  summary: 'Eén ondersteuningsplan met versies, doelen, scores, besprekingen en reacties',
  params: IdParam,
  response: PlanDetail,
})

export const getPlanVan = endpoint({
  method: 'GET',
  path: '/personen/:id/ondersteuningsplannen',
  name: 'getOndersteuningsplanVan',
  summary: 'Het ondersteuningsplan van een cliënt; na samenvoegen ook dat van het andere dossier',
  params: IdParam,
  response: z.object({ plannen: z.array(PlanDetail), magBeginnen: z.boolean() }),
})

const Keuze = z.object({ code: z.string(), naam: z.string() })
export const Plankeuzes = z.object({
  leefgebieden: z.array(Keuze),
  bouwstenen: z.array(Keuze),
  organisaties: z.array(z.object({ id: Id, naam: z.string() })),
})

export const getPlankeuzes = endpoint({
  method: 'GET',
  path: '/ondersteuningsplannen/:id/keuzes',
  name: 'getPlankeuzes',
  summary: 'Leefgebieden, bouwstenen en betrokken organisaties om uit te kiezen in een plan',
  params: IdParam,
  response: Plankeuzes,
})

export const getPlandocument = endpoint({
  method: 'GET',
  path: '/ondersteuningsplannen/:id/document',
  name: 'getPlandocument',
  summary: 'Het plan als document in gewone taal, om te printen en mee te geven',
  params: IdParam,
  query: z.object({
    soort: z.enum(['pdf', 'odt']).default('pdf'),
    /** Left out: the version that holds, else the one being made. */
    nummer: z.coerce.number().int().min(1).max(10_000).optional(),
  }),
  response: z.object({
    persoonId: Id,
    titel: z.string(),
    mime: z.string(),
    bestandsnaam: z.string(),
    inhoud: z.string(),
  }),
})

const wijziging = <B extends z.ZodType>(path: string, name: string, summary: string, body: B) =>
  endpoint({ method: 'POST', path, name, summary, params: IdParam, body, response: Gedaan })

export const postPlan = wijziging(
  '/personen/:id/ondersteuningsplannen',
  'postOndersteuningsplan',
  'Begin het ondersteuningsplan van een cliënt, met een eerste versie in concept',
  invoer.StartInvoer,
)
export const postInhoud = wijziging(
  '/ondersteuningsplannen/:id/inhoud',
  'postPlaninhoud',
  'Schrijf het verhaal en het perspectief van de versie in bewerking',
  invoer.InhoudInvoer,
)
export const postDoel = wijziging(
  '/ondersteuningsplannen/:id/doelen',
  'postPlandoel',
  'Zet een doel in de versie in bewerking',
  invoer.DoelInvoer,
)
export const postDoelwijziging = wijziging(
  '/plandoelen/:id/wijzigingen',
  'postPlandoelwijziging',
  'Wijzig een doel in de versie in bewerking',
  invoer.DoelInvoer,
)
export const postDoelWeg = wijziging(
  '/plandoelen/:id/verwijdering',
  'postPlandoelverwijdering',
  'Haal een doel uit de versie in bewerking',
  invoer.WegInvoer,
)
export const postUitkomst = wijziging(
  '/plandoelen/:id/uitkomsten',
  'postPlandoeluitkomst',
  'Leg vast dat een doel is behaald of gestopt',
  invoer.UitkomstInvoer,
)
export const postAkkoord = wijziging(
  '/ondersteuningsplannen/:id/akkoorden',
  'postPlanakkoord',
  'Leg vast dat de cliënt of de begeleider akkoord is; met beide gaat de versie gelden',
  invoer.AkkoordInvoer,
)
export const postUitreiking = wijziging(
  '/ondersteuningsplannen/:id/uitreikingen',
  'postPlanuitreiking',
  'Leg vast dat de cliënt het plan kreeg',
  invoer.MeegeefInvoer,
)
export const postNieuweVersie = wijziging(
  '/ondersteuningsplannen/:id/versies',
  'postPlanversie',
  'Begin een nieuwe versie met de doelen die nog lopen',
  invoer.NieuweVersieInvoer,
)
export const postMeting = wijziging(
  '/ondersteuningsplannen/:id/metingen',
  'postPlanmeting',
  'Leg scores per leefgebied vast',
  invoer.MetingInvoer,
)
export const postEvaluatie = wijziging(
  '/ondersteuningsplannen/:id/evaluaties',
  'postPlanevaluatie',
  'Leg een bespreking van het plan vast, met wie erbij was en wanneer de volgende is',
  invoer.EvaluatieInvoer,
)
export const postReactie = wijziging(
  '/ondersteuningsplannen/:id/reacties',
  'postPlanreactie',
  'Leg een reactie van de cliënt vast, in eigen woorden',
  invoer.ReactieInvoer,
)
