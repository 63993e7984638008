import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { AanbodPage } from './aanbod-page.tsx'
import { BinnenkomstPage } from './binnenkomst-page.tsx'
import { OverdrachtenPage } from './lijst-page.tsx'
import { OpenbareOverdrachtPage } from './openbaar-page.tsx'
import { OverdrachtPage } from './overdracht-page.tsx'

export const overdrachtWeb: WebModule = {
  navigation: [
    { label: 'Overdrachten', to: '/overdrachten', permission: 'overdracht.lezen', group: 'verblijf' },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/overdrachten', OverdrachtenPage),
      at('/overdrachten/$id', OverdrachtPage),
      at('/clienten/$id/overdragen', AanbodPage),
      at('/clienten/$id/van-buiten', BinnenkomstPage),
    ]
  },
  publicRoutes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: '/overdracht-openen',
      component: OpenbareOverdrachtPage,
    }),
  ],
}
