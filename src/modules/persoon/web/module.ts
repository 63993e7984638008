import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { DossierPage } from './dossier-page.tsx'
import { ClientenPage, NieuwePage, WijzigPage } from './pages.tsx'
import { InzagePage, InzageZoekPage, NoodproceduresPage } from './privacy-pages.tsx'

export const persoonWeb: WebModule = {
  navigation: [
    { label: 'Cliënten', to: '/clienten', permission: 'persoon.lezen', group: 'start' },
    { label: 'Noodprocedures', to: '/noodprocedures', permission: 'audit.lezen', group: 'beheer' },
    { label: 'Logboek van inzage', to: '/inzage', permission: 'audit.lezen', group: 'beheer' },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/clienten', ClientenPage),
      at('/clienten/nieuw', NieuwePage),
      at('/clienten/$id', DossierPage),
      at('/clienten/$id/wijzigen', WijzigPage),
      at('/noodprocedures', NoodproceduresPage),
      at('/inzage', InzageZoekPage),
      at('/inzage/$id', InzagePage),
    ]
  },
}
