import { type AnyRoute, createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { VandaagPage } from './vandaag-page.tsx'

export const vandaagWeb: WebModule = {
  navigation: [{ label: 'Vandaag', to: '/', permission: 'vandaag.lezen', group: 'start' }],
  routes: (parent: AnyRoute) => [
    createRoute({ getParentRoute: () => parent, path: '/', component: VandaagPage }),
  ],
}
