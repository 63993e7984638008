import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { MeldcodePage } from './meldcode-page.tsx'

export const vrouwenopvangWeb: WebModule = {
  navigation: [{ label: 'Meldcode', to: '/meldcode', permission: 'meldcode.doorlopen', group: 'signalen' }],
  routes: (parent) => [
    createRoute({ getParentRoute: () => parent, path: '/meldcode', component: MeldcodePage }),
  ],
}
