import { useCommand } from '../../../ui/api-hooks.ts'
import { StatusBadge, type StatusTone } from '../../../ui/status-badge.tsx'
import { useToast } from '../../../ui/toast.tsx'
import type { CasusDetail } from '../domain/contract.ts'
import {
  type ActieToestand,
  actieToestanden,
  type OverlegToestand,
  overlegToestanden,
} from '../domain/toestanden.ts'

// What the screens of this module share.

export interface DeelProps {
  readonly one: CasusDetail
}

export interface FormProps extends DeelProps {
  readonly sluit: () => void
}

/** Sends a form and says that it is done. */
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

const overlegTonen = { gepland: 'info', gehouden: 'goed', geannuleerd: 'neutraal' } as const satisfies Record<
  OverlegToestand,
  StatusTone
>
export const OverlegStand = ({ stand }: { stand: OverlegToestand }) => (
  <StatusBadge label={overlegToestanden[stand]} tone={overlegTonen[stand]} />
)

const actieTonen = { open: 'wacht', gedaan: 'goed', vervallen: 'neutraal' } as const satisfies Record<
  ActieToestand,
  StatusTone
>
export const ActieStand = ({ stand, isTeLaat }: { stand: ActieToestand; isTeLaat: boolean }) =>
  isTeLaat ? (
    <StatusBadge label="Te laat" tone="fout" />
  ) : (
    <StatusBadge label={actieToestanden[stand]} tone={actieTonen[stand]} />
  )
