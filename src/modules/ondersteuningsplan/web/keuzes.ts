import type { z } from 'zod'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { useToast } from '../../../ui/toast.tsx'
import { getPlankeuzes, type PlanDetail, type Plankeuzes } from '../domain/api.ts'

export type Keuzes = z.output<typeof Plankeuzes>

export const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

export const choicesOf = (keuzes: Keuzes['leefgebieden']) =>
  keuzes.map(({ code, naam }) => ({ value: code, label: naam }))

/** What can be chosen in the forms of one plan; undefined while it is asked. */
export function usePlankeuzes(id: string): Keuzes | undefined {
  return useEndpoint(getPlankeuzes, { params: { id } }).data
}

export interface FormProps {
  readonly plan: PlanDetail
  readonly keuzes: Keuzes
}

/** A form of one plan: sends it to `id` (the plan, or a goal in it) and says what was done. */
export function usePlanstap<E extends Parameters<typeof useCommand>[0]>(
  endpoint: E,
  id: string,
  gedaan: string,
  onDone?: () => void,
) {
  const toast = useToast()
  const save = useCommand(endpoint, {
    onDone: () => {
      toast.show(gedaan)
      onDone?.()
    },
  })
  return (body: unknown) => save.run({ params: { id }, body } as never)
}

export const conflictWords = {
  fields: { doel: 'Doel', status: 'Stand', nummer: 'Versie', stand: 'Doel', meegegevenOp: 'Meegegeven op' },
} as const
