import { Link } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { listWachtlijst } from '../domain/contract.ts'
import { geleden, WachtStatus } from './teksten.tsx'

/** In the dossier of a cliënt: what this person, or the household, waits for. */
export function WachtlijstSectie({ persoonId }: { readonly persoonId: string }) {
  const mag = useMag()
  const answer = useEndpoint(listWachtlijst, { query: { persoonId, aantalPerPagina: 50 } })
  return (
    <>
      {answer.error && !answer.data && <ProblemAlert problem={answer.error} />}
      {answer.data?.count === 0 && <p>Staat niet op de wachtlijst.</p>}
      <ul className="od-werklijst">
        {answer.data?.results.map((row) => (
          <li key={row.id}>
            <span className="od-werklijst__wie">
              <Link to={`/wachtlijst/${row.id}` as never}>{row.product}</Link>
              <span className="od-hint">
                {row.persoonId !== persoonId && `samen met ${row.naam}; `}besluit {geleden(row.dagenBesloten)}
              </span>
            </span>
            <span className="od-werklijst__wanneer">
              {row.rang !== null && `plaats ${row.rang} van ${row.aantalOpLijst}`}{' '}
              <WachtStatus status={row.status} />
            </span>
          </li>
        ))}
      </ul>
      {mag('wachtlijst.plaatsen') && (
        <div>
          <ButtonLink to="/wachtlijst/nieuw" search={{ persoon: persoonId }} variant="secondary">
            Op de wachtlijst zetten
          </ButtonLink>
        </div>
      )}
    </>
  )
}
