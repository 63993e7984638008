import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { ClientervaringPage } from './clientervaring-page.tsx'
import { ClientervaringenPage } from './clientervaringen-page.tsx'
import { NieuweClientervaringPage } from './invoer-form.tsx'

export const clientervaringWeb: WebModule = {
  navigation: [
    { label: 'Cliëntervaring', to: '/clientervaring', permission: 'cijfers.lezen', group: 'sturing' },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/clientervaring', ClientervaringenPage),
      at('/clientervaring/nieuw', NieuweClientervaringPage),
      at('/clientervaring/$id', ClientervaringPage),
    ]
  },
}
