import '../../../src/ui/styles.ts'
import '../../../src/ui/dutch-faults.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AppShell } from '../../../src/ui/app-shell.tsx'
import { parseSearch, stringifySearch } from '../../../src/ui/search-params.ts'
import { ToastProvider } from '../../../src/ui/toast.tsx'
import { KitForm } from './kit-form.tsx'
import { KitPieces } from './kit-pieces.tsx'
import { KitTable } from './kit-table.tsx'

const navigation = [
  { label: 'Onderdelen', to: '/', group: 'start' },
  { label: 'Lijst', to: '/lijst', group: 'instroom' },
  { label: 'Formulier', to: '/formulier', group: 'verblijf' },
  { label: 'Verborgen', to: '/verborgen', group: 'beheer', permission: 'geheim.lezen' },
] as const

const sessie = {
  gebruiker: { id: '01890a5d-ac96-7000-8000-000000000001', naam: 'Noor Vermeulen' },
  organisatie: { id: '01890a5d-ac96-7000-8000-000000000002', naam: 'Stichting De Haven' },
  rol: 'begeleider',
  rolNaam: 'Begeleider',
  rollen: [
    { rol: 'begeleider', rolNaam: 'Begeleider' },
    { rol: 'planner', rolNaam: 'Planner' },
  ],
  regio: { id: '01890a5d-ac96-7000-8000-000000000003', code: 'demo', naam: 'Regio Demo' },
  permissies: [],
  csrf: 'kit',
  demo: true,
}

const root = createRootRoute({
  component: () => (
    <AppShell sessie={sessie} navigation={navigation} onLogout={() => {}} onSwitchRole={() => {}}>
      <Outlet />
    </AppShell>
  ),
})
const at = (path: string, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component })

const router = createRouter({
  routeTree: root.addChildren([at('/', KitPieces), at('/lijst', KitTable), at('/formulier', KitForm)]),
  parseSearch,
  stringifySearch,
})

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <ToastProvider>
        <RouterProvider router={router} />
      </ToastProvider>
    </QueryClientProvider>
  </StrictMode>,
)
