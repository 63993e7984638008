import { Link } from '@tanstack/react-router'
import { formatLong } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { formatCount } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { ernsten } from '../domain/bevinding.ts'
import { type Bevindingrij, listBevindingen, listBevindingsoorten } from '../domain/contract.ts'
import { AkkoordForm, TrekIn } from './akkoord.tsx'

/** `/gegevenskwaliteit`: what is wrong or missing and who can put it right; what is put right is gone by itself. */
export function GegevenskwaliteitPage() {
  const soorten = useEndpoint(listBevindingsoorten, {}).data?.soorten ?? []
  return (
    <Page
      title="Gegevens nakijken"
      lead="Gegevens die ontbreken of niet kunnen kloppen, de oudste eerst. Herstelt u het, dan verdwijnt de regel vanzelf. Klopt het zoals het er staat? Geef dan akkoord, met de reden."
    >
      <DataTable
        id="bevindingen"
        caption="Gegevens om na te kijken"
        captionHidden
        endpoint={listBevindingen}
        rowKey={(row) => row.bevinding + row.sleutel}
        defaultSort="sinds"
        filters={
          <>
            <FilterSelect
              name="van"
              label="Voor wie"
              allLabel="Voor mij"
              options={[
                { value: 'organisatie', label: 'Mijn organisatie' },
                { value: 'zicht', label: 'Alles wat ik mag zien' },
              ]}
            />
            <FilterSelect
              name="bevinding"
              label="Wat"
              options={soorten.map(({ bevinding, naam }) => ({ value: bevinding, label: naam }))}
            />
            <FilterSelect
              name="ernst"
              label="Ernst"
              options={Object.entries(ernsten).map(([value, label]) => ({ value, label }))}
            />
            <FilterSelect
              name="akkoord"
              label="Tonen"
              allLabel="Nog te doen"
              options={[{ value: 'ja', label: 'Akkoord zoals het is' }]}
            />
          </>
        }
        columns={[
          {
            key: 'over',
            label: 'Over',
            sortable: true,
            render: (row) => (
              <>
                {row.persoonId ? (
                  <Link to={`/clienten/${row.persoonId}` as never}>{row.over}</Link>
                ) : (
                  <strong>{row.over}</strong>
                )}
                {row.detail && <p className="od-hint">{row.detail}</p>}
              </>
            ),
          },
          {
            key: 'naam',
            label: 'Wat er niet klopt',
            sortable: true,
            render: (row) => (
              <details className="od-meer">
                <summary>{row.naam}</summary>
                <p>{row.uitleg}</p>
              </details>
            ),
          },
          {
            key: 'ernst',
            label: 'Ernst',
            sortable: true,
            render: (row) =>
              row.ernst === 'hoog' ? <StatusBadge label={ernsten.hoog} tone="let_op" /> : ernsten.gewoon,
          },
          {
            key: 'sinds',
            label: 'Sinds',
            sortable: true,
            render: (row) => (
              <>
                <DateText date={row.sinds} />
                <p className="od-hint">
                  {row.dagen === 0 ? 'Vandaag' : formatCount(row.dagen, 'dag', 'dagen')}
                </p>
              </>
            ),
          },
          {
            key: 'wie',
            label: 'Wie kan het herstellen',
            render: (row) => [row.wie, row.organisatie].filter(Boolean).join(', ') || 'Niemand aangewezen',
          },
          { key: 'doen', label: 'Doen', render: (row) => <Doen row={row} /> },
        ]}
        empty={{
          title: 'Niets om na te kijken',
          text: 'Alles wat u kunt herstellen is in orde. Kies bij Voor wie een andere keuze om ook te zien wat anderen nog moeten doen.',
        }}
      />
    </Page>
  )
}

function Doen({ row }: { row: Bevindingrij }) {
  const mag = useMag()('kwaliteit.akkoord')
  if (row.akkoord)
    return (
      <>
        <p>
          Akkoord tot {formatLong(row.akkoord.tot)}: {row.akkoord.reden}
        </p>
        <p className="od-hint">
          {row.akkoord.door}, {row.akkoord.organisatie}
        </p>
        {mag && <TrekIn id={row.akkoord.id} />}
      </>
    )
  const [to, query] = row.pad.split('?') as [string, string?]
  return (
    <>
      <p>
        <Link
          className="od-actielink"
          to={to as never}
          search={Object.fromEntries(new URLSearchParams(query)) as never}
        >
          {row.doen}
        </Link>
      </p>
      {mag && (
        <FormDisclosure label="Klopt zo">{(sluit) => <AkkoordForm row={row} sluit={sluit} />}</FormDisclosure>
      )}
    </>
  )
}
