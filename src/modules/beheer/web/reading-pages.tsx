import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterDate, FilterSelect, FilterText } from '../../../ui/table-filters.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { configuratieTabellen, listBronconflicten, listWijzigingen } from '../domain/contract.ts'
import { listAuditregels } from '../domain/gebruiker-contract.ts'
import { beheerCrumb } from './dated-list-page.tsx'
import { useNamen, veldnaam, waardeTekst } from './dated-screen.tsx'
import { optionsOf } from './screens.tsx'

/** Where two sources say something else: both stay visible, with which one is used and why. */
export function BronnenPage() {
  const { data, error } = useEndpoint(listBronconflicten, {})
  return (
    <Page
      title="Bronnen die elkaar tegenspreken"
      lead="Beide waarden blijven staan. U ziet welke Onderdak gebruikt en waarom."
      breadcrumbs={[beheerCrumb]}
    >
      {error && <ProblemAlert problem={error} />}
      {data?.conflicten.length === 0 && (
        <EmptyState
          title="Geen tegenspraak gevonden"
          text="Als twee beleidsstukken iets anders zeggen, staat het hier."
        />
      )}
      {data?.conflicten.map((one) => (
        <section key={one.id} className="od-kaart" aria-labelledby={one.id}>
          <h2 id={one.id} className="ams-heading ams-heading--3">
            {one.onderwerp}
          </h2>
          <TermList>
            <Term label={one.bronA}>{one.waardeA}</Term>
            <Term label={one.bronB}>{one.waardeB}</Term>
            <Term label="Gebruikt wordt">
              <strong>{one.gebruikt}</strong>
            </Term>
            <Term label="Waarom">{one.toelichting}</Term>
          </TermList>
        </section>
      ))}
    </Page>
  )
}

export function WijzigingenPage() {
  const namen = useNamen()
  return (
    <Page
      title="Wie welke instelling wijzigde"
      lead="Van wat naar wat, vanaf welke dag, en door wie."
      breadcrumbs={[beheerCrumb]}
    >
      <DataTable
        id="configuratiewijzigingen"
        caption="Wijzigingen van instellingen"
        captionHidden
        endpoint={listWijzigingen}
        rowKey={(row) => row.id}
        columns={[
          { key: 'op', label: 'Vastgelegd', render: (row) => <MomentText at={row.op} /> },
          {
            key: 'soort',
            label: 'Wat',
            render: (row) => (
              <>
                {row.soort.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}
                <span className="od-hint od-keuze-uitleg">{sleutelTekst(row.sleutel, namen)}</span>
              </>
            ),
          },
          {
            key: 'wijzigingen',
            label: 'Van wat naar wat',
            render: (row) => (
              <ul className="od-menu">
                {row.wijzigingen.map((one) => (
                  <li key={one.veld}>
                    {veldnaam(one.veld)}: van {waardeTekst(one.oud, namen)} naar{' '}
                    {waardeTekst(one.nieuw, namen)}
                  </li>
                ))}
                {row.reden && <li>Reden: {row.reden}</li>}
              </ul>
            ),
          },
          { key: 'vanaf', label: 'Vanaf', render: (row) => <DateText date={row.vanaf} /> },
          { key: 'door', label: 'Door' },
        ]}
        filters={<FilterSelect name="tabel" label="Onderdeel" options={optionsOf(configuratieTabellen)} />}
        empty={{ title: 'Nog niets gewijzigd', text: 'Zodra iemand een instelling wijzigt, staat het hier.' }}
      />
    </Page>
  )
}

function sleutelTekst(sleutel: Record<string, unknown>, namen: ReturnType<typeof useNamen>): string {
  return Object.entries(sleutel)
    .filter(([veld]) => !['productId', 'gebruikerId'].includes(veld))
    .map(([veld, waarde]) =>
      veld === 'gemeenteCode' ? namen.gemeente(String(waarde)) : String(waarde).replaceAll('_', ' '),
    )
    .join(', ')
}

export function LogboekPage() {
  return (
    <Page
      title="Logboek"
      lead="Wie wat bekeek of schreef. Het logboek kan niet worden gewijzigd, en dat u het bekijkt staat er ook in."
      breadcrumbs={[beheerCrumb]}
    >
      <DataTable
        id="logboek"
        caption="Logboek"
        captionHidden
        endpoint={listAuditregels}
        rowKey={(row) => String(row.volgnummer)}
        columns={[
          { key: 'tijd', label: 'Moment', render: (row) => <MomentText at={row.tijd} /> },
          {
            key: 'zin',
            label: 'Wat er gebeurde',
            render: (row) => (
              <>
                {row.zin}
                {row.toelichting && <span className="od-hint od-keuze-uitleg">{row.toelichting}</span>}
              </>
            ),
          },
          {
            key: 'geweigerd',
            label: 'Uitkomst',
            render: (row) =>
              row.geweigerd ? (
                <StatusBadge label="Geweigerd" tone="let_op" />
              ) : (
                <StatusBadge label="Gelukt" tone="goed" />
              ),
          },
          { key: 'rol', label: 'Rol' },
          { key: 'organisatie', label: 'Organisatie', render: (row) => row.organisatie ?? 'Systeem' },
          {
            key: 'personen',
            label: 'Personen',
            render: (row) => row.personen.join(', ') || '–',
            defaultHidden: true,
          },
          { key: 'netwerkadres', label: 'Netwerkadres', defaultHidden: true },
        ]}
        filters={
          <>
            <FilterText name="gebruiker" label="Gebruiker" />
            <FilterDate name="van" label="Van" />
            <FilterDate name="tot" label="Tot en met" />
            <FilterSelect
              name="uitkomst"
              label="Uitkomst"
              options={optionsOf({ gelukt: 'Gelukt', geweigerd: 'Geweigerd' })}
            />
            <FilterText name="persoonId" label="Kenmerk van een persoon" size={20} />
          </>
        }
        empty={{
          title: 'Nog niets in het logboek',
          text: 'Elke inzage en elke wijziging komt hier te staan.',
        }}
      />
    </Page>
  )
}
