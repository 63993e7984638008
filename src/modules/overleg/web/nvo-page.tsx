import { Link } from '@tanstack/react-router'
import { Alert } from '../../../ui/alert.tsx'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { nvoStatussen } from '../domain/keuzes.ts'
import { getNvoJaren, listNvoAntwoorden, type Nvorij } from '../domain/nvo-contract.ts'
import { Nvostand } from './standen.tsx'

/** How many of the eight are judged, and what to do about the others. */
function NogTeDoen({ jaar }: { jaar: number }) {
  const mag = useMag()('overleg.schrijven')
  const { data } = useEndpoint(listNvoAntwoorden, { query: { jaar } })
  const open = data?.results.filter((rij) => rij.jaar === jaar && rij.status === null) ?? []
  if (open.length === 0) return null
  const zonder = open.filter(({ id }) => id === null).length
  const delen = [
    ...(zonder > 0 ? [`${zonder} zonder antwoord`] : []),
    ...(open.length > zonder ? [`${open.length - zonder} met een antwoord dat nog niet is beoordeeld`] : []),
  ]
  return (
    <Alert
      heading={
        open.length === 1
          ? 'Eén afspraak is nog niet beoordeeld'
          : `${open.length} afspraken zijn nog niet beoordeeld`
      }
      tone="let_op"
    >
      <p>
        Over {jaar}: {delen.join(', en ')}.{mag && ' Open de afspraak om vast te leggen of de regio voldoet.'}
      </p>
    </Alert>
  )
}

/** `/nvo`: eight agreements, a year at a time. */
export function NvoPage() {
  const { data, error } = useEndpoint(getNvoJaren, {})
  const { get } = useSearchParams()
  const jaar = Number(get('jaar')) || data?.ditJaar
  return (
    <Page
      title="Zelftoets Norm van Opdrachtgeverschap"
      lead="Elk jaar kijkt de regio of zij de acht afspraken nakomt die gemeenten met elkaar maakten. Per afspraak staat er hoe, en waaruit dat blijkt."
      breadcrumbs={[{ label: 'Overleg en besluiten', to: '/overleggen' }]}
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && jaar !== undefined && (
        <>
          <search className="od-filters" aria-label="Welk jaar">
            <FilterSelect
              name="jaar"
              label="Jaar"
              allLabel={`Dit jaar: ${data.ditJaar}`}
              options={data.jaren
                .filter((een) => een !== data.ditJaar)
                .map((een) => ({ value: String(een), label: String(een) }))}
            />
          </search>
          <NogTeDoen jaar={jaar} />
          <DataTable
            id="nvo"
            prefix="n-"
            caption={`Zelftoets van ${jaar}`}
            endpoint={listNvoAntwoorden}
            query={{ jaar }}
            rowKey={(rij) => rij.sleutel}
            defaultSort="afspraak"
            columns={[
              {
                key: 'afspraak',
                label: 'Afspraak',
                sortable: true,
                render: (rij: Nvorij) => (
                  <Link
                    to={'/nvo/$afspraak' as never}
                    params={{ afspraak: String(rij.afspraak) } as never}
                    search={{ jaar: String(rij.jaar) } as never}
                  >
                    {rij.afspraak}. {rij.naam}
                  </Link>
                ),
              },
              {
                key: 'status',
                label: 'Stand',
                sortable: true,
                render: (rij: Nvorij) => <Nvostand status={rij.status} isBeantwoord={rij.id !== null} />,
              },
              {
                key: 'vorigeStatus',
                label: 'Vorig jaar',
                render: (rij: Nvorij) => (rij.vorigeStatus ? nvoStatussen[rij.vorigeStatus] : '–'),
              },
              { key: 'beoordeeldDoor', label: 'Door' },
              {
                key: 'beoordeeldOp',
                label: 'Op',
                render: (rij: Nvorij) => <DateText date={rij.beoordeeldOp} />,
              },
              { key: 'vindplaats', label: 'Bewijs staat in', defaultHidden: true },
            ]}
            empty={{ title: 'Geen afspraken', text: 'Kies een ander jaar.' }}
          />
          <p className="od-hint">
            De afspraken komen uit de Norm van Opdrachtgeverschap beschermd wonen en maatschappelijke opvang
            (VNG, 2020), zoals de regiovisie MVS 2024 ze noemt in bijlagen 3 en 4.
          </p>
        </>
      )}
    </Page>
  )
}
