import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { CasusPage } from './casus-page.tsx'
import { CasussenPage } from './casussen-page.tsx'
import { EigenActiesPage } from './eigen-acties-page.tsx'
import { LessenPage } from './lessen-page.tsx'
import { UitnodigingenPage, UitnodigingPage } from './uitnodiging-pages.tsx'

export const casusWeb: WebModule = {
  navigation: [
    { label: 'Casussen', to: '/casussen', permission: 'casus.lezen', group: 'samenwerking' },
    {
      label: 'Mijn casusoverleggen',
      to: '/casusuitnodigingen',
      permission: 'casus.deelnemen',
      group: 'samenwerking',
    },
    { label: 'Mijn acties', to: '/casusacties', permission: 'casus.deelnemen', group: 'samenwerking' },
    { label: 'Lessen uit casussen', to: '/casuslessen', permission: 'cijfers.lezen', group: 'sturing' },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/casussen', CasussenPage),
      at('/casussen/$id', CasusPage),
      at('/casusuitnodigingen', UitnodigingenPage),
      at('/casusuitnodigingen/$id', UitnodigingPage),
      at('/casusacties', EigenActiesPage),
      at('/casuslessen', LessenPage),
    ]
  },
}
