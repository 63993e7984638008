import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { formatMoment } from '../shared/plain-date.ts'
import { Alert } from './alert.tsx'
import type { ApiProblem } from './api.ts'
import { type ConflictWords, fieldWord, valueWord } from './conflict-words.ts'

export interface ConflictAlertProps {
  problem: ApiProblem
  /** Screen words for what was changed; the first that knows a field or a value counts. */
  words?: readonly (ConflictWords | undefined)[]
  /** Fetches the newest data and keeps what the user typed. Left out: only tells what changed. */
  onReload?: () => Promise<void>
}

/** Someone else saved first, or the user in another window: who changed what, and a way on that loses no text. */
export function ConflictAlert({ problem, words = [], onReload }: ConflictAlertProps) {
  const [busy, setBusy] = useState(false)
  const changes = problem.wijzigingen ?? []
  const isSelf = changes.length > 0 && changes.every((change) => change.zelf)
  return (
    <Alert
      tone="let_op"
      heading={isSelf ? 'U heeft dit zelf gewijzigd' : 'Iemand anders heeft dit intussen gewijzigd'}
      focus
    >
      <p>{problem.detail || 'Uw wijziging is nog niet opgeslagen.'}</p>
      {changes.length > 0 && (
        <ul>
          {changes.map((change) => (
            <li key={change.veld + change.op}>
              <strong>{fieldWord(change.veld, ...words)}</strong>: van “
              {valueWord(change.veld, change.oud, ...words)}” naar “
              {valueWord(change.veld, change.nieuw, ...words)}”, door {change.zelf ? 'uzelf' : change.door} op{' '}
              {formatMoment(change.op)}
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
