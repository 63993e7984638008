import { Link } from '@tanstack/react-router'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { listOverdrachten, type OverdrachtItem, standen } from '../domain/contract.ts'
import { OverdrachtStand, Risicomoment } from './stand.tsx'

/** The day that counts now: to answer by, or to have spoken to the person by. */
function Uiterlijk({ row }: { row: OverdrachtItem }) {
  if (row.toestand === 'aangeboden') return <DateText date={row.antwoordUiterlijk} />
  if (row.toestand === 'afgerond' && row.eersteContactOp === null)
    return <DateText date={row.eersteContactUiterlijk} />
  return <>–</>
}

/** `/overdrachten`: what waits for me, what must still be checked, and what waits for somebody else. */
export function OverdrachtenPage() {
  return (
    <Page
      title="Overdrachten"
      lead="Overdrachten van en naar uw organisatie. Tot een overdracht is afgerond, blijft de gever verantwoordelijk."
    >
      <DataTable
        id="overdrachten"
        caption="Overdrachten van en naar uw organisatie"
        captionHidden
        endpoint={listOverdrachten}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'naam',
            label: 'Cliënt',
            render: (row) => <Link to={`/overdrachten/${row.id}` as never}>{row.naam}</Link>,
          },
          { key: 'van', label: 'Van' },
          { key: 'naar', label: 'Naar' },
          {
            key: 'toestand',
            label: 'Stand',
            render: (row) => (
              <>
                <OverdrachtStand toestand={row.toestand} /> <Risicomoment overgang={row.wetsovergang} />
              </>
            ),
          },
          { key: 'antwoordUiterlijk', label: 'Uiterlijk', render: (row) => <Uiterlijk row={row} /> },
          {
            key: 'aangebodenOp',
            label: 'Aangeboden op',
            defaultHidden: true,
            render: (row) => <DateText date={row.aangebodenOp.slice(0, 10)} />,
          },
        ]}
        filters={
          <FilterSelect
            name="stand"
            label="Tonen"
            allLabel={standen.wacht_op_mij}
            options={Object.entries(standen)
              .filter(([value]) => value !== 'wacht_op_mij')
              .map(([value, label]) => ({ value, label }))}
          />
        }
        empty={{
          title: 'Geen overdrachten',
          text: 'Er is niets dat hierbij past. Overdragen begint in het dossier van een cliënt, bij Overdracht.',
        }}
      />
    </Page>
  )
}
