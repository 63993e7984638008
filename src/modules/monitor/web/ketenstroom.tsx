import { useRef } from 'react'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { chartColours, chartStrokes } from '../../../ui/chart-file.ts'
import { ChartSave, drawingOf } from '../../../ui/chart-save.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { eenheden } from '../domain/ketenbalans.ts'
import { listKetenstromen, type Stroom } from '../domain/ketenbalans-contract.ts'
import { type Stroombeeld, stroomInWoorden, tekenStroombeeld } from '../domain/stroombeeld.ts'
import { maandNaam, peilRegel } from './indicator-tekst.tsx'

const BREED = 960
const KNOOP = 14
const TITEL = 'Links vanwaar, in het midden de producten, rechts waarheen'
/** Left edge of the nodes per column: names stand above them. */
const X = [0, (BREED - KNOOP) / 2, BREED - KNOOP] as const

/** The region in one picture: from where, through which product, to where. The table below has the same numbers. */
export function Ketenstroom({ vraag }: { vraag: { readonly eenheid: keyof typeof eenheden } }) {
  const { data } = useEndpoint(listKetenstromen, {
    query: { ...vraag, pagina: '1', aantalPerPagina: '100' } as never,
  })
  const regels = data?.results ?? []
  const compleet = data !== undefined && data.count <= regels.length
  return (
    <Section title="Stroom door de keten">
      {data && <p>{stroomInWoorden(regels)}</p>}
      {compleet && regels.some(({ aantal }) => (aantal ?? 0) > 0) && (
        <Beeld
          beeld={tekenStroombeeld(regels)}
          tekst={stroomInWoorden(regels)}
          regels={[
            `${TITEL}. Geteld: ${eenheden[vraag.eenheid].toLowerCase()}. Wat te klein is om te tonen, staat er niet in.`,
            `Maand: ${maandNaam(data.maand)}. ${peilRegel(data)} Bron: verblijven in Onderdak.`,
          ]}
        />
      )}
      <DataTable
        id="ketenstromen"
        prefix="stroom-"
        caption="Erin en eruit per product"
        captionHidden
        endpoint={listKetenstromen}
        query={vraag as never}
        columns={[
          { key: 'product', label: 'Product', sortable: true },
          {
            key: 'kant',
            label: 'In of uit',
            sortable: true,
            render: (rij: Stroom) => (rij.kant === 'in' ? 'In' : 'Uit'),
          },
          { key: 'anders', label: 'Vanwaar of waarheen', sortable: true },
          {
            key: 'aantal',
            label: 'Aantal',
            align: 'end',
            sortable: true,
            render: (rij: Stroom) => (rij.aantal === null ? 'Niet getoond' : formatNumber(rij.aantal)),
          },
        ]}
        rowKey={(rij) => rij.id}
        empty={{ title: 'Niemand ging erin of eruit', text: 'Kies een andere maand.' }}
      />
    </Section>
  )
}

function Beeld(props: { beeld: Stroombeeld; tekst: string; regels: readonly string[] }) {
  const { beeld, tekst, regels } = props
  const drawing = useRef<SVGSVGElement>(null)
  const anchor = ['start', 'middle', 'end'] as const
  const labelX = [0, BREED / 2, BREED] as const
  return (
    <figure className="od-staven od-stroom">
      <figcaption>{TITEL}</figcaption>
      <section
        className="od-tabelvak"
        aria-label="Stroombeeld; dezelfde getallen staan in de tabel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
      >
        <svg ref={drawing} viewBox={`0 0 ${BREED} ${beeld.hoogte}`} aria-hidden="true">
          {beeld.linten.map(({ key, van, naar, dikte }) => {
            const [x1, x2] = [X[van.kolom] + KNOOP, X[naar.kolom]]
            const [y1, y2] = [van.y + dikte / 2, naar.y + dikte / 2]
            const half = (x1 + x2) / 2
            return (
              <path
                key={key}
                className="od-stroom__lint"
                {...chartStrokes.first}
                strokeOpacity={0.3}
                strokeWidth={dikte}
                d={`M${x1} ${y1} C${half} ${y1} ${half} ${y2} ${x2} ${y2}`}
              />
            )
          })}
          {beeld.knopen.map(({ kolom, naam, aantal, y, hoogte }) => (
            <g key={`${kolom} ${naam}`}>
              <rect
                className="od-stroom__knoop"
                fill={chartColours.accent}
                x={X[kolom]}
                y={y}
                width={KNOOP}
                height={hoogte}
              />
              <text x={labelX[kolom]} y={y - 7} textAnchor={anchor[kolom]} fill={chartColours.ink}>
                {naam} ({formatNumber(aantal)})
              </text>
            </g>
          ))}
        </svg>
      </section>
      <ChartSave
        titel={TITEL}
        bestand={{ titel: 'Stroom door de keten', regels }}
        chart={() => ({
          tekst,
          regels: [],
          tekening: { soort: 'beeld', ...drawingOf(drawing.current!) },
        })}
      />
    </figure>
  )
}
