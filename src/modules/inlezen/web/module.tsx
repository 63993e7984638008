import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { InlezenPage, PartnersInlezenPage, ProgrammaInlezenPage } from './inlezen-page.tsx'
import { PartnersVerslagPage, ProgrammaVerslagPage, VerslagPage } from './verslag-page.tsx'

export const inlezenWeb: WebModule = {
  navigation: [
    { label: 'Bestanden inlezen', to: '/inlezen', permission: 'inlezen.uitvoeren', group: 'beheer' },
  ],
  routes: (parent) => [
    createRoute({ getParentRoute: () => parent, path: '/inlezen', component: InlezenPage }),
    createRoute({ getParentRoute: () => parent, path: '/inlezen/$id', component: VerslagPage }),
    createRoute({
      getParentRoute: () => parent,
      path: '/programma/inlezen',
      component: ProgrammaInlezenPage,
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/programma/inlezen/$id',
      component: ProgrammaVerslagPage,
    }),
    createRoute({ getParentRoute: () => parent, path: '/partners/inlezen', component: PartnersInlezenPage }),
    createRoute({
      getParentRoute: () => parent,
      path: '/partners/inlezen/$id',
      component: PartnersVerslagPage,
    }),
  ],
}
