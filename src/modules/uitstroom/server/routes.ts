import { type Route, route } from '../../../platform/http/route.ts'
import * as api from '../domain/api.ts'
import * as schrijf from '../domain/schrijf-api.ts'
import { answerWoonvraag, askWoning, decideGevolg, stepAanbod } from './aanbod-commands.ts'
import { registerContract, stepContract } from './contract-commands.ts'
import { findUitstroom } from './detail-queries.ts'
import {
  completeUitstroom,
  recordOverleg,
  recordVoorwaarden,
  recordWens,
  reopenUitstroom,
} from './dossier-commands.ts'
import { readDirecteBemiddelingen, readWoningdoelen, readWoningdoelverdeling } from './overzicht-queries.ts'
import { listUitstroomRijen, listWoonvraagRijen } from './queries.ts'
import { prepareUrgentie, stepUrgentie } from './urgentie-commands.ts'

// Persons come from work.saw and work.record; the rule below adds none.
const none = () => []
const lezen = (event: string) =>
  ({ permission: 'uitstroom.lezen', audit: { event, personen: none } }) as const
const wijzigen = (event: string) =>
  ({
    permission: 'uitstroom.wijzigen',
    audit: { event, personen: none, onderwerp: (out: { id: string }) => out.id },
  }) as const

const kolommen = [
  { key: 'naam', label: 'Cliënt', type: 'text' },
  { key: 'begonnenOp', label: 'Dossier sinds', type: 'date' },
  { key: 'gemeente', label: 'Gemeente', type: 'text' },
  { key: 'woningtype', label: 'Soort woning', type: 'text' },
  { key: 'inOrde', label: 'Voorwaarden in orde', type: 'number' },
  { key: 'voorwaarden', label: 'Voorwaarden', type: 'number' },
  { key: 'blokkadeSinds', label: 'Kan weg sinds', type: 'date' },
  { key: 'blokkade', label: 'Wacht op', type: 'text' },
  { key: 'urgentie', label: 'Urgentie', type: 'text' },
  { key: 'geldigTot', label: 'Geldig tot', type: 'date' },
  { key: 'contract', label: 'Contract', type: 'text' },
] as const
const routekolommen = [
  { key: 'jaar', label: 'Jaar', type: 'number' },
  { key: 'route', label: 'Route', type: 'text' },
  { key: 'bestemming', label: 'Bestemming', type: 'text' },
  { key: 'aantal', label: 'Aantal', type: 'number' },
] as const
const doelkolommen = [
  { key: 'jaar', label: 'Jaar', type: 'number' },
  { key: 'afgesproken', label: 'Afgesproken', type: 'number' },
  { key: 'gerealiseerd', label: 'Gerealiseerd', type: 'number' },
  { key: 'bron', label: 'Bron', type: 'text' },
] as const
const verdelingkolommen = [
  { key: 'jaar', label: 'Jaar', type: 'number' },
  { key: 'gemeente', label: 'Gemeente', type: 'text' },
  { key: 'corporatie', label: 'Corporatie', type: 'text' },
  { key: 'afgesproken', label: 'Afgesproken', type: 'number' },
  { key: 'gerealiseerd', label: 'Gerealiseerd', type: 'number' },
  { key: 'bron', label: 'Bron', type: 'text' },
] as const
const woonkolommen = [
  { key: 'initialen', label: 'Initialen', type: 'text' },
  { key: 'huishoudenGrootte', label: 'Personen', type: 'number' },
  { key: 'woningtype', label: 'Soort woning', type: 'text' },
  { key: 'gemeente', label: 'Gemeente', type: 'text' },
  { key: 'toestand', label: 'Stand', type: 'text' },
  { key: 'gevraagdOp', label: 'Gevraagd op', type: 'date' },
  { key: 'organisatie', label: 'Gevraagd door', type: 'text' },
  { key: 'reageerVoor', label: 'Antwoord voor', type: 'date' },
] as const

