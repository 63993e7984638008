import { StatusBadge } from '../../../ui/status-badge.tsx'
import type { OverdrachtItem } from '../domain/contract.ts'
import { isRisicomoment, wetsovergangen } from '../domain/rules.ts'
import { toestanden } from '../domain/toestanden.ts'

const tonen = {
  aangeboden: 'wacht',
  geaccepteerd: 'info',
  afgerond: 'goed',
  geweigerd: 'neutraal',
  ingetrokken: 'neutraal',
} as const

export function OverdrachtStand({ toestand }: { toestand: OverdrachtItem['toestand'] }) {
  return <StatusBadge label={toestanden[toestand]} tone={tonen[toestand]} />
}

/** OVD-03: another law or payer is where people get lost. */
export function Risicomoment({ overgang }: { overgang: OverdrachtItem['wetsovergang'] }) {
  if (!isRisicomoment(overgang)) return null
  return <StatusBadge label={`Risico: ${lowerFirst(wetsovergangen[overgang])}`} tone="let_op" />
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
