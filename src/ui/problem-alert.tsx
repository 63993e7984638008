import { Alert } from './alert.tsx'
import { ApiProblem } from './api.ts'

export interface ProblemAlertProps {
  problem: ApiProblem | Error
  focus?: boolean
}

/** Says what went wrong, what is in the way and what is possible instead. */
export function ProblemAlert({ problem, focus }: ProblemAlertProps) {
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
