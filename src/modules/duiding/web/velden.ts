import { useCommand } from '../../../ui/api-hooks.ts'
import { formatMonth } from '../../../ui/format.ts'
import { useToast } from '../../../ui/toast.tsx'

export const maandNaam = (maand: string) => formatMonth(`${maand}-01`)

/** Sends a form and says that it is done. */
export function useZend<E extends Parameters<typeof useCommand>[0]>(
  endpoint: E,
  gedaan: string,
  sluit?: () => void,
) {
  const toast = useToast()
  return useCommand(endpoint, {
    onDone: () => {
      toast.show(gedaan)
      sluit?.()
    },
  })
}
