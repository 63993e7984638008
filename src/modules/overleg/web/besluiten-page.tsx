import { Link } from '@tanstack/react-router'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { optionsOf } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { type Besluitrij, listBestuursbesluiten } from '../domain/besluit-contract.ts'
import { orgaannaam } from '../domain/besluitpad.ts'
import { besluitstanden, organen } from '../domain/keuzes.ts'
import { Besluitstand } from './standen.tsx'

/** `/besluiten`: what was decided, and what is still needed. */
export function BesluitenPage() {
  const mag = useMag()('overleg.schrijven')
  return (
    <Page
      title="Besluiten"
      lead="Wat raden, colleges en overleggen besloten over de regio, en wat er nog voor nodig is."
      breadcrumbs={[{ label: 'Overleg en besluiten', to: '/overleggen' }]}
      actions={mag && <ButtonLink to="/besluiten/nieuw">Besluit vastleggen</ButtonLink>}
    >
      <DataTable
        id="bestuursbesluiten"
        caption="Besluiten"
        captionHidden
        endpoint={listBestuursbesluiten}
        rowKey={(rij) => rij.id}
        defaultSort="-beslotenOp"
        filters={
          <>
            <FilterSelect name="orgaan" label="Wie besluit" options={optionsOf(organen)} />
            <FilterSelect name="stand" label="Stand" options={optionsOf(besluitstanden)} />
          </>
        }
        columns={[
          { key: 'nummer', label: 'Nummer', sortable: true },
          {
            key: 'titel',
            label: 'Besluit',
            sortable: true,
            render: (rij: Besluitrij) => (
              <Link to={'/besluiten/$id' as never} params={{ id: rij.id } as never}>
                {rij.titel}
              </Link>
            ),
          },
          {
            key: 'orgaan',
            label: 'Wie besluit',
            sortable: true,
            render: (rij: Besluitrij) => orgaannaam(rij.orgaan, rij.gemeente),
          },
          {
            key: 'beslotenOp',
            label: 'Besloten op',
            sortable: true,
            render: (rij: Besluitrij) => <DateText date={rij.beslotenOp} empty="Nog niet" />,
          },
          { key: 'stand', label: 'Stand', render: (rij: Besluitrij) => <Besluitstand stand={rij.stand} /> },
          { key: 'over', label: 'Gaat over', render: (rij: Besluitrij) => rij.over ?? '–' },
          { key: 'nogNodig', label: 'Nog nodig' },
          {
            key: 'volgendeOp',
            label: 'Volgende stap',
            sortable: true,
            render: (rij: Besluitrij) => <DateText date={rij.volgendeOp} />,
          },
        ]}
        empty={{ title: 'Nog geen besluiten', text: 'Leg een besluit of een voornemen vast.' }}
      />
    </Page>
  )
}
