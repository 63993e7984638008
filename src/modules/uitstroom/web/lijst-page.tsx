import { Link } from '@tanstack/react-router'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { formatCount } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { listUitstroomdossiers, type UitstroomRij, uitstroomStanden } from '../domain/api.ts'
import { contractsoorten } from '../domain/toestanden.ts'

/** `/uitstroom`: who is on the way to a home, and what keeps a place occupied. */
export function UitstroomPage() {
  return (
    <Page
      title="Uitstroom"
      lead="Wie op weg is naar een eigen thuis, wat nog niet in orde is, en wie weg kan maar er nog is."
    >
      <DataTable
        id="uitstroom"
        caption="Uitstroomdossiers die u mag zien"
        captionHidden
        endpoint={listUitstroomdossiers}
        rowKey={(row) => row.persoonId}
        defaultSort="begonnenOp"
        columns={[
          {
            key: 'naam',
            label: 'Cliënt',
            sortable: true,
            render: (row) => <Link to={`/clienten/${row.persoonId}?tab=uitstroom` as never}>{row.naam}</Link>,
          },
          {
            key: 'begonnenOp',
            label: 'Sinds',
            sortable: true,
            render: (row) => <DateText date={row.begonnenOp} />,
          },
          {
            key: 'inOrde',
            label: 'In orde',
            align: 'end',
            render: (row) => `${row.inOrde} van ${row.voorwaarden}`,
          },
          {
            key: 'blokkadeSinds',
            label: 'Kan weg sinds',
            sortable: true,
            render: (row) => <Blokkade rij={row} />,
          },
          { key: 'urgentie', label: 'Urgentie', render: (row) => <Urgentie rij={row} /> },
          { key: 'gemeente', label: 'Gemeente', render: (row) => row.gemeente ?? 'niet bekend' },
          { key: 'woningtype', label: 'Soort woning', render: (row) => row.woningtype ?? 'niet bekend' },
          {
            key: 'contract',
            label: 'Contract',
            defaultHidden: true,
            render: (row) =>
              row.contract ? contractsoorten[row.contract as 'tijdelijk'].split(':')[0] : 'geen',
          },
        ]}
        filters={
          <FilterSelect
            name="stand"
            label="Tonen"
            allLabel={uitstroomStanden.open}
            options={Object.entries(uitstroomStanden)
              .filter(([value]) => value !== 'open')
              .map(([value, label]) => ({ value, label }))}
          />
        }
        empty={{
          title: 'Niemand',
          text: 'Er is niemand die hierbij past en die u mag zien. Een dossier begint vanzelf bij een verblijf.',
        }}
      />
    </Page>
  )
}

function Blokkade({ rij }: { readonly rij: UitstroomRij }) {
  if (rij.blokkadeSinds === null) return 'nog niet'
  return (
    <>
      <StatusBadge label={formatCount(rij.blokkadeDagen!, 'dag', 'dagen')} tone="let_op" />{' '}
      {rij.blokkade?.toLowerCase()}
    </>
  )
}

function Urgentie({ rij }: { readonly rij: UitstroomRij }) {
  if (rij.urgentie === null) return 'geen'
  return (
    <>
      {rij.urgentieVerlopen ? <StatusBadge label={rij.urgentie} tone="fout" /> : rij.urgentie}
      {rij.geldigTot && (
        <>
          {' '}
          {rij.urgentieVerlopen ? 'sinds' : 'tot'} <DateText date={rij.geldigTot} />
        </>
      )}
    </>
  )
}
