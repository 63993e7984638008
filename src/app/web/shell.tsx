import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { haalSessie, type Sessie, uitloggen, wisselRol } from '../../shared/sessie.ts'
import { setCsrf } from '../../ui/api.ts'
import { queryKeyOf, useCommand, useEndpoint } from '../../ui/api-hooks.ts'
import { AppShell } from '../../ui/app-shell.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { SessionProvider } from '../../ui/session.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { NavItem } from '../../ui/web-module.ts'

export function Shell({ navigation }: { navigation: readonly NavItem[] }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const { data: sessie } = useEndpoint(haalSessie, {})
  const logout = useCommand(uitloggen, {
    invalidates: [],
    onDone: async () => {
      setCsrf(undefined)
      await navigate({ to: '/inloggen' as never })
      // Nothing that this person saw stays in memory for the next.
      client.clear()
    },
  })
  const change = useCommand(wisselRol, {
    onDone: async (next: Sessie) => {
      setCsrf(next.csrf)
      await navigate({ to: '/' as never })
      client.clear()
      client.setQueryData(queryKeyOf(haalSessie), next)
      toast.show(`U werkt nu als ${next.rolNaam}.`)
    },
  })
  if (!sessie) return null
  return (
    <SessionProvider sessie={sessie}>
      <AppShell
        sessie={sessie}
        navigation={navigation}
        onLogout={() => void logout.run({}).catch(() => undefined)}
        onSwitchRole={(rol) => void change.run({ body: { rol } }).catch(() => undefined)}
      >
        {(logout.problem ?? change.problem) && (
          <ProblemAlert problem={(logout.problem ?? change.problem)!} focus />
        )}
        <Outlet />
      </AppShell>
    </SessionProvider>
  )
}
