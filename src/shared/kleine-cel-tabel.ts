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
  const { spaar } = options
  const spared = ({ r, c }: Plaats) => (spaar?.includes(c) ? 4 : 0) + (spaar && r === height - 1 ? 2 : 0)
  const rank = (at: Plaats) => spared(at) + (size(at) === 0 ? 1 : 0)
  const cost = (at: Plaats) => rank(at) * 1e9 + size(at)
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
    const graph = graphOf(hiddenPlaces, height)
    changed = hiddenPlaces.some((at) => {
      const sides = sidesOfBridge(at, graph, height)
      if (sides === undefined) return false
      const chosen = cheapestCycle(places.filter(canHide), sides, cost)
      for (const one of chosen) hidden.add(key(one))
      return chosen.length > 0
    })
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

interface Kanten {
  /** Rows and columns (counted on after the rows) that hang together with the row of the cell, and with its column. */
  readonly rij: ReadonlySet<number>
  readonly kolom: ReadonlySet<number>
  readonly height: number
}

/** The two sides that only this hidden cell joins; undefined when others join them as well. */
function sidesOfBridge(at: Plaats, graph: Graaf, height: number): Kanten | undefined {
  const rij = reach(at.r, at, graph)
  const column = height + at.c
  return rij.has(column) ? undefined : { rij, kolom: reach(column, at, graph), height }
}

/** Per row and column: the hidden cells there, with the column or row at their other end. */
type Graaf = ReadonlyMap<number, readonly { readonly cell: Plaats; readonly naar: number }[]>

function graphOf(hidden: readonly Plaats[], height: number): Graaf {
  const graph = new Map<number, { cell: Plaats; naar: number }[]>()
  const add = (from: number, naar: number, cell: Plaats) => {
    const known = graph.get(from)
    if (known) known.push({ cell, naar })
    else graph.set(from, [{ cell, naar }])
  }
  for (const cell of hidden) {
    add(cell.r, height + cell.c, cell)
    add(height + cell.c, cell.r, cell)
  }
  return graph
}

function reach(start: number, without: Plaats, graph: Graaf): Set<number> {
  const seen = new Set([start])
  for (const queue = [start]; queue.length > 0; )
    for (const { cell, naar } of graph.get(queue.pop()!) ?? []) {
      if (cell === without || seen.has(naar)) continue
      seen.add(naar)
      queue.push(naar)
    }
  return seen
}

/** What to hide so that the two sides are joined once more: one cell between them, or two that meet in a row or column. */
function cheapestCycle(
  shown: readonly Plaats[],
  { rij, kolom, height }: Kanten,
  cost: (at: Plaats) => number,
): readonly Plaats[] {
  const nodes = (at: Plaats) => [at.r, height + at.c] as const
  const sideOf = (node: number) =>
    rij.has(node) ? ('rij' as const) : kolom.has(node) ? ('kolom' as const) : undefined
  let best: readonly Plaats[] = []
  const offer = (cells: readonly Plaats[]) => {
    const price = (all: readonly Plaats[]) => all.reduce((sum, at) => sum + cost(at), 0)
    if (best.length === 0 || price(cells) < price(best)) best = cells
  }
  // The cheapest cell from each side to a row or column that hangs together with neither.
  const halves = new Map<number, { rij?: Plaats; kolom?: Plaats }>()
  for (const at of shown) {
    const [row, column] = nodes(at)
    const [a, b] = [sideOf(row), sideOf(column)]
    if (a && b && a !== b) offer([at])
    const side = a ?? b
    if (!side || (a && b)) continue
    const meeting = a ? column : row
    const half = halves.get(meeting) ?? {}
    if (!half[side] || cost(at) < cost(half[side])) half[side] = at
    halves.set(meeting, half)
  }
  for (const { rij: one, kolom: other } of halves.values()) if (one && other) offer([one, other])
  return best
}
