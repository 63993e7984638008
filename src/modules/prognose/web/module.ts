import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { BerekeningPage } from './berekening-page.tsx'
import { ParameterPage } from './parameter-page.tsx'
import { PrognosePage } from './prognose-page.tsx'
import { ScenarioPage } from './scenario-page.tsx'
import { ScenariosPage } from './scenarios-page.tsx'
import { TerugblikPage } from './terugblik-page.tsx'

export const prognoseWeb: WebModule = {
  navigation: [
    { label: 'Prognose', to: '/prognose', permission: 'cijfers.lezen', group: 'sturing' },
    { label: 'Scenario’s', to: '/prognose/scenarios', permission: 'cijfers.lezen', group: 'sturing' },
  ],
  routes: (parent) => [
    createRoute({ getParentRoute: () => parent, path: '/prognose', component: PrognosePage }),
    createRoute({ getParentRoute: () => parent, path: '/prognose/terugblik', component: TerugblikPage }),
    createRoute({
      getParentRoute: () => parent,
      path: '/prognose/schattingen/$parameter',
      component: ParameterPage,
    }),
    createRoute({ getParentRoute: () => parent, path: '/prognose/scenarios', component: ScenariosPage }),
    createRoute({ getParentRoute: () => parent, path: '/prognose/scenarios/$id', component: ScenarioPage }),
    createRoute({
      getParentRoute: () => parent,
      path: '/prognose/berekeningen/$id',
      component: BerekeningPage,
    }),
  ],
}
