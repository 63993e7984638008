import { ChartFrame } from './chart-frame.tsx'
import { formatNumber } from './format.ts'

export interface LineChartProps {
  /** What the lines are; the table that goes with it has the same figures. */
  titel: string
  /** What the points are called, from left to right. */
  punten: readonly string[]
  /** At most two; the second is dashed, so that colour is not needed. Null: hidden, or nothing to count. */
  reeksen: readonly { naam: string; waarden: readonly (number | null)[] }[]
  /** Top of the scale, when it is known: then charts side by side compare. */
  hoogste?: number
}

const BREED = 600
const HOOG = 160
const RAND = 8

/** Lines over time. The drawing says nothing that the first and last value and the table do not say in text. */
export function LineChart({ titel, punten, reeksen, hoogste }: LineChartProps) {
  const most =
    hoogste ?? Math.max(1, ...reeksen.flatMap((reeks) => reeks.waarden.map((waarde) => waarde ?? 0)))
  const x = (i: number) => RAND + ((BREED - 2 * RAND) * i) / Math.max(1, punten.length - 1)
  const y = (waarde: number) => HOOG - RAND - ((HOOG - 2 * RAND) * waarde) / most
  return (
    <figure className="od-staven od-lijnen">
      <figcaption>{titel}</figcaption>
      <ChartFrame boven={formatNumber(most)} onder="0" links={punten[0] ?? ''} rechts={punten.at(-1) ?? ''}>
        <svg viewBox={`0 0 ${BREED} ${HOOG}`} aria-hidden="true">
          <path className="od-lijnen__as" d={`M0 ${HOOG - RAND} H${BREED}`} />
          {reeksen.map(({ naam, waarden }, n) => (
            <g key={naam} className={`od-lijnen__${n + 1}`}>
              <path d={pathOf(waarden.map((waarde, i) => (waarde === null ? null : [x(i), y(waarde)])))} />
              {waarden.map(
                (waarde, i) => waarde !== null && <circle key={punten[i]} cx={x(i)} cy={y(waarde)} r="3" />,
              )}
            </g>
          ))}
        </svg>
      </ChartFrame>
      <ul>
        {reeksen.map(({ naam, waarden }, n) => (
          <li key={naam}>
            <span className="od-staven__naam">
              {naam} ({n === 0 ? 'lijn' : 'streepjes'}): {punten[0]} {textOf(waarden[0])}, {punten.at(-1)}{' '}
              {textOf(waarden.at(-1))}
            </span>
          </li>
        ))}
      </ul>
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
