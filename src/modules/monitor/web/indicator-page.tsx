import { Link, useParams } from '@tanstack/react-router'
import { formatLong } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { BarChart } from '../../../ui/bar-chart.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { LineChart } from '../../../ui/line-chart.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { StatTile, StatTiles } from '../../../ui/stat-tile.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { perSoorten } from '../domain/indicator.ts'
import {
  haalIndicator,
  type Indicatorgeval,
  type Indicatorgroep,
  listIndicatorgevallen,
  listIndicatorgroepen,
} from '../domain/indicator-contract.ts'
import { Maandfilters, maandNaam, waardeInWoorden } from './indicator-tekst.tsx'

/** `/indicatoren/:indicator`: what it is, how it went, where it differs, and the cases behind it. */
export function IndicatorPage() {
  const { indicator } = useParams({ strict: false }) as { indicator: string }
  const { get } = useSearchParams()
  const [maand, bekendOp] = [get('maand'), get('bekendOp')]
  const vraag = { ...(maand && { maand }), ...(bekendOp && { bekendOp }) }
  const { data, error } = useEndpoint(haalIndicator, { params: { indicator }, query: vraag })
  return (
    <Page title={data?.naam ?? 'Indicator'} breadcrumbs={[{ label: 'Indicatoren', to: '/indicatoren' }]}>
      <search className="od-filters" aria-label="Welke maand">
        <Maandfilters />
      </search>
      {error && <ProblemAlert problem={error} />}
      {data && <Kop data={data} />}
      {data && <Verloop data={data} />}
      {data && data.per.length > 0 && (
        <Groepen indicator={indicator} per={data.per} eenheid={data.eenheid} vraag={vraag} />
      )}
      <Gevallen indicator={indicator} vraag={vraag} aandeel={data?.noemer !== null} />
    </Page>
  )
}

type Antwoord = (typeof haalIndicator)['response']['_output']

function Kop({ data }: { data: Antwoord }) {
  const nu = data.verloop.at(-1)!
  const toen = data.toenBekend
  return (
    <>
      <StatTiles>
        <StatTile
          label={maandNaam(data.maand)}
          value={waardeInWoorden(nu.waarde, data.eenheid, nu.afgeschermd)}
          note={data.bekendOp ? `Zoals bekend op ${formatLong(data.bekendOp)}` : 'Zoals nu bekend'}
        />
        {toen && data.bekendOp === null && (
          <StatTile
            label="Op de laatste dag van de maand bekend"
            value={waardeInWoorden(toen.waarde, data.eenheid, toen.afgeschermd)}
            note="Een verschil komt door wat later is vastgelegd of hersteld"
          />
        )}
        {nu.volledigheid !== null && (
          <StatTile
            label="Gemeente bekend"
            value={waardeInWoorden(nu.volledigheid, 'procent', false)}
            note="Deel van de gevallen"
          />
        )}
      </StatTiles>
      <p>{data.definitie}</p>
      <details className="od-meer">
        <summary>Hoe is dit geteld?</summary>
        <dl>
          <dt>Teller</dt>
          <dd>{data.teller}</dd>
          {data.noemer && (
            <>
              <dt>Noemer</dt>
              <dd>{data.noemer}</dd>
            </>
          )}
          <dt>Peildatum</dt>
          <dd>
            {data.tijd === 'stand'
              ? formatLong(data.peildatum)
              : `Van ${formatLong(data.van)} tot en met ${formatLong(data.peildatum)}`}
          </dd>
          <dt>Bron</dt>
          <dd>Wat organisaties in Onderdak hebben vastgelegd ({data.bronnen.join(', ')})</dd>
          <dt>Eigenaar</dt>
          <dd>{data.eigenaar}</dd>
          <dt>Versie</dt>
          <dd>
            {data.versies
              .map(({ versie, van, wijziging }) => `${versie}, sinds ${formatLong(van)}: ${wijziging}`)
              .join('; ')}
          </dd>
        </dl>
      </details>
    </>
  )
}

