import { ActionGroup, Button } from '@amsterdam/design-system-react'
import { addDays, addMonths, formatLong } from '../../../shared/plain-date.ts'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { BandChart } from '../../../ui/band-chart.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { formatMonth, formatNumber } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { vergeleken } from '../domain/terugblik.ts'
import {
  getTerugblik,
  listTerugblikcellen,
  postTerugblik,
  type Terugblik,
  type Terugblikcel,
} from '../domain/terugblik-contract.ts'

/** `/prognose/terugblik`: did the forecast of a year ago come true? */
export function TerugblikPage() {
  const { data, error } = useEndpoint(getTerugblik, {}, { refetchInterval: 4_000 })
  return (
    <Page
      title="Klopte de prognose?"
      lead="De prognose begint een jaar geleden, met wat toen bekend was. Wat zij voorspelde, ligt hier naast wat er gebeurde."
      breadcrumbs={[{ label: 'Prognose', to: '/prognose' }]}
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data?.bezig && <Progress label="Het jaar wordt nagebootst" />}
      {data?.laatste ? (
        <>
          <OordeelAlert laatste={data.laatste} />
          <Uitleg laatste={data.laatste} />
          {data.laatste.dekking && (
            <>
              <Maten laatste={data.laatste} />
              <Maanden laatste={data.laatste} producten={data.producten} kleinsteGetal={data.kleinsteGetal} />
            </>
          )}
        </>
      ) : (
        data &&
        !data.bezig && (
          <EmptyState
            title="Er is nog niet teruggekeken"
            text="Dat gebeurt elke maand vanzelf, in de nacht."
          />
        )
      )}
      {data && <Opnieuw begin={data.begin} bezig={data.bezig} />}
    </Page>
  )
}

/** The verdict by itself, for every page that leans on the forecast. */
export function OordeelAlert({ laatste }: { laatste: Pick<Terugblik, 'klopte' | 'kop' | 'uitleg'> }) {
  const tone = laatste.klopte === null ? 'info' : laatste.klopte ? 'goed' : 'fout'
  return (
    <Alert heading={laatste.kop} tone={tone}>
      <p>{laatste.uitleg}</p>
    </Alert>
  )
}

function Uitleg({ laatste }: { laatste: Terugblik }) {
  const { begin, peildatum, zoalsToen, herhalingen } = laatste
  const van = addDays(begin, 1)
  return (
    <>
      <p>
        Van {formatLong(van)} tot en met {formatLong(addDays(addMonths(van, 12), -1))}, {herhalingen} keer
        nagebootst. Wat er gebeurde, is zoals bekend op {formatLong(peildatum)}.{' '}
        {zoalsToen
          ? `De prognose wist alleen wat op ${formatLong(begin)} bekend was.`
          : `Wat er op ${formatLong(begin)} bekend was, is niet bijgehouden of later ingelezen: de prognose gaat uit van wat nu van die dag bekend is.`}{' '}
        Eigen waarden van de regio doen niet mee: die zijn van nu.
      </p>
      {laatste.dekking && (
        <p>
          Een prognose zegt een marge: van een goede prognose ligt 95 procent binnen de marge van 95 procent.
          Een verschil van een halve persoon, of van één op de veertig, telt niet als verschil. Zij klopte
          niet als zo veel maanden buiten de marge bij een goede prognose minder dan 1 op de 100 keer
          voorkomt, of bij één maat minder dan 1 op de 200 keer. Dat is berekend met de nagebootste jaren
          zelf. Ook de schattingen wijken iets af: daardoor krijgen ongeveer 7 van de 100 goede prognoses ten
          onrechte het oordeel dat zij niet klopten.
        </p>
      )}
    </>
  )
}

