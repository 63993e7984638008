import { Link } from '@tanstack/react-router'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { listTrajecten, type TrajectRij, trajectStanden } from '../domain/api.ts'
import { trajectToestanden } from '../domain/toestanden.ts'
import { FaseBadge } from './strook.tsx'

/** What of a traject asks for attention, in words. */
function Aandacht({ rij }: { rij: TrajectRij }) {
  return (
    <>
      {rij.toestand !== 'lopend' && (
        <StatusBadge
          label={trajectToestanden[rij.toestand]}
          tone={rij.toestand === 'geeindigd' ? 'neutraal' : 'let_op'}
        />
      )}
      <FaseBadge stand={rij.fasestand} dagen={rij.dagenTotTermijn} />
      {rij.isDraaideur && <StatusBadge label="Draaideur" tone="let_op" />}
      {rij.wlz && <StatusBadge label={`Wlz: ${rij.wlz.toLowerCase()}`} tone="wacht" />}
      {rij.achttienOp && <StatusBadge label="Bijna 18" tone="wacht" />}
      {rij.geeindigdOp === null && !rij.volgendeStapOp && (
        <StatusBadge label="Geen volgende stap" tone="let_op" />
      )}
    </>
  )
}

/** `/trajecten`: who is how long in which phase, and what asks for attention. */
export function TrajectenPage() {
  return (
    <Page
      title="Trajecten"
      lead="Wie in welke fase zit en hoelang al, wie het vaste aanspreekpunt is, en wat aandacht vraagt."
    >
      <DataTable
        id="trajecten"
        caption="Trajecten die u mag zien"
        captionHidden
        endpoint={listTrajecten}
        rowKey={(row) => row.id}
        defaultSort="-faseDagen"
        columns={[
          {
            key: 'naam',
            label: 'Cliënt',
            sortable: true,
            render: (row) => <Link to={`/trajecten/${row.id}` as never}>{row.naam}</Link>,
          },
          { key: 'fase', label: 'Fase', render: (row) => row.fase ?? 'geen fase' },
          {
            key: 'faseDagen',
            label: 'Dagen in de fase',
            align: 'end',
            sortable: true,
            render: (row) => row.faseDagen ?? '–',
          },
          { key: 'aandacht', label: 'Let op', render: (row) => <Aandacht rij={row} /> },
          { key: 'product', label: 'Product', render: (row) => row.product ?? 'geen' },
          {
            key: 'aanspreekpunt',
            label: 'Vast aanspreekpunt',
            render: (row) => `${row.aanspreekpunt}, ${row.organisatie}`,
          },
          {
            key: 'herinstromen',
            label: 'Teruggekomen',
            align: 'end',
            sortable: true,
            render: (row) => `${row.herinstromen} keer`,
          },
          {
            key: 'begonnenOp',
            label: 'Sinds',
            sortable: true,
            defaultHidden: true,
            render: (row) => <DateText date={row.begonnenOp} />,
          },
          {
            key: 'faseUiterlijkOp',
            label: 'Fase uiterlijk tot',
            defaultHidden: true,
            render: (row) => <DateText date={row.faseUiterlijkOp} />,
          },
        ]}
        filters={
          <>
            <FilterSelect
              name="stand"
              label="Tonen"
              allLabel={trajectStanden.open}
              options={Object.entries(trajectStanden)
                .filter(([value]) => value !== 'open')
                .map(([value, label]) => ({ value, label }))}
            />
            <FilterSelect
              name="van"
              label="Aanspreekpunt"
              allLabel="Alle aanspreekpunten"
              options={[
                { value: 'mij', label: 'Ik' },
                { value: 'organisatie', label: 'Mijn organisatie' },
              ]}
            />
          </>
        }
        empty={{
          title: 'Geen trajecten',
          text: 'Er is geen traject dat hierbij past en dat u mag zien. Een traject begint bij een verblijf.',
        }}
      />
    </Page>
  )
}
