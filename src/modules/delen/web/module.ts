import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { DelingenPage } from './delingen-page.tsx'

export const delenWeb: WebModule = {
  navigation: [{ label: 'Delingen', to: '/delingen', permission: 'audit.lezen', group: 'beheer' }],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [at('/delingen', DelingenPage)]
  },
}
