import { beheerRoutes } from '../modules/beheer/server/routes.ts'
import { meldingRoutes } from '../modules/melding/server/routes.ts'
import { plekRoutes } from '../modules/plek/server/routes.ts'
import { draftRoutes } from '../platform/drafts/draft-routes.ts'
import type { Route } from '../platform/http/route.ts'
import { opruimen } from '../platform/jobs/runner.ts'
import type { HerhaaldeTaak, TaakHandler } from '../platform/jobs/tasks.ts'

/** Every route of the system, in the order of the chain; the permission tests walk this list. */
export const routes: readonly Route[] = [...draftRoutes, ...plekRoutes, ...beheerRoutes, ...meldingRoutes]

/** Background work of the modules. */
export const taken: readonly TaakHandler[] = []

export const herhaaldeTaken: readonly HerhaaldeTaak[] = [opruimen]
