import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { NieuweRapportagePage } from './nieuw-page.tsx'
import {
  AanmeldenPage,
  AfmeldenPage,
  BevestigenPage,
  NieuwsbriefArchiefPage,
  OpenNieuwsbriefPage,
} from './nieuwsbrief-open-pages.tsx'
import { NieuwsbrievenPage } from './nieuwsbrieven-page.tsx'
import { RapportagePage } from './rapportage-page.tsx'
import { RapportagesPage } from './rapportages-page.tsx'

export const rapportageWeb: WebModule = {
  navigation: [
    { label: 'Rapportages', to: '/rapportages', permission: 'programma.lezen', group: 'samenwerking' },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/rapportages', RapportagesPage),
      at('/rapportages/nieuw', NieuweRapportagePage),
      at('/rapportages/$id', RapportagePage),
      at('/nieuwsbrieven', NieuwsbrievenPage),
    ]
  },
  publicRoutes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/nieuwsbrief', NieuwsbriefArchiefPage),
      at('/nieuwsbrief/aanmelden', AanmeldenPage),
      at('/nieuwsbrief/bevestigen', BevestigenPage),
      at('/nieuwsbrief/afmelden', AfmeldenPage),
      at('/nieuwsbrief/$regio/$id', OpenNieuwsbriefPage),
    ]
  },
}
