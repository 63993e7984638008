import { useParams } from '@tanstack/react-router'
import { formatLong } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { BarChart } from '../../../ui/bar-chart.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { type Telling, tellingen } from '../domain/startfoto.ts'
import { type Fotorij, fotodomeinen, getStartfoto, listFotocellen } from '../domain/startfoto-contract.ts'

/** `/startfotos/:id`: the frozen numbers, whether counting again gives the same, and beside another moment. */
export function StartfotoPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useEndpoint(getStartfoto, { params: { id } })
  const { get } = useSearchParams()
  const met = get('met') || 'nu'
  const telling = (get('telling') in tellingen ? get('telling') : 'plekken') as Telling
  const kruimels = [{ label: 'Startfoto’s', to: '/startfotos' }]
  if (!data)
    return (
      <Page title="Startfoto" breadcrumbs={kruimels}>
        {error ? <ProblemAlert problem={error} focus /> : <p role="status">Bezig met laden…</p>}
      </Page>
    )
  return (
    <Page
      title={data.naam}
      breadcrumbs={kruimels}
      lead={`${fotodomeinen[data.domein]} op ${formatLong(data.peildatum)}, zoals bekend op ${formatLong(data.bekendOp)}. Gemaakt door ${data.gemaaktDoor}.`}
      status={
        data.isGelijk ? (
          <StatusBadge label="Opnieuw geteld: gelijk" tone="goed" />
        ) : (
          <StatusBadge label="Opnieuw geteld: niet gelijk" tone="fout" />
        )
      }
    >
      <search className="od-filters" aria-label="Wat en waarnaast">
        <FilterSelect
          name="telling"
          label="Wat"
          allLabel={tellingen.plekken.naam}
          options={(['verblijf', 'herkomst', 'wacht'] as const).map((value) => ({
            value,
            label: tellingen[value].naam,
          }))}
        />
        <FilterSelect
          name="met"
          label="Naast"
          allLabel="Nu: de laatste hele maand"
          options={[
            { value: 'toen', label: 'Dezelfde dag, zoals nu bekend' },
            ...data.anderen.map((one) => ({
              value: one.id,
              label: `${one.naam}, ${formatLong(one.peildatum)}`,
            })),
          ]}
        />
      </search>
      <Cellen
        id={id}
        met={met}
        telling={telling}
        foto={`${data.naam}, ${formatLong(data.peildatum)}, zoals bekend op ${formatLong(data.bekendOp)}`}
      />
      <details className="od-meer">
        <summary>Hoe is te zien dat de foto klopt?</summary>
        <p>
          Onderdak telt bij elke keer openen opnieuw wat er op {formatLong(data.bekendOp)} bekend was, en
          vergelijkt de uitkomst met het controlegetal van de foto. De foto zelf kan niemand wijzigen of
          weggooien.
        </p>
        <p className="od-hint od-lang">Controlegetal: {data.controlegetal}</p>
      </details>
    </Page>
  )
}

const toon = (value: number | null) => (value === null ? 'Niet getoond' : formatNumber(value))
const kolom = (key: 'was' | 'later' | 'bij' | 'af' | 'is', label: string): Column<Fotorij> => ({
  key,
  label,
  align: 'end',
  sortable: true,
  render: (row) =>
    key === 'later' && row.later !== null && row.later > 0 ? `+${row.later}` : toon(row[key]),
})

function Cellen(props: { id: string; met: string; telling: Telling; foto: string }) {
  const { id, met, telling, foto } = props
  const query = { met, telling } as never
  const { data, error } = useEndpoint(listFotocellen, {
    params: { id },
    query: { met, telling, aantalPerPagina: 200 } as never,
  })
  if (error) return <ProblemAlert problem={error} />
  return (
    <Section title={tellingen[telling].naam}>
      {data && (
        <p>
          Daarnaast: {formatLong(data.peildatum)},{' '}
          {data.bekendOp ? `zoals bekend op ${formatLong(data.bekendOp)}` : 'zoals nu bekend'}. De foto, plus
          wat later bekend werd of is gecorrigeerd, plus erbij, min eraf, is wat daarnaast staat. Verhuizen
          naar een andere gemeente is eraf bij de een en erbij bij de ander.
          {tellingen[telling].mensen &&
            data.kleinsteGetal !== null &&
            ` Aantallen van 1 tot en met ${data.kleinsteGetal - 1} staan er niet, en soms een groter getal erbij.`}
        </p>
      )}
      {data && data.results.length > 0 && (
        <BarChart
          titel={`${tellingen[telling].naam}: startfoto en daarnaast`}
          rijen={data.results.map((row) => ({
            label: `${row.product}, ${row.gemeente}`,
            staven: [
              { waarde: row.was, naam: 'Startfoto' },
              { waarde: row.is, naam: 'Daarnaast' },
            ],
          }))}
          bestand={{
            regels: [
              `Startfoto: ${foto}.`,
              `Daarnaast: ${formatLong(data.peildatum)}, ${data.bekendOp ? `zoals bekend op ${formatLong(data.bekendOp)}` : 'zoals nu bekend'}. Gemeente is ${tellingen[telling].gemeente.toLowerCase()}. Bron: Onderdak.`,
            ],
          }}
        />
      )}
      <DataTable
        id="startfoto-cellen"
        caption={tellingen[telling].naam}
        captionHidden
        endpoint={listFotocellen}
        params={{ id }}
        query={query}
        rowKey={(row) => `${row.telling} ${row.productId} ${row.gemeenteCode}`}
        columns={[
          { key: 'product', label: 'Product', sortable: true },
          { key: 'gemeente', label: tellingen[telling].gemeente, sortable: true },
          kolom('was', 'Startfoto'),
          kolom('later', 'Later bekend of gecorrigeerd'),
          kolom('bij', 'Erbij'),
          kolom('af', 'Eraf'),
          kolom('is', 'Daarnaast'),
        ]}
        empty={{
          title: 'Niets geteld',
          text: 'Op deze dag was hier niets van. Kies bij Wat een andere telling.',
        }}
      />
    </Section>
  )
}
