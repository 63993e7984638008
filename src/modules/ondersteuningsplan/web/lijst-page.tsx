import { Link } from '@tanstack/react-router'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Page } from '../../../ui/page.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { listPlannen, type PlanRij, planStanden } from '../domain/api.ts'
import { perspectieven } from '../domain/woorden.ts'
import { EvaluatieStand, VersieStand } from './delen.tsx'

/** What of a plan asks for attention, in words. */
function Aandacht({ rij }: { rij: PlanRij }) {
  return (
    <>
      <EvaluatieStand stand={rij.evaluatieStand} />
      {rij.concept && <VersieStand status={rij.concept} />}
      {rij.geldtSinds && !rij.meegegevenOp && <StatusBadge label="Nog niet meegegeven" tone="wacht" />}
    </>
  )
}

/** `/ondersteuningsplannen`: which plans wait for an agreement, a talk, or the cliënt. */
export function PlannenPage() {
  return (
    <Page
      title="Ondersteuningsplannen"
      lead="Per cliënt één plan, waar alle betrokken organisaties in werken. U ziet wat wacht op een akkoord of een bespreking."
    >
      <DataTable
        id="ondersteuningsplannen"
        caption="Ondersteuningsplannen die u mag zien"
        captionHidden
        endpoint={listPlannen}
        rowKey={(row) => row.id}
        defaultSort="evaluatieOp"
        columns={[
          {
            key: 'naam',
            label: 'Cliënt',
            sortable: true,
            render: (row) => <Link to={`/ondersteuningsplannen/${row.id}` as never}>{row.naam}</Link>,
          },
          {
            key: 'evaluatieOp',
            label: 'Bespreken uiterlijk',
            sortable: true,
            render: (row) => (row.evaluatieOp ? <DateText date={row.evaluatieOp} /> : 'nog niet gepland'),
          },
          { key: 'aandacht', label: 'Let op', render: (row) => <Aandacht rij={row} /> },
          {
            key: 'perspectief',
            label: 'Perspectief',
            render: (row) => (row.perspectief ? perspectieven[row.perspectief] : 'nog niet besproken'),
          },
          { key: 'doelen', label: 'Doelen', align: 'end', render: (row) => row.doelen },
          { key: 'doelenVanOns', label: 'Van ons', align: 'end', render: (row) => row.doelenVanOns },
          {
            key: 'geldtSinds',
            label: 'Geldt sinds',
            render: (row) => (row.geldtSinds ? <DateText date={row.geldtSinds} /> : 'nog niet'),
          },
          {
            key: 'begonnenOp',
            label: 'Begonnen',
            sortable: true,
            defaultHidden: true,
            render: (row) => <DateText date={row.begonnenOp} />,
          },
        ]}
        filters={
          <>
            <FilterSelect
              name="stand"
              label="Tonen"
              allLabel={planStanden.alle}
              options={Object.entries(planStanden)
                .filter(([value]) => value !== 'alle')
                .map(([value, label]) => ({ value, label }))}
            />
            <FilterSelect
              name="van"
              label="Doelen"
              allLabel="Van alle organisaties"
              options={[{ value: 'organisatie', label: 'Van mijn organisatie' }]}
            />
          </>
        }
        empty={{
          title: 'Geen ondersteuningsplannen',
          text: 'Er is geen plan dat hierbij past en dat u mag zien. U begint een plan in het dossier van de cliënt.',
        }}
      />
    </Page>
  )
}