function Maten({ laatste }: { laatste: Terugblik }) {
  const { perMaat, dekking } = laatste
  const rijen = dekking
    ? [...perMaat, { ...dekking, naam: 'Alles samen', klopte: laatste.klopte === true, richting: null }]
    : []
  return (
    <Section title="Hoeveel lag er binnen de marges?">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="ams-table od-tabelvak" aria-label="Binnen de marges, per maat" tabIndex={0}>
        <table className="ams-table__table od-tabel">
          <thead>
            <tr>
              {['Wat', 'Vergelijkingen', 'Binnen 80 procent', 'Binnen 95 procent', 'Oordeel'].map(
                (kop, i) => (
                  <th
                    key={kop}
                    scope="col"
                    className={`ams-table__header-cell ams-table__header-cell--align-${i > 0 && i < 4 ? 'end' : 'start'}`}
                  >
                    {kop}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rijen.map(({ naam, cellen, binnen80, binnen95, klopte, richting }) => (
              <tr key={naam}>
                <th scope="row" className="ams-table__cell">
                  {naam}
                </th>
                <td className="ams-table__cell ams-table__cell--align-end">{formatNumber(cellen)}</td>
                <td className="ams-table__cell ams-table__cell--align-end">{deel(binnen80, cellen)}</td>
                <td className="ams-table__cell ams-table__cell--align-end">{deel(binnen95, cellen)}</td>
                <td className="ams-table__cell">
                  <StatusBadge
                    label={
                      klopte ? 'Klopte' : richting ? `Klopte niet: ${richting} dan verwacht` : 'Klopte niet'
                    }
                    tone={klopte ? 'goed' : 'fout'}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}

const deel = (binnen: number, cellen: number) =>
  `${formatNumber(binnen)} (${formatNumber((100 * binnen) / cellen, { unit: 'procent', decimals: 0 })})`

function Maanden(props: {
  laatste: Terugblik
  producten: readonly { id: string; naam: string }[]
  kleinsteGetal: number
}) {
  const { laatste, producten, kleinsteGetal } = props
  const { get } = useSearchParams()
  const gekozen = producten.find(({ id }) => id === get('product')) ?? producten[0]
  const product = gekozen?.id
  const { data } = useEndpoint(listTerugblikcellen, {
    query: { ...(product && { product }), aantalPerPagina: 200 },
  })
  const rest = useEndpoint(listTerugblikcellen, { query: { maat: 'gehuisvest', aantalPerPagina: 200 } })
  const cellen = [...(data?.results ?? []), ...(rest.data?.results ?? [])]
  return (
    <Section title="Maand voor maand">
      {producten.length > 1 && (
        <search className="od-filters" aria-label="Welk product">
          <FilterSelect
            name="product"
            label="Product"
            allLabel={producten[0]!.naam}
            options={producten.slice(1).map(({ id, naam }) => ({ value: id, label: naam }))}
          />
        </search>
      )}
      <div className="od-rooster">
        {vergeleken.map((maat) => (
          <Grafiek key={maat} cellen={cellen.filter((cel) => cel.maat === maat)} laatste={laatste} />
        ))}
      </div>
      <p className="od-hint">
        Maanden waarin het om minder dan {kleinsteGetal} mensen gaat, staan er niet, en de marge van die maand
        ook niet. In de telling hierboven doen zij wel mee.
      </p>
      <DataTable
        id="prognose-terugblik"
        caption="Wat de prognose zei en wat er gebeurde"
        captionHidden
        endpoint={listTerugblikcellen}
        query={product ? { product } : {}}
        rowKey={(row) => row.id}
        defaultSort="volgorde"
        columns={[
          { key: 'maand', label: 'Maand', sortable: true, render: ({ maand }) => formatMonth(maand) },
          { key: 'naam', label: 'Wat', sortable: true },
          {
            key: 'gebeurd',
            label: 'Gebeurd',
            align: 'end',
            sortable: true,
            render: (row) => (row.gebeurd === null ? 'Te klein om te tonen' : formatNumber(row.gebeurd)),
          },
          {
            key: 'laag80',
            label: 'Marge van 80 procent',
            align: 'end',
            render: (row) => tot(row.laag80, row.hoog80),
          },
          {
            key: 'laag95',
            label: 'Marge van 95 procent',
            align: 'end',
            render: (row) => tot(row.laag95, row.hoog95),
          },
          {
            key: 'binnen95',
            label: 'Binnen de marge',
            render: ({ binnen95 }) =>
              binnen95 === null ? (
                '–'
              ) : (
                <StatusBadge label={binnen95 ? 'Ja' : 'Nee'} tone={binnen95 ? 'goed' : 'let_op'} />
              ),
          },
        ]}
        empty={{ title: 'Niets te vergelijken', text: 'Van dit product is er niets om te vergelijken.' }}
      />
    </Section>
  )
}

const tot = (laag: number | null, hoog: number | null) =>
  laag === null || hoog === null ? '–' : `${formatNumber(laag)} tot ${formatNumber(hoog)}`

function Grafiek({ cellen, laatste }: { cellen: readonly Terugblikcel[]; laatste: Terugblik }) {
  const eerste = cellen[0]
  if (!eerste) return null
  const titel = `${eerste.product}: ${eerste.naam.toLowerCase()}`
  if (cellen.every(({ afgeschermd }) => afgeschermd)) return <p>{titel}: te weinig mensen om te tonen.</p>
  return (
    <BandChart
      titel={titel}
      tabel="Maand"
      punten={cellen.map(({ maand }) => formatMonth(maand))}
      lijn={{ naam: 'Gebeurd', waarden: cellen.map(({ gebeurd }) => gebeurd) }}
      banden={[
        {
          naam: 'Prognose, marge van 95 procent',
          laag: cellen.map(({ laag95 }) => laag95),
          hoog: cellen.map(({ hoog95 }) => hoog95),
        },
        {
          naam: 'Prognose, marge van 80 procent',
          laag: cellen.map(({ laag80 }) => laag80),
          hoog: cellen.map(({ hoog80 }) => hoog80),
        },
      ]}
      bestand={{
        regels: [
          `Prognose vanaf ${formatLong(laatste.begin)}, gebeurd zoals bekend op ${formatLong(laatste.peildatum)}.`,
          laatste.kop,
        ],
      }}
    />
  )
}

function Opnieuw({ begin, bezig }: { begin: string; bezig: boolean }) {
  const mag = useMag()('prognose.beheren')
  const start = useCommand(postTerugblik)
  if (!mag) return null
  return (
    <>
      {start.problem && <ProblemAlert problem={start.problem} />}
      <ActionGroup>
        <Button
          type="button"
          variant="secondary"
          disabled={bezig || start.busy}
          onClick={() => void start.run({ body: { begin } }).catch(() => {})}
        >
          Nu terugkijken vanaf {formatLong(begin)}
        </Button>
      </ActionGroup>
    </>
  )
}
