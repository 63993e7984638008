import { formatCount } from '../../../ui/format.ts'
import { StatusBadge, type StatusTone } from '../../../ui/status-badge.tsx'
import { type Status, statussen } from '../domain/rules.ts'

export const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

export const optionsOfKeuzes = (keuzes: readonly { code: string; naam: string }[] | undefined) =>
  (keuzes ?? []).map(({ code, naam }) => ({ value: code, label: naam }))

const tonen: Record<Status, StatusTone> = {
  wachtend: 'wacht',
  opgeschort: 'neutraal',
  voorgesteld: 'info',
  geplaatst: 'goed',
  beeindigd: 'neutraal',
}
const kort: Record<Status, string> = {
  wachtend: 'Wacht',
  opgeschort: 'Tijdelijk niet beschikbaar',
  voorgesteld: 'Voorgesteld',
  geplaatst: 'Geplaatst',
  beeindigd: 'Beëindigd',
}

export function WachtStatus({ status }: { status: Status }) {
  return (
    <span title={statussen[status]}>
      <StatusBadge label={kort[status]} tone={tonen[status]} />
    </span>
  )
}

const inDagen = (aantal: number) => formatCount(aantal, 'dag', 'dagen')

export const dagen = (aantal: number | null) =>
  aantal === null ? '–' : aantal === 0 ? 'vandaag' : inDagen(aantal)

export const geleden = (aantal: number) => (aantal === 0 ? 'vandaag' : `${inDagen(aantal)} geleden`)
