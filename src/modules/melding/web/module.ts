import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { KlantcontactenPage } from './klantcontacten-page.tsx'
import { MeldingPage } from './melding-page.tsx'
import { NieuwPage } from './nieuw-page.tsx'
import { TerugkeerPage } from './terugkeer-page.tsx'
import { VervolgPage } from './vervolg-page.tsx'
import { VerwijzingenPage } from './verwijzingen-page.tsx'
import { WerklijstPage } from './werklijst-page.tsx'

export const meldingWeb: WebModule = {
  navigation: [
    { label: 'Meldingen', to: '/meldingen', permission: 'melding.lezen', group: 'instroom' },
    { label: 'Vervolg', to: '/vervolg', permission: 'melding.lezen', group: 'instroom' },
    { label: 'Wie terugkwam', to: '/terugkeer', permission: 'melding.lezen', group: 'instroom' },
    { label: 'Mijn verwijzingen', to: '/verwijzingen', permission: 'melding.lezen', group: 'instroom' },
    { label: 'Klantcontacten', to: '/klantcontacten', permission: 'melding.registreren', group: 'instroom' },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/meldingen', WerklijstPage),
      at('/meldingen/nieuw', NieuwPage),
      at('/meldingen/$id', MeldingPage),
      at('/vervolg', VervolgPage),
      at('/terugkeer', TerugkeerPage),
      at('/verwijzingen', VerwijzingenPage),
      at('/klantcontacten', KlantcontactenPage),
    ]
  },
}
