import { UnorderedList } from '@amsterdam/design-system-react'
import { StatusBadge, type StatusTone } from '../../../ui/status-badge.tsx'
import { type Status, statussen } from '../domain/rules.ts'

const looks: Record<Status, [label: string, tone: StatusTone]> = {
  voorgesteld: ['Wacht op antwoord', 'wacht'],
  aanvaard: ['Aanvaard', 'goed'],
  geweigerd: ['Geweigerd', 'fout'],
  vervallen: ['Vervallen', 'neutraal'],
  ingetrokken: ['Ingetrokken', 'neutraal'],
  gestart: ['Verblijf gestart', 'goed'],
  niet_verschenen: ['Niet verschenen', 'let_op'],
}

export function VoorstelStatus({ status }: { status: Status }) {
  const [label, tone] = looks[status]
  return (
    <span title={statussen[status]}>
      <StatusBadge label={label} tone={tone} />
    </span>
  )
}

const marks = { ja: '✓', nee: '✗', let_op: '!' } as const
const words = { ja: 'Past', nee: 'Past niet', let_op: 'Let op' } as const

/** Why it fits or not; the sign is repeated in words for who does not see it. */
export function Redenen({
  redenen,
}: {
  redenen: readonly { past: 'ja' | 'nee' | 'let_op'; tekst: string }[]
}) {
  if (redenen.length === 0) return <>Geen bijzonderheden.</>
  return (
    <UnorderedList markers={false}>
      {redenen.map((reden) => (
        <UnorderedList.Item key={reden.tekst}>
          <span aria-hidden="true">{marks[reden.past]} </span>
          <span className="ams-visually-hidden">{words[reden.past]}: </span>
          {reden.tekst}
        </UnorderedList.Item>
      ))}
    </UnorderedList>
  )
}
