import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { formatMoment, formatShort } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { listTijdlijn } from '../domain/contract.ts'

const stap = 20

/** What happened around a person: the day it was so, and when and by whom it was recorded. */
export function Tijdlijn({ persoonId }: { persoonId: string }) {
  const [aantal, setAantal] = useState(stap)
  const answer = useEndpoint(listTijdlijn, {
    params: { id: persoonId },
    query: { aantalPerPagina: Math.min(aantal, 200) },
  })
  if (answer.error && !answer.data) return <ProblemAlert problem={answer.error} />
  if (!answer.data) return <p role="status">Bezig met laden…</p>
  const { count, results } = answer.data
  if (count === 0)
    return (
      <EmptyState title="Nog niets gebeurd" text="Wat u vastlegt over deze cliënt, komt hier te staan." />
    )
  return (
    <>
      <ol className="od-tijdlijn" aria-label="Tijdlijn, het nieuwste eerst">
        {results.map((regel) => (
          <li key={regel.id}>
            <p className="od-tijdlijn__kop">
              <time dateTime={regel.op}>{formatShort(regel.op)}</time>: {regel.zin}
            </p>
            <p className="od-hint">
              Vastgelegd op {formatMoment(regel.vastgelegdOp)}
              {regel.door && ` door ${regel.door}`}
              {regel.organisatie && ` (${regel.organisatie})`}
            </p>
          </li>
        ))}
      </ol>
      {results.length < count && (
        <Button type="button" variant="secondary" onClick={() => setAantal(aantal + stap)}>
          Meer laten zien
        </Button>
      )}
    </>
  )
}
