import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { TellenPage } from './tellen-page.tsx'
import { TellingPage } from './telling-page.tsx'
import { PlanTellingPage, TellingenPage } from './tellingen-page.tsx'

export const tellingWeb: WebModule = {
  navigation: [{ label: 'Tellingen', to: '/tellingen', permission: 'telling.lezen', group: 'sturing' }],
  routes: (parent) => [
    createRoute({ getParentRoute: () => parent, path: '/tellingen', component: TellingenPage }),
    createRoute({ getParentRoute: () => parent, path: '/tellingen/plannen', component: PlanTellingPage }),
    createRoute({ getParentRoute: () => parent, path: '/tellingen/$id', component: TellingPage }),
  ],
  publicRoutes: (parent) => [
    createRoute({ getParentRoute: () => parent, path: '/tellen', component: TellenPage }),
  ],
}
