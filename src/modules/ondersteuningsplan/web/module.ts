import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { PlannenPage } from './lijst-page.tsx'
import { PlanPage } from './plan-page.tsx'

export const ondersteuningsplanWeb: WebModule = {
  navigation: [
    {
      label: 'Ondersteuningsplannen',
      to: '/ondersteuningsplannen',
      permission: 'ondersteuningsplan.lezen',
      group: 'verblijf',
    },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [at('/ondersteuningsplannen', PlannenPage), at('/ondersteuningsplannen/$id', PlanPage)]
  },
}
