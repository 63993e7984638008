import { useQueryClient } from '@tanstack/react-query'
import { Alert } from './alert.tsx'
import { ApiProblem } from './api.ts'
import { ConflictAlert } from './conflict-alert.tsx'
import { type ConflictWords, fieldWord, valueWord } from './conflict-words.ts'

export interface ProblemAlertProps {
  problem: ApiProblem | Error
  focus?: boolean
  /** Screen words for what somebody else changed. */
  conflictWords?: ConflictWords | undefined
  /** After the newest data came in, e.g. to take this message away. */
  onReloaded?: () => void
}

/** A button shows no fields. */
const nothing = new Map<string, never>()

/** Says what went wrong, what is in the way and what is possible instead. */
export function ProblemAlert({ problem, focus, conflictWords, onReloaded }: ProblemAlertProps) {
  const client = useQueryClient()
  if (!(problem instanceof ApiProblem)) {
    return (
      <Alert tone="fout" heading="Er ging iets mis" focus={focus}>
        <p>
          Onderdak kon het antwoord niet lezen. Laad de pagina opnieuw. Blijft het misgaan? Meld het bij uw
          beheerder.
        </p>
      </Alert>
    )
  }
  if (problem.code === 'versie_verouderd') {
    const known = { labels: nothing, choices: nothing, words: conflictWords }
    return (
      <ConflictAlert
        problem={problem}
        labelOf={(veld) => fieldWord(veld, known)}
        wordOf={(veld, waarde) => valueWord(veld, waarde, known)}
        onReload={async () => {
          await client.refetchQueries({ type: 'active' })
          onReloaded?.()
        }}
      />
    )
  }
  return (
    <Alert tone="fout" heading={problem.title} focus={focus}>
      {problem.detail && <p>{problem.detail}</p>}
      {problem.conflict && <p>In de weg staat: {problem.conflict}</p>}
      {problem.fouten.length > 0 && (
        <ul>
          {problem.fouten.map((fout) => (
            <li key={fout.veld + fout.melding}>{fout.melding}</li>
          ))}
        </ul>
      )}
      {problem.mogelijk && problem.mogelijk.length > 0 && (
        <>
          <p>Dit kunt u wel doen:</p>
          <ul>
            {problem.mogelijk.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  )
}
