import { formatNumber } from './format.ts'

export interface BarChartProps {
  /** What the bars are; the table that goes with it has the same figures. */
  titel: string
  rijen: readonly { label: string; staven: readonly Staaf[] }[]
}

export interface Staaf {
  /** Tells bars of one row apart, in words: never by colour alone. */
  naam?: string
  /** Null: hidden, or nothing to count. */
  waarde: number | null
  unit?: 'procent'
  decimals?: number
}

const HOOGTE = 12

/** Horizontal bars beside their names and numbers, which wrap as text does. */
export function BarChart({ titel, rijen }: BarChartProps) {
  const most = Math.max(0, ...rijen.flatMap((rij) => rij.staven.map((staaf) => staaf.waarde ?? 0))) || 1
  return (
    <figure className="od-staven">
      <figcaption>{titel}</figcaption>
      <ul>
        {rijen.map((rij) => (
          <li key={rij.label}>
            <span className="od-staven__naam">{rij.label}</span>
            {rij.staven.map((staaf, i) => (
              <span key={staaf.naam ?? i} className="od-staven__staaf">
                <svg
                  viewBox={`0 0 100 ${HOOGTE}`}
                  preserveAspectRatio="none"
                  aria-hidden="true"
                  className={`od-staven__${i + 1}`}
                >
                  <rect width={(100 * (staaf.waarde ?? 0)) / most} height={HOOGTE} />
                </svg>
                <span className="od-getal">
                  {staaf.naam && `${staaf.naam} `}
                  {staaf.waarde === null ? 'niet getoond' : formatNumber(staaf.waarde, staaf)}
                </span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </figure>
  )
}
