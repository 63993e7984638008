import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { BeddenPage, EindePage, StartPage } from './besluit-pages.tsx'
import { IntakePage, IntakesPage } from './intake-pages.tsx'
import { NachtPage } from './nacht-page.tsx'
import { OverzichtPage } from './overzicht-page.tsx'
import { TellingenPage } from './tellingen-page.tsx'

export const winterkouWeb: WebModule = {
  navigation: [{ label: 'Winterkou', to: '/winterkou', permission: 'winterkou.lezen', group: 'verblijf' }],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/winterkou', OverzichtPage),
      at('/winterkou/vannacht', NachtPage),
      at('/winterkou/aanzetten', StartPage),
      at('/winterkou/bedden', BeddenPage),
      at('/winterkou/tellingen', TellingenPage),
      at('/winterkou/intakes', IntakesPage),
      at('/winterkou/gasten/$id/intake', IntakePage),
      at('/winterkou/perioden/$id/einde', EindePage),
    ]
  },
}
