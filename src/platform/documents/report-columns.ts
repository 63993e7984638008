import type { ReportBlock } from './report-model.ts'

export interface ReportColumn {
  /** Numbers stand under each other by their end; words begin at the same place. */
  readonly isNumber: boolean
  /** Part of the width, beside that of the other columns. */
  readonly share: number
}

/** How the columns of a table stand: the first names its row; a column is of numbers when it has some and no long words. */
export function columnsOf({ kop, rijen }: Extract<ReportBlock, { soort: 'tabel' }>): ReportColumn[] {
  return kop.map((naam, i) => {
    const cells = rijen.map((rij) => rij[i] ?? '')
    const widest = Math.max(0, ...cells.map((cell) => cell.length))
    const longest = Math.max(Math.min(naam.length, 20), widest)
    const isNumber = i > 0 && widest <= 24 && cells.some((cell) => /^[-+−€]?\s?\d/.test(cell))
    // A number and its unit stay on one line; a long text may take more.
    if (isNumber) return { isNumber, share: Math.min(1.7, Math.max(0.7, longest / 14)) }
    return { isNumber, share: Math.min(3.2, Math.max(i === 0 ? 1.6 : 0.9, longest / 18)) }
  })
}
