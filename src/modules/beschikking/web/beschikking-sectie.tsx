import { Link } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { listBeschikkingen } from '../domain/contract.ts'
import { StandBadge, TermijnBadge } from './labels.tsx'

/** In the dossier of a cliënt: what was applied for and decided, and the way to a new application. */
export function BeschikkingSectie({ persoonId }: { persoonId: string }) {
  const mag = useMag()
  const answer = useEndpoint(listBeschikkingen, { query: { persoonId, aantalPerPagina: 50 } })
  return (
    <>
      {answer.error && !answer.data && <ProblemAlert problem={answer.error} />}
      {answer.data?.count === 0 && <p>Er is nog geen aanvraag of beschikking.</p>}
      <ul className="od-werklijst">
        {answer.data?.results.map((row) => (
          <li key={row.id}>
            <span className="od-werklijst__wie">
              <Link to={`/beschikkingen/${row.id}` as never}>{row.nummer}</Link>
              <span className="od-hint">{row.productNaam}</span>
            </span>
            <span className="od-werklijst__wanneer">
              <StandBadge row={row} />
              <TermijnBadge stand={row.termijnstand} dagenOver={row.dagenOver} />
            </span>
          </li>
        ))}
      </ul>
      {mag('melding.behandelen') && (
        <div>
          <ButtonLink to="/beschikkingen/nieuw" search={{ persoon: persoonId }} variant="secondary">
            Aanvraag vastleggen
          </ButtonLink>
        </div>
      )}
    </>
  )
}
