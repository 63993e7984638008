import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { GegevenskwaliteitPage } from './gegevenskwaliteit-page.tsx'
import { OrganisatiesPage } from './organisaties-page.tsx'

export const kwaliteitWeb: WebModule = {
  navigation: [
    {
      label: 'Gegevens nakijken',
      to: '/gegevenskwaliteit',
      permission: 'kwaliteit.lezen',
      group: 'samenwerking',
    },
    {
      label: 'Gegevenskwaliteit',
      to: '/gegevenskwaliteit/organisaties',
      permission: 'cijfers.lezen',
      group: 'sturing',
    },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/gegevenskwaliteit', GegevenskwaliteitPage),
      at('/gegevenskwaliteit/organisaties', OrganisatiesPage),
    ]
  },
}
