import { useRef } from 'react'
import { chartColours, chartStrokes } from './chart-file.ts'
import { ChartFrame } from './chart-frame.tsx'
import { ChartSave, type ChartSource, drawingOf } from './chart-save.tsx'
import { ChartTable } from './chart-table.tsx'
import { formatNumber } from './format.ts'

type Waarde = number | null

export interface BandChartProps {
  /** What the line and the bands are. */
  titel: string
  /** What the points are called, from left to right. */
  punten: readonly string[]
  /** The widest first: a narrower one is drawn over it. Null: hidden. */
  banden: readonly { naam: string; laag: readonly Waarde[]; hoog: readonly Waarde[] }[]
  /** Bands of two things beside each other, not one around the other: the second has a colour and a broken edge of its own. */
  naastElkaar?: boolean
  /** What happened, or what is expected. */
  lijn: { naam: string; waarden: readonly Waarde[] }
  /** What the file says beside the chart. */
  bestand: ChartSource
  /** Name of the first column of the table. */
  tabel: string
}

const BREED = 600
const HOOG = 180
const RAND = 8

/** A line over time with the bands around what was expected. The drawing says nothing that the words and the table do not. */
export function BandChart({ titel, punten, banden, naastElkaar, lijn, bestand, tabel }: BandChartProps) {
  const drawing = useRef<SVGSVGElement>(null)
  const all = [...banden.flatMap(({ hoog }) => hoog), ...lijn.waarden]
  const most = Math.max(1, ...all.map((waarde) => waarde ?? 0))
  const x = (i: number) => RAND + ((BREED - 2 * RAND) * i) / Math.max(1, punten.length - 1)
  const y = (waarde: number) => HOOG - RAND - ((HOOG - 2 * RAND) * waarde) / most
  const schaal = {
    boven: formatNumber(most),
    onder: '0',
    links: punten[0] ?? '',
    rechts: punten.at(-1) ?? '',
  }
  const last = punten.length - 1
  const apart = (n: number) => naastElkaar === true && n > 0
  const vlak = (n: number) =>
    naastElkaar
      ? ['bruin vlak', 'groen vlak met een rand van streepjes'][n]
      : `${n === 0 ? 'licht' : 'donker'} vlak`
  const inWords = [
    `${lijn.naam} (lijn): ${punten[0]} ${textOf(lijn.waarden[0])}, ${punten[last]} ${textOf(lijn.waarden[last])}`,
    ...banden.map(
      ({ naam, laag, hoog }, n) => `${naam} (${vlak(n)}): ${punten[last]} ${rangeOf(laag[last], hoog[last])}`,
    ),
  ]
  return (
    <figure className="od-staven od-lijnen">
      <figcaption>{titel}</figcaption>
      <ChartFrame {...schaal}>
        <svg ref={drawing} viewBox={`0 0 ${BREED} ${HOOG}`} aria-hidden="true">
          <path className="od-lijnen__as" {...chartStrokes.axis} d={`M0 ${HOOG - RAND} H${BREED}`} />
          {banden.map(({ naam, laag, hoog }, n) =>
            stretchesOf(laag, hoog).map((stretch) => (
              <path
                key={`${naam} ${stretch[0]}`}
                fill={apart(n) ? chartColours.accent : chartColours.letop}
                fillOpacity={n === 0 || naastElkaar ? 0.2 : 0.35}
                stroke={apart(n) ? chartColours.accent : chartColours.letop}
                strokeWidth={1}
                {...(apart(n) && chartStrokes.dashes)}
                d={areaOf(stretch.map((i) => [x(i), y(laag[i]!), y(hoog[i]!)]))}
              />
            )),
          )}
          <g className="od-lijnen__1" {...chartStrokes.first}>
            <path
              d={stretchesOf(lijn.waarden, lijn.waarden)
                .map((stretch) => `M${stretch.map((i) => `${x(i)} ${y(lijn.waarden[i]!)}`).join(' L')}`)
                .join(' ')}
            />
            {lijn.waarden.map(
              (waarde, i) => waarde !== null && <circle key={punten[i]} cx={x(i)} cy={y(waarde)} r="3" />,
            )}
          </g>
        </svg>
      </ChartFrame>
      <ul>
        {inWords.map((regel) => (
          <li key={regel}>
            <span className="od-staven__naam">{regel}</span>
          </li>
        ))}
      </ul>
      <ChartTable
        titel={titel}
        kop={[tabel, lijn.naam, ...banden.map(({ naam }) => naam)]}
        rijen={punten.map((punt, i) => [
          punt,
          textOf(lijn.waarden[i]),
          ...banden.map(({ laag, hoog }) => rangeOf(laag[i], hoog[i])),
        ])}
      />
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

const textOf = (waarde: Waarde | undefined) =>
  waarde === null || waarde === undefined ? 'niet getoond' : formatNumber(waarde)

const rangeOf = (laag: Waarde | undefined, hoog: Waarde | undefined) =>
  typeof laag === 'number' && typeof hoog === 'number'
    ? `${formatNumber(laag)} tot ${formatNumber(hoog)}`
    : 'niet getoond'

/** Points in a row of which both are known: nothing is drawn across a gap. */
function stretchesOf(one: readonly Waarde[], other: readonly Waarde[]): number[][] {
  const stretches: number[][] = []
  let open: number[] | undefined
  one.forEach((waarde, i) => {
    if (waarde === null || other[i] === null) open = undefined
    else if (open) open.push(i)
    else {
      open = [i]
      stretches.push(open)
    }
  })
  return stretches
}

/** Along the top and back along the bottom; a point by itself becomes an upright stroke. */
function areaOf(points: readonly (readonly [x: number, low: number, high: number] | number[])[]): string {
  const top = points.map(([x, , high]) => `${x} ${high}`)
  const bottom = points.toReversed().map(([x, low]) => `${x} ${low}`)
  return `M${[...top, ...bottom].join(' L')} Z`
}
