import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { NieuweActiviteitPage, WijzigActiviteitPage } from './activiteit-form.tsx'
import { ActiviteitPage } from './activiteit-page.tsx'
import { BesluitenPage } from './besluiten-page.tsx'
import { DoelenPage } from './doelen-page.tsx'
import { OpenVoortgangPage, VoortgangenPage } from './open-pages.tsx'
import { NieuwProgrammaPage } from './programma-form.tsx'
import { ProgrammaPage } from './programma-page.tsx'
import { ProgrammasPage } from './programmas-page.tsx'

export const programmaWeb: WebModule = {
  navigation: [
    { label: 'Programma', to: '/programma', permission: 'programma.lezen', group: 'samenwerking' },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/programma', ProgrammasPage),
      at('/programma/nieuw', NieuwProgrammaPage),
      at('/programma/doelen', DoelenPage),
      at('/programma/besluiten', BesluitenPage),
      at('/programma/$id', ProgrammaPage),
      at('/programma/$id/activiteit-nieuw', NieuweActiviteitPage),
      at('/activiteiten/$id', ActiviteitPage),
      at('/activiteiten/$id/wijzigen', WijzigActiviteitPage),
    ]
  },
  publicRoutes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [at('/voortgang', VoortgangenPage), at('/voortgang/$regio/$code', OpenVoortgangPage)]
  },
}
