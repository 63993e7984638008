import { Link } from '@tanstack/react-router'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { optionsOf } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { overeenkomstsoorten, overeenkomststanden } from '../domain/keuzes.ts'
import { listOvereenkomsten, type Overeenkomstrij } from '../domain/overeenkomst-contract.ts'
import { Jaarplichten } from './jaarplichten.tsx'
import { Overeenkomststand } from './standen.tsx'

/** `/overeenkomsten`: what was agreed on paper, and what comes back each year. */
export function OvereenkomstenPage() {
  const mag = useMag()('overleg.schrijven')
  return (
    <Page
      title="Overeenkomsten"
      lead="Waar de samenwerking op rust, tot wanneer, en wat er elk jaar gedaan moet zijn. Wat bijna eindigt of herzien moet worden, staat op Vandaag."
      breadcrumbs={[{ label: 'Overleg en besluiten', to: '/overleggen' }]}
      actions={mag && <ButtonLink to="/overeenkomsten/nieuw">Overeenkomst vastleggen</ButtonLink>}
    >
      <Tabs
        items={[
          { id: 'overeenkomsten', label: 'Overeenkomsten', content: <Tabel /> },
          { id: 'jaarlijks', label: 'Elk jaar te doen', content: <Jaarplichten mag={mag} /> },
        ]}
      />
    </Page>
  )
}

function Tabel() {
  return (
    <DataTable
      id="overeenkomsten"
      prefix="o-"
      caption="Overeenkomsten"
      captionHidden
      endpoint={listOvereenkomsten}
      rowKey={(rij) => rij.id}
      defaultSort="eindigtOp"
      filters={
        <>
          <FilterSelect prefix="o-" name="soort" label="Soort" options={optionsOf(overeenkomstsoorten)} />
          <FilterSelect prefix="o-" name="stand" label="Stand" options={optionsOf(overeenkomststanden)} />
        </>
      }
      columns={[
        {
          key: 'naam',
          label: 'Overeenkomst',
          sortable: true,
          render: (rij: Overeenkomstrij) => (
            <Link to={'/overeenkomsten/$id' as never} params={{ id: rij.id } as never}>
              {rij.naam}
            </Link>
          ),
        },
        { key: 'soort', label: 'Soort', render: (rij: Overeenkomstrij) => overeenkomstsoorten[rij.soort] },
        { key: 'partijen', label: 'Partijen', defaultHidden: true },
        {
          key: 'begintOp',
          label: 'Eerste dag',
          sortable: true,
          defaultHidden: true,
          render: (rij: Overeenkomstrij) => <DateText date={rij.begintOp} />,
        },
        {
          key: 'eindigtOp',
          label: 'Laatste dag',
          sortable: true,
          render: (rij: Overeenkomstrij) => <DateText date={rij.eindigtOp} empty="Geen einde" />,
        },
        {
          key: 'opzeggenVoor',
          label: 'Opzeggen tot en met',
          render: (rij: Overeenkomstrij) => <DateText date={rij.opzeggenVoor} />,
        },
        {
          key: 'herzienOp',
          label: 'Herzien op',
          sortable: true,
          render: (rij: Overeenkomstrij) => <DateText date={rij.herzienOp} />,
        },
        {
          key: 'geregeld',
          label: 'Onderwerpen',
          sortable: true,
          align: 'end',
          render: (rij: Overeenkomstrij) => `${rij.geregeld} van 10`,
        },
        {
          key: 'stand',
          label: 'Stand',
          render: (rij: Overeenkomstrij) => <Overeenkomststand stand={rij.stand} />,
        },
      ]}
      empty={{
        title: 'Nog geen overeenkomsten',
        text: 'Leg de samenwerkingsovereenkomst van de regio vast.',
      }}
    />
  )
}
