import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { OpenIndicatorPage, OpenPage } from './open-pages.tsx'
import { NieuwePublicatiePage, PublicatiePage, PublicatiesPage } from './publicatie-pages.tsx'

export const openbaarWeb: WebModule = {
  navigation: [
    { label: 'Openbare cijfers', to: '/openbare-cijfers', permission: 'cijfers.lezen', group: 'sturing' },
  ],
  routes: (parent) => [
    createRoute({ getParentRoute: () => parent, path: '/openbare-cijfers', component: PublicatiesPage }),
    createRoute({
      getParentRoute: () => parent,
      path: '/openbare-cijfers/nieuw',
      component: NieuwePublicatiePage,
    }),
    createRoute({ getParentRoute: () => parent, path: '/openbare-cijfers/$id', component: PublicatiePage }),
  ],
  publicRoutes: (parent) => [
    createRoute({ getParentRoute: () => parent, path: '/open', component: OpenPage }),
    createRoute({ getParentRoute: () => parent, path: '/open/$indicator', component: OpenIndicatorPage }),
  ],
}
