import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { ActiviteitparticipatiePage } from './activiteit-page.tsx'
import { AdviesPage, NieuwAdviesPage } from './advies-pages.tsx'
import { GroepPage, NieuweGroepPage } from './groep-pages.tsx'
import { IdeePage, NieuwIdeePage } from './idee-pages.tsx'
import { KlachtPage, NieuweKlachtPage } from './klacht-pages.tsx'
import { IdeeFormulierPage, IdeeGemeentePage, IdeeLijstPage } from './openbaar-pages.tsx'
import { ParticipatiePage } from './participatie-page.tsx'
import { NieuwePartnerPage } from './partner-form.tsx'
import { PartnerPage } from './partner-page.tsx'
import { PartnersPage } from './partners-page.tsx'
import { NieuweRaadplegingPage, RaadplegingPage } from './raadpleging-pages.tsx'

export const participatieWeb: WebModule = {
  navigation: [
    {
      label: 'Partners en participatie',
      to: '/participatie',
      permission: 'participatie.lezen',
      group: 'samenwerking',
    },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/partners', PartnersPage),
      at('/partners/nieuw', NieuwePartnerPage),
      at('/partners/$id', PartnerPage),
      at('/participatie', ParticipatiePage),
      at('/participatie/groepen/nieuw', NieuweGroepPage),
      at('/participatie/groepen/$id', GroepPage),
      at('/participatie/adviezen/nieuw', NieuwAdviesPage),
      at('/participatie/adviezen/$id', AdviesPage),
      at('/participatie/ideeen/nieuw', NieuwIdeePage),
      at('/participatie/ideeen/$id', IdeePage),
      at('/participatie/klachten/nieuw', NieuweKlachtPage),
      at('/participatie/klachten/$id', KlachtPage),
      at('/participatie/raadplegingen/nieuw', NieuweRaadplegingPage),
      at('/participatie/raadplegingen/$id', RaadplegingPage),
      at('/participatie/activiteiten/$id', ActiviteitparticipatiePage),
    ]
  },
  publicRoutes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/idee', IdeeGemeentePage),
      at('/idee/$code', IdeeLijstPage),
      at('/idee/$code/nieuw', IdeeFormulierPage),
    ]
  },
}
