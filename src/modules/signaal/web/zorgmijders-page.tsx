import { Link } from '@tanstack/react-router'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { listBemoeizorg } from '../domain/bemoeizorg-contract.ts'

/** `/zorgmijders` */
export function ZorgmijdersPage() {
  return (
    <Page
      title="Zorgwekkende zorgmijders"
      lead="Mensen die hulp nodig hebben en die mijden. Voor ieder is er een plan, en is opgeschreven waarom wij zonder toestemming handelen. Beginnen doet u in het dossier van de cliënt."
    >
      <DataTable
        id="zorgmijders"
        caption="Zorgwekkende zorgmijders die u mag zien"
        captionHidden
        endpoint={listBemoeizorg}
        rowKey={(row) => row.id}
        defaultSort="heroverwegenVoor"
        filters={
          <FilterSelect
            name="stand"
            label="Tonen"
            allLabel="Wat loopt"
            options={[
              { value: 'te_laat', label: 'Te laat om opnieuw te wegen' },
              { value: 'gestopt', label: 'Gestopt' },
            ]}
          />
        }
        columns={[
          {
            key: 'naam',
            label: 'Cliënt',
            sortable: true,
            render: (row) => <Link to={`/clienten/${row.persoonId}?tab=instroom` as never}>{row.naam}</Link>,
          },
          { key: 'trekker', label: 'Trekker', render: (row) => `${row.trekker}, ${row.organisatie}` },
          {
            key: 'begonnenOp',
            label: 'Sinds',
            sortable: true,
            render: (row) => <DateText date={row.begonnenOp} />,
          },
          { key: 'artikel', label: 'Mag omdat' },
          {
            key: 'heroverwegenVoor',
            label: 'Opnieuw wegen voor',
            sortable: true,
            render: (row) => (
              <>
                <DateText date={row.heroverwegenVoor} />{' '}
                {row.isTeLaat && <StatusBadge label="Te laat" tone="fout" />}
                {row.geeindigdOp && <StatusBadge label="Gestopt" />}
              </>
            ),
          },
        ]}
        empty={{
          title: 'Niemand',
          text: 'Er loopt geen bemoeizorg die hierbij past en die u mag zien.',
        }}
      />
    </Page>
  )
}
