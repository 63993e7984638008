import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { listVergaderingen, type Vergaderingrij } from '../domain/vergadering-contract.ts'
import { Vergaderstand } from './standen.tsx'

/** Meetings of the region, or of one overleg. */
export function Vergadertabel(props: {
  prefix: string
  query: { overlegId?: string; wanneer?: 'komt' | 'voorbij' }
  sort: 'datum' | '-datum'
  filters?: ReactNode
}) {
  return (
    <DataTable
      id="vergaderingen"
      prefix={props.prefix}
      caption="Vergaderingen"
      captionHidden
      endpoint={listVergaderingen}
      query={props.query as never}
      rowKey={(rij) => rij.id}
      defaultSort={props.sort}
      filters={props.filters}
      columns={[
        {
          key: 'datum',
          label: 'Wanneer',
          sortable: true,
          render: (rij: Vergaderingrij) => (
            <>
              <DateText date={rij.datum} />, {rij.beginOm}–{rij.eindOm}
            </>
          ),
        },
        {
          key: 'overleg',
          label: 'Vergadering',
          sortable: true,
          render: (rij: Vergaderingrij) => (
            <Link to={'/vergaderingen/$id' as never} params={{ id: rij.id } as never}>
              {rij.overleg}
            </Link>
          ),
        },
        { key: 'plaats', label: 'Waar' },
        { key: 'werkbezoek', label: 'Werkbezoek', defaultHidden: true },
        {
          key: 'stukkenOp',
          label: 'Stukken uiterlijk',
          sortable: true,
          render: (rij: Vergaderingrij) => <DateText date={rij.stukkenOp} empty="Geen stukken" />,
        },
        { key: 'punten', label: 'Punten', align: 'end' },
        {
          key: 'status',
          label: 'Stand',
          sortable: true,
          render: (rij: Vergaderingrij) => <Vergaderstand stand={rij.status} />,
        },
      ]}
      empty={{ title: 'Nog geen vergaderingen', text: 'Plan de eerste vergadering.' }}
    />
  )
}