function Verloop({ data }: { data: Antwoord }) {
  return (
    <Section title="Dertien maanden">
      <LineChart
        titel={data.naam}
        punten={data.verloop.map(({ maand }) => maandNaam(maand))}
        reeksen={[{ naam: data.eenheid, waarden: data.verloop.map(({ waarde }) => waarde) }]}
      />
      <details className="od-meer">
        <summary>Dezelfde getallen in een tabel</summary>
        <table>
          <caption>{data.naam} per maand</caption>
          <thead>
            <tr>
              <th scope="col">Maand</th>
              <th scope="col">Waarde</th>
              <th scope="col">Gevallen</th>
            </tr>
          </thead>
          <tbody>
            {data.verloop.map((rij) => (
              <tr key={rij.maand}>
                <th scope="row">{maandNaam(rij.maand)}</th>
                <td>{waardeInWoorden(rij.waarde, data.eenheid, rij.afgeschermd)}</td>
                <td>{rij.gevallen ?? 'Niet getoond'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Section>
  )
}

interface GroepenProps {
  indicator: string
  per: readonly (keyof typeof perSoorten)[]
  eenheid: string
  vraag: object
}

function Groepen({ indicator, per, eenheid, vraag }: GroepenProps) {
  const { get } = useSearchParams()
  const gekozen = (get('per') || per[0]) as (typeof per)[number]
  const query = { ...vraag, per: gekozen }
  const { data } = useEndpoint(listIndicatorgroepen, {
    params: { indicator },
    query: { ...query, pagina: '1', aantalPerPagina: '100' } as never,
  })
  return (
    <Section title="Waar verschilt het?">
      <search className="od-filters" aria-label="Splits naar">
        <FilterSelect
          name="per"
          label="Splits naar"
          allLabel={perSoorten[per[0]!]}
          options={per.slice(1).map((value) => ({ value, label: perSoorten[value] }))}
        />
      </search>
      {data && data.results.length > 0 && (
        <BarChart
          titel={`Per ${perSoorten[gekozen].toLowerCase()}`}
          rijen={data.results.map((rij) => ({
            label: rij.naam,
            staven: [
              { waarde: rij.waarde, ...(eenheid === 'procent' && { unit: 'procent' as const, decimals: 1 }) },
            ],
          }))}
        />
      )}
      <DataTable
        id="indicatorgroepen"
        prefix="groep-"
        caption={`Per ${perSoorten[gekozen].toLowerCase()}`}
        captionHidden
        endpoint={listIndicatorgroepen}
        params={{ indicator }}
        query={query as never}
        columns={[
          { key: 'naam', label: perSoorten[gekozen], sortable: true },
          {
            key: 'waarde',
            label: 'Waarde',
            align: 'end',
            sortable: true,
            render: (rij: Indicatorgroep) => waardeInWoorden(rij.waarde, eenheid, rij.afgeschermd),
          },
          {
            key: 'gevallen',
            label: 'Gevallen',
            align: 'end',
            sortable: true,
            render: (rij: Indicatorgroep) => rij.gevallen ?? 'Niet getoond',
          },
        ]}
        rowKey={(rij) => rij.groep}
        empty={{ title: 'Niets te tellen in deze maand', text: 'Kies een andere maand.' }}
      />
    </Section>
  )
}

function Gevallen({ indicator, vraag, aandeel }: { indicator: string; vraag: object; aandeel: boolean }) {
  return (
    <Section title="De gevallen erachter">
      <p>U ziet alleen wie u mag zien. Wie er verder meetelt, blijft verborgen.</p>
      <DataTable
        id="indicatorgevallen"
        prefix="geval-"
        caption="Gevallen"
        captionHidden
        endpoint={listIndicatorgevallen}
        params={{ indicator }}
        query={vraag as never}
        columns={[
          {
            key: 'naam',
            label: 'Cliënt',
            render: (rij: Indicatorgeval) =>
              rij.persoonId ? (
                <Link to={'/clienten/$id' as never} params={{ id: rij.persoonId } as never}>
                  {rij.naam}
                </Link>
              ) : (
                rij.naam
              ),
          },
          ...(aandeel
            ? [
                {
                  key: 'telt',
                  label: 'Telt in de teller',
                  render: (rij: Indicatorgeval) => (rij.telt ? 'Ja' : 'Nee'),
                },
              ]
            : []),
          {
            key: 'waarde',
            label: 'Getal',
            align: 'end' as const,
            render: (rij: Indicatorgeval) => rij.waarde ?? '',
          },
        ]}
        rowKey={(rij) => rij.zaak}
        empty={{
          title: 'Geen gevallen die u mag openen',
          text: 'U bent bij deze cliënten niet betrokken, of er is niets te tellen.',
        }}
      />
    </Section>
  )
}
