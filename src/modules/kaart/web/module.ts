import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { OpenbareCriteriaPage } from './criteria-page.tsx'
import { OpenbareGemeentePage, OpenbareWegwijzerPage } from './openbaar.tsx'
import { GemeentePage, WegwijzerPage } from './wegwijzer-pages.tsx'

export const kaartWeb: WebModule = {
  navigation: [{ label: 'Waar kan iemand heen', to: '/wegwijzer', group: 'samenwerking' }],
  routes: (parent) => [
    createRoute({ getParentRoute: () => parent, path: '/wegwijzer', component: WegwijzerPage }),
    createRoute({ getParentRoute: () => parent, path: '/wegwijzer/$code', component: GemeentePage }),
  ],
  publicRoutes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: '/waar-kan-ik-heen',
      component: OpenbareWegwijzerPage,
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/waar-kan-ik-heen/$code',
      component: OpenbareGemeentePage,
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/toelatingscriteria',
      component: OpenbareCriteriaPage,
    }),
  ],
}
