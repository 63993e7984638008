import { Link } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { useMag } from '../../../ui/session.tsx'
import { type Besluitrij, listBestuursbesluiten } from '../domain/besluit-contract.ts'
import { orgaannaam } from '../domain/besluitpad.ts'
import { Besluitstand } from './standen.tsx'

// What the pages of a programma and an activiteit show of the decisions about them.

/** Decisions about an activiteit or a programma; none for who may not see them. */
export function useBesluitenOver(van: { activiteitId: string } | { programmaId: string }) {
  const enabled = useMag()('overleg.lezen')
  const query = { ...van, aantalPerPagina: 200 } as never
  return useEndpoint(listBestuursbesluiten, { query }, { enabled }).data?.results ?? []
}

/** Number, who, day, and what is still needed on its way. */
export function Besluitlijst({ besluiten, label }: { besluiten: readonly Besluitrij[]; label: string }) {
  return (
    <ul className="od-kaarten" aria-label={label}>
      {besluiten.map((besluit) => (
        <li key={besluit.id}>
          <Link to={'/besluiten/$id' as never} params={{ id: besluit.id } as never}>
            {besluit.nummer} {besluit.titel}
          </Link>
          <span>
            {orgaannaam(besluit.orgaan, besluit.gemeente)},{' '}
            {besluit.beslotenOp === null ? 'nog niet besloten' : <DateText date={besluit.beslotenOp} />}
          </span>
          <Besluitstand stand={besluit.stand} />
          {besluit.nogNodig && (
            <span className="od-hint">
              Nog nodig: {besluit.nogNodig}
              {besluit.volgendeOp && (
                <>
                  . Volgende stap: <DateText date={besluit.volgendeOp} />
                </>
              )}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
