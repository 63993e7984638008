import { Link } from '@tanstack/react-router'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { FilterDate, FilterSelect } from '../../../ui/table-filters.tsx'
import { listTerugkeer, type TerugkeerRegel } from '../domain/terugkeer-contract.ts'

const kolommen = [
  {
    key: 'naam',
    label: 'Wie',
    render: (row: TerugkeerRegel) => <Link to={`/personen/${row.persoonId}` as never}>{row.naam}</Link>,
  },
  { key: 'herinstroom', label: 'Terug na vertrek', sortable: true, align: 'end' as const },
  { key: 'herhaald', label: 'Opnieuw gemeld', sortable: true, align: 'end' as const },
  {
    key: 'laatsteMelding',
    label: 'Laatste melding',
    sortable: true,
    render: (row: TerugkeerRegel) => (
      <Link to={`/meldingen/${row.laatsteMeldingId}` as never}>
        <DateText date={row.laatsteMelding} />
      </Link>
    ),
  },
]

/** `/terugkeer`: who came back, and how often. */
export function TerugkeerPage() {
  return (
    <Page
      title="Wie terugkwam"
      lead="Mensen die terugkwamen na hun vertrek of zich opnieuw meldden. Zo ziet u voor wie hulp niet blijvend werkt."
    >
      <DataTable
        id="terugkeer"
        caption="Wie terugkwam"
        captionHidden
        endpoint={listTerugkeer}
        rowKey={(row) => row.persoonId}
        defaultSort="-herinstroom"
        columns={kolommen}
        filters={
          <>
            <FilterDate name="van" label="Vanaf (leeg is een jaar terug)" />
            <FilterDate name="totEnMet" label="Tot en met (leeg is vandaag)" />
            <FilterSelect
              name="soort"
              label="Toon"
              options={[
                { value: 'herinstroom', label: 'Terug na vertrek' },
                { value: 'herhaald', label: 'Opnieuw gemeld' },
              ]}
            />
          </>
        }
        empty={{
          title: 'Niemand kwam terug in deze periode',
          text: 'Kies een langere periode. Hier staan alleen mensen van wie u het dossier mag zien.',
        }}
      />
    </Page>
  )
}
