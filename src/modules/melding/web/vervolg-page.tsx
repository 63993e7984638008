import { Link } from '@tanstack/react-router'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { listVervolgen, type VervolgRegel } from '../domain/besluit-contract.ts'
import { vervolgUitkomsten } from '../domain/status.ts'

const kolommen = [
  {
    key: 'naam',
    label: 'Wie',
    render: (row: VervolgRegel) => (
      <Link to={`/meldingen/${row.meldingId}` as never} search={{ tab: 'vervolg' } as never}>
        {row.naam} ({row.nummer})
      </Link>
    ),
  },
  { key: 'wat', label: 'Wat' },
  {
    key: 'geplandOp',
    label: 'Uiterlijk',
    sortable: true,
    render: (row: VervolgRegel) => (
      <>
        <DateText date={row.geplandOp} />{' '}
        {row.dagenTeLaat > 0 && (
          <StatusBadge
            label={`${row.dagenTeLaat} ${row.dagenTeLaat === 1 ? 'dag' : 'dagen'} te laat`}
            tone="fout"
          />
        )}
      </>
    ),
  },
  { key: 'besluit', label: 'Besluit' },
  {
    key: 'contactpersoon',
    label: 'Wie kijkt na',
    render: (row: VervolgRegel) => `${row.contactpersoon}, ${row.organisatie}`,
  },
  {
    key: 'uitkomst',
    label: 'Uitkomst',
    render: (row: VervolgRegel) => (row.uitkomst ? vervolgUitkomsten[row.uitkomst] : '–'),
  },
]

/** `/vervolg`: nobody who was turned away is forgotten. */
export function VervolgPage() {
  return (
    <Page
      title="Vervolg"
      lead="Mensen die niet zijn toegelaten of zijn doorverwezen. Kijk op de afgesproken dag na hoe het gaat."
    >
      <DataTable
        id="vervolg"
        caption="Vervolg"
        captionHidden
        endpoint={listVervolgen}
        rowKey={(row) => row.id}
        defaultSort="geplandOp"
        columns={kolommen}
        filters={
          <>
            <FilterSelect
              name="stand"
              label="Stand"
              allLabel="Alles wat open is"
              options={[
                { value: 'nu', label: 'Vandaag of eerder' },
                { value: 'te_laat', label: 'Te laat' },
                { value: 'gedaan', label: 'Gedaan' },
              ]}
            />
            <FilterSelect name="vanMij" label="Van mij" options={[{ value: 'ja', label: 'Ja' }]} />
          </>
        }
        empty={{
          title: 'Niets om na te kijken',
          text: 'Na een weigering of doorverwijzing komt de cliënt hier vanzelf te staan.',
        }}
      />
    </Page>
  )
}
