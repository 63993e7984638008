import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { InlezenPage } from './inlezen-page.tsx'
import { VerslagPage } from './verslag-page.tsx'

export const inlezenWeb: WebModule = {
  navigation: [
    { label: 'Bestanden inlezen', to: '/inlezen', permission: 'inlezen.uitvoeren', group: 'beheer' },
  ],
  routes: (parent) => [
    createRoute({ getParentRoute: () => parent, path: '/inlezen', component: InlezenPage }),
    createRoute({ getParentRoute: () => parent, path: '/inlezen/$id', component: VerslagPage }),
  ],
}
