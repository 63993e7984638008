import { StatusBadge, type StatusTone } from '../../../ui/status-badge.tsx'
import { type Status, statussen } from '../domain/status.ts'

const tonen: Record<Status, StatusTone> = {
  nieuw: 'let_op',
  triage: 'info',
  onderzoek: 'info',
  wacht_op_besluit: 'wacht',
  besloten: 'goed',
  gesloten: 'neutraal',
}

export function MeldingStatus({ status }: { status: Status }) {
  return <StatusBadge label={statussen[status]} tone={tonen[status]} />
}

/** How long the onderzoek may still take: in words, the colour only repeats it. */
export function Termijn({ dagen }: { dagen: number | null }) {
  if (dagen === null) return <>–</>
  if (dagen < 0)
    return <StatusBadge label={`${-dagen} ${-dagen === 1 ? 'dag' : 'dagen'} te laat`} tone="fout" />
  if (dagen === 0) return <StatusBadge label="Laatste dag" tone="let_op" />
  if (dagen <= 7) return <StatusBadge label={`Nog ${dagen} ${dagen === 1 ? 'dag' : 'dagen'}`} tone="let_op" />
  return <>{`Nog ${dagen} dagen`}</>
}
