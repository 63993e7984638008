import { Link } from '@tanstack/react-router'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { MomentText } from '../../../ui/date-text.tsx'
import { formatMonth, formatNumber } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { afhandelingen, listOproepcijfers, listOproepen, type OproepRij } from '../domain/oproep-api.ts'
import { usePlekkeuzes } from './keuzes.ts'

/** `/oproepen`: calls at the own locaties, and how often someone was there in time (CAP-18). */
export function OproepenPage() {
  const mag = useMag()
  return (
    <Page
      title="Oproepen"
      lead="Hoe snel er iemand is als een cliënt om hulp belt, vergeleken met de afgesproken reactietijd."
      actions={mag('oproep.vastleggen') && <ButtonLink to="/oproepen/nieuw">Oproep vastleggen</ButtonLink>}
    >
      <Tabs
        items={[
          ...(mag('oproep.lezen') ? [{ id: 'logboek', label: 'Logboek', content: <Logboek /> }] : []),
          { id: 'reactietijd', label: 'Reactietijd', content: <Reactietijd /> },
        ]}
      />
    </Page>
  )
}

function Logboek() {
  const eigen = usePlekkeuzes().locaties.filter((locatie) => locatie.eigen)
  return (
    <DataTable
      id="oproepen"
      caption="Oproepen bij uw locaties"
      captionHidden
      endpoint={listOproepen}
      rowKey={(rij) => rij.id}
      defaultSort="-gebeldOp"
      columns={[
        {
          key: 'gebeldOp',
          label: 'Gebeld op',
          sortable: true,
          render: (rij) => (
            <Link to={`/oproepen/${rij.id}` as never}>
              <MomentText at={rij.gebeldOp} />
            </Link>
          ),
        },
        { key: 'locatie', label: 'Locatie', sortable: true },
        {
          key: 'afhandeling',
          label: 'Afhandeling',
          render: (rij) => (rij.afhandeling ? afhandelingen[rij.afhandeling] : 'Nog open'),
        },
        {
          key: 'minuten',
          label: 'Minuten',
          sortable: true,
          align: 'end',
          render: (rij) => (rij.minuten === null ? '–' : formatNumber(rij.minuten)),
        },
        { key: 'binnenNorm', label: 'Op tijd', render: OpTijd },
        { key: 'genoteerdDoor', label: 'Genoteerd door', defaultHidden: true },
      ]}
      filters={
        <>
          <FilterSelect
            name="stand"
            label="Tonen"
            allLabel="Alle oproepen"
            options={[
              { value: 'open', label: 'Nog open' },
              { value: 'te_laat', label: 'Te laat' },
            ]}
          />
          <FilterSelect name="locatieId" label="Locatie" options={eigen} />
        </>
      }
      empty={{
        title: 'Geen oproepen',
        text: 'Leg een oproep vast als een cliënt om hulp belt.',
      }}
    />
  )
}

function OpTijd(rij: OproepRij) {
  if (rij.binnenNorm === true) return <StatusBadge label="Op tijd" tone="goed" />
  if (rij.binnenNorm === false) return <StatusBadge label="Te laat" tone="fout" />
  if (rij.normMinuten === null) return 'Geen afspraak'
  return rij.afhandeling === null ? <StatusBadge label="Loopt nog" tone="wacht" /> : 'Telt niet mee'
}

function Reactietijd() {
  return (
    <>
      <p>
        Op tijd is het deel van de oproepen waarbij iemand binnen de afgesproken minuten ter plaatse was. Komt
        er niemand, dan telt de oproep als te laat zodra die minuten voorbij zijn. Wie op afstand is geholpen,
        telt niet mee in dit deel.
      </p>
      <DataTable
        id="oproepcijfers"
        prefix="cijfer-"
        caption="Op tijd per voorziening en maand"
        captionHidden
        endpoint={listOproepcijfers}
        rowKey={(rij) => `${rij.voorzieningId} ${rij.maand}`}
        defaultSort="-maand"
        columns={[
          { key: 'maand', label: 'Maand', sortable: true, render: (rij) => formatMonth(rij.maand) },
          { key: 'voorziening', label: 'Voorziening', sortable: true },
          { key: 'aanbieder', label: 'Aanbieder', sortable: true, defaultHidden: true },
          {
            key: 'percentage',
            label: 'Op tijd',
            sortable: true,
            align: 'end',
            render: (rij) =>
              rij.percentage === null
                ? 'Niets gemeten'
                : `${formatNumber(rij.percentage, { unit: 'procent', decimals: 1 })} (${rij.binnenNorm} van ${rij.gemeten})`,
          },
          { key: 'oproepen', label: 'Oproepen', sortable: true, align: 'end' },
          { key: 'open', label: 'Nog open', sortable: true, align: 'end' },
          { key: 'opAfstand', label: 'Op afstand', sortable: true, align: 'end' },
          {
            key: 'mediaanMinuten',
            label: 'Mediaan minuten',
            sortable: true,
            align: 'end',
            render: (rij) => (rij.mediaanMinuten === null ? '–' : formatNumber(rij.mediaanMinuten)),
          },
        ]}
        empty={{
          title: 'Nog geen oproepen in de laatste 12 maanden',
          text: 'Aanbieders leggen oproepen vast bij hun locaties. Daarna staat hier hoe snel er iemand was.',
        }}
      />
    </>
  )
}
