import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { DuidingPage } from './duiding-page.tsx'

export const duidingWeb: WebModule = {
  navigation: [
    { label: 'Tellen en vertellen', to: '/duiding', permission: 'cijfers.lezen', group: 'sturing' },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [at('/duiding', DuidingPage)]
  },
}
