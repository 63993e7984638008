import { StatusBadge, type StatusTone } from '../../../ui/status-badge.tsx'
import {
  actiestanden,
  besluitstanden,
  nvoStatussen,
  overeenkomststanden,
  vergaderstatussen,
} from '../domain/keuzes.ts'

const stand =
  <K extends string>(woorden: Readonly<Record<K, string>>, tonen: Readonly<Record<K, StatusTone>>) =>
  ({ stand: een }: { stand: K }) => <StatusBadge label={woorden[een]} tone={tonen[een]} />

export const Vergaderstand = stand(vergaderstatussen, {
  gepland: 'info',
  gehouden: 'goed',
  afgelast: 'neutraal',
})
export const Besluitstand = stand(besluitstanden, {
  voorgenomen: 'wacht',
  onderweg: 'info',
  rond: 'goed',
  niet_akkoord: 'fout',
  ingetrokken: 'neutraal',
})
export const Actiestand = stand(actiestanden, {
  open: 'wacht',
  te_laat: 'fout',
  gedaan: 'goed',
  vervallen: 'neutraal',
})
export const Overeenkomststand = stand(overeenkomststanden, {
  loopt: 'goed',
  nabij: 'let_op',
  voorbij: 'fout',
  afgesloten: 'neutraal',
})
export const Jaarstand = stand(
  { gedaan: 'Gedaan', te_laat: 'Te laat', open: 'Nog te doen' },
  { gedaan: 'goed', te_laat: 'fout', open: 'wacht' },
)

const nvoTonen = { voldoet: 'goed', deels: 'let_op', niet: 'fout' } as const
/** Null with an answer is explained and not judged; without one it is still to do. */
export function Nvostand({
  status,
  isBeantwoord,
}: {
  status: keyof typeof nvoStatussen | null
  isBeantwoord: boolean
}) {
  if (status) return <StatusBadge label={nvoStatussen[status]} tone={nvoTonen[status]} />
  return isBeantwoord ? (
    <StatusBadge label="Nog niet beoordeeld" tone="wacht" />
  ) : (
    <StatusBadge label="Nog geen antwoord" tone="neutraal" />
  )
}
