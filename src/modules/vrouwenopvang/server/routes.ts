import { type Route, route } from '../../../platform/http/route.ts'
import * as contract from '../domain/contract.ts'
import * as meldcodeContract from '../domain/meldcode-contract.ts'
import { blockConflict, liftConflict } from './conflict-commands.ts'
import { eraseDoorloop, startDoorloop, stepDoorloop } from './meldcode-commands.ts'
import { closePlan, makePlan, revisePlan } from './plan-commands.ts'
import { answerPlegerhulp, endPlegerhulp, offerPlegerhulp } from './plegerhulp-commands.ts'
import { listDoorlopen, readBelangenconflicten, readVrouwenopvang } from './queries.ts'
import { allowRood } from './rood-command.ts'
import { chooseRoute, endRoute, placeRoute } from './route-commands.ts'
import { joinSysteem, leaveSysteem, startSysteem } from './systeem-commands.ts'
import {
  endVeiligThuis,
  extendHuisverbod,
  registerHuisverbod,
  registerVeiligThuis,
  withdrawHuisverbod,
} from './verbod-commands.ts'

// Persons come from work.saw and work.record; the rule below adds none.
const none = () => []
const wijzigen = (event: string) =>
  ({
    permission: 'vrouwenopvang.wijzigen',
    audit: { event, personen: none, onderwerp: (out: { id: string }) => out.id },
  }) as const
const blokkeren = (event: string) =>
  ({ ...wijzigen(event), permission: 'belangenconflict.vastleggen' }) as const
const meldcode = {
  permission: 'meldcode.doorlopen',
  audit: { geen: 'Een eigen lijst met stappen, zonder persoon.' },
} as const

export const vrouwenopvangRoutes: readonly Route[] = [
  route(contract.haalVrouwenopvang, {
    permission: 'vrouwenopvang.lezen',
    audit: {
      event: 'vrouwenopvang.ingezien',
      personen: (out, { params }) => [
        params.id,
        ...out.systemen.flatMap((one) => one.bekend.map((lid) => lid.persoonId)),
      ],
      onderwerp: (_, { params }) => params.id,
    },
    handle: (work, { params }) => readVrouwenopvang(work, params.id),
  }),
  route(contract.kiesVoRoute, {
    ...wijzigen('voroute.gekozen'),
    handle: (work, { params, body }) => chooseRoute(work, { ...body, persoonId: params.id }),
  }),
  route(contract.plaatsVoRoute, {
    ...wijzigen('voroute.geplaatst'),
    handle: (work, { params, body }) => placeRoute(work, { ...body, routeId: params.id }),
  }),
  route(contract.eindigVoRoute, {
    ...wijzigen('voroute.geeindigd'),
    handle: (work, { params, body }) => endRoute(work, { ...body, routeId: params.id }),
  }),
  route(contract.legRoodAfwijkingVast, {
    ...wijzigen('voroute.afwijking_rood'),
    handle: (work, { params, body }) => allowRood(work, { ...body, persoonId: params.id }),
  }),
  route(contract.biedPlegerhulp, {
    ...wijzigen('plegerhulp.aangeboden'),
    handle: (work, { params, body }) => offerPlegerhulp(work, { ...body, persoonId: params.id }),
  }),
  route(contract.beantwoordPlegerhulp, {
    ...wijzigen('plegerhulp.beantwoord'),
    handle: (work, { params, body }) => answerPlegerhulp(work, { ...body, id: params.id }),
  }),
  route(contract.eindigPlegerhulp, {
    ...wijzigen('plegerhulp.geeindigd'),
    handle: (work, { params, body }) => endPlegerhulp(work, { ...body, id: params.id }),
  }),
  route(contract.maakVeiligheidsplan, {
    ...wijzigen('veiligheidsplan.gemaakt'),
    handle: (work, { params, body }) => makePlan(work, { ...body, persoonId: params.id }),
  }),
  route(contract.herzieVeiligheidsplan, {
    ...wijzigen('veiligheidsplan.herzien'),
    handle: (work, { params, body }) => revisePlan(work, { ...body, planId: params.id }),
  }),
  route(contract.sluitVeiligheidsplan, {
    ...wijzigen('veiligheidsplan.afgesloten'),
    handle: (work, { params, body }) => closePlan(work, { ...body, planId: params.id }),
  }),
  route(contract.legHuisverbodVast, {
    ...wijzigen('huisverbod.vastgelegd'),
    handle: (work, { params, body }) => registerHuisverbod(work, { ...body, persoonId: params.id }),
  }),
  route(contract.verlengHuisverbod, {
    ...wijzigen('huisverbod.verlengd'),
    handle: (work, { params, body }) => extendHuisverbod(work, { ...body, id: params.id }),
  }),
  route(contract.trekHuisverbodIn, {
    ...wijzigen('huisverbod.ingetrokken'),
    handle: (work, { params, body }) => withdrawHuisverbod(work, { ...body, id: params.id }),
  }),
  route(contract.legVeiligThuisVast, {
    ...wijzigen('veiligthuis.vastgelegd'),
    handle: (work, { params, body }) => registerVeiligThuis(work, { ...body, persoonId: params.id }),
  }),
  route(contract.eindigVeiligThuis, {
    ...wijzigen('veiligthuis.geeindigd'),
    handle: (work, { params, body }) => endVeiligThuis(work, { ...body, id: params.id }),
  }),
  route(contract.maakSysteem, {
    ...wijzigen('systeem.begonnen'),
    handle: (work, { params, body }) => startSysteem(work, { ...body, persoonId: params.id }),
  }),
  route(contract.koppelAanSysteem, {
    ...wijzigen('systeem.gekoppeld'),
    handle: (work, { params, body }) => joinSysteem(work, { ...body, persoonId: params.id }),
  }),
  route(contract.ontkoppelVanSysteem, {
    ...wijzigen('systeem.ontkoppeld'),
    handle: (work, { params, body }) => leaveSysteem(work, { ...body, id: params.id }),
  }),
  route(contract.haalBelangenconflicten, {
    permission: 'belangenconflict.vastleggen',
    audit: {
      event: 'belangenconflicten.ingezien',
      personen: (_, { params }) => [params.id],
      onderwerp: (_, { params }) => params.id,
    },
    handle: (work, { params }) => readBelangenconflicten(work, params.id),
  }),
  route(contract.legBelangenconflictVast, {
    ...blokkeren('belangenconflict.vastgelegd'),
    handle: (work, { params, body }) => blockConflict(work, { ...body, persoonId: params.id }),
  }),
  route(contract.eindigBelangenconflict, {
    ...blokkeren('belangenconflict.opgeheven'),
    handle: (work, { params, body }) => liftConflict(work, { ...body, id: params.id }),
  }),
  route(meldcodeContract.listMeldcode, { ...meldcode, handle: (work) => listDoorlopen(work) }),
  route(meldcodeContract.beginMeldcode, {
    ...meldcode,
    handle: (work, { body }) => startDoorloop(work, body),
  }),
  route(meldcodeContract.zetMeldcodeStap, {
    ...meldcode,
    handle: (work, { params, body }) => stepDoorloop(work, { ...body, id: params.id }),
  }),
  route(meldcodeContract.wisMeldcode, {
    ...meldcode,
    handle: async (work, { params }) => (await eraseDoorloop(work, params.id)) ?? {},
  }),
]
