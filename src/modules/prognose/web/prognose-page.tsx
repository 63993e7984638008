import { Link } from '@tanstack/react-router'
import { formatLong } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { listParameters, listRekensom } from '../domain/contract.ts'
import { getTerugblik } from '../domain/terugblik-contract.ts'
import { SchattingenNu } from './schatting-tabel.tsx'
import { OordeelAlert } from './terugblik-page.tsx'

/** `/prognose`: what a forecast of this chain rests on, and the sum that fits on paper. */
export function PrognosePage() {
  const { data, error } = useEndpoint(listParameters, { query: { aantalPerPagina: 1 } })
  return (
    <Page
      title="Prognose"
      lead="Waarmee een prognose van deze keten rekent: wat het register zegt, hoe zeker dat is, en wat is aangenomen."
    >
      {error && <ProblemAlert problem={error} />}
      {data && (
        <p>
          Stand op {formatLong(data.peildatum)}.{' '}
          {data.begin
            ? `Geteld vanaf ${formatLong(data.begin)}: vanaf die dag ligt ook vast wie vertrok. Wie er toen al was of er nu nog is, telt mee voor zover dat te zien was.`
            : 'Er is nog geen vertrek vastgelegd. Daarom is niet te zeggen hoeveel mensen per jaar komen of hoe lang zij blijven: er staan aannames.'}{' '}
          Minder dan {data.kleinsteGetal} gevallen zeggen te weinig; dan staat erbij wat is aangenomen. De
          regio kan in de plaats van elke schatting een eigen waarde zetten, met een reden.
        </p>
      )}
      <Terugkijken />
      <Section title="Rekensom: hoeveel plekken zijn er nodig?">
        <p>
          Hoeveel mensen er per jaar komen, maal hoe lang zij blijven, is hoeveel plekken er vol zijn (de wet
          van Little). Zonder toeval en zonder plekken die bezet blijven omdat iemand nergens heen kan.
        </p>
        <DataTable
          id="prognose-rekensom"
          caption="Plekken die nodig zijn"
          captionHidden
          endpoint={listRekensom}
          rowKey={(row) => row.product}
          defaultSort="volgorde"
          columns={[
            { key: 'product', label: 'Product', sortable: true },
            {
              key: 'instroomPerJaar',
              label: 'Komt per jaar',
              align: 'end',
              sortable: true,
              render: getal('instroomPerJaar'),
            },
            {
              key: 'verblijfsdagen',
              label: 'Blijft (dagen)',
              align: 'end',
              sortable: true,
              render: ({ verblijfsdagen }) => formatNumber(verblijfsdagen),
            },
            {
              key: 'plekkenNodig',
              label: 'Plekken nodig',
              align: 'end',
              sortable: true,
              render: getal('plekkenNodig'),
            },
            {
              key: 'plekken',
              label: 'Plekken',
              align: 'end',
              sortable: true,
              render: ({ plekken }) => formatNumber(plekken),
            },
            {
              key: 'tekort',
              label: 'Tekort of over',
              align: 'end',
              sortable: true,
              render: ({ tekort }) =>
                tekort > 0
                  ? `${formatNumber(tekort, { decimals: 1 })} te weinig`
                  : `${formatNumber(Math.abs(tekort), { decimals: 1 })} over`,
            },
          ]}
          empty={{ title: 'Geen rekensom', text: 'Er zijn nog geen producten met plekken.' }}
        />
      </Section>
      <Section title="Elke schatting, met hoe zeker die is">
        <SchattingenNu />
      </Section>
    </Page>
  )
}

/** The verdict on the forecast of a year ago, and the way to how it was reached. */
function Terugkijken() {
  const { data } = useEndpoint(getTerugblik, {})
  if (!data) return null
  return (
    <Section title="Klopte de prognose van een jaar geleden?">
      {data.laatste && <OordeelAlert laatste={data.laatste} />}
      <p>
        <Link to={'/prognose/terugblik' as never}>Kijk terug op het afgelopen jaar</Link>
      </p>
    </Section>
  )
}

const getal =
  <K extends string>(key: K) =>
  (row: Readonly<Record<K, number>>) =>
    formatNumber(row[key], { decimals: 1 })
