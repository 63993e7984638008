import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { OpenbaarAanspreekpuntPage } from './aanspreekpunt.tsx'
import { ActiePage } from './acties.tsx'
import { NieuwBesluitPage } from './besluit-form.tsx'
import { BesluitPage } from './besluit-page.tsx'
import { BesluitenPage } from './besluiten-page.tsx'
import { NvoAfspraakPage } from './nvo-afspraak-page.tsx'
import { NvoPage } from './nvo-page.tsx'
import { NieuweOvereenkomstPage } from './overeenkomst-form.tsx'
import { OvereenkomstPage } from './overeenkomst-page.tsx'
import { OvereenkomstenPage } from './overeenkomsten-page.tsx'
import { NieuwOverlegPage } from './overleg-form.tsx'
import { OverlegPage } from './overleg-page.tsx'
import { OverleggenPage } from './overleggen-page.tsx'
import { NieuweVergaderingPage } from './vergadering-forms.tsx'
import { VergaderingPage } from './vergadering-page.tsx'

export const overlegWeb: WebModule = {
  navigation: [
    { label: 'Overleg en besluiten', to: '/overleggen', permission: 'overleg.lezen', group: 'samenwerking' },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/overleggen', OverleggenPage),
      at('/overleggen/nieuw', NieuwOverlegPage),
      at('/overleggen/$id', OverlegPage),
      at('/vergaderingen/nieuw', NieuweVergaderingPage),
      at('/vergaderingen/$id', VergaderingPage),
      at('/besluiten', BesluitenPage),
      at('/besluiten/nieuw', NieuwBesluitPage),
      at('/besluiten/$id', BesluitPage),
      at('/overlegacties/$id', ActiePage),
      at('/overeenkomsten', OvereenkomstenPage),
      at('/overeenkomsten/nieuw', NieuweOvereenkomstPage),
      at('/overeenkomsten/$id', OvereenkomstPage),
      at('/nvo', NvoPage),
      at('/nvo/$afspraak', NvoAfspraakPage),
    ]
  },
  publicRoutes: (parent) => [
    createRoute({
      getParentRoute: () => parent,
      path: '/aanspreekpunt',
      component: OpenbaarAanspreekpuntPage,
    }),
  ],
}
