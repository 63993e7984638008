import { beschikkingRoutes } from '../modules/beschikking/server/routes.ts'
import { draftRoutes } from '../platform/drafts/draft-routes.ts'
import type { Route } from '../platform/http/route.ts'

/** Every route of the system, in the order of the chain; the permission tests walk this list. */
export const routes: readonly Route[] = [...draftRoutes, ...beschikkingRoutes]
