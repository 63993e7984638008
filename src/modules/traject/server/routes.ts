import { type Route, route } from '../../../platform/http/route.ts'
import * as api from '../domain/api.ts'
import { answerJeugdwet, stepAchttien } from './achttien-commands.ts'
import { findTraject, findTrajectenVan } from './detail-queries.ts'
import { endTraject } from './einde.ts'
import { findTrajectkeuzes } from './keuzes-query.ts'
import { listTrajectRijen } from './queries.ts'
import { findReisVan } from './reis-query.ts'
import { signalWlz, stepWlz } from './route-commands.ts'
import { startTraject } from './start-commands.ts'
import {
  changeAanspreekpunt,
  changeFase,
  changeProduct,
  resumeTraject,
  startOnderbreking,
} from './verloop-commands.ts'

// Persons come from work.saw and work.record; the rule below adds none.
const none = () => []
const lezen = (event: string) => ({ permission: 'traject.lezen', audit: { event, personen: none } }) as const
const wijzigen = (event: string) =>
  ({
    permission: 'traject.wijzigen',
    audit: { event, personen: none, onderwerp: (out: { id: string }) => out.id },
  }) as const

const kolommen = [
  { key: 'naam', label: 'Cliënt', type: 'text' },
  { key: 'toestand', label: 'Stand', type: 'text' },
  { key: 'begonnenOp', label: 'Sinds', type: 'date' },
  { key: 'geeindigdOp', label: 'Geëindigd op', type: 'date' },
  { key: 'fase', label: 'Fase', type: 'text' },
  { key: 'faseSinds', label: 'In deze fase sinds', type: 'date' },
  { key: 'faseDagen', label: 'Dagen in deze fase', type: 'number' },
  { key: 'faseUiterlijkOp', label: 'Fase uiterlijk tot', type: 'date' },
  { key: 'product', label: 'Product', type: 'text' },
  { key: 'aanspreekpunt', label: 'Vast aanspreekpunt', type: 'text' },
  { key: 'organisatie', label: 'Organisatie', type: 'text' },
  { key: 'herinstromen', label: 'Keer teruggekomen', type: 'number' },
  { key: 'wlz', label: 'Wlz', type: 'text' },
  { key: 'achttienOp', label: 'Wordt 18 op', type: 'date' },
  { key: 'volgendeStapOp', label: 'Volgende stap uiterlijk', type: 'date' },
] as const

export const trajectRoutes: readonly Route[] = [
  route(api.listTrajecten, {
    ...lezen('TrajectenBekeken'),
    export: { titel: 'Trajecten', kolommen },
    handle: (work, { query }) => listTrajectRijen(work, query),
  }),
  route(api.getTraject, {
    ...lezen('TrajectBekeken'),
    handle: (work, { params }) => findTraject(work, params.id),
  }),
  route(api.getTrajectenVan, {
    ...lezen('TrajectBekeken'),
    handle: (work, { params }) => findTrajectenVan(work, params.id),
  }),
  route(api.getReisVan, {
    ...lezen('ClientreisBekeken'),
    handle: (work, { params }) => findReisVan(work, params.id),
  }),
  route(api.getTrajectkeuzes, {
    permission: 'traject.wijzigen',
    audit: { event: 'TrajectkeuzesBekeken', personen: none },
    handle: (work, { params }) => findTrajectkeuzes(work, params.id),
  }),
  route(api.postTraject, {
    ...wijzigen('TrajectBegonnen'),
    handle: (work, { params, body }) => startTraject(work, { ...body, persoonId: params.id }),
  }),
  route(api.postFase, {
    ...wijzigen('FaseGewijzigd'),
    handle: (work, { params, body }) => changeFase(work, { ...body, trajectId: params.id }),
  }),
  route(api.postAanspreekpunt, {
    ...wijzigen('AanspreekpuntGewijzigd'),
    handle: (work, { params, body }) => changeAanspreekpunt(work, { ...body, trajectId: params.id }),
  }),
  route(api.postOnderbreking, {
    ...wijzigen('OnderbrekingBegonnen'),
    handle: (work, { params, body }) => startOnderbreking(work, { ...body, trajectId: params.id }),
  }),
  route(api.postHervatting, {
    ...wijzigen('TrajectHervat'),
    handle: (work, { params, body }) => resumeTraject(work, { ...body, trajectId: params.id }),
  }),
  route(api.postProduct, {
    ...wijzigen('ProductGewijzigd'),
    handle: (work, { params, body }) => changeProduct(work, { ...body, trajectId: params.id }),
  }),
  route(api.postEinde, {
    ...wijzigen('TrajectGeeindigd'),
    handle: (work, { params, body }) => endTraject(work, { ...body, trajectId: params.id }),
  }),
  route(api.postWlz, {
    ...wijzigen('WlzSignaal'),
    handle: (work, { params, body }) => signalWlz(work, { ...body, trajectId: params.id }),
  }),
  route(api.postWlzStap, {
    ...wijzigen('WlzStap'),
    handle: (work, { params, body }) => stepWlz(work, { ...body, routeId: params.id }),
  }),
  route(api.postAchttienStap, {
    ...wijzigen('AchttienStap'),
    handle: (work, { params, body }) => stepAchttien(work, { ...body, routeId: params.id }),
  }),
  route(api.postJeugdwet, {
    ...wijzigen('JeugdwetBeantwoord'),
    handle: (work, { params, body }) => answerJeugdwet(work, { ...body, routeId: params.id }),
  }),
]
