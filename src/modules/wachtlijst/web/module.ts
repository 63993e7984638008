import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { DetailPage } from './detail-page.tsx'
import { WachtlijstPage } from './lijst-page.tsx'
import { NieuwPage } from './nieuw-page.tsx'
import { VergelijkPage } from './vergelijk-page.tsx'

export const wachtlijstWeb: WebModule = {
  navigation: [{ label: 'Wachtlijst', to: '/wachtlijst', permission: 'wachtlijst.lezen', group: 'instroom' }],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/wachtlijst', WachtlijstPage),
      at('/wachtlijst/nieuw', NieuwPage),
      at('/wachtlijst/vergelijken', VergelijkPage),
      at('/wachtlijst/$id', DetailPage),
    ]
  },
}
