import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { DetailPage } from './detail-page.tsx'
import { VoorstellenPage } from './lijst-page.tsx'
import { NieuwPage } from './nieuw-page.tsx'

export const voorstelWeb: WebModule = {
  navigation: [{ label: 'Voorstellen', to: '/voorstellen', permission: 'voorstel.lezen', group: 'instroom' }],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/voorstellen', VoorstellenPage),
      at('/voorstellen/nieuw', NieuwPage),
      at('/voorstellen/$id', DetailPage),
    ]
  },
}
