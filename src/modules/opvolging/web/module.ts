import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { OpvolgingenPage, SamenvoegenPage, TeLaatPage } from './pages.tsx'

export const opvolgingWeb: WebModule = {
  navigation: [
    { label: 'Volgende stappen', to: '/opvolgingen', permission: 'opvolging.wijzigen', group: 'start' },
    {
      label: 'Te late stappen',
      to: '/te-laat-in-regio',
      permission: 'opvolging.coordineren',
      group: 'signalen',
    },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/opvolgingen', OpvolgingenPage),
      at('/te-laat-in-regio', TeLaatPage),
      at('/clienten/$id/samenvoegen', SamenvoegenPage),
    ]
  },
}
