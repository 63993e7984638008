import '../../ui/styles.ts'
import '../../ui/dutch-faults.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ToastProvider } from '../../ui/toast.tsx'
import { createClient } from './client.ts'
import { webModules } from './modules.ts'
import { createAppRouter } from './router.tsx'

const client = createClient()
const router = createAppRouter(client, webModules)

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <ToastProvider>
        <RouterProvider router={router} />
      </ToastProvider>
    </QueryClientProvider>
  </StrictMode>,
)
