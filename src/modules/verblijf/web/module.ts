import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { VerblijvenPage } from './lijst-page.tsx'
import { SpoedPage } from './spoed-page.tsx'
import { AankomstPage } from './start-pages.tsx'
import { VannachtPage } from './vannacht-page.tsx'
import { VerblijfPage } from './verblijf-page.tsx'

export const verblijfWeb: WebModule = {
  navigation: [
    { label: 'Verblijven', to: '/verblijven', permission: 'verblijf.lezen', group: 'verblijf' },
    {
      label: 'Wie is er vannacht?',
      to: '/verblijven/vannacht',
      permission: 'verblijf.lezen',
      group: 'verblijf',
    },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/verblijven', VerblijvenPage),
      at('/verblijven/vannacht', VannachtPage),
      at('/verblijven/spoed', SpoedPage),
      at('/verblijven/$id', VerblijfPage),
      at('/voorstellen/$id/aankomst', AankomstPage),
    ]
  },
}
