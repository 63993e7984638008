import { ButtonLink } from '../../../src/ui/button-link.tsx'
import { DataTable } from '../../../src/ui/data-table.tsx'
import { DateText, NumberText } from '../../../src/ui/date-text.tsx'
import { Page } from '../../../src/ui/page.tsx'
import { StatusBadge } from '../../../src/ui/status-badge.tsx'
import { FilterSelect, FilterText } from '../../../src/ui/table-filters.tsx'
import { listPlekken } from './contract.ts'

export function KitTable() {
  return (
    <Page
      title="Plekken"
      lead="Alle plekken die u mag zien."
      breadcrumbs={[{ label: 'Begin', to: '/' }]}
      actions={<ButtonLink to="/formulier">Plek toevoegen</ButtonLink>}
    >
      <DataTable
        id="kit-plekken"
        caption="Plekken in de regio"
        endpoint={listPlekken}
        rowKey={(row) => row.id}
        defaultSort="naam"
        columns={[
          { key: 'naam', label: 'Naam', sortable: true },
          {
            key: 'status',
            label: 'Status',
            render: (row) => (
              <StatusBadge label={row.status} tone={row.status === 'Vrij' ? 'goed' : 'let_op'} />
            ),
          },
          {
            key: 'vrijVanaf',
            label: 'Vrij vanaf',
            sortable: true,
            render: (row) => <DateText date={row.vrijVanaf} />,
          },
          {
            key: 'prijs',
            label: 'Prijs per nacht',
            align: 'end',
            render: (row) => <NumberText value={row.prijs} unit="euro" />,
          },
          { key: 'id', label: 'Kenmerk', defaultHidden: true },
        ]}
        filters={
          <>
            <FilterText name="zoek" label="Zoek op naam" />
            <FilterSelect
              name="status"
              label="Status"
              options={[
                { value: 'Vrij', label: 'Vrij' },
                { value: 'Bezet', label: 'Bezet' },
              ]}
            />
          </>
        }
        empty={{ title: 'Nog geen plekken', text: 'Voeg een voorziening toe en daarna de plekken.' }}
      />
    </Page>
  )
}
