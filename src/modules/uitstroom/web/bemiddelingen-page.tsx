import { formatLong } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { BarChart } from '../../../ui/bar-chart.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { listDirecteBemiddelingen, listWoningdoelen, listWoningdoelverdeling } from '../domain/api.ts'
import { opties } from './delen.tsx'

const getal = (value: number | null) => (value === null ? 'Niet getoond' : formatNumber(value))

const afgesproken = (row: { afgesproken: number | null }) =>
  row.afgesproken === null ? 'Geen afspraak' : formatNumber(row.afgesproken)

/** `/directe-bemiddelingen`: how many left along which route to where, and homes beside the prestatieafspraken. */
export function BemiddelingenPage() {
  const { data } = useEndpoint(listDirecteBemiddelingen, {
    query: { pagina: '1', aantalPerPagina: '1' } as never,
  })
  const jaar = data?.perRoute[0]?.jaar
  return (
    <Page
      title="Directe bemiddelingen"
      lead="Langs welke weg mensen uitstroomden en waarheen, per jaar. Zonder personen."
    >
      {data && (
        <p>
          Tot en met {formatLong(data.op)}.{' '}
          {data.kleinsteGetal !== null &&
            `Aantallen van 1 tot en met ${data.kleinsteGetal - 1} staan er niet, en soms een groter getal erbij: anders is te raden over wie het gaat.`}
        </p>
      )}
      {jaar !== undefined && (
        <BarChart
          titel={`Uitstroom per route in ${jaar}`}
          rijen={data!.perRoute
            .filter((een) => een.jaar === jaar)
            .map((een) => ({ label: een.route, staven: [{ naam: 'Mensen', waarde: een.aantal }] }))}
          tabel="Route"
          bestand={{
            regels: [
              `Peildatum ${formatLong(data!.op)}. Wie langs deze route uitstroomde, waarheen ook. Bron: uitstroomdossiers in Onderdak.`,
            ],
          }}
        />
      )}
      <Section title="Route en bestemming">
        <DataTable
          id="bemiddelingen"
          caption="Uitstroom per jaar, route en bestemming"
          captionHidden
          endpoint={listDirecteBemiddelingen}
          rowKey={(row) => `${row.jaar} ${row.route} ${row.bestemming}`}
          defaultSort="-jaar"
          columns={[
            { key: 'jaar', label: 'Jaar', sortable: true },
            { key: 'route', label: 'Route', sortable: true },
            { key: 'bestemming', label: 'Bestemming', sortable: true },
            {
              key: 'aantal',
              label: 'Aantal',
              sortable: true,
              align: 'end',
              render: (row) => getal(row.aantal),
            },
          ]}
          filters={
            <FilterSelect
              name="route"
              label="Route"
              allLabel="Alle routes"
              options={opties(data?.routes ?? [])}
            />
          }
          empty={{
            title: 'Nog niemand uitgestroomd',
            text: 'Een uitstroom telt als zij is afgerond in het dossier, op het tabblad Uitstroom.',
          }}
        />
      </Section>
      <Section title="Woningen en prestatieafspraken">
        <DataTable
          id="woningdoelen"
          prefix="doel-"
          caption="Woningen per jaar: afgesproken en gerealiseerd"
          captionHidden
          endpoint={listWoningdoelen}
          rowKey={(row) => String(row.jaar)}
          defaultSort="-jaar"
          columns={[
            { key: 'jaar', label: 'Jaar', sortable: true },
            {
              key: 'afgesproken',
              label: 'Afgesproken',
              align: 'end',
              render: afgesproken,
            },
            {
              key: 'gerealiseerd',
              label: 'Contracten begonnen',
              align: 'end',
              render: (row) => getal(row.gerealiseerd),
            },
            { key: 'bron', label: 'Bron', render: (row) => row.bron ?? 'Niet ingevuld' },
          ]}
          empty={{ title: 'Geen jaren', text: 'Er is niets te tellen.' }}
        />
        <p className="od-hint">
          Afgesproken is wat corporaties samen toezegden. Zonder woningafspraken geldt het aantal dat bij
          Beheer, Instellingen, voor de hele regio staat.
        </p>
      </Section>
      <Section title="Per gemeente en corporatie">
        <DataTable
          id="woningdoelverdeling"
          prefix="verdeling-"
          caption="Woningen per jaar, gemeente en corporatie: afgesproken en gerealiseerd"
          captionHidden
          endpoint={listWoningdoelverdeling}
          rowKey={(row) => `${row.jaar} ${row.gemeente} ${row.corporatie}`}
          defaultSort="-jaar"
          columns={[
            { key: 'jaar', label: 'Jaar', sortable: true },
            { key: 'gemeente', label: 'Gemeente', sortable: true },
            {
              key: 'corporatie',
              label: 'Corporatie',
              sortable: true,
              render: (row) => row.corporatie ?? 'Zonder corporatie',
            },
            { key: 'afgesproken', label: 'Afgesproken', align: 'end', render: afgesproken },
            {
              key: 'gerealiseerd',
              label: 'Contracten begonnen',
              align: 'end',
              render: (row) => getal(row.gerealiseerd),
            },
            { key: 'bron', label: 'Bron', render: (row) => row.bron ?? 'Niet ingevuld' },
          ]}
          empty={{
            title: 'Nog geen woningen',
            text: 'Er zijn geen woningafspraken en geen contracten. Een functioneel beheerder legt afspraken vast bij Beheer, Woningafspraken.',
          }}
        />
      </Section>
    </Page>
  )
}
