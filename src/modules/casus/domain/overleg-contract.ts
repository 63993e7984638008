import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { keysOf } from '../../../shared/keys.ts'
import { gronden, ontvangersoorten } from '../../delen/domain/keuzes.ts'
import { deelgegevens, redenen } from './keuzes.ts'
import { actieToestanden, overlegToestanden } from './toestanden.ts'

const Gedaan = z.object({ id: Id, versie: z.number().int() })
const Tijd = z
  .string({ error: 'Vul een tijd in.' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Vul een tijd in, bijvoorbeeld 09:30.' })
const vrij = (label: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Gebruik voor ${label} niet meer dan ${max} tekens.` })
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)
const Deelgegeven = z.enum(keysOf(deelgegevens), { error: 'Kies welke gegevens nodig zijn.' })
const Grond = z.enum(keysOf(gronden), { error: 'Kies waarom dit mag.' })

const overleg = {
  /** Read by everyone who is invited: never a name. */
  doel: tekst('het doel', 200),
  plaats: vrij('de plaats', 200),
  dag: Datum,
  van: Tijd,
  tot: Tijd,
}

export const OverlegInvoer = z.object(overleg)
export type OverlegInvoer = z.output<typeof OverlegInvoer>
export const OverlegWijziging = z.object({ versie: Versie, ...overleg })
export type OverlegWijziging = z.output<typeof OverlegWijziging>

export const DeelnemerInvoer = z.object({
  gebruikerId: z.uuid({ error: 'Kies wie u uitnodigt.' }),
  gegevens: z.array(Deelgegeven).min(1, { error: 'Kies welke gegevens nodig zijn.' }),
  waarom: tekst('waarom dit nodig is', 500),
  grond: Grond,
  weging: vrij('de uitleg', 1000),
  wetsartikel: vrij('het wetsartikel', 120),
  /** For who turned 18 in the chain: nothing of before is shown. */
  zonderJeugdgegevens: z.boolean().nullish(),
})
export type DeelnemerInvoer = z.output<typeof DeelnemerInvoer>

const Deelnemer = z.object({
  id: Id,
  naam: z.string(),
  organisatie: z.string(),
  gegevens: z.array(Deelgegeven),
  waarom: z.string(),
  grond: Grond,
  artikelen: z.array(z.string()),
  uitgenodigdOp: z.iso.datetime(),
  ingetrokkenOp: z.iso.datetime().nullable(),
})

export const Overleg = z.object({
  id: Id,
  doel: z.string(),
  plaats: z.string().nullable(),
  beginOp: z.iso.datetime(),
  eindOp: z.iso.datetime(),
  status: z.enum(keysOf(overlegToestanden)),
  /** The planned end has passed and nobody said how it went. */
  isVoorbij: z.boolean(),
  geeindigdOp: z.iso.datetime().nullable(),
  redenAnnuleren: z.string().nullable(),
  versie: z.number().int(),
  deelnemers: z.array(Deelnemer),
})
export type Overleg = z.infer<typeof Overleg>

const Actiesoort = z.enum(['besluit', 'actie'], { error: 'Kies besluit of actie.' })

export const Actie = z.object({
  id: Id,
  soort: Actiesoort,
  tekst: z.string(),
  eigenaarOrganisatieId: Id,
  eigenaarOrganisatie: z.string(),
  eigenaarId: Id.nullable(),
  eigenaar: z.string().nullable(),
  op: Datum,
  uiterlijkOp: Datum,
  isTeLaat: z.boolean(),
  status: z.enum(keysOf(actieToestanden)),
  klaarOp: Datum.nullable(),
  uitkomst: z.string().nullable(),
  versie: z.number().int(),
})
export type Actie = z.infer<typeof Actie>

export const listPartijen = endpoint({
  method: 'GET',
  path: '/casuspartijen',
  name: 'listCasuspartijen',
  summary: 'Organisaties van de regio met wie daar aan een overleg kan meedoen',
  response: z.object({
    partijen: z.array(
      z.object({
        id: Id,
        naam: z.string(),
        soort: z.enum(keysOf(ontvangersoorten)),
        isEigen: z.boolean(),
        medewerkers: z.array(z.object({ id: Id, naam: z.string() })),
      }),
    ),
  }),
})

export const postOverleg = endpoint({
  method: 'POST',
  path: '/casussen/:id/overleggen',
  name: 'postCasusoverleg',
  summary: 'Plan een overleg over een casus, met het doel',
  params: IdParam,
  body: OverlegInvoer,
  response: Gedaan,
})

export const putOverleg = endpoint({
  method: 'PUT',
  path: '/casusoverleggen/:id',
  name: 'putCasusoverleg',
  summary: 'Wijzig doel, plaats of tijd van een overleg; het delen loopt tot het nieuwe einde',
  params: IdParam,
  body: OverlegWijziging,
  response: Gedaan,
})

export const rondOverlegAf = endpoint({
  method: 'POST',
  path: '/casusoverleggen/:id/afronding',
  name: 'rondCasusoverlegAf',
  summary: 'Het overleg is gehouden; wie was uitgenodigd ziet de gegevens niet meer',
  params: IdParam,
  body: z.object({}),
  response: Gedaan,
})

export const annuleerOverleg = endpoint({
  method: 'POST',
  path: '/casusoverleggen/:id/annulering',
  name: 'annuleerCasusoverleg',
  summary: 'Annuleer een overleg; wie was uitgenodigd ziet de gegevens niet meer',
  params: IdParam,
  body: z.object({ reden: tekst('de reden', 500) }),
  response: Gedaan,
})

export const postDeelnemer = endpoint({
  method: 'POST',
  path: '/casusoverleggen/:id/deelnemers',
  name: 'postCasusdeelnemer',
  summary:
    'Nodig iemand uit, met welke gegevens en op welke grond; wat de wet niet toelaat wordt geweigerd met het artikel',
  params: IdParam,
  body: DeelnemerInvoer,
  response: z.object({ id: Id, artikelen: z.array(z.string()) }),
})

export const trekUitnodigingIn = endpoint({
  method: 'POST',
  path: '/casusdeelnemers/:id/intrekking',
  name: 'trekCasusuitnodigingIn',
  summary: 'Trek een uitnodiging in; de deelnemer ziet de gegevens niet meer',
  params: IdParam,
  body: z.object({}),
  response: z.object({ id: Id }),
})

// ── Besluiten and acties ────────────────────────────────────────────────────────────────────────────────────────────

const actie = {
  soort: Actiesoort,
  /** The owner keeps reading this, also who may not see the casus: it names nobody. */
  tekst: tekst('wat er gebeurt', 500),
  organisatieId: z.uuid({ error: 'Kies wie dit doet.' }),
  gebruikerId: z.uuid({ error: 'Kies een medewerker uit de lijst.' }).nullable().default(null),
  uiterlijkOp: Datum,
}
export const ActieInvoer = z.object(actie)
export type ActieInvoer = z.output<typeof ActieInvoer>
export const ActieWijziging = z.object({ versie: Versie, ...actie })
export type ActieWijziging = z.output<typeof ActieWijziging>
export const ActieAfronding = z
  .object({
    versie: Versie,
    status: z.enum(['gedaan', 'vervallen'], { error: 'Kies hoe het afliep.' }),
    uitkomst: vrij('hoe het afliep', 500),
  })
  .refine((body) => body.status === 'gedaan' || body.uitkomst !== null, {
    path: ['uitkomst'],
    error: 'Leg uit waarom dit vervalt.',
  })
export type ActieAfronding = z.output<typeof ActieAfronding>

export const postActie = endpoint({
  method: 'POST',
  path: '/casussen/:id/acties',
  name: 'postCasusactie',
  summary: 'Leg een besluit of actie vast, met eigenaar en uiterste dag',
  params: IdParam,
  body: ActieInvoer,
  response: Gedaan,
})

export const putActie = endpoint({
  method: 'PUT',
  path: '/casusacties/:id',
  name: 'putCasusactie',
  summary: 'Wijzig een besluit of actie die nog open is',
  params: IdParam,
  body: ActieWijziging,
  response: Gedaan,
})

export const rondActieAf = endpoint({
  method: 'POST',
  path: '/casusacties/:id/afronding',
  name: 'rondCasusactieAf',
  summary: 'Een actie is gedaan of vervalt; ook voor de eigenaar die de casus niet ziet',
  params: IdParam,
  body: ActieAfronding,
  response: Gedaan,
})

// ── For who is invited or owns an action, without the casus ─────────────────────────────────────────────────────────

const Uitnodiging = z.object({
  id: Id,
  doel: z.string(),
  plaats: z.string().nullable(),
  beginOp: z.iso.datetime(),
  eindOp: z.iso.datetime(),
  gegevens: z.array(Deelgegeven),
  namens: z.string(),
  regievoerder: z.string(),
})
export type Uitnodiging = z.infer<typeof Uitnodiging>

export const listUitnodigingen = endpoint({
  method: 'GET',
  path: '/casusuitnodigingen',
  name: 'listCasusuitnodigingen',
  summary: 'Overleggen waarvoor u nu bent uitgenodigd',
  response: z.object({ uitnodigingen: z.array(Uitnodiging) }),
})

const Sinds = z.object({ product: z.string(), sinds: Datum })

export const UitnodigingDetail = Uitnodiging.extend({
  waarom: z.string(),
  /** Each null unless it was shared for this meeting. */
  wie: z.object({ naam: z.string(), geboren: z.string().nullable() }).nullable(),
  hulpvraag: z.object({ reden: z.enum(keysOf(redenen)), vraag: z.string() }).nullable(),
  verblijf: z
    .object({ verblijven: z.array(Sinds.extend({ verwachtTot: Datum.nullable() })), wacht: z.array(Sinds) })
    .nullable(),
  traject: z
    .object({
      begonnenOp: Datum.nullable(),
      fase: z.string().nullable(),
      faseSinds: Datum.nullable(),
      onderbreking: z.enum(['terugval', 'time_out']).nullable(),
    })
    .nullable(),
  plan: z.array(z.object({ eigenWoorden: z.string(), afspraken: z.string() })).nullable(),
  veiligheid: z.object({ tekst: z.string().nullable() }).nullable(),
})
export type UitnodigingDetail = z.infer<typeof UitnodigingDetail>

export const getUitnodiging = endpoint({
  method: 'GET',
  path: '/casusuitnodigingen/:id',
  name: 'getCasusuitnodiging',
  summary: 'Wat met u is gedeeld voor een overleg, tot het overleg eindigt',
  params: IdParam,
  response: UitnodigingDetail,
})

const EigenActie = z.object({
  id: Id,
  soort: Actiesoort,
  tekst: z.string(),
  op: Datum,
  uiterlijkOp: Datum,
  isTeLaat: z.boolean(),
  status: z.enum(keysOf(actieToestanden)),
  klaarOp: Datum.nullable(),
  uitkomst: z.string().nullable(),
  /** False when the organisation chooses who does it. */
  vanMij: z.boolean(),
  namens: z.string(),
  regievoerder: z.string(),
  versie: z.number().int(),
})
export type EigenActie = z.infer<typeof EigenActie>

export const listEigenActies = endpoint({
  method: 'GET',
  path: '/casusacties',
  name: 'listEigenCasusacties',
  summary: 'Besluiten en acties van u of uw organisatie, zonder de casus',
  query: Paging.extend({
    stand: z.enum(['open', 'te_laat', 'klaar']).default('open'),
    sorteer: z
      .enum(['uiterlijkOp', '-uiterlijkOp'], { error: 'Zo kan deze lijst niet gesorteerd worden.' })
      .default('uiterlijkOp'),
    formaat: z.string().optional(),
  }),
  response: page(EigenActie),
})
