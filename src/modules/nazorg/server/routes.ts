import { type Route, route } from '../../../platform/http/route.ts'
import * as api from '../domain/api.ts'
import { arrangeNazorg, stepNazorg } from './afspraak-commands.ts'
import { bookAhead, cancelBoeking, startBoeking } from './boeking-commands.ts'
import { changeFrequentie, recordContact, scaleUp } from './contact-commands.ts'
import { readDekking } from './dekking-query.ts'
import { findNazorgVan } from './dossier-queries.ts'
import { findNazorgkeuzes } from './keuzes-query.ts'
import { listUitstroomRijen, listWaakvlamRijen } from './lijst-queries.ts'
import {
  addRisicodag,
  endRisicodag,
  recordSignaal,
  saveTerugvalplan,
  settleSignaal,
} from './plan-commands.ts'
import { bookTimeOut, findTimeOut } from './time-out.ts'

// Persons come from work.saw and work.record; the rule below adds none.
const none = () => []
const lezen = (event: string) => ({ permission: 'nazorg.lezen', audit: { event, personen: none } }) as const
const wijzigen = (event: string) =>
  ({
    permission: 'nazorg.wijzigen',
    audit: { event, personen: none, onderwerp: (out: { id: string }) => out.id },
  }) as const

const uitstroomKolommen = [
  { key: 'naam', label: 'Cliënt', type: 'text' },
  { key: 'vertrokkenOp', label: 'Vertrokken op', type: 'date' },
  { key: 'bestemming', label: 'Waarheen', type: 'text' },
  { key: 'product', label: 'Product', type: 'text' },
  { key: 'organisatie', label: 'Verbleef bij', type: 'text' },
  { key: 'stand', label: 'Stand van de nazorg', type: 'text' },
  { key: 'aanbieder', label: 'Nazorg door', type: 'text' },
] as const

const waakvlamKolommen = [
  { key: 'naam', label: 'Cliënt', type: 'text' },
  { key: 'aanbieder', label: 'Nazorg door', type: 'text' },
  { key: 'contactpersoon', label: 'Contactpersoon', type: 'text' },
  { key: 'elkeWeken', label: 'Om de hoeveel weken', type: 'number' },
  { key: 'laatsteContactOp', label: 'Laatste contact', type: 'date' },
  { key: 'laatsteUitkomst', label: 'Hoe het ging', type: 'text' },
  { key: 'contactOp', label: 'Volgend contact', type: 'date' },
  { key: 'dagenTeLaat', label: 'Dagen te laat', type: 'number' },
  { key: 'tot', label: 'Nazorg tot', type: 'date' },
] as const

export const nazorgRoutes: readonly Route[] = [
  route(api.listUitstroom, {
    ...lezen('UitstroomBekeken'),
    export: { titel: 'Uitstroom en nazorg', kolommen: uitstroomKolommen },
    handle: (work, { query }) => listUitstroomRijen(work, query),
  }),
  route(api.listWaakvlam, {
    ...lezen('WaakvlamBekeken'),
    export: { titel: 'Waakvlam', kolommen: waakvlamKolommen },
    handle: (work, { query }) => listWaakvlamRijen(work, query),
  }),
  route(api.getDekking, {
    permission: 'nazorg.cijfers',
    audit: { geen: 'Alleen tellingen zonder personen.' },
    handle: (work) => readDekking(work),
  }),
  route(api.getNazorgVan, {
    ...lezen('NazorgBekeken'),
    handle: (work, { params }) => findNazorgVan(work, params.id),
  }),
  route(api.getNazorgkeuzes, {
    permission: 'nazorg.wijzigen',
    audit: { event: 'NazorgkeuzesBekeken', personen: none },
    handle: (work, { params }) => findNazorgkeuzes(work, params.id),
  }),
  route(api.postNazorg, {
    ...wijzigen('NazorgAfgesproken'),
    handle: (work, { params, body }) => arrangeNazorg(work, { ...body, verblijfId: params.id }),
  }),
  route(api.postStap, {
    ...wijzigen('NazorgStap'),
    handle: (work, { params, body }) => stepNazorg(work, { ...body, afspraakId: params.id }),
  }),
  route(api.postOpschaling, {
    ...wijzigen('NazorgOpgeschaald'),
    handle: (work, { params, body }) => scaleUp(work, { ...body, afspraakId: params.id }),
  }),
  route(api.postContact, {
    ...wijzigen('WaakvlamContact'),
    handle: (work, { params, body }) => recordContact(work, { ...body, afspraakId: params.id }),
  }),
  route(api.postFrequentie, {
    ...wijzigen('NazorgFrequentieGewijzigd'),
    handle: (work, { params, body }) => changeFrequentie(work, { ...body, afspraakId: params.id }),
  }),
  route(api.putTerugvalplan, {
    ...wijzigen('TerugvalplanVastgelegd'),
    handle: (work, { params, body }) => saveTerugvalplan(work, { ...body, persoonId: params.id }),
  }),
  route(api.postRisicodag, {
    ...wijzigen('RisicodagVastgelegd'),
    handle: (work, { params, body }) => addRisicodag(work, { ...body, persoonId: params.id }),
  }),
  route(api.postRisicodagEinde, {
    ...wijzigen('RisicodagVervallen'),
    handle: (work, { params }) => endRisicodag(work, params.id),
  }),
  route(api.postSignaal, {
    ...wijzigen('NetwerksignaalOntvangen'),
    handle: (work, { params, body }) => recordSignaal(work, { ...body, persoonId: params.id }),
  }),
  route(api.postAfhandeling, {
    ...wijzigen('NetwerksignaalOpgepakt'),
    handle: (work, { params, body }) => settleSignaal(work, { ...body, signaalId: params.id }),
  }),
  route(api.getTimeOut, {
    permission: 'nazorg.wijzigen',
    audit: { event: 'TimeOutplekkenBekeken', personen: none },
    handle: (work, { params }) => findTimeOut(work, params.id),
  }),
  route(api.postTimeOut, {
    ...wijzigen('TimeOutGeboekt'),
    handle: (work, { params, body }) => bookTimeOut(work, { ...body, trajectId: params.id }),
  }),
  route(api.postBoeking, {
    ...wijzigen('TimeOutVooruitGeboekt'),
    handle: (work, { params, body }) => bookAhead(work, { ...body, trajectId: params.id }),
  }),
  route(api.postBoekingBegin, {
    ...wijzigen('TimeOutboekingBegonnen'),
    handle: (work, { params, body }) => startBoeking(work, { ...body, boekingId: params.id }),
  }),
  route(api.postBoekingEinde, {
    ...wijzigen('TimeOutboekingGeannuleerd'),
    handle: (work, { params, body }) => cancelBoeking(work, { ...body, boekingId: params.id }),
  }),
]
