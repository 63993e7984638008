import { SmallTable } from './small-table.tsx'

interface ChartTableProps {
  titel: string
  /** The first one names the rows. */
  kop: readonly string[]
  rijen: readonly (readonly string[])[]
}

/** The numbers of a chart, for where no list beside it has them. */
export function ChartTable({ titel, kop, rijen }: ChartTableProps) {
  return (
    <details className="od-meer">
      <summary>Dezelfde getallen in een tabel</summary>
      <SmallTable titel={`${titel}, tabel`} captionHidden kop={kop} rijen={rijen} />
    </details>
  )
}
