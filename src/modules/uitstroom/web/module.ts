import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { BemiddelingenPage } from './bemiddelingen-page.tsx'
import { UitstroomPage } from './lijst-page.tsx'
import { WoonvragenPage } from './woonvragen-page.tsx'

export const uitstroomWeb: WebModule = {
  navigation: [
    { label: 'Uitstroom', to: '/uitstroom', permission: 'uitstroom.lezen', group: 'uitstroom' },
    { label: 'Woonvragen', to: '/woonvragen', permission: 'woonvraag.beantwoorden', group: 'uitstroom' },
    {
      label: 'Directe bemiddelingen',
      to: '/directe-bemiddelingen',
      permission: 'cijfers.lezen',
      group: 'sturing',
    },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/uitstroom', UitstroomPage),
      at('/woonvragen', WoonvragenPage),
      at('/directe-bemiddelingen', BemiddelingenPage),
    ]
  },
}
