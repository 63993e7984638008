import { Link } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { listOverdrachten, type OverdrachtItem } from '../domain/contract.ts'
import { openToestanden } from '../domain/toestanden.ts'
import { OverdrachtStand, Risicomoment } from './stand.tsx'

/** In the dossier: the handovers of this person, the newest on top, and how to begin one. */
export function OverdrachtSectie({ persoonId }: { readonly persoonId: string }) {
  const mag = useMag()
  const { data, error } = useEndpoint(listOverdrachten, {
    query: { persoonId, stand: 'alle', aantalPerPagina: 50 },
  })
  if (!data) return error ? <ProblemAlert problem={error} /> : <p role="status">Bezig met laden…</p>
  const loopt = data.results.some((een) => openToestanden.some((open) => open === een.toestand))
  return (
    <>
      {data.count === 0 && <p>Deze cliënt is nog niet overgedragen.</p>}
      <ul className="od-werklijst">
        {data.results.map((een) => (
          <Regel key={een.id} een={een} />
        ))}
      </ul>
      {mag('overdracht.doen') && !loopt && (
        <div className="od-knoppen">
          <ButtonLink to={`/clienten/${persoonId}/overdragen`} variant="secondary">
            Overdragen aan een ander
          </ButtonLink>
          <ButtonLink to={`/clienten/${persoonId}/van-buiten`} variant="tertiary">
            Komt van buiten de regio
          </ButtonLink>
        </div>
      )}
    </>
  )
}

function Regel({ een }: { een: OverdrachtItem }) {
  return (
    <li>
      <span className="od-werklijst__wie">
        <Link to={`/overdrachten/${een.id}` as never}>
          Van {een.van} naar {een.naar}
        </Link>
        <span className="od-hint">
          Begonnen op <DateText date={een.aangebodenOp.slice(0, 10)} />
          {een.afgerondOp && (
            <>
              , afgerond op <DateText date={een.afgerondOp} />
            </>
          )}
          {een.eersteContactUiterlijk && een.eersteContactOp === null && (
            <>
              . Eerste contact uiterlijk <DateText date={een.eersteContactUiterlijk} />
            </>
          )}
        </span>
      </span>
      <span className="od-werklijst__wanneer">
        <Risicomoment overgang={een.wetsovergang} />
        <OverdrachtStand toestand={een.toestand} />
      </span>
    </li>
  )
}
