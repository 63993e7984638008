import { StatusBadge, type StatusTone } from '../../../ui/status-badge.tsx'
import type { Soort, Status, Termijnstand } from '../domain/keuzes.ts'
import { titleOf } from '../domain/rules.ts'

/** Options of a select or radio from a list of codes with their words. */
export function optionsOf(list: Readonly<Record<string, string>>) {
  return Object.entries(list).map(([value, label]) => ({ value, label }))
}

const tones: Readonly<Record<Status, StatusTone>> = {
  aangevraagd: 'info',
  beschikt: 'goed',
  ingetrokken: 'neutraal',
  buiten_behandeling: 'neutraal',
}

export function StandBadge({ row }: { row: { soort: Soort | null; status: Status } }) {
  const refused = row.status === 'beschikt' && (row.soort === 'afwijzing' || row.soort === 'intrekking')
  return <StatusBadge label={titleOf(row)} tone={refused ? 'neutraal' : tones[row.status]} />
}

/** The stand of the term in words; colour and icon only repeat it. */
export function TermijnBadge({ stand, dagenOver }: { stand: Termijnstand; dagenOver: number }) {
  const dagen = (n: number) => (n === 1 ? '1 dag' : `${n} dagen`)
  switch (stand) {
    case 'te_laat':
      return <StatusBadge label={`${dagen(-dagenOver)} te laat`} tone="fout" />
    case 'vandaag':
      return <StatusBadge label="Vandaag is de laatste dag" tone="let_op" />
    case 'binnenkort':
      return <StatusBadge label={`Nog ${dagen(dagenOver)}`} tone="let_op" />
    case 'staat_stil':
      return <StatusBadge label="Termijn staat stil" tone="wacht" />
    case 'op_tijd':
      return <StatusBadge label={`Nog ${dagen(dagenOver)}`} tone="info" />
    default:
      return null
  }
}
