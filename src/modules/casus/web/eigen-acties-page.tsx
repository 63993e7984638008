import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Page } from '../../../ui/page.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { listEigenActies } from '../domain/overleg-contract.ts'
import { AfrondForm } from './actie-deel.tsx'
import { ActieStand } from './delen.tsx'

/** `/casusacties`: what the user or the organisation promised, without the casus it came from. */
export function EigenActiesPage() {
  return (
    <Page
      title="Mijn acties"
      lead="Wat u of uw organisatie in een casus op zich nam. Vragen? Bel de regievoerder: de casus zelf ziet u hier niet."
    >
      <DataTable
        id="casusacties"
        caption="Mijn acties"
        captionHidden
        endpoint={listEigenActies}
        rowKey={(row) => row.id}
        defaultSort="uiterlijkOp"
        filters={
          <FilterSelect
            name="stand"
            label="Tonen"
            allLabel="Open"
            options={[
              { value: 'te_laat', label: 'Alleen te laat' },
              { value: 'klaar', label: 'Klaar of vervallen' },
            ]}
          />
        }
        columns={[
          {
            key: 'tekst',
            label: 'Wat',
            render: (row) => `${row.soort === 'besluit' ? 'Besluit: ' : ''}${row.tekst}`,
          },
          { key: 'vanMij', label: 'Voor', render: (row) => (row.vanMij ? 'Mij' : 'Mijn organisatie') },
          {
            key: 'uiterlijkOp',
            label: 'Uiterlijk op',
            sortable: true,
            render: (row) => <DateText date={row.uiterlijkOp} />,
          },
          {
            key: 'status',
            label: 'Stand',
            render: (row) => (
              <>
                <ActieStand stand={row.status} isTeLaat={row.isTeLaat} />
                {row.uitkomst && <p className="od-hint">{row.uitkomst}</p>}
              </>
            ),
          },
          {
            key: 'regievoerder',
            label: 'Regievoerder',
            render: (row) => `${row.regievoerder}, ${row.namens}`,
          },
          {
            key: 'afronden',
            label: 'Afronden',
            render: (row) =>
              row.status === 'open' && (
                <FormDisclosure label="Afronden">
                  {(sluit) => <AfrondForm actie={row} sluit={sluit} />}
                </FormDisclosure>
              ),
          },
        ]}
        empty={{
          title: 'Geen acties',
          text: 'Er is niets dat u of uw organisatie in een casus nog moet doen.',
        }}
      />
    </Page>
  )
}
