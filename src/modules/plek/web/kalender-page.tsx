import { Link } from '@tanstack/react-router'
import { dayOfWeek, formatLong, formatShort } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateText, NumberText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterDate, FilterSelect } from '../../../ui/table-filters.tsx'
import { Pages } from '../../../ui/table-tools.tsx'
import { listBezettingsgraden, listPlekkenkalender, listVerwachtePlekken } from '../domain/bord-api.ts'
import { optionsOf, usePlekkeuzes } from './keuzes.ts'

const filterNames = ['van', 'weken', 'productId', 'gemeenteCode', 'kenmerk', 'personen', 'pagina'] as const
/** What a cell can count instead of free plekken. */
const getoond = {
  vastgehouden: 'Vastgehouden',
  bezet: 'Bezet',
  geblokkeerd: 'Geblokkeerd',
  buitenGebruik: 'Buiten gebruik',
  overboekt: 'Overboekt',
} as const
type Getoond = keyof typeof getoond
const days = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']

/** `/plekken/kalender`: the coming weeks, what is expected to come free, and how full it is. */
export function KalenderPage() {
  const { get } = useSearchParams()
  const keuzes = usePlekkeuzes()
  const filters = Object.fromEntries(filterNames.flatMap((name) => (get(name) ? [[name, get(name)]] : [])))
  const answer = useEndpoint(listPlekkenkalender, { query: filters as never })
  return (
    <Page
      title="Plekkenkalender"
      lead="Vrije plekken per dag, voor de komende weken. Een verblijf zonder einddatum telt als bezet."
      breadcrumbs={[{ label: 'Plekkenbord', to: '/plekken' }]}
    >
      <search className="od-filters" aria-label="Filters bij de kalender">
        <FilterSelect name="productId" label="Product" options={keuzes.producten} />
        <FilterSelect name="gemeenteCode" label="Gemeente" options={keuzes.gemeenten} />
        <FilterSelect name="kenmerk" label="Kenmerk" options={keuzes.lijst('kenmerk')} />
        <FilterSelect name="toon" label="Tonen" allLabel="Vrij" options={optionsOf(getoond)} />
        <FilterSelect
          name="weken"
          label="Aantal weken"
          allLabel="4"
          options={[1, 2, 6, 8, 12].map((n) => ({ value: String(n), label: String(n) }))}
        />
        <FilterDate name="van" label="Vanaf" />
      </search>
      {answer.error && <ProblemAlert problem={answer.error} />}
      {answer.data?.rijen.length === 0 && (
        <EmptyState
          title="Geen plekken gevonden"
          text="Wis een filter, of voeg plekken toe bij Voorzieningen."
        />
      )}
      {answer.data && answer.data.rijen.length > 0 && (
        <>
          <Kalender
            data={answer.data}
            gefilterd={Boolean(get('kenmerk'))}
            toon={get('toon') in getoond ? (get('toon') as Getoond) : undefined}
          />
          <Pages caption="de kalender, per locatie" count={answer.data.count} prefix="" pageSize={25} />
        </>
      )}
      <Section title="Komt naar verwachting vrij">
        <DataTable
          id="verwachte-plekken"
          prefix="verwacht-"
          caption="Plekken die naar verwachting vrijkomen"
          captionHidden
          endpoint={listVerwachtePlekken}
          rowKey={(row) => row.plekId}
          columns={[
            { key: 'verwachtOp', label: 'Verwacht op', render: (row) => <DateText date={row.verwachtOp} /> },
            { key: 'locatie', label: 'Locatie' },
            { key: 'plek', label: 'Plek' },
            { key: 'product', label: 'Product' },
            { key: 'gemeente', label: 'Gemeente' },
            {
              key: 'stand',
              label: 'Stand',
              render: (row) =>
                row.teLaat ? (
                  <StatusBadge label="Had al vrij moeten zijn" tone="fout" />
                ) : row.isGeblokkeerd ? (
                  <StatusBadge label="Klaar om te vertrekken" tone="wacht" />
                ) : (
                  'Loopt'
                ),
            },
          ]}
          empty={{
            title: 'Niets verwacht',
            text: 'In de komende vier weken komt naar verwachting geen plek vrij.',
          }}
        />
      </Section>
      <Graden />
    </Page>
  )
}

