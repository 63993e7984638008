import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { statussen } from './rules.ts'
import { gevolgen } from './weigering.ts'

const keysOf = <T extends Record<string, string>>(names: T, error: string) =>
  z.enum(Object.keys(names) as [keyof T & string, ...(keyof T & string)[]], { error })
const Status = keysOf(statussen, 'Kies een stand uit de lijst.')
const vrij = (max = 1000) =>
  z
    .string()
    .trim()
    .max(max, { error: `Gebruik niet meer dan ${max} tekens.` })
const Reden = z.object({ past: z.enum(['ja', 'nee', 'let_op']), tekst: z.string() })

export const VoorstelItem = z.object({
  id: Id,
  persoonId: Id,
  naam: z.string(),
  leeftijd: z.number().int().nullable(),
  personen: z.number().int(),
  product: z.string(),
  locatieId: Id,
  locatie: z.string(),
  aanbieder: z.string().nullable(),
  vanaf: Datum,
  status: Status,
  voorgesteldOp: z.iso.datetime(),
  reagerenVoor: z.iso.datetime(),
  /** The asker's organisation runs this locatie, so it is asked to answer. */
  aanOns: z.boolean(),
  afwijking: z.boolean(),
  overboeking: z.boolean(),
  bezwaarOpen: z.boolean(),
  wachtlijstplaatsingId: Id,
  versie: Versie,
})
export type VoorstelItem = z.infer<typeof VoorstelItem>

const sorteringen = ['reagerenVoor', 'voorgesteldOp', 'vanaf', 'naam', 'locatie'] as const
export type Sortering = (typeof sorteringen)[number]

export const VoorstellenQuery = Paging.extend({
  sorteer: z
    .enum([...sorteringen, ...sorteringen.map((name) => `-${name}` as const)], {
      error: 'Zo kan deze lijst niet gesorteerd worden.',
    })
    .default('reagerenVoor'),
  /** `open` is voorgesteld and aanvaard; everything when left out. */
  stand: z.enum(['te_beantwoorden', 'open', 'afgerond', 'bezwaar']).optional(),
  locatieId: Id.optional(),
  wachtlijstplaatsingId: Id.optional(),
})

export const listVoorstellen = endpoint({
  method: 'GET',
  path: '/plaatsingsvoorstellen',
  name: 'listVoorstellen',
  summary: 'Plaatsingsvoorstellen die u mag zien, met hun uiterste moment',
  query: VoorstellenQuery,
  response: page(VoorstelItem),
})

export const VoorstelDetail = VoorstelItem.extend({
  toelichting: z.string().nullable(),
  vereisteKenmerken: z.array(z.string()),
  afwijkingReden: z.string().nullable(),
  overboekingReden: z.string().nullable(),
  voorgesteldDoor: z.string().nullable(),
  beantwoordOp: z.iso.datetime().nullable(),
  plek: z.string().nullable(),
  weigerZijde: z.enum(['aanbieder', 'persoon']).nullable(),
  weigerReden: z.string().nullable(),
  weigerToelichting: z.string().nullable(),
  volgendeStap: z.string().nullable(),
  /** Name of the choice; null unless nobody came. */
  nietVerschenenReden: z.string().nullable(),
  /** Why withdrawn, or what is known of somebody who did not come. */
  eindeReden: z.string().nullable(),
  bezwaar: z
    .object({
      op: Datum,
      tekst: z.string(),
      uitkomst: z.enum(['gegrond', 'ongegrond']).nullable(),
      beslotenOp: Datum.nullable(),
      toelichting: z.string().nullable(),
    })
    .nullable(),
  /** Free plekken of the locatie, fitting ones first; only for who answers. */
  plekken: z.array(z.object({ id: Id, naam: z.string(), past: z.boolean(), redenen: z.array(z.string()) })),
  /** What this user may do now; the server decides again. */
  kan: z.object({
    beantwoorden: z.boolean(),
    weigerenNamensPersoon: z.boolean(),
    intrekken: z.boolean(),
    bezwaarMaken: z.boolean(),
    bezwaarBeslissen: z.boolean(),
  }),
  redenenAanbieder: z.array(z.object({ code: z.string(), naam: z.string() })),
  redenenPersoon: z.array(z.object({ code: z.string(), naam: z.string() })),
})
export type VoorstelDetail = z.infer<typeof VoorstelDetail>

export const getVoorstel = endpoint({
  method: 'GET',
  path: '/plaatsingsvoorstellen/:id',
  name: 'getVoorstel',
  summary: 'Eén plaatsingsvoorstel, met wat u ermee kunt doen',
  params: IdParam,
  response: VoorstelDetail,
})

export const proposeVoorstel = endpoint({
  method: 'POST',
  path: '/plaatsingsvoorstellen',
  name: 'proposeVoorstel',
  summary: 'Stel een plek voor aan iemand die wacht; de plek blijft vastgehouden tot het antwoord',
  body: z.object({
    wachtlijstplaatsingId: z.uuid({ error: 'Kies iemand die wacht.' }),
    locatieId: z.uuid({ error: 'Kies een locatie.' }),
    vanaf: Datum,
    kenmerken: z.array(z.string()).max(20).optional(),
    toelichting: vrij().nullish(),
    afwijkingReden: vrij(500).nullish(),
    overboekingReden: vrij(500).nullish(),
  }),
  response: z.object({ id: Id, versie: Versie, reagerenVoor: z.iso.datetime() }),
})

