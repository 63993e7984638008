import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Sessie } from '../shared/sessie.ts'

const SessionContext = createContext<Sessie | undefined>(undefined)

export function SessionProvider({ sessie, children }: { sessie: Sessie; children: ReactNode }) {
  return <SessionContext.Provider value={sessie}>{children}</SessionContext.Provider>
}

/** The session of who is working; only inside the shell, where there always is one. */
export function useSessie(): Sessie {
  const sessie = useContext(SessionContext)
  if (!sessie) throw new Error('useSessie outside the shell')
  return sessie
}

/** The same where visitors come as well: undefined for who is not signed in. */
export function useSessieOrNone(): Sessie | undefined {
  return useContext(SessionContext)
}

/** `const mag = useMag(); mag('wachtlijst.lezen')`. For what to show; the server decides what may be done. */
export function useMag(): (permission: string) => boolean {
  const { permissies } = useSessie()
  return useMemo(() => {
    const held = new Set(permissies)
    return (permission) => held.has(permission)
  }, [permissies])
}
