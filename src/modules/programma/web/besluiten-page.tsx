import { Link } from '@tanstack/react-router'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { organen, uitkomsten } from '../domain/keuzes.ts'
import { type Besluitrij, listBesluitmomenten } from '../domain/voortgang-contract.ts'

/** `/programma/besluiten`: what is to be decided about going on, when and by whom, and what was decided. */
export function BesluitenPage() {
  return (
    <Page
      title="Besluiten over het vervolg"
      lead="Wanneer er over een activiteit of pilot wordt besloten, waaraan dat wordt afgemeten, en wat het werd."
      breadcrumbs={[{ label: 'Programma', to: '/programma' }]}
    >
      <DataTable
        id="besluitmomenten"
        caption="Besluiten over het vervolg"
        captionHidden
        endpoint={listBesluitmomenten}
        rowKey={(rij) => rij.id}
        defaultSort="geplandOp"
        filters={
          <FilterSelect
            name="open"
            label="Welke"
            options={[
              { value: 'ja', label: 'Nog te besluiten' },
              { value: 'nee', label: 'Besloten' },
            ]}
          />
        }
        columns={[
          {
            key: 'activiteit',
            label: 'Activiteit',
            sortable: true,
            render: (rij: Besluitrij) => (
              <Link
                to={'/activiteiten/$id' as never}
                params={{ id: rij.activiteitId } as never}
                search={{ tab: 'voortgang' } as never}
              >
                {rij.activiteit}
              </Link>
            ),
          },
          { key: 'programma', label: 'Programma', defaultHidden: true },
          { key: 'waarover', label: 'Waarover' },
          { key: 'criteria', label: 'Criteria', defaultHidden: true },
          { key: 'orgaan', label: 'Wie besluit', render: (rij: Besluitrij) => organen[rij.orgaan] },
          {
            key: 'geplandOp',
            label: 'Uiterlijk',
            sortable: true,
            render: (rij: Besluitrij) => (
              <>
                <DateText date={rij.geplandOp} />{' '}
                {rij.isTeLaat && <StatusBadge label="Te laat" tone="fout" />}
              </>
            ),
          },
          {
            key: 'beslotenOp',
            label: 'Besluit',
            sortable: true,
            render: (rij: Besluitrij) =>
              rij.uitkomst === null ? (
                'Nog niet'
              ) : (
                <>
                  {uitkomsten[rij.uitkomst]}, <DateText date={rij.beslotenOp!} />
                </>
              ),
          },
        ]}
        empty={{ title: 'Geen besluiten', text: 'Plan een besluitmoment bij een activiteit of pilot.' }}
      />
    </Page>
  )
}
