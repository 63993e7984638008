/** A table of counts with a total per row, per column and over all: what of it to hide. */

/** One line of cells; `open` when who asks may open every case in it. */
export interface Rij {
  readonly aantallen: readonly number[]
  readonly open: boolean
}

interface Plaats {
  readonly r: number
  readonly c: number
}

export interface Tabelcellen {
  /** Whether the cell of a row and column is hidden; the row or column after the last is the total. */
  readonly verborgen: (r: number, c: number) => boolean
  /** Counts with the totals behind them. */
  readonly aantallen: readonly (readonly number[])[]
}

/**
 * Hides what is small, and as many others as needed so that no hidden cell follows from the rows and columns that add up.
 * Every row and column, totals included, is an equation; a hidden cell follows from them exactly when it is a bridge in the
 * graph that joins rows and columns by their hidden cells. Hidden cells of one shown total are at least `min` together.
 * Nought tells of nobody, and is hidden only to keep another cell hidden.
 */
export function hideInTable(
  rijen: readonly Rij[],
  min: number | null,
  options: {
    /** The cells of a row balance (begin + in − out = end): its total is always known and no cell. */
    readonly balans?: boolean
    /** Columns that people come for, and the totals over all rows: hidden only when nothing else will do. */
    readonly spaar?: readonly number[]
    /** Cells that are hidden already, elsewhere. */
    readonly ook?: (r: number, c: number) => boolean
  } = {},
): Tabelcellen {
  const full = withTotals(rijen.map((rij) => rij.aantallen))
  const allOpen = rijen.every((rij) => rij.open)
  const isOpen = (r: number) => (r < rijen.length ? rijen[r]!.open : allOpen)
  const height = full.length
  const width = (full[0]?.length ?? 0) - (options.balans ? 1 : 0)
  const hidden = new Set<number>()
  const key = ({ r, c }: Plaats) => r * width + c
  const places = full.flatMap((row, r) => row.slice(0, width).map((_, c) => ({ r, c })))
  const size = ({ r, c }: Plaats) => full[r]![c]!
  const canHide = (at: Plaats) => !hidden.has(key(at)) && !isOpen(at.r)
  // The smallest that counts somebody goes first; nought only when there is nothing else.
  const spared = ({ r, c }: Plaats) =>
    options.spaar !== undefined && (r === height - 1 || options.spaar.includes(c)) ? 2 : 0
  const rank = (at: Plaats) => spared(at) + (size(at) === 0 ? 1 : 0)
  const hideOneOf = (line: readonly Plaats[]): boolean => {
    const next = line
      .filter(canHide)
      .sort((a, b) => rank(a) - rank(b) || size(a) - size(b) || key(a) - key(b))[0]
    if (next) hidden.add(key(next))
    return next !== undefined
  }
  if (min === null) return { verborgen: () => false, aantallen: full }
  for (const at of places) {
    const small = size(at) > 0 && size(at) < min
    if (!isOpen(at.r) && (small || options.ook?.(at.r, at.c))) hidden.add(key(at))
  }
  const lines = [
    ...(options.balans ? [] : full.map((_, r) => places.filter((at) => at.r === r))),
    ...full[0]!.slice(0, width).map((_, c) => places.filter((at) => at.c === c)),
  ]
  for (let changed = true; changed; ) {
    changed = lines.some((line) => sumsTooSmall(line) && hideOneOf(line.filter((at) => size(at) > 0)))
    if (changed) continue
    const hiddenPlaces = places.filter((at) => hidden.has(key(at)))
    changed = hiddenPlaces.some(
      (at) =>
        isBridge(at, hiddenPlaces, height) &&
        hideOneOf(places.filter((other) => other.r === at.r || other.c === at.c)),
    )
  }
  return { verborgen: (r, c) => hidden.has(r * width + c), aantallen: full }

  /** The total of a line is its last cell: shown, it tells what the hidden ones are together. */
  function sumsTooSmall(line: readonly Plaats[]): boolean {
    const parts = line.slice(0, -1).filter((at) => hidden.has(key(at)))
    const together = parts.reduce((sum, at) => sum + size(at), 0)
    return parts.length > 0 && !hidden.has(key(line.at(-1)!)) && together < min!
  }
}

function withTotals(cellen: readonly (readonly number[])[]): number[][] {
  const rows = cellen.map((row) => [...row, row.reduce((sum, n) => sum + n, 0)])
  const width = rows[0]?.length ?? 0
  return [...rows, Array.from({ length: width }, (_, c) => rows.reduce((sum, row) => sum + row[c]!, 0))]
}

/** Without this hidden cell, is its row still joined to its column by other hidden cells? */
function isBridge(at: Plaats, hidden: readonly Plaats[], height: number): boolean {
  const seen = new Set([at.r])
  for (const queue = [at.r]; queue.length > 0; ) {
    const node = queue.pop()!
    for (const edge of hidden) {
      if (edge === at) continue
      const [row, column] = [edge.r, height + edge.c]
      const next = row === node ? column : column === node ? row : undefined
      if (next === undefined || seen.has(next)) continue
      seen.add(next)
      queue.push(next)
    }
  }
  return !seen.has(height + at.c)
}
