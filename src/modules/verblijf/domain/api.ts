import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import {
  AankomstInvoer,
  CorrectieInvoer,
  NachtInvoer,
  NietVerschenenInvoer,
  SpoedInvoer,
  UitstroomgereedInvoer,
  VerhuizingInvoer,
  VerlengingInvoer,
  VertrekInvoer,
  VerwachtEindeInvoer,
} from './contract.ts'

const Gedaan = z.object({ id: Id, versie: z.number().int() })
const leeg = z.string().nullable()

const Rij = z.object({
  id: Id,
  persoonId: Id,
  naam: z.string(),
  personen: z.number().int(),
  locatieId: Id.nullable(),
  /** `VO-plek (geheim)` for those who may not see the locatie. */
  locatie: z.string(),
  plek: z.string(),
  product: z.string(),
  soort: z.string(),
  begonnenOp: z.string(),
  nachten: z.number().int(),
  verwachtEindeOp: leeg,
  uiterlijkOp: leeg,
  termijnstand: z.enum(['geen_grens', 'ruim', 'bijna', 'te_lang']),
  /** Days until the end of the longest stay; negative when it passed. Null without a limit. */
  dagen: z.number().int().nullable(),
  /** Days until the expected end; negative when it passed. Null without one, or when the stay ended. */
  dagenVerwacht: z.number().int().nullable(),
  /** The expected end is near or passed, by the term of the product. */
  vertrekNabij: z.boolean(),
  overschrijdingReden: leeg,
  uitstroomgereedOp: leeg,
  uitstroomWachtOp: leeg,
  geeindigdOp: leeg,
})
export type VerblijfRij = z.infer<typeof Rij>

export const listVerblijven = endpoint({
  method: 'GET',
  path: '/verblijven',
  name: 'listVerblijven',
  summary: 'Verblijven die u mag zien: lopend, bijna of te lang, of uitstroomgereed',
  query: z.object({
    ...Paging.shape,
    stand: z
      .enum(['lopend', 'bijna', 'te_lang', 'vertrek_verwacht', 'uitstroomgereed', 'geeindigd', 'alle'])
      .default('lopend'),
    locatieId: Id.optional(),
    productId: Id.optional(),
    persoonId: Id.optional(),
    sorteer: z
      .enum(['naam', '-naam', 'begonnenOp', '-begonnenOp', 'uiterlijkOp', '-uiterlijkOp'])
      .default('uiterlijkOp'),
    formaat: z.string().optional(),
  }),
  response: page(Rij),
})

export const getVerblijf = endpoint({
  method: 'GET',
  path: '/verblijven/:id',
  name: 'getVerblijf',
  summary: 'Een verblijf met bewoners, verlengingen en nachten',
  params: IdParam,
  response: Rij.extend({
    versie: z.number().int(),
    plekId: Id.nullable(),
    productId: Id,
    eindreden: leeg,
    bestemming: leeg,
    verwachtEindeReden: leeg,
    afwijkingReden: leeg,
    gezinReden: leeg,
    meldingId: Id.nullable(),
    magVastleggen: z.boolean(),
    magHerstellen: z.object({ ok: z.boolean(), reden: z.string().nullable() }),
    bewoners: z.array(
      z.object({ persoonId: Id, naam: z.string(), van: z.string(), tot: leeg, isAanspreekpunt: z.boolean() }),
    ),
    verlengingen: z.array(
      z.object({
        besloten: z.string(),
        oud: leeg,
        nieuw: z.string(),
        reden: z.string(),
        toelichting: leeg,
        door: leeg,
      }),
    ),
    nachten30: z.object({ aanwezig: z.number().int(), afwezig: z.number().int(), zonder: z.number().int() }),
    opvolging: z
      .object({
        volgendeStap: z.string(),
        volgendeStapOp: z.string(),
        organisatie: z.string(),
        contact: z.string(),
      })
      .nullable(),
  }),
})

