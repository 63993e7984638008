import { Link } from '@tanstack/react-router'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { FilterDate, FilterSelect } from '../../../ui/table-filters.tsx'
import { type DelingInRegio, listDelingen } from '../domain/contract.ts'
import { gegevenssets, gronden, ontvangersoorten } from '../domain/keuzes.ts'
import { DelingStand } from './delen-sectie.tsx'

const optionsOf = (keuzes: Readonly<Record<string, string>>) =>
  Object.entries(keuzes).map(([value, label]) => ({ value, label }))

/** `/delingen`: for the privacy officer, what left which organisation on which article; without names of cliënten. */
export function DelingenPage() {
  return (
    <Page
      title="Delingen"
      lead="Welke gegevens met wie zijn gedeeld, en waarom dat mocht. U ziet geen namen van cliënten."
    >
      <DataTable
        id="delingen"
        caption="Delingen in de regio, de nieuwste eerst"
        captionHidden
        endpoint={listDelingen}
        rowKey={(row) => row.id}
        filters={
          <>
            <FilterSelect name="grond" label="Grond" options={optionsOf(gronden)} />
            <FilterSelect name="ontvangersoort" label="Ontvanger" options={optionsOf(ontvangersoorten)} />
            <FilterSelect
              name="stand"
              label="Stand"
              options={[
                { value: 'loopt', label: 'Loopt' },
                { value: 'verlopen', label: 'Verlopen' },
                { value: 'beeindigd', label: 'Gestopt' },
              ]}
            />
            <FilterDate name="van" label="Vanaf" />
            <FilterDate name="totEnMet" label="Tot en met" />
          </>
        }
        columns={[
          { key: 'gedeeldOp', label: 'Gedeeld op', render: (row) => <DateText date={row.gedeeldOp} /> },
          { key: 'organisatie', label: 'Wie deelde' },
          {
            key: 'ontvanger',
            label: 'Ontvanger',
            render: (row: DelingInRegio) => (
              <>
                {row.ontvanger} <span className="od-hint">{ontvangersoorten[row.ontvangersoort]}</span>
              </>
            ),
          },
          { key: 'gegevensset', label: 'Gegevens', render: (row) => gegevenssets[row.gegevensset].naam },
          { key: 'doel', label: 'Waarvoor' },
          {
            key: 'grond',
            label: 'Grond',
            render: (row: DelingInRegio) => (
              <>
                {gronden[row.grond]} <span className="od-hint">{row.artikel}</span>
              </>
            ),
          },
          {
            key: 'vervaltOp',
            label: 'Tot',
            render: (row) => <DateText date={row.beeindigdOp ?? row.vervaltOp} />,
          },
          { key: 'stand', label: 'Stand', render: (row) => <DelingStand stand={row.stand} /> },
          {
            key: 'persoonId',
            label: 'Dossier',
            render: (row) => <Link to={`/inzage/${row.persoonId}` as never}>Wie keek hierin</Link>,
          },
        ]}
        empty={{
          title: 'Nog niets gedeeld',
          text: 'Wat een organisatie met een ander deelt, komt hier te staan. Of kies een ruimer filter.',
        }}
      />
    </Page>
  )
}