type Kalender = {
  dagen: string[]
  rijen: {
    locatieId: string
    locatie: string
    productId: string
    product: string
    dagen: {
      vrij: number
      totaal: number
      vastgehouden: number
      bezet: number
      geblokkeerd: number
      buitenGebruik: number
      overboekt: number
      passend: number
    }[]
  }[]
}

function Kalender(props: { data: Kalender; gefilterd: boolean; toon: Getoond | undefined }) {
  const { data, gefilterd, toon } = props
  const wat = gefilterd ? 'Plekken die passen bij uw filter' : 'Vrije plekken'
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section className="od-tabelvak od-kalender" tabIndex={0} aria-label="Kalender, schuift opzij">
      <table className="ams-table__table od-tabel">
        <caption>{toon ? getoond[toon] : wat} per dag. Tussen haakjes: alle plekken.</caption>
        <thead>
          <tr>
            <th scope="col">Locatie en product</th>
            {data.dagen.map((dag) => (
              <th scope="col" key={dag}>
                <abbr title={formatLong(dag)}>
                  {days[dayOfWeek(dag) - 1]} {formatShort(dag).replace(/-\d{4}$/, '')}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rijen.map((rij) => (
            <tr key={`${rij.locatieId} ${rij.productId}`}>
              <th scope="row">
                <Link to={`/locaties/${rij.locatieId}` as never}>{rij.locatie}</Link>
                <br />
                <span className="od-hint">{rij.product}</span>
              </th>
              {rij.dagen.map((dag, i) => {
                const free = gefilterd ? dag.passend : dag.vrij
                return (
                  <td
                    key={data.dagen[i]}
                    className={!toon && free === 0 ? 'od-kalender__vol' : undefined}
                    title={`${dag.vastgehouden} vastgehouden, ${dag.bezet} bezet, ${dag.geblokkeerd} geblokkeerd, ${dag.buitenGebruik} buiten gebruik, ${dag.overboekt} overboekt`}
                  >
                    {toon ? dag[toon] : free === 0 ? 'vol' : free} ({dag.totaal})
                    {toon !== 'overboekt' && dag.overboekt > 0 && (
                      <strong className="od-kalender__over">{dag.overboekt} overboekt</strong>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Graden() {
  const { get } = useSearchParams()
  const per = get('per') || 'product'
  const { data } = useEndpoint(listBezettingsgraden, { query: { per: per as 'product' } })
  if (!data) return null
  return (
    <Section title="Hoe vol is het vandaag?">
      <search className="od-filters" aria-label="Indeling van de bezettingsgraden">
        <FilterSelect
          name="per"
          label="Per"
          allLabel="Product"
          options={['regio', 'gemeente', 'domein', 'locatie', 'bereik', 'kenmerk'].map((value) => ({
            value,
            label: `${value[0]!.toUpperCase()}${value.slice(1)}`,
          }))}
        />
      </search>
      <ul>
        {data.uitleg.map((one) => (
          <li key={one.code}>
            <strong>{one.naam}</strong>: {one.teller}, gedeeld door {one.noemer}.
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="od-tabelvak od-kalender" tabIndex={0} aria-label="Bezettingsgraden, schuift opzij">
        <table className="ams-table__table od-tabel">
          <caption>Bezettingsgraden</caption>
          <thead>
            <tr>
              <th scope="col">Groep</th>
              <th scope="col">Plekken</th>
              {data.uitleg.map((one) => (
                <th scope="col" key={one.code}>
                  {one.naam}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rijen.map((rij) => (
              <tr key={rij.groep}>
                <th scope="row">{rij.groep}</th>
                <td>{rij.totaal}</td>
                {([rij.bruto, rij.netto, rij.zonderGeblokkeerd] as const).map((rate, i) => (
                  <td key={data.uitleg[i]!.code}>
                    <NumberText value={rate === null ? null : Math.round(rate * 1000) / 10} unit="procent" />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}
