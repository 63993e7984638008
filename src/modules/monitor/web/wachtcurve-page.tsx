import { useRef } from 'react'
import { formatLong } from '../../../shared/plain-date.ts'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { chartStrokes } from '../../../ui/chart-file.ts'
import { ChartFrame } from '../../../ui/chart-frame.tsx'
import { ChartSave, drawingOf } from '../../../ui/chart-save.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatCount, formatNumber } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { StatTile, StatTiles } from '../../../ui/stat-tile.tsx'
import { FilterSelect } from '../../../ui/table-filters.tsx'
import { type Curvepunt, listCurvepunten } from '../domain/wachtcurve-contract.ts'
import { Maandfilters, maandNaam, peilRegel } from './indicator-tekst.tsx'
import { VasteLink } from './vaste-link.tsx'

/** `/wachtcurve`: which share still waits after so many days, counting who still waits for as long as they were seen to. */
export function WachtcurvePage() {
  const { get } = useSearchParams()
  const [maand, bekendOp, productId] = [get('maand'), get('bekendOp'), get('productId')]
  const keuze = { ...(maand && { maand }), ...(bekendOp && { bekendOp }), ...(productId && { productId }) }
  const { data, error } = useEndpoint(listCurvepunten, { query: { ...keuze, aantalPerPagina: 200 } })
  return (
    <Page
      title="Wachtcurve"
      lead="Welk deel wacht na zoveel dagen nog op een plek? Ook wie nu nog wacht telt mee. Anders lijkt het wachten korter dan het is."
    >
      <search className="od-filters" aria-label="Welke lijst en maand">
        <FilterSelect
          name="productId"
          label="Product"
          allLabel="Hele lijst"
          options={(data?.producten ?? []).map(({ id, naam }) => ({ value: id, label: naam }))}
        />
        <Maandfilters />
      </search>
      {error && <ProblemAlert problem={error} />}
      {!data && !error && <p role="status">Bezig met laden…</p>}
      {data && (
        <>
          <p>
            Registraties die van {formatLong(data.van)} tot en met {formatLong(data.peildatum)} op de lijst
            kwamen, {data.bekendOp ? `zoals bekend op ${formatLong(data.bekendOp)}` : 'zoals nu bekend'}. Wie
            op twee lijsten staat, telt twee keer.
            {data.kleinsteGetal !== null &&
              ` Tussen twee dagen in de tabel kregen steeds minstens ${data.kleinsteGetal} mensen een plek, en de lijn stopt als er minder over zijn.`}{' '}
            <VasteLink maand={data.maand} bekendOp={data.bekendOp} />
          </p>
          <StatTiles>
            <StatTile
              label="Helft heeft een plek na"
              value={data.helft === null ? 'Niet bereikt' : formatCount(data.helft, 'dag', 'dagen')}
              note={`Peildatum: eind ${maandNaam(data.maand)}`}
            />
            <StatTile
              label="Registraties"
              value={data.aantal === null ? 'Niet getoond' : formatNumber(data.aantal)}
              note="Met een plek, nog wachtend of anders van de lijst"
            />
          </StatTiles>
          <Curve
            punten={data.results}
            regels={[
              `${data.producten.find(({ id }) => id === productId)?.naam ?? 'Hele wachtlijst'}. Registraties van ${formatLong(data.van)} tot en met ${formatLong(data.peildatum)}.`,
              `${peilRegel(data)} Kaplan en Meier, marge 95 procent. Bron: wachtlijst in Onderdak.`,
            ]}
          />
          <details className="od-meer">
            <summary>Hoe is dit berekend?</summary>
            <p>
              Wie nog wacht of zonder plek van de lijst ging, telt mee tot de laatste dag waarop dat bekend is
              (Kaplan en Meier). De marge is 95 procent. Ging iemand zonder plek van de lijst, dan nemen we
              aan dat die anders even lang had gewacht als de anderen.
            </p>
          </details>
        </>
      )}
      <Section title="Dezelfde getallen in een tabel">
        <DataTable
          id="wachtcurve"
          caption="Wachtcurve"
          captionHidden
          endpoint={listCurvepunten}
          query={keuze}
          rowKey={(row) => String(row.dag)}
          defaultSort="dag"
          columns={[
            { key: 'dag', label: 'Dagen na het besluit', align: 'end', sortable: true },
            {
              key: 'wachtNog',
              label: 'Wacht nog',
              align: 'end',
              sortable: true,
              render: (row) => `${row.wachtNog}%`,
            },
            {
              key: 'onder',
              label: 'Marge (95 procent)',
              align: 'end',
              render: (row) => `${row.onder}% tot ${row.boven}%`,
            },
            { key: 'risico', label: 'Toen nog op de lijst', align: 'end', sortable: true },
          ]}
          empty={{
            title: 'Te weinig om te tonen',
            text: 'Er zijn te weinig registraties met een plek. Kies de hele lijst of een andere maand.',
          }}
        />
      </Section>
    </Page>
  )
}

