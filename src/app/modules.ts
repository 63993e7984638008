import { beheerRoutes } from '../modules/beheer/server/routes.ts'
import { beschikkingRoutes } from '../modules/beschikking/server/routes.ts'
import { casusRoutes } from '../modules/casus/server/routes.ts'
import { clientervaringRoutes } from '../modules/clientervaring/server/routes.ts'
import { delenRoutes } from '../modules/delen/server/routes.ts'
import { duidingRoutes } from '../modules/duiding/server/routes.ts'
import { duidingHerhaald } from '../modules/duiding/server/tasks.ts'
import { inlezenHerhaald, inlezenRoutes } from '../modules/inlezen/server/routes.ts'
import { kaartRoutes } from '../modules/kaart/server/routes.ts'
import { kwaliteitRoutes } from '../modules/kwaliteit/server/routes.ts'
import { kwaliteitHerhaald } from '../modules/kwaliteit/server/tasks.ts'
import { leveringRoutes } from '../modules/levering/server/routes.ts'
import { meldingRoutes } from '../modules/melding/server/routes.ts'
import { monitorTaken } from '../modules/monitor/server/rapport-tasks.ts'
import { monitorRoutes } from '../modules/monitor/server/routes.ts'
import { nazorgRoutes } from '../modules/nazorg/server/routes.ts'
import { nazorgHerhaald } from '../modules/nazorg/server/tasks.ts'
import { ondersteuningsplanRoutes } from '../modules/ondersteuningsplan/server/routes.ts'
import { openbaarPubliek } from '../modules/openbaar/server/publiek.ts'
import { openbaarRoutes } from '../modules/openbaar/server/routes.ts'
import { opvolgingRoutes } from '../modules/opvolging/server/routes.ts'
import { opvolgingHerhaald } from '../modules/opvolging/server/tasks.ts'
import { overdrachtPubliek } from '../modules/overdracht/server/publiek.ts'
import { overdrachtRoutes } from '../modules/overdracht/server/routes.ts'
import { overdrachtHerhaald } from '../modules/overdracht/server/tasks.ts'
import { overlegPubliek } from '../modules/overleg/server/publiek.ts'
import { overlegRoutes } from '../modules/overleg/server/routes.ts'
import { participatiePubliek } from '../modules/participatie/server/publiek.ts'
import { participatieRoutes } from '../modules/participatie/server/routes.ts'
import { participatieHerhaald } from '../modules/participatie/server/tasks.ts'
import { persoonRoutes } from '../modules/persoon/server/routes.ts'
import { plekRoutes } from '../modules/plek/server/routes.ts'
import { prognoseRoutes } from '../modules/prognose/server/routes.ts'
import { scenarioRoutes } from '../modules/prognose/server/scenario-routes.ts'
import { prognoseHerhaald, prognoseTaken } from '../modules/prognose/server/tasks.ts'
import { listProgrammabestanden, programmaPubliek } from '../modules/programma/server/publiek.ts'
import { programmaRoutes } from '../modules/programma/server/routes.ts'
import { nieuwsbriefHerhaald, nieuwsbriefTaken } from '../modules/rapportage/server/nieuwsbrief-tasks.ts'
import { rapportagePubliek } from '../modules/rapportage/server/publiek.ts'
import { rapportageRoutes } from '../modules/rapportage/server/routes.ts'
import { rapportageHerhaald, rapportageTaken } from '../modules/rapportage/server/tasks.ts'
import { openbareSignaalRoutes, signaalRoutes } from '../modules/signaal/server/routes.ts'
import { signaalHerhaald } from '../modules/signaal/server/tasks.ts'
import { tellingPubliek } from '../modules/telling/server/publiek.ts'
import { tellingRoutes } from '../modules/telling/server/routes.ts'
import { trajectRoutes } from '../modules/traject/server/routes.ts'
import { trajectHerhaald } from '../modules/traject/server/tasks.ts'
import { uitstroomRoutes } from '../modules/uitstroom/server/routes.ts'
import { uitstroomHerhaald } from '../modules/uitstroom/server/tasks.ts'
import { vandaagRoutes } from '../modules/vandaag/server/routes.ts'
import { verblijfRoutes } from '../modules/verblijf/server/routes.ts'
import { voorstelRoutes } from '../modules/voorstel/server/routes.ts'
import { voorstelHerhaald, voorstelTaken } from '../modules/voorstel/server/tasks.ts'
import { vrouwenopvangRoutes } from '../modules/vrouwenopvang/server/routes.ts'
import { vrouwenopvangHerhaald, vrouwenopvangTaken } from '../modules/vrouwenopvang/server/tasks.ts'
import { wachtlijstRoutes } from '../modules/wachtlijst/server/routes.ts'
import { wachtlijstHerhaald } from '../modules/wachtlijst/server/tasks.ts'
import { winterkouRoutes } from '../modules/winterkou/server/routes.ts'
import { winterkouHerhaald } from '../modules/winterkou/server/tasks.ts'
import { draftRoutes } from '../platform/drafts/draft-routes.ts'
import type { PublicRoute } from '../platform/http/public-route.ts'
import type { Route } from '../platform/http/route.ts'
import { opruimen } from '../platform/jobs/runner.ts'
import type { HerhaaldeTaak, StappenTaak, TaakHandler } from '../platform/jobs/tasks.ts'

