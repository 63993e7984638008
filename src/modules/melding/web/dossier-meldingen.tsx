import { Link } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { useMag } from '../../../ui/session.tsx'
import { listVervolgen } from '../domain/besluit-contract.ts'
import { listMeldingen } from '../domain/contract.ts'
import { MeldingStatus } from './status.tsx'

/** Part of the dossier: the meldingen of this person, and when somebody looks how it goes. */
export function MeldingenSectie({ persoonId }: { readonly persoonId: string }) {
  const mag = useMag()
  const meldingen = useEndpoint(listMeldingen, { query: { persoonId, aantalPerPagina: 50 } }).data
  const vervolgen = useEndpoint(listVervolgen, { query: { persoonId } }).data
  if (!meldingen) return <p role="status">Bezig met laden…</p>
  return (
    <div className="od-stapel">
      {meldingen.count === 0 ? (
        <p>Nog geen meldingen.</p>
      ) : (
        <ul className="od-stapel">
          {meldingen.results.map((melding) => (
            <li key={melding.id}>
              <Link to={`/meldingen/${melding.id}` as never}>{melding.nummer}</Link> van{' '}
              <DateText date={melding.meldingsdatum} />, {melding.kanaalNaam.toLowerCase()}, {melding.loket}{' '}
              <MeldingStatus status={melding.status} />
            </li>
          ))}
        </ul>
      )}
      {(vervolgen?.results ?? []).map((vervolg) => (
        <p key={vervolg.id}>
          Vervolg: {vervolg.wat}, uiterlijk <DateText date={vervolg.geplandOp} /> ({vervolg.contactpersoon},{' '}
          {vervolg.organisatie}).
        </p>
      ))}
      {mag('melding.registreren') && (
        <div>
          <ButtonLink to="/meldingen/nieuw" search={{ persoon: persoonId }} variant="secondary">
            Melding vastleggen
          </ButtonLink>
        </div>
      )}
    </div>
  )
}