const NachtRij = z.object({
  verblijfId: Id,
  persoonId: Id,
  naam: z.string(),
  locatieId: Id,
  locatie: z.string(),
  plek: z.string(),
  /** Null while nobody recorded this night. */
  aanwezig: z.boolean().nullable(),
  afwezigReden: leeg,
  vastgelegdOp: leeg,
  nachtenWeg: z.number().int(),
})
export const listVannacht = endpoint({
  method: 'GET',
  path: '/verblijven/vannacht',
  name: 'listVannacht',
  summary: 'Wie er vannacht slaapt in uw locaties, voor de nachtregistratie',
  query: z.object({ nacht: Datum.optional(), locatieId: Id.optional() }),
  response: z.object({
    nacht: z.string(),
    locaties: z.array(z.object({ id: Id, naam: z.string(), mensen: z.number().int() })),
    rijen: z.array(NachtRij),
  }),
})

export const postNachten = endpoint({
  method: 'POST',
  path: '/nachtregistraties',
  name: 'recordNacht',
  summary: 'Van iedereen op de lijst vastleggen of zij er vannacht zijn',
  body: NachtInvoer,
  response: z.object({ vastgelegd: z.number().int(), gewijzigd: z.number().int() }),
})

export const getAankomst = endpoint({
  method: 'GET',
  path: '/voorstellen/:id/aankomst',
  name: 'getAankomst',
  summary: 'Wat nodig is om de aankomst van een voorstel vast te leggen',
  params: IdParam,
  response: z.object({
    voorstelId: Id,
    naam: z.string(),
    personen: z.number().int(),
    locatieId: Id,
    locatie: z.string(),
    productId: Id,
    product: z.string(),
    vanaf: z.string(),
    plekId: Id.nullable(),
    kenmerken: z.array(z.string()),
    kan: z.object({ ok: z.boolean(), reden: z.string().nullable() }),
    vorigVerblijf: z
      .object({ locatie: z.string(), begonnenOp: z.string(), uiterlijkOp: leeg, overschrijdingReden: leeg })
      .nullable(),
  }),
})
export const postAankomst = endpoint({
  method: 'POST',
  path: '/voorstellen/:id/aankomst',
  name: 'startVerblijf',
  summary: 'Aankomst vastleggen: het voorstel wordt een verblijf',
  params: IdParam,
  body: AankomstInvoer,
  response: Gedaan.extend({ plekId: Id }),
})
export const postNietVerschenen = endpoint({
  method: 'POST',
  path: '/voorstellen/:id/niet-verschenen',
  name: 'markNietVerschenen',
  summary: 'Vastleggen dat iemand niet kwam; de plek komt weer vrij en iemand kijkt waarom',
  params: IdParam,
  body: NietVerschenenInvoer,
  response: z.object({}),
})
export const postSpoed = endpoint({
  method: 'POST',
  path: '/verblijven/spoed',
  name: 'startSpoedverblijf',
  summary: 'Spoedplaatsing: persoon, melding en verblijf in één keer (Wmo 2015 art. 2.3.3)',
  body: SpoedInvoer,
  response: Gedaan.extend({ meldingId: Id, persoonId: Id }),
})

const change = <B extends z.ZodType>(path: string, name: string, summary: string, body: B) =>
  endpoint({
    method: 'POST',
    path: `/verblijven/:id/${path}`,
    name,
    summary,
    params: IdParam,
    body,
    response: Gedaan,
  })
export const postVerhuizing = change('verhuizing', 'moveVerblijf', 'Naar een andere plek', VerhuizingInvoer)
export const postVerlenging = change(
  'verlengingen',
  'extendVerblijf',
  'Verlengen met een reden',
  VerlengingInvoer,
)
export const postVerwachtEinde = change(
  'verwacht-einde',
  'setVerwachtEinde',
  'Het verwachte einde veranderen, met een reden; het werkelijke einde is een ander gegeven',
  VerwachtEindeInvoer,
)
export const postUitstroomgereed = change(
  'uitstroomgereed',
  'setUitstroomgereed',
  'Vastleggen of intrekken dat iemand weg kan; de plek telt dan als geblokkeerd',
  UitstroomgereedInvoer,
)
export const postVertrek = change(
  'vertrek',
  'endVerblijf',
  'Vertrek van het huishouden of van één bewoner',
  VertrekInvoer,
)
export const postHerstel = change(
  'herstel',
  'correctVertrek',
  'Een verkeerd vertrek terugdraaien',
  CorrectieInvoer,
)
