import { useRef } from 'react'
import { chartColours, chartStrokes } from './chart-file.ts'
import { ChartFrame } from './chart-frame.tsx'
import { ChartSave, type ChartSource, drawingOf } from './chart-save.tsx'
import { ChartTable } from './chart-table.tsx'
import { formatNumber } from './format.ts'

export interface LineChartProps {
  /** What the lines are; the table that goes with it has the same figures. */
  titel: string
  /** What the points are called, from left to right. */
  punten: readonly string[]
  /** At most two; the second is dashed, so that colour is not needed. Null: hidden, or nothing to count. */
  reeksen: readonly Lijn[]
  /** Top of the scale, when it is known: then charts side by side compare. */
  hoogste?: number
  /** What the file says beside the chart. */
  bestand: ChartSource
  /** Name of the first column, where no list beside the chart has the same numbers: then a table comes with it. */
  tabel?: string
}

export interface Lijn {
  naam: string
  waarden: readonly (number | null)[]
  /** Between which values it may lie, point by point: drawn as a pale strip, and told in the table. */
  band?: readonly { laag: number; hoog: number }[]
}

const BREED = 600
const HOOG = 160
const RAND = 8

/** Lines over time. The drawing says nothing that the first and last value and the table do not say in text. */
export function LineChart({ titel, punten, reeksen, hoogste, bestand, tabel }: LineChartProps) {
  const drawing = useRef<SVGSVGElement>(null)
  const most =
    hoogste ??
    Math.max(
      1,
      ...reeksen.flatMap((reeks) => [
        ...reeks.waarden.map((waarde) => waarde ?? 0),
        ...(reeks.band ?? []).map(({ hoog }) => hoog),
      ]),
    )
  const x = (i: number) => RAND + ((BREED - 2 * RAND) * i) / Math.max(1, punten.length - 1)
  const y = (waarde: number) => HOOG - RAND - ((HOOG - 2 * RAND) * waarde) / most
  const schaal = {
    boven: formatNumber(most),
    onder: '0',
    links: punten[0] ?? '',
    rechts: punten.at(-1) ?? '',
  }
  const ends = punten.length > 1 ? [0, punten.length - 1] : [0]
  const inWords = reeksen.map(
    ({ naam, waarden }, n) =>
      `${naam} (${n === 0 ? 'lijn' : 'streepjes'}): ${ends.map((i) => `${punten[i]} ${textOf(waarden[i])}`).join(', ')}`,
  )
  return (
    <figure className="od-staven od-lijnen">
      <figcaption>{titel}</figcaption>
      <ChartFrame {...schaal}>
        <svg ref={drawing} viewBox={`0 0 ${BREED} ${HOOG}`} aria-hidden="true">
          <path className="od-lijnen__as" {...chartStrokes.axis} d={`M0 ${HOOG - RAND} H${BREED}`} />
          {reeksen.map(
            ({ naam, band }, n) =>
              band && (
                <path
                  key={`band ${naam}`}
                  fill={n === 0 ? chartColours.accent : chartColours.letop}
                  fillOpacity={0.15}
                  stroke="none"
                  d={bandOf(band.map(({ laag, hoog }, i) => [x(i), y(laag), y(hoog)]))}
                />
              ),
          )}
          {reeksen.map(({ naam, waarden }, n) => (
            <g
              key={naam}
              className={`od-lijnen__${n + 1}`}
              {...(n === 0 ? chartStrokes.first : chartStrokes.second)}
            >
              <path
                {...(n > 0 && chartStrokes.dashes)}
                d={pathOf(waarden.map((waarde, i) => (waarde === null ? null : [x(i), y(waarde)])))}
              />
              {waarden.map(
                (waarde, i) => waarde !== null && <circle key={punten[i]} cx={x(i)} cy={y(waarde)} r="3" />,
              )}
            </g>
          ))}
        </svg>
      </ChartFrame>
      <ul>
        {inWords.map((regel) => (
          <li key={regel}>
            <span className="od-staven__naam">{regel}</span>
          </li>
        ))}
      </ul>
      {tabel && (
        <ChartTable
          titel={titel}
          kop={[
            tabel,
            ...reeksen.flatMap(({ naam, band }) => [naam, ...(band ? [`${naam}: van – tot`] : [])]),
          ]}
          rijen={punten.map((punt, i) => [
            punt,
            ...reeksen.flatMap(({ waarden, band }) => [
              textOf(waarden[i]),
              ...(band ? [`${textOf(band[i]?.laag)} – ${textOf(band[i]?.hoog)}`] : []),
            ]),
          ])}
        />
      )}
      <ChartSave
        titel={titel}
        bestand={bestand}
        chart={() => ({
          tekst: `${inWords.join('. ')}.`,
          regels: inWords,
          tekening: { soort: 'beeld', ...drawingOf(drawing.current!), schaal },
        })}
      />
    </figure>
  )
}

const textOf = (waarde: number | null | undefined) =>
  waarde === null || waarde === undefined ? 'niet getoond' : formatNumber(waarde)

/** A gap where a value is missing: a line through it would tell something that is not known. */
function pathOf(points: readonly (readonly [number, number] | null | number[])[]): string {
  return points
    .map((point, i) => point && `${i > 0 && points[i - 1] ? 'L' : 'M'}${point[0]} ${point[1]}`)
    .filter(Boolean)
    .join(' ')
}

/** Along the upper edge and back along the lower one. */
function bandOf(points: readonly (readonly [number, number, number] | number[])[]): string {
  const edge = (row: 1 | 2, from: readonly (readonly number[])[]) =>
    from.map((point) => `${point[0]} ${point[row]}`).join(' L')
  return points.length > 0 ? `M${edge(2, points)} L${edge(1, points.toReversed())} Z` : ''
}
