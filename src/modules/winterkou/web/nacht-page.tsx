import { Link } from '@tanstack/react-router'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { haalWinterkou, type WinterLocatie } from '../domain/contract.ts'
import { listWintergasten } from '../domain/gast-api.ts'
import { Gastenlijst } from './gastenlijst.tsx'
import { NachtForm } from './nacht-form.tsx'

/** `/winterkou/vannacht`: for a night worker with a phone: how many beds are left, one form, who is there. */
export function NachtPage() {
  const { get } = useSearchParams()
  const stand = useEndpoint(haalWinterkou, { query: {} }, { refetchInterval: 60_000 })
  const data = stand.data
  const locatie = data?.locaties.find((one) => one.locatieId === get('locatieId')) ?? data?.locaties[0]
  return (
    <Page
      title="Gast noteren"
      lead={
        data && (
          <>
            Nacht van <DateText date={data.nacht} long />
          </>
        )
      }
      breadcrumbs={[{ label: 'Winterkou en calamiteit', to: '/winterkou' }]}
      narrow
    >
      {stand.error && <ProblemAlert problem={stand.error} />}
      {data && !locatie && (
        <EmptyState
          title={data.perioden.length === 0 ? 'De regeling staat uit' : 'Geen uitwijklocatie'}
          text={
            data.perioden.length === 0
              ? 'Er zijn vannacht geen extra bedden. Vriest het? Bel wie over de regeling beslist.'
              : 'De regeling staat aan, maar er zijn geen bedden vastgelegd. Bel wie over de regeling beslist.'
          }
          action={<Link to={'/plekken' as never}>Kijk welke plekken vrij zijn</Link>}
        />
      )}
      {data && locatie && (
        <>
          {data.locaties.length > 1 && (
            <search aria-label="Locatie" className="od-filters">
              <FilterSelect
                name="locatieId"
                label="Locatie"
                allLabel={`${data.locaties[0]!.locatie} (${data.locaties[0]!.vrij} vrij)`}
                options={data.locaties
                  .slice(1)
                  .map((one) => ({ value: one.locatieId, label: `${one.locatie} (${one.vrij} vrij)` }))}
              />
            </search>
          )}
          <Vrij locatie={locatie} />
          <NachtForm
            key={locatie.locatieId}
            locatie={locatie}
            nacht={data.nacht}
            refresh={() => stand.refetch()}
          />
          <Gasten nacht={data.nacht} locatie={locatie} />
        </>
      )}
    </Page>
  )
}

function Vrij({ locatie }: { locatie: WinterLocatie }) {
  return (
    <p role="status" className="od-winter__vrij">
      <strong>{locatie.locatie}:</strong> <span className="od-bord__vrij">{locatie.vrij}</span> van{' '}
      {locatie.bedden} bedden vrij{' '}
      {locatie.vrij > 0 ? (
        <StatusBadge label="Bed vrij" tone="goed" />
      ) : (
        <StatusBadge label="Vol" tone="fout" />
      )}
    </p>
  )
}

function Gasten({ nacht, locatie }: { nacht: string; locatie: WinterLocatie }) {
  const gasten = useEndpoint(listWintergasten, {
    query: { nacht, locatieId: locatie.locatieId, aantalPerPagina: 200 },
  })
  if (!gasten.data) return gasten.error ? <ProblemAlert problem={gasten.error} /> : null
  const elders = locatie.gasten - gasten.data.count
  return (
    <Section title={`${gasten.data.count} ${gasten.data.count === 1 ? 'gast' : 'gasten'} in uw lijst`}>
      {elders > 0 && (
        <p>
          Een andere organisatie noteerde nog {elders} {elders === 1 ? 'gast' : 'gasten'} op deze locatie.
        </p>
      )}
      {gasten.data.count === 0 ? (
        <EmptyState title="Nog niemand genoteerd" text="Noteer hierboven wie er slaapt." />
      ) : (
        <Gastenlijst gasten={gasten.data.results} />
      )}
    </Section>
  )
}
