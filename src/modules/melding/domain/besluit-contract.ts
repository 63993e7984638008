import { z } from 'zod'
import { Datum, endpoint, IdParam, Paging, page, tekst, Versie } from '../../../shared/endpoint.ts'
import { Id } from '../../../shared/id.ts'
import { vrijeTekst } from './contract.ts'
import { BesluitUitkomst, VervolgUitkomst } from './status.ts'

const Antwoord = z.object({
  code: z.string().max(60),
  antwoord: z.enum(['ja', 'nee', 'onbekend'], { error: 'Kies ja, nee of onbekend.' }),
  toelichting: vrijeTekst('de toelichting', 2000),
})

const Toegelaten = z.object({
  uitkomst: z.literal('toegelaten'),
  productId: Id,
  antwoorden: z.array(Antwoord).max(50),
  motivering: tekst('de motivering', 10_000),
})

const Contact = z.object({
  /** Who follows up; the own organisation and the asker when left out. */
  organisatieId: Id.nullish(),
  contactpersoonId: Id.nullish(),
})

const Geweigerd = z.object({
  uitkomst: z.literal('geweigerd'),
  zijde: z.enum(['toegang', 'persoon'], { error: 'Kies wie weigerde.' }),
  reden: tekst('de reden', 60),
  aangebodenAlternatief: tekst('wat er in plaats daarvan is aangeboden', 2000),
  motivering: tekst('de motivering', 10_000),
  vervolg: Contact.default({}),
  /** Where someone without a place sleeps tonight; required then. */
  vannacht: z.object({ wat: tekst('waar iemand vannacht slaapt', 200), op: Datum }).nullish(),
})

const Doorverwezen = z.object({
  uitkomst: z.literal('doorverwezen'),
  naar: tekst('naar wie u doorverwijst', 200),
  /** Another region only with an accepted warm handover (Wmo 2015 art. 1.2.1; S4 §5.1). */
  isAndereRegio: z.boolean().default(false),
  warmeOverdrachtOp: Datum.nullish(),
  warmeOverdrachtMet: vrijeTekst('wie de overdracht aannam'),
  /** Where the person is until another region takes over; required then (TOE-14). */
  overbrugging: vrijeTekst('waar iemand tot dan verblijft'),
  motivering: tekst('de motivering', 10_000),
  vervolg: Contact.default({}),
})

const Huisvestingsvraag = z.object({
  uitkomst: z.literal('alleen_huisvestingsvraag'),
  advies: tekst('het advies', 5000),
  naarMaatwerkoverleg: z.boolean().default(false),
  vervolg: Contact.default({}),
})

const Ingetrokken = z.object({
  uitkomst: z.literal('ingetrokken'),
  motivering: tekst('waarom de persoon niet verder wil', 2000),
  vervolg: Contact.default({}),
})

export const DecideMelding = z.discriminatedUnion('uitkomst', [
  Toegelaten,
  Geweigerd,
  Doorverwezen,
  Huisvestingsvraag,
  Ingetrokken,
])
export type DecideMelding = z.input<typeof DecideMelding>

/** With what the decider saw: a decision on facts that a colleague changed meanwhile is told first. */
export const DecideOpVersie = DecideMelding.and(z.object({ versie: Versie }))

export const decideMelding = endpoint({
  method: 'POST',
  path: '/meldingen/:id/besluit',
  name: 'decideMelding',
  summary: 'Besluit op een melding, met motivering en vervolg',
  params: IdParam,
  body: DecideOpVersie,
  response: z.object({ id: Id, vervolgIds: z.array(Id) }),
})

export const Besluit = z.object({
  id: Id,
  uitkomst: BesluitUitkomst,
  uitkomstNaam: z.string(),
  productId: Id.nullable(),
  product: z.string().nullable(),
  /** `beschikking` when this product also needs one. */
  productToegang: z.string().nullable(),
  criteria: z.string().nullable(),
  antwoorden: z.array(
    z.object({
      tekst: z.string(),
      antwoord: z.enum(['ja', 'nee', 'onbekend']),
      toelichting: z.string().nullish(),
    }),
  ),
  motivering: z.string(),
  zijde: z.enum(['toegang', 'persoon']).nullable(),
  reden: z.string().nullable(),
  aangebodenAlternatief: z.string().nullable(),
  doorverwezenNaar: z.string().nullable(),
  warmeOverdrachtOp: Datum.nullable(),
  warmeOverdrachtMet: z.string().nullable(),
  overbrugging: z.string().nullable(),
  naarMaatwerkoverleg: z.boolean(),
  beslotenOp: Datum,
  beslotenDoor: z.string().nullable(),
  organisatie: z.string(),
  /** Under which mandate and for which gemeente; null when the organisation decides for itself. */
  mandaat: z.string().nullable(),
  namensGemeente: z.string().nullable(),
})
export type Besluit = z.infer<typeof Besluit>

export const getBesluit = endpoint({
  method: 'GET',
  path: '/meldingen/:id/besluit',
  name: 'getBesluitOpMelding',
  summary: 'Het besluit op een melding, of null als het er nog niet is',
  params: IdParam,
  response: z.object({ besluit: Besluit.nullable() }),
})

export const VervolgRegel = z.object({
  id: Id,
  meldingId: Id,
  nummer: z.string(),
  persoonId: Id.nullable(),
  naam: z.string(),
  wat: z.string(),
  geplandOp: Datum,
  /** Days too late; 0 when due today or later. */
  dagenTeLaat: z.number().int(),
  organisatie: z.string(),
  contactpersoon: z.string(),
  besluit: z.string().nullable(),
  gedaanOp: Datum.nullable(),
  uitkomst: VervolgUitkomst.nullable(),
  toelichting: z.string().nullable(),
  /** True when no other open follow-up is left: then the next step must be said. */
  isLaatste: z.boolean(),
})
export type VervolgRegel = z.infer<typeof VervolgRegel>

export const listVervolgen = endpoint({
  method: 'GET',
  path: '/vervolgen',
  name: 'listVervolgen',
  summary: 'Wie wordt wanneer nagekeken na een weigering of doorverwijzing',
  query: Paging.extend({
    stand: z.enum(['open', 'nu', 'te_laat', 'gedaan']).default('open'),
    vanMij: z.enum(['ja']).optional(),
    meldingId: Id.optional(),
    persoonId: Id.optional(),
    formaat: z.enum(['csv', 'ods', 'xlsx']).optional(),
    sorteer: z.enum(['geplandOp', '-geplandOp']).default('geplandOp'),
  }),
  response: page(VervolgRegel),
})

export const RecordVervolg = z.object({
  op: Datum,
  uitkomst: VervolgUitkomst,
  toelichting: vrijeTekst('de toelichting', 2000),
  /** The question in own words when the person reports again: starts a new melding. */
  nieuweHulpvraag: vrijeTekst('de hulpvraag', 5000),
  slaapplekVannacht: z.enum(['ja', 'nee', 'onbekend']).optional(),
  /** After the last one: what happens now. */
  volgendeStap: vrijeTekst('de volgende stap'),
  volgendeStapOp: Datum.nullish(),
})
export type RecordVervolg = z.input<typeof RecordVervolg>

export const recordVervolg = endpoint({
  method: 'POST',
  path: '/vervolgen/:id/_rond-af',
  name: 'recordVervolg',
  summary: 'Vastleggen hoe het gaat; opnieuw melden kan meteen',
  params: IdParam,
  body: RecordVervolg,
  response: z.object({ id: Id, nieuweMeldingId: Id.nullable() }),
  status: 200,
})