/** Every route of the system, in the order of the chain; the permission tests walk this list. */
export const routes: readonly Route[] = [
  ...draftRoutes,
  ...beheerRoutes,
  ...persoonRoutes,
  ...opvolgingRoutes,
  ...delenRoutes,
  ...meldingRoutes,
  ...beschikkingRoutes,
  ...plekRoutes,
  ...trajectRoutes,
  ...wachtlijstRoutes,
  ...voorstelRoutes,
  ...verblijfRoutes,
  ...uitstroomRoutes,
  ...overdrachtRoutes,
  ...nazorgRoutes,
  ...ondersteuningsplanRoutes,
  ...vrouwenopvangRoutes,
  ...winterkouRoutes,
  ...signaalRoutes,
  ...casusRoutes,
  ...inlezenRoutes,
  ...kwaliteitRoutes,
  ...clientervaringRoutes,
  ...overlegRoutes,
  ...vandaagRoutes,
  ...duidingRoutes,
  ...participatieRoutes,
  ...monitorRoutes,
  ...prognoseRoutes,
  ...scenarioRoutes,
  ...tellingRoutes,
  ...programmaRoutes,
  ...rapportageRoutes,
  ...openbaarRoutes,
  ...leveringRoutes,
]

/** What anyone may ask or send without an account. */
export const publicRoutes: readonly PublicRoute[] = [
  ...kaartRoutes,
  ...overdrachtPubliek,
  ...openbareSignaalRoutes,
  ...tellingPubliek,
  ...openbaarPubliek([listProgrammabestanden]),
  ...programmaPubliek,
  ...overlegPubliek,
  ...participatiePubliek,
  ...rapportagePubliek,
]

/** Background work of the modules. */
export const taken: readonly (TaakHandler | StappenTaak)[] = [
  ...voorstelTaken,
  ...vrouwenopvangTaken,
  ...monitorTaken,
  ...prognoseTaken,
  ...rapportageTaken,
  ...nieuwsbriefTaken,
]

export const herhaaldeTaken: readonly HerhaaldeTaak[] = [
  opruimen,
  ...opvolgingHerhaald,
  ...trajectHerhaald,
  ...wachtlijstHerhaald,
  ...voorstelHerhaald,
  ...uitstroomHerhaald,
  ...overdrachtHerhaald,
  ...nazorgHerhaald,
  ...vrouwenopvangHerhaald,
  ...winterkouHerhaald,
  ...signaalHerhaald,
  ...inlezenHerhaald,
  ...kwaliteitHerhaald,
  ...duidingHerhaald,
  ...participatieHerhaald,
  ...prognoseHerhaald,
  ...rapportageHerhaald,
  ...nieuwsbriefHerhaald,
]