export const uitstroomRoutes: readonly Route[] = [
  route(api.listUitstroomdossiers, {
    ...lezen('UitstroomdossiersBekeken'),
    export: { titel: 'Uitstroom', kolommen },
    handle: (work, { query }) => listUitstroomRijen(work, query),
  }),
  route(api.getUitstroom, {
    ...lezen('UitstroomBekeken'),
    handle: (work, { params }) => findUitstroom(work, params.id),
  }),
  route(api.listDirecteBemiddelingen, {
    permission: 'cijfers.lezen',
    audit: { event: 'DirecteBemiddelingenBekeken', personen: none },
    export: { titel: 'Directe bemiddelingen', kolommen: routekolommen },
    handle: (work, { query }) => readDirecteBemiddelingen(work, query),
  }),
  route(api.listWoningdoelen, {
    permission: 'cijfers.lezen',
    audit: { event: 'WoningdoelenBekeken', personen: none },
    export: { titel: 'Woningen voor uitstroom', kolommen: doelkolommen },
    handle: (work, { query }) => readWoningdoelen(work, query),
  }),
  route(api.listWoningdoelverdeling, {
    permission: 'cijfers.lezen',
    audit: { event: 'WoningdoelenBekeken', personen: none },
    export: { titel: 'Woningen per gemeente en corporatie', kolommen: verdelingkolommen },
    handle: (work, { query }) => readWoningdoelverdeling(work, query),
  }),
  route(schrijf.postWens, {
    ...wijzigen('WoonwensVastgelegd'),
    handle: (work, { params, body }) => recordWens(work, { ...body, persoonId: params.id }),
  }),
  route(schrijf.postVoorwaarden, {
    ...wijzigen('VoorwaardenBekeken'),
    handle: (work, { params, body }) => recordVoorwaarden(work, { ...body, persoonId: params.id }),
  }),
  route(schrijf.postUrgentie, {
    ...wijzigen('UrgentieVoorbereid'),
    handle: (work, { params, body }) => prepareUrgentie(work, { ...body, persoonId: params.id }),
  }),
  route(schrijf.postUrgentieStap, {
    ...wijzigen('UrgentieStap'),
    handle: (work, { params, body }) => stepUrgentie(work, { ...body, id: params.id }),
  }),
  route(schrijf.postWoonvraag, {
    ...wijzigen('WoningGevraagd'),
    handle: (work, { params, body }) => askWoning(work, { ...body, persoonId: params.id }),
  }),
  route(schrijf.postAanbodStap, {
    ...wijzigen('WoningaanbodStap'),
    handle: (work, { params, body }) => stepAanbod(work, { ...body, id: params.id }),
  }),
  route(schrijf.postGevolg, {
    ...wijzigen('GevolgWeigeringBesloten'),
    handle: (work, { params, body }) => decideGevolg(work, { ...body, id: params.id }),
  }),
  route(schrijf.postContract, {
    ...wijzigen('ContractVastgelegd'),
    handle: (work, { params, body }) => registerContract(work, { ...body, persoonId: params.id }),
  }),
  route(schrijf.postContractStap, {
    ...wijzigen('ContractStap'),
    handle: (work, { params, body }) => stepContract(work, { ...body, id: params.id }),
  }),
  route(schrijf.postOverleg, {
    ...wijzigen('MaatwerkoverlegGehouden'),
    handle: (work, { params, body }) => recordOverleg(work, { ...body, persoonId: params.id }),
  }),
  route(schrijf.postAfronding, {
    ...wijzigen('UitstroomAfgerond'),
    handle: (work, { params, body }) => completeUitstroom(work, { ...body, persoonId: params.id }),
  }),
  route(schrijf.postHeropening, {
    ...wijzigen('UitstroomHeropend'),
    handle: (work, { params, body }) => reopenUitstroom(work, { ...body, id: params.id }),
  }),
  route(api.listWoonvragen, {
    permission: 'woonvraag.beantwoorden',
    audit: { event: 'WoonvragenBekeken', personen: none },
    export: { titel: 'Woonvragen', kolommen: woonkolommen },
    handle: (work, { query }) => listWoonvraagRijen(work, query),
  }),
  route(schrijf.postAntwoord, {
    permission: 'woonvraag.beantwoorden',
    audit: { event: 'WoonvraagBeantwoord', personen: none, onderwerp: (out) => out.id },
    handle: (work, { params, body }) => answerWoonvraag(work, { ...body, id: params.id }),
  }),
]
