import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { NieuwFiguurPage, SleutelfigurenPage, WijzigFiguurPage } from './figuur-pages.tsx'
import { SignaalFormulierPage, SignaalGemeentePage, SignaalVolgenPage } from './openbaar-pages.tsx'
import { NieuwContactPage, OutreachPage, WijzigContactPage } from './outreach-pages.tsx'
import { EigenSignalenPage, NieuwSignaalPage } from './partner-pages.tsx'
import { SignaalPage, SignalenPage } from './signalen-pages.tsx'
import { TelefoonPage } from './telefoon-page.tsx'
import { WijksignalenPage } from './wijken-page.tsx'
import { ZorgmijdersPage } from './zorgmijders-page.tsx'

export const signaalWeb: WebModule = {
  navigation: [
    { label: 'Signalen', to: '/signalen', permission: 'signaal.lezen', group: 'signalen' },
    { label: 'Mijn signalen', to: '/signalen/eigen', permission: 'signaal.melden', group: 'signalen' },
    { label: 'Contact op straat', to: '/outreach', permission: 'outreach.vastleggen', group: 'signalen' },
    { label: 'Zorgmijders', to: '/zorgmijders', permission: 'bemoeizorg.lezen', group: 'signalen' },
    { label: 'Sleutelfiguren', to: '/sleutelfiguren', permission: 'sleutelfiguur.lezen', group: 'signalen' },
    { label: 'Signalen per wijk', to: '/signalen/wijken', permission: 'cijfers.lezen', group: 'signalen' },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/signalen', SignalenPage),
      at('/signalen/nieuw', NieuwSignaalPage),
      at('/signalen/telefoon', TelefoonPage),
      at('/signalen/eigen', EigenSignalenPage),
      at('/signalen/wijken', WijksignalenPage),
      at('/signalen/$id', SignaalPage),
      at('/outreach', OutreachPage),
      at('/outreach/nieuw', NieuwContactPage),
      at('/outreach/$id', WijzigContactPage),
      at('/zorgmijders', ZorgmijdersPage),
      at('/sleutelfiguren', SleutelfigurenPage),
      at('/sleutelfiguren/nieuw', NieuwFiguurPage),
      at('/sleutelfiguren/$id', WijzigFiguurPage),
    ]
  },
  publicRoutes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/signaal', SignaalGemeentePage),
      at('/signaal/$code', SignaalFormulierPage),
      at('/signaal-volgen', SignaalVolgenPage),
    ]
  },
}
