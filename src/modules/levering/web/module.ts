import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { LeveringPage } from './levering-page.tsx'
import { LeveringenPage, NieuweLeveringPage } from './leveringen-page.tsx'

export const leveringWeb: WebModule = {
  navigation: [{ label: 'Leveringen', to: '/leveringen', permission: 'levering.lezen', group: 'sturing' }],
  routes: (parent) => [
    createRoute({ getParentRoute: () => parent, path: '/leveringen', component: LeveringenPage }),
    createRoute({ getParentRoute: () => parent, path: '/leveringen/nieuw', component: NieuweLeveringPage }),
    createRoute({ getParentRoute: () => parent, path: '/leveringen/$id', component: LeveringPage }),
  ],
}
