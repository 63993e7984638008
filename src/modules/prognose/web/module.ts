import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { PrognosePage } from './prognose-page.tsx'

export const prognoseWeb: WebModule = {
  navigation: [{ label: 'Prognose', to: '/prognose', permission: 'cijfers.lezen', group: 'sturing' }],
  routes: (parent) => [
    createRoute({ getParentRoute: () => parent, path: '/prognose', component: PrognosePage }),
  ],
}
