import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { DekkingPage } from './dekking-page.tsx'
import { ContactenPage, UitstroomPage } from './lijst-pages.tsx'
import { TimeOutPage } from './time-out-page.tsx'

export const nazorgWeb: WebModule = {
  navigation: [
    { label: 'Nazorg', to: '/nazorg', permission: 'nazorg.lezen', group: 'uitstroom' },
    { label: 'Contact na vertrek', to: '/nazorg/contacten', permission: 'nazorg.lezen', group: 'uitstroom' },
    { label: 'Dekking van nazorg', to: '/nazorg/dekking', permission: 'nazorg.cijfers', group: 'sturing' },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/nazorg', UitstroomPage),
      at('/nazorg/contacten', ContactenPage),
      at('/nazorg/dekking', DekkingPage),
      at('/trajecten/$id/time-out', TimeOutPage),
    ]
  },
}
