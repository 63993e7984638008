import { formatLong, formatShort } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { LineChart } from '../../../ui/line-chart.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { StatTile, StatTiles } from '../../../ui/stat-tile.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { ernsten } from '../domain/bevinding.ts'
import { listNachttellingen, listOrganisatietellingen, listSoorttellingen } from '../domain/contract.ts'

const leeg = {
  title: 'Nog niet geteld',
  text: 'Elke nacht telt Onderdak welke gegevens niet in orde zijn. Kijk morgen opnieuw.',
}
const getal = <R extends object>(key: keyof R & string, label: string): Column<R> => ({
  key,
  label,
  align: 'end',
  sortable: true,
  render: (row) => {
    const value = row[key] as number | null
    return value === null ? 'Niet geteld' : formatNumber(value)
  },
})
const oudste = {
  key: 'oudsteOp',
  label: 'Oudste sinds',
  sortable: true,
  render: (row: { oudsteOp: string | null }) => <DateText date={row.oudsteOp} empty="Geen" />,
}

/** `/gegevenskwaliteit/organisaties`: how many records are not in order, for who steers the region. */
export function OrganisatiesPage() {
  const { get } = useSearchParams()
  const [bevinding, organisatieId] = [get('bevinding'), get('organisatieId')]
  const soorten = useEndpoint(listSoorttellingen, { query: { aantalPerPagina: 200 } }).data?.results ?? []
  const alle = useEndpoint(listOrganisatietellingen, { query: { aantalPerPagina: 200 } }).data?.results ?? []
  const keuze = { ...(bevinding && { bevinding }), ...(organisatieId && { organisatieId }) }
  const [soort, organisatie] = [
    soorten.find((row) => row.bevinding === bevinding)?.naam,
    alle.find((row) => row.organisatieId === organisatieId)?.naam,
  ]
  const keuzeTekst = `Wat: ${soort ?? 'alles'}. Organisatie: ${organisatie ?? 'hele regio'}.`
  return (
    <Page
      title="Gegevenskwaliteit"
      lead="Hoeveel gegevens er ontbreken of niet kunnen kloppen, elke nacht geteld. U ziet wie het kan herstellen, niet over wie het gaat."
    >
      <search className="od-filters" aria-label="Wat telt mee">
        <FilterSelect
          name="bevinding"
          label="Wat"
          options={soorten.map((row) => ({ value: row.bevinding, label: row.naam }))}
        />
        <FilterSelect
          name="organisatieId"
          label="Organisatie"
          allLabel="Hele regio"
          options={alle.map((row) => ({ value: row.organisatieId, label: row.naam }))}
        />
      </search>
      <Verloop keuze={keuze} keuzeTekst={keuzeTekst} />
      <Section title="Per organisatie">
        <DataTable
          id="kwaliteit-organisaties"
          caption="Per organisatie"
          captionHidden
          endpoint={listOrganisatietellingen}
          query={bevinding ? { bevinding } : {}}
          prefix="org-"
          rowKey={(row) => row.organisatieId}
          defaultSort="-aantal"
          columns={[
            { key: 'naam', label: 'Organisatie', sortable: true },
            getal('aantal', 'Niet in orde'),
            getal('lang', 'Langer dan dertig dagen'),
            getal('weekEerder', 'Een week eerder'),
            getal('maandEerder', 'Vier weken eerder'),
            getal('akkoord', 'Akkoord zoals het is'),
            oudste,
          ]}
          empty={leeg}
        />
      </Section>
      <Section title="Per soort">
        <DataTable
          id="kwaliteit-soorten"
          caption="Per soort"
          captionHidden
          endpoint={listSoorttellingen}
          query={organisatieId ? { organisatieId } : {}}
          prefix="soort-"
          rowKey={(row) => row.bevinding}
          defaultSort="-aantal"
          columns={[
            {
              key: 'naam',
              label: 'Wat er niet klopt',
              sortable: true,
              render: (row) => (
                <details className="od-meer">
                  <summary>{row.naam}</summary>
                  <p>{row.uitleg}</p>
                </details>
              ),
            },
            { key: 'ernst', label: 'Ernst', sortable: true, render: (row) => ernsten[row.ernst] },
            getal('aantal', 'Niet in orde'),
            getal('lang', 'Langer dan dertig dagen'),
            getal('akkoord', 'Akkoord zoals het is'),
            oudste,
          ]}
          empty={leeg}
        />
      </Section>
    </Page>
  )
}

function Verloop({ keuze, keuzeTekst }: { keuze: object; keuzeTekst: string }) {
  const { data, error } = useEndpoint(listNachttellingen, { query: { ...keuze, aantalPerPagina: 200 } })
  if (error) return <ProblemAlert problem={error} />
  if (!data) return <p role="status">Bezig met laden…</p>
  const laatste = data.results.at(-1)
  const eerste = data.results[0]
  if (!laatste || !eerste || data.dag === null) return null
  return (
    <>
      <p>
        Geteld in de nacht van {formatLong(data.dag)}. Hier staan ook kleine aantallen: het zijn gegevens en
        geen mensen, en niemand is eraan te herkennen.
      </p>
      <StatTiles>
        <StatTile
          label="Niet in orde"
          value={formatNumber(laatste.aantal)}
          note={`Op ${formatShort(eerste.dag)}: ${formatNumber(eerste.aantal)}`}
        />
        <StatTile
          label="Langer dan dertig dagen"
          value={formatNumber(laatste.lang)}
          note={`Op ${formatShort(eerste.dag)}: ${formatNumber(eerste.lang)}`}
        />
      </StatTiles>
      <LineChart
        titel="Gegevens die niet in orde zijn, per week"
        punten={data.results.map((row) => formatShort(row.dag))}
        reeksen={[
          { naam: 'Niet in orde', waarden: data.results.map((row) => row.aantal) },
          { naam: 'Langer dan dertig dagen', waarden: data.results.map((row) => row.lang) },
        ]}
        bestand={{
          regels: [
            `${keuzeTekst} Geteld tot en met de nacht van ${formatLong(data.dag)}. Bron: nachtelijke telling in Onderdak.`,
          ],
        }}
      />
      <details className="od-meer">
        <summary>Dezelfde getallen in een tabel</summary>
        <DataTable
          id="kwaliteit-nachten"
          caption="Per week"
          endpoint={listNachttellingen}
          query={keuze}
          prefix="nacht-"
          rowKey={(row) => row.dag}
          defaultSort="-dag"
          columns={[
            { key: 'dag', label: 'Nacht', sortable: true, render: (row) => <DateText date={row.dag} /> },
            getal('aantal', 'Niet in orde'),
            getal('lang', 'Langer dan dertig dagen'),
          ]}
          empty={leeg}
        />
      </details>
    </>
  )
}
