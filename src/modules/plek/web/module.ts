import { createRoute } from '@tanstack/react-router'
import type { WebModule } from '../../../ui/web-module.ts'
import { BordPage } from './bord-page.tsx'
import { DoelenPage } from './doelen-page.tsx'
import { KalenderPage } from './kalender-page.tsx'
import { NieuweLocatiePage, WijzigLocatiePage } from './locatie-forms.tsx'
import { LocatiePage } from './locatie-page.tsx'
import { NieuweOproepPage, WijzigOproepPage } from './oproep-pages.tsx'
import { OproepenPage } from './oproepen-page.tsx'
import { NieuwePlekkenPage, WijzigPlekPage } from './plek-forms.tsx'
import { SpreidingPage } from './spreiding-page.tsx'
import {
  NieuweVoorzieningPage,
  VoorzieningenPage,
  VoorzieningPage,
  WijzigVoorzieningPage,
} from './voorziening-pages.tsx'

export const plekWeb: WebModule = {
  navigation: [
    { label: 'Plekkenbord', to: '/plekken', permission: 'plek.lezen', group: 'verblijf' },
    { label: 'Voorzieningen', to: '/voorzieningen', permission: 'plek.lezen', group: 'verblijf' },
    { label: 'Oproepen', to: '/oproepen', permission: 'plek.lezen', group: 'verblijf' },
    { label: 'Doelen voor plekken', to: '/plekken/doelen', permission: 'plek.lezen', group: 'sturing' },
    { label: 'Spreiding van plekken', to: '/plekken/spreiding', permission: 'plek.lezen', group: 'sturing' },
  ],
  routes: (parent) => {
    const at = (path: string, component: () => React.ReactNode) =>
      createRoute({ getParentRoute: () => parent, path, component })
    return [
      at('/plekken', BordPage),
      at('/plekken/kalender', KalenderPage),
      at('/plekken/spreiding', SpreidingPage),
      at('/plekken/doelen', DoelenPage),
      at('/oproepen', OproepenPage),
      at('/oproepen/nieuw', NieuweOproepPage),
      at('/oproepen/$id', WijzigOproepPage),
      at('/voorzieningen', VoorzieningenPage),
      at('/voorzieningen/nieuw', NieuweVoorzieningPage),
      at('/voorzieningen/$id', VoorzieningPage),
      at('/voorzieningen/$id/wijzigen', WijzigVoorzieningPage),
      at('/locaties/nieuw', NieuweLocatiePage),
      at('/locaties/$id', LocatiePage),
      at('/locaties/$id/wijzigen', WijzigLocatiePage),
      at('/locaties/$id/plekken/nieuw', NieuwePlekkenPage),
      at('/locaties/$id/plekken/$plekId/wijzigen', WijzigPlekPage),
    ]
  },
}