const Gewijzigd = z.object({ versie: Versie })

export const acceptVoorstel = endpoint({
  method: 'POST',
  path: '/plaatsingsvoorstellen/:id/aanvaarding',
  name: 'acceptVoorstel',
  summary: 'Aanvaard een voorstel; de plek kiezen kan nu of bij aankomst',
  params: IdParam,
  body: z.object({ versie: Versie, plekId: Id.nullish(), toelichting: vrij().nullish() }),
  response: Gewijzigd,
  status: 200,
})

const weigering = z.object({
  versie: Versie,
  reden: z.string({ error: 'Kies een reden.' }).min(1, { error: 'Kies een reden.' }),
  toelichting: vrij().nullish(),
  volgendeStap: tekst('in wat er nu gebeurt', 300),
})
const Geweigerd = z.object({ versie: Versie, gevolg: keysOf(gevolgen, 'Onbekend gevolg.') })

export const refuseVoorstel = endpoint({
  method: 'POST',
  path: '/plaatsingsvoorstellen/:id/weigering',
  name: 'refuseVoorstel',
  summary: 'Weiger als aanbieder een voorstel, of leg vast dat de persoon weigert',
  params: IdParam,
  body: weigering.extend({ zijde: z.enum(['aanbieder', 'persoon'], { error: 'Kies wie er weigert.' }) }),
  response: Geweigerd,
  status: 200,
})

export const refuseVoorstelPersoon = endpoint({
  method: 'POST',
  path: '/plaatsingsvoorstellen/:id/weigering-persoon',
  name: 'refuseVoorstelPersoon',
  summary: 'Leg als loket vast dat de persoon een voorstel weigert',
  params: IdParam,
  body: weigering,
  response: Geweigerd,
  status: 200,
})

export const withdrawVoorstel = endpoint({
  method: 'POST',
  path: '/plaatsingsvoorstellen/:id/intrekking',
  name: 'withdrawVoorstel',
  summary: 'Trek een voorstel in, met reden; de plek komt vrij',
  params: IdParam,
  body: z.object({ versie: Versie, reden: tekst('de reden', 300) }),
  response: Gewijzigd,
  status: 200,
})

export const raiseBezwaar = endpoint({
  method: 'POST',
  path: '/plaatsingsvoorstellen/:id/bezwaar',
  name: 'raiseBezwaar',
  summary: 'Maak bezwaar tegen een weigering door de aanbieder',
  params: IdParam,
  body: z.object({ tekst: tekst('in waarom u het niet eens bent', 1000) }),
  response: Gewijzigd,
})

export const decideBezwaar = endpoint({
  method: 'POST',
  path: '/plaatsingsvoorstellen/:id/bezwaarbesluit',
  name: 'decideBezwaar',
  summary: 'Beslis over een bezwaar; gegrond zet het voorstel weer open als de plek vrij is',
  params: IdParam,
  body: z.object({
    uitkomst: z.enum(['gegrond', 'ongegrond'], { error: 'Kies gegrond of ongegrond.' }),
    toelichting: tekst('in waarom u zo beslist', 1000),
  }),
  response: z.object({ versie: Versie, heropend: z.boolean() }),
})

export const MatchPersoon = z.object({
  wachtlijstplaatsingId: Id,
  persoonId: Id,
  naam: z.string(),
  rang: z.number().int(),
  personen: z.number().int(),
  dagenBesloten: z.number().int(),
  trede: z.string().nullable(),
  voorrang: z.boolean(),
  past: z.boolean(),
  maatwerkMogelijk: z.boolean(),
  redenen: z.array(Reden),
})

export const matchLocatie = endpoint({
  method: 'GET',
  path: '/locaties/:id/passende-wachtenden',
  name: 'matchLocatie',
  summary: 'Wie op de wachtlijst past bij een vrije plek van deze locatie, in volgorde en met redenen',
  params: IdParam,
  query: z.object({ productId: Id.optional(), vanaf: Datum.optional() }),
  response: z.object({
    locatie: z.string(),
    vanaf: Datum,
    vrij: z.number().int(),
    /** How many people out of sight stand on this list. */
    nietZichtbaar: z.number().int(),
    personen: z.array(MatchPersoon),
  }),
})

export const MatchPlek = z.object({
  locatieId: Id,
  locatie: z.string(),
  gemeente: z.string().nullable(),
  vrij: z.number().int(),
  past: z.boolean(),
  maatwerkMogelijk: z.boolean(),
  redenen: z.array(Reden),
})

export const matchWachtende = endpoint({
  method: 'GET',
  path: '/wachtlijstplaatsingen/:id/passende-locaties',
  name: 'matchWachtende',
  summary: 'Welke locaties met een vrije plek passen bij iemand die wacht, met redenen',
  params: IdParam,
  query: z.object({ vanaf: Datum.optional() }),
  response: z.object({
    persoonId: Id,
    naam: z.string(),
    product: z.string(),
    personen: z.number().int(),
    rang: z.number().int().nullable(),
    vanaf: Datum,
    locaties: z.array(MatchPlek),
  }),
})
