import type { ReactNode } from 'react'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { getUitstroom, type UitstroomDetail } from '../domain/api.ts'

// What the parts of the tab Uitstroom share.

export interface DeelProps {
  readonly one: UitstroomDetail
}

/** One read for all parts of the tab; the second part gets the same answer. */
export function MetUitstroom({
  persoonId,
  children,
}: {
  readonly persoonId: string
  readonly children: (one: UitstroomDetail) => ReactNode
}) {
  const { data, error } = useEndpoint(getUitstroom, { params: { id: persoonId } })
  if (error && !data) return <ProblemAlert problem={error} />
  if (!data) return <p role="status">Bezig met laden…</p>
  return children(data)
}

/** Sends a form of this tab and says that it is done. */
export function useZend<E extends Parameters<typeof useCommand>[0]>(
  endpoint: E,
  id: string,
  gedaan: string,
  sluit?: () => void,
) {
  const toast = useToast()
  const save = useCommand(endpoint, {
    onDone: () => {
      toast.show(gedaan)
      sluit?.()
    },
  })
  return (body: unknown) => save.run({ params: { id }, body } as never)
}

export const opties = (keuzes: readonly { readonly code: string; readonly naam: string }[]) =>
  keuzes.map(({ code, naam }) => ({ value: code, label: naam }))
