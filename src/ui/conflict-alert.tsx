import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { formatMoment } from '../shared/plain-date.ts'
import { Alert } from './alert.tsx'
import type { ApiProblem } from './api.ts'

export interface ConflictAlertProps {
  problem: ApiProblem
  /** Screen word for a field of the contract. */
  labelOf: (veld: string) => string
  /** Screen word for a value, e.g. of a code. */
  wordOf: (veld: string, waarde: string | null) => string
  /** Fetches the newest data and keeps what the user typed. Left out: only tells what changed. */
  onReload?: () => Promise<void>
}

/** Someone else saved first: who changed what, and a way on that loses no text. */
export function ConflictAlert({ problem, labelOf, wordOf, onReload }: ConflictAlertProps) {
  const [busy, setBusy] = useState(false)
  const changes = problem.wijzigingen ?? []
  return (
    <Alert tone="let_op" heading={problem.title} focus>
      <p>{problem.detail || 'Uw wijziging is nog niet opgeslagen.'}</p>
      {changes.length > 0 && (
        <ul>
          {changes.map((change) => (
            <li key={[change.veld, change.op, change.oud, change.nieuw].join()}>
              <strong>{labelOf(change.veld)}</strong>: van “{wordOf(change.veld, change.oud ?? null)}” naar “
              {wordOf(change.veld, change.nieuw ?? null)}”, door {change.door} op {formatMoment(change.op)}
            </li>
          ))}
        </ul>
      )}
      {onReload && (
        <>
          <p>
            Haal de nieuwste gegevens op. Wat u zelf heeft ingevuld, blijft staan. Controleer het en sla
            daarna opnieuw op.
          </p>
          <Button
            type="button"
            variant="secondary"
            disabled={busy}
            onClick={() => {
              setBusy(true)
              onReload().finally(() => setBusy(false))
            }}
          >
            {busy ? 'Bezig met ophalen…' : 'Nieuwste gegevens ophalen'}
          </Button>
        </>
      )}
    </Alert>
  )
}
