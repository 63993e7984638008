import { type Route, route } from '../../../platform/http/route.ts'
import * as api from '../domain/api.ts'
import { giveAkkoord, handOutPlan, startVersie } from './akkoord-commands.ts'
import { findPlan, findPlankeuzes, findPlanVan } from './detail-queries.ts'
import { makePlandocument } from './document.ts'
import {
  addDoel,
  editDoel,
  finishDoelUitkomst,
  removeDoel,
  startPlan,
  writeInhoud,
} from './inhoud-commands.ts'
import { listPlanRijen } from './queries.ts'
import { addEvaluatie, addMeting, addReactie } from './verloop-commands.ts'

// Persons come from work.saw and work.record; the rule below adds none.
const none = () => []
const lezen = (event: string) =>
  ({ permission: 'ondersteuningsplan.lezen', audit: { event, personen: none } }) as const
const wijzigen = (event: string) =>
  ({
    permission: 'ondersteuningsplan.wijzigen',
    audit: { event, personen: none, onderwerp: (out: { id: string }) => out.id },
  }) as const

const kolommen = [
  { key: 'naam', label: 'Cliënt', type: 'text' },
  { key: 'begonnenOp', label: 'Begonnen op', type: 'date' },
  { key: 'geldtSinds', label: 'Geldt sinds', type: 'date' },
  { key: 'concept', label: 'Versie in bewerking', type: 'text' },
  { key: 'perspectief', label: 'Perspectief', type: 'text' },
  { key: 'doelen', label: 'Doelen die lopen', type: 'number' },
  { key: 'doelenVanOns', label: 'Daarvan van uw organisatie', type: 'number' },
  { key: 'evaluatieOp', label: 'Bespreken uiterlijk op', type: 'date' },
  { key: 'meegegevenOp', label: 'Meegegeven op', type: 'date' },
] as const

export const ondersteuningsplanRoutes: readonly Route[] = [
  route(api.listPlannen, {
    ...lezen('PlannenBekeken'),
    export: { titel: 'Ondersteuningsplannen', kolommen },
    handle: (work, { query }) => listPlanRijen(work, query),
  }),
  route(api.getPlan, { ...lezen('PlanBekeken'), handle: (work, { params }) => findPlan(work, params.id) }),
  route(api.getPlanVan, {
    ...lezen('PlanBekeken'),
    handle: (work, { params }) => findPlanVan(work, params.id),
  }),
  route(api.getPlankeuzes, {
    permission: 'ondersteuningsplan.wijzigen',
    audit: { event: 'PlankeuzesBekeken', personen: none },
    handle: (work, { params }) => findPlankeuzes(work, params.id),
  }),
  route(api.getPlandocument, {
    ...lezen('PlandocumentGemaakt'),
    handle: (work, { params, query }) => makePlandocument(work, { ...query, id: params.id }),
  }),
  route(api.postPlan, {
    ...wijzigen('PlanBegonnen'),
    handle: (work, { params, body }) => startPlan(work, { ...body, persoonId: params.id }),
  }),
  route(api.postInhoud, {
    ...wijzigen('PlanGeschreven'),
    handle: (work, { params, body }) => writeInhoud(work, { ...body, planId: params.id }),
  }),
  route(api.postDoel, {
    ...wijzigen('PlanDoelToegevoegd'),
    handle: (work, { params, body }) => addDoel(work, { ...body, planId: params.id }),
  }),
  route(api.postDoelwijziging, {
    ...wijzigen('PlanDoelGewijzigd'),
    handle: (work, { params, body }) => editDoel(work, { ...body, doelId: params.id }),
  }),
  route(api.postDoelWeg, {
    ...wijzigen('PlanDoelVerwijderd'),
    handle: (work, { params, body }) => removeDoel(work, { ...body, doelId: params.id }),
  }),
  route(api.postUitkomst, {
    ...wijzigen('PlanDoelAfgerond'),
    handle: (work, { params, body }) => finishDoelUitkomst(work, { ...body, doelId: params.id }),
  }),
  route(api.postAkkoord, {
    ...wijzigen('PlanAkkoord'),
    handle: (work, { params, body }) => giveAkkoord(work, { ...body, planId: params.id }),
  }),
  route(api.postUitreiking, {
    ...wijzigen('PlanMeegegeven'),
    handle: (work, { params, body }) => handOutPlan(work, { ...body, planId: params.id }),
  }),
  route(api.postNieuweVersie, {
    ...wijzigen('PlanVersieBegonnen'),
    handle: (work, { params, body }) => startVersie(work, { ...body, planId: params.id }),
  }),
  route(api.postMeting, {
    ...wijzigen('PlanGemeten'),
    handle: (work, { params, body }) => addMeting(work, { ...body, planId: params.id }),
  }),
  route(api.postEvaluatie, {
    ...wijzigen('PlanBesproken'),
    handle: (work, { params, body }) => addEvaluatie(work, { ...body, planId: params.id }),
  }),
  route(api.postReactie, {
    ...wijzigen('PlanReactie'),
    handle: (work, { params, body }) => addReactie(work, { ...body, planId: params.id }),
  }),
]