const BREED = 600
const HOOG = 200
const RAND = 10
const TITEL = 'Deel dat nog wacht, met de marge'

/** A staircase with its band. The list below says in words what the drawing shows. */
function Curve({ punten, regels }: { punten: readonly Curvepunt[]; regels: readonly string[] }) {
  const drawing = useRef<SVGSVGElement>(null)
  const laatste = punten.at(-1)
  if (!laatste) return null
  const x = (dag: number) => RAND + ((BREED - 2 * RAND) * dag) / Math.max(1, laatste.dag)
  const y = (procent: number) => HOOG - RAND - ((HOOG - 2 * RAND) * procent) / 100
  const trap = (waarde: (punt: Curvepunt) => number) =>
    punten.reduce((path, punt) => `${path} H${x(punt.dag)} V${y(waarde(punt))}`, `M${x(0)} ${y(100)}`)
  const naDagen = `Na ${formatCount(laatste.dag, 'dag', 'dagen')}`
  const schaal = { boven: '100%', onder: '0%', links: 'Besluit', rechts: naDagen }
  const inWoorden = [
    'Wacht nog (lijn), marge (streepjes), de dunne lijn is de helft',
    `${naDagen} wacht nog ${laatste.wachtNog}% (marge ${laatste.onder}% tot ${laatste.boven}%).`,
  ]
  return (
    <figure className="od-staven od-lijnen">
      <figcaption>{TITEL}</figcaption>
      <ChartFrame {...schaal}>
        <svg ref={drawing} viewBox={`0 0 ${BREED} ${HOOG}`} aria-hidden="true">
          <path className="od-lijnen__as" {...chartStrokes.axis} d={`M0 ${y(0)} H${BREED}`} />
          <path className="od-lijnen__as" {...chartStrokes.axis} d={`M0 ${y(50)} H${BREED}`} />
          <g className="od-lijnen__2" {...chartStrokes.second} {...chartStrokes.dashes}>
            <path d={trap((punt) => punt.boven)} />
            <path d={trap((punt) => punt.onder)} />
          </g>
          <g className="od-lijnen__1" {...chartStrokes.first}>
            <path d={trap((punt) => punt.wachtNog)} />
          </g>
        </svg>
      </ChartFrame>
      <ul>
        {inWoorden.map((regel) => (
          <li key={regel}>
            <span className="od-staven__naam">{regel}</span>
          </li>
        ))}
      </ul>
      <ChartSave
        titel={TITEL}
        bestand={{ titel: `Wachtcurve: ${TITEL.toLowerCase()}`, regels }}
        chart={() => ({
          tekst: inWoorden.join('. '),
          regels: inWoorden,
          tekening: { soort: 'beeld', ...drawingOf(drawing.current!), schaal },
        })}
      />
    </figure>
  )
}
