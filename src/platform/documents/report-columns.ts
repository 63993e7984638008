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
    const longest = Math.max(naam.length, ...cells.map((cell) => cell.length))
    const isNumber = i > 0 && longest <= 24 && cells.some((cell) => /^[-+−€]?\s?\d/.test(cell))
    // A date has to fit beside five other columns: it has hyphens, and would break there.
    if (isNumber) return { isNumber, share: Math.min(1.4, Math.max(1, longest / 8)) }
    return { isNumber, share: Math.min(3.2, Math.max(i === 0 ? 1.6 : 1, longest / 22)) }
  })
}
