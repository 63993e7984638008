import { Link } from '@tanstack/react-router'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { listRaadplegingen, type Raadplegingrij } from '../domain/raadpleging-contract.ts'
import { Toevoegen } from './velden.tsx'

/** Each time that people were asked what they find, as a tab of `/participatie`. */
export function Raadplegingen() {
  return (
    <>
      <p>Wat partners, cliënten en inwoners vonden en wensten toen het hun is gevraagd.</p>
      <Toevoegen to="/participatie/raadplegingen/nieuw" label="Raadpleging vastleggen" />
      <DataTable
        id="raadplegingen"
        prefix="raadpleging-"
        caption="Raadplegingen"
        captionHidden
        endpoint={listRaadplegingen}
        rowKey={(rij) => rij.id}
        defaultSort="-op"
        columns={[
          {
            key: 'gelegenheid',
            label: 'Waarbij',
            sortable: true,
            render: (rij: Raadplegingrij) => (
              <Link to={`/participatie/raadplegingen/${rij.id}` as never}>{rij.gelegenheid}</Link>
            ),
          },
          {
            key: 'op',
            label: 'Dag',
            sortable: true,
            render: (rij: Raadplegingrij) => <DateText date={rij.op} />,
          },
          { key: 'wie', label: 'Wie meededen', defaultHidden: true },
          { key: 'stellingen', label: 'Stellingen', align: 'end' },
          { key: 'wensen', label: 'Wensen', align: 'end' },
          { key: 'zonderReactie', label: 'Nog geen reactie', sortable: true, align: 'end' },
        ]}
        empty={{
          title: 'Nog geen raadplegingen',
          text: 'Leg vast wat mensen vonden en wensten, bijvoorbeeld bij een netwerkbijeenkomst.',
        }}
      />
    </>
  )
}
