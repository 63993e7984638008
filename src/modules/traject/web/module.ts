import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { TrajectenPage } from './lijst-page.tsx'
import { TrajectPage } from './traject-page.tsx'

export const trajectWeb: WebModule = {
  navigation: [{ label: 'Trajecten', to: '/trajecten', permission: 'traject.lezen', group: 'verblijf' }],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [at('/trajecten', TrajectenPage), at('/trajecten/$id', TrajectPage)]
  },
}
