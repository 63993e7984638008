import { Link } from '@tanstack/react-router'
import { optionsOf } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { formatCount } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { type CasusRij, listCasussen } from '../domain/contract.ts'
import { redenen } from '../domain/keuzes.ts'

/** `/casussen`: who gets no or not enough help, on which level, and what must come first. */
export function CasussenPage() {
  return (
    <Page
      title="Casussen"
      lead="Cliënten die geen of niet genoeg hulp krijgen, en over wie partijen samen beslissen. U opent een casus in het dossier."
    >
      <DataTable
        id="casussen"
        caption="Casussen"
        captionHidden
        endpoint={listCasussen}
        rowKey={(row) => row.id}
        defaultSort="uiterlijkOp"
        filters={
          <>
            <FilterSelect
              name="stand"
              label="Tonen"
              allLabel="Open casussen"
              options={[
                { value: 'te_laat', label: 'Alleen te laat' },
                { value: 'gesloten', label: 'Gesloten casussen' },
              ]}
            />
            <FilterSelect name="reden" label="Reden" options={optionsOf(redenen)} />
            <FilterSelect
              name="niveau"
              label="Niveau"
              options={[1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: `Niveau ${n}` }))}
            />
          </>
        }
        columns={[
          {
            key: 'naam',
            label: 'Cliënt',
            sortable: true,
            render: (row) => <Link to={`/casussen/${row.id}` as never}>{row.naam}</Link>,
          },
          { key: 'reden', label: 'Reden', render: (row) => redenen[row.reden] },
          {
            key: 'niveau',
            label: 'Niveau',
            sortable: true,
            render: (row) => `${row.niveau}. ${row.niveauNaam}`,
          },
          {
            key: 'geopendOp',
            label: 'Hoelang',
            sortable: true,
            render: (row) =>
              row.dagenOpen === 0 ? 'Minder dan een dag' : formatCount(row.dagenOpen, 'dag', 'dagen'),
          },
          {
            key: 'uiterlijkOp',
            label: 'Overleg of besluit voor',
            sortable: true,
            render: (row) => <Uiterlijk row={row} />,
          },
          {
            key: 'volgendOverleg',
            label: 'Volgend overleg',
            render: (row) => <MomentText at={row.volgendOverleg} empty="Niet gepland" />,
          },
          { key: 'regievoerder', label: 'Regievoerder' },
          { key: 'openActies', label: 'Acties', render: actiesVan },
        ]}
        empty={{
          title: 'Geen casussen',
          text: 'Er is geen casus die hierbij past. Krijgt een cliënt geen of niet genoeg hulp? Open een casus in het dossier.',
        }}
      />
    </Page>
  )
}

const actiesVan = (row: CasusRij) =>
  row.openActies === 0
    ? 'Geen open'
    : `${row.openActies} open${row.teLateActies > 0 ? `, ${row.teLateActies} te laat` : ''}`

export function Uiterlijk({ row }: { row: CasusRij }) {
  if (row.status === 'gesloten') return <>Gesloten</>
  return (
    <>
      <DateText date={row.uiterlijkOp} /> {row.isTeLaat && <StatusBadge label="Te laat" tone="fout" />}
    </>
  )
}
