import { useCommand } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import type { Option } from '../../../ui/choice-fields.tsx'
import { useMag } from '../../../ui/session.tsx'
import { useToast } from '../../../ui/toast.tsx'

export const keuzesVan = (rijen: readonly { readonly id: string; readonly naam: string }[]): Option[] =>
  rijen.map(({ id, naam }) => ({ value: id, label: naam }))

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

/** The one thing to add in a tab, for who may. */
export function Toevoegen({ to, label }: { to: string; label: string }) {
  const mag = useMag()
  return mag('participatie.schrijven') ? (
    <div className="od-knoppen">
      <ButtonLink to={to}>{label}</ButtonLink>
    </div>
  ) : null
}
