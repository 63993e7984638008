import { kwartaalNaam } from '../../../shared/kwartaal.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { BarChart } from '../../../ui/bar-chart.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { listWijksignalen, type Wijkrij } from '../domain/contract.ts'

const shown = (n: number | null | undefined) =>
  n === null || n === undefined ? 'afgeschermd' : formatNumber(n)

/** `/signalen/wijken`: how many of which sort in which wijk; no persons, and no small numbers. */
export function WijksignalenPage() {
  const kwartaal = useSearchParams().get('kwartaal')
  const { data } = useEndpoint(listWijksignalen, {
    query: { aantalPerPagina: '200', ...(kwartaal && { kwartaal }) } as never,
  })
  const categorieen = data?.categorieen ?? []
  const totaal = data?.results.at(-1)
  return (
    <Page
      title="Signalen per wijk"
      lead={`Waar inwoners en partners zich zorgen om maken. Zonder personen: aantallen onder ${data?.kleinsteGetal ?? 8} zijn afgeschermd, en wat daaruit te berekenen is ook.`}
    >
      {data?.wijkenIngesteld === false && (
        <p className="od-hint">
          Deze regio heeft nog geen lijst met wijken. Daarom staat alles onder “Wijk onbekend”, per gemeente.
          De functioneel beheerder kan wijken toevoegen bij de keuzelijsten.
        </p>
      )}
      {totaal && (
        <BarChart
          titel={`Signalen per soort, ${kwartaalNaam(data!.kwartaal)}`}
          rijen={categorieen.map(({ naam }, c) => ({
            label: naam,
            staven: [{ waarde: totaal.aantallen[c] ?? null }],
          }))}
          bestand={{
            regels: [
              `Alle wijken samen, zoals nu bekend. Aantallen onder ${data!.kleinsteGetal ?? 8} zijn afgeschermd, en wat daaruit te berekenen is ook. Bron: signalen in Onderdak.`,
            ],
          }}
        />
      )}
      <DataTable
        id="wijksignalen"
        caption={data ? `Signalen in het ${kwartaalNaam(data.kwartaal)}` : 'Signalen per wijk'}
        endpoint={listWijksignalen}
        rowKey={(row) => `${row.gemeente} ${row.wijk}`}
        filters={
          <FilterSelect
            name="kwartaal"
            label="Kwartaal"
            allLabel="Dit kwartaal"
            options={(data?.kwartalen ?? []).slice(1).map((value) => ({ value, label: kwartaalNaam(value) }))}
          />
        }
        columns={[
          { key: 'gemeente', label: 'Gemeente' },
          { key: 'wijk', label: 'Wijk' },
          ...categorieen.map(({ waarde, naam }, c) => ({
            key: waarde,
            label: naam,
            align: 'end' as const,
            render: (row: Wijkrij) => shown(row.aantallen[c]),
          })),
          { key: 'totaal', label: 'Samen', align: 'end', render: (row) => shown(row.totaal) },
        ]}
        empty={{
          title: 'Geen signalen in dit kwartaal',
          text: 'Kies een ander kwartaal.',
        }}
      />
    </Page>
  )
}
