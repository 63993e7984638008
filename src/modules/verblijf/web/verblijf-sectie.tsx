import { Link } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { formatCount } from '../../../ui/format.ts'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { listVerblijven } from '../domain/api.ts'
import { TermijnBadge } from './lijst-page.tsx'

/** In the dossier of a cliënt: where this person stays and stayed. */
export function VerblijfSectie({ persoonId }: { readonly persoonId: string }) {
  const answer = useEndpoint(listVerblijven, {
    query: { persoonId, stand: 'alle', sorteer: '-begonnenOp', aantalPerPagina: 50 },
  })
  return (
    <>
      {answer.error && !answer.data && <ProblemAlert problem={answer.error} />}
      {answer.data?.count === 0 && <p>Verblijft niet op een plek die u mag zien.</p>}
      <ul className="od-werklijst">
        {answer.data?.results.map((row) => (
          <li key={row.id}>
            <span className="od-werklijst__wie">
              <Link to={`/verblijven/${row.id}` as never}>{row.locatie}</Link>
              <span className="od-hint">
                {row.plek}, {row.product}, {formatCount(row.nachten, 'nacht', 'nachten')}
                {row.persoonId !== persoonId && `, samen met ${row.naam}`}
              </span>
            </span>
            <span className="od-werklijst__wanneer">
              {row.geeindigdOp ? (
                <>
                  <DateText date={row.begonnenOp} /> tot <DateText date={row.geeindigdOp} />
                </>
              ) : (
                <>
                  sinds <DateText date={row.begonnenOp} /> <TermijnBadge rij={row} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
