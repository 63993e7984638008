import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { NieuweRapportagePage } from './nieuw-page.tsx'
import { RapportagePage } from './rapportage-page.tsx'
import { RapportagesPage } from './rapportages-page.tsx'

export const rapportageWeb: WebModule = {
  navigation: [{ label: 'Rapportages', to: '/rapportages', permission: 'programma.lezen', group: 'sturing' }],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/rapportages', RapportagesPage),
      at('/rapportages/nieuw', NieuweRapportagePage),
      at('/rapportages/$id', RapportagePage),
    ]
  },
}
