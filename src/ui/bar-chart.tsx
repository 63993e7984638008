import { ChartSave, type ChartSource } from './chart-save.tsx'
import { ChartTable } from './chart-table.tsx'
import { formatNumber } from './format.ts'

export interface BarChartProps {
  /** What the bars are; the table that goes with it has the same figures. */
  titel: string
  rijen: readonly { label: string; staven: readonly Staaf[] }[]
  /** What the file says beside the chart. */
  bestand: ChartSource
  /** Name of the first column, where no list beside the chart has the same numbers: then a table comes with it. */
  tabel?: string
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
export function BarChart({ titel, rijen, bestand, tabel }: BarChartProps) {
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
                <span className="od-getal">{nameAndValue(staaf)}</span>
              </span>
            ))}
          </li>
        ))}
      </ul>
      {tabel && (
        <ChartTable
          titel={titel}
          kop={[tabel, ...(rijen[0]?.staven ?? []).map(({ naam }) => naam ?? 'Aantal')]}
          rijen={rijen.map(({ label, staven }) => [label, ...staven.map(valueText)])}
        />
      )}
      <ChartSave
        titel={titel}
        bestand={bestand}
        chart={() => ({
          tekst: `${rijen.map(({ label, staven }) => `${label}: ${staven.map(nameAndValue).join(', ')}`).join('. ')}.`,
          regels: [],
          tekening: {
            soort: 'staven',
            rijen: rijen.map(({ label, staven }) => ({
              label,
              staven: staven.map((staaf) => ({ waarde: staaf.waarde, tekst: nameAndValue(staaf) })),
            })),
          },
        })}
      />
    </figure>
  )
}

const valueText = (staaf: Staaf) =>
  staaf.waarde === null ? 'niet getoond' : formatNumber(staaf.waarde, staaf)

const nameAndValue = (staaf: Staaf) => `${staaf.naam ? `${staaf.naam} ` : ''}${valueText(staaf)}`
