import { StatusBadge, type StatusTone } from '../../../ui/status-badge.tsx'
import type { Leveringrij } from '../domain/contract.ts'
import type { Status } from '../domain/soorten.ts'

const tonen: Readonly<Record<Status, StatusTone>> = {
  gemaakt: 'wacht',
  vrijgegeven: 'info',
  verstuurd: 'goed',
  ingetrokken: 'neutraal',
}

export const Stand = ({ levering }: { levering: Pick<Leveringrij, 'status' | 'statusNaam'> }) => (
  <StatusBadge label={levering.statusNaam} tone={tonen[levering.status]} />
)
