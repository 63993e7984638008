import type { ReportBlock } from './report-model.ts'

export interface ReportColumn {
  /** Numbers stand under each other by their end; words begin at the same place. */
  readonly isNumber: boolean
  /** Part of the width, beside that of the other columns. */
  readonly share: number
}

/** How many letters of a table fit beside each other on an A4 page, and how many of them the space beside the words of a column takes. */
const LETTERS = 82
const SPACE = 3

/** How the columns of a table stand: the first names its row; a column is of numbers when it has some and no long words. */
export function columnsOf({ kop, rijen }: Extract<ReportBlock, { soort: 'tabel' }>): ReportColumn[] {
  const columns = kop.map((naam, i) => {
    const cells = rijen.map((rij) => rij[i] ?? '')
    const widest = Math.max(0, ...cells.map((cell) => cell.length))
    const longest = Math.max(naam.length, widest)
    const isNumber = i > 0 && widest <= 24 && cells.some((cell) => /^[-+−€]?\s?\d/.test(cell))
    const want = isNumber ? 1 : Math.min(3.2, Math.max(i === 0 ? 1.6 : 1, longest / 22))
    return { isNumber, want, need: needed(naam, cells, isNumber) }
  })
  const shares = spread(columns)
  return columns.map(({ isNumber }, i) => ({ isNumber, share: shares[i]! }))
}

/** The letters that may not be cut: the longest word, unless it is very long (the PDF hyphenates that), and of a number with its unit all of it. A heading is bold, and wider. */
function needed(naam: string, cells: readonly string[], isNumber: boolean): number {
  const words = cells.flatMap((cell) => (isNumber ? [cell.slice(0, 18)] : cell.split(/\s+/)))
  const head = naam.split(/\s+/).map((word) => word.length * 1.15)
  return Math.min(20, Math.max(...head, ...words.map((word) => word.length))) + SPACE
}

/** The page divided as wanted, but no column narrower than what may not be cut, as long as that can be. */
function spread(columns: readonly { readonly want: number; readonly need: number }[]): number[] {
  const shares = columns.map(({ need }) => need)
  if (shares.reduce((sum, one) => sum + one, 0) >= LETTERS) return shares
  const isTight = columns.map(() => false)
  for (;;) {
    const left = LETTERS - columns.reduce((sum, { need }, i) => sum + (isTight[i] ? need : 0), 0)
    const wanted = columns.reduce((sum, { want }, i) => sum + (isTight[i] ? 0 : want), 0)
    const tight = columns.findIndex(({ want, need }, i) => !isTight[i] && (left * want) / wanted < need)
    if (tight < 0) return columns.map(({ want, need }, i) => (isTight[i] ? need : (left * want) / wanted))
    isTight[tight] = true
  }
}
