/** A count that may have to stay hidden. `open`: who asks may open every case behind it, so it tells nothing new. */
export interface Cel {
  readonly aantal: number
  readonly open: boolean
  /** How many of it who asks may not open; all of it unless said otherwise. */
  readonly dicht?: number
}

const closedOf = ({ aantal, dicht }: Cel) => dicht ?? aantal

/**
 * Which cells to hide: every closed one below `min`, and then, in each group whose total is known, the smallest others until
 * what is hidden together is at least `min` and more than one: else the total minus what is shown gives it away.
 * Nought is no cell: it tells of nobody. Groups hold indices of cells and may cross. `ook`: what is hidden already, elsewhere.
 */
export function hideSmall(
  cellen: readonly Cel[],
  groepen: readonly (readonly number[])[],
  min: number,
  ook: Iterable<number> = [],
): Set<number> {
  const hidden = new Set(ook)
  for (const [i, cel] of cellen.entries())
    if (!cel.open && closedOf(cel) > 0 && closedOf(cel) < min) hidden.add(i)
  for (let changed = true; changed; ) {
    changed = false
    for (const groep of groepen) {
      if (isSafe(cellen, hidden, groep, min)) continue
      const next = smallestShown(cellen, hidden, groep)
      if (next === undefined) continue
      hidden.add(next)
      changed = true
    }
  }
  return hidden
}

/** Whether the total of a group may be shown beside its cells. */
export function isSafe(
  cellen: readonly Cel[],
  hidden: ReadonlySet<number>,
  groep: readonly number[],
  min: number,
): boolean {
  const closed = groep.filter((i) => hidden.has(i))
  return (
    closed.length === 0 ||
    (closed.length > 1 && closed.reduce((sum, i) => sum + closedOf(cellen[i]!), 0) >= min)
  )
}

function smallestShown(
  cellen: readonly Cel[],
  hidden: ReadonlySet<number>,
  groep: readonly number[],
): number | undefined {
  return groep
    .filter((i) => !hidden.has(i) && !cellen[i]!.open && cellen[i]!.aantal > 0)
    .sort((a, b) => cellen[a]!.aantal - cellen[b]!.aantal || a - b)[0]
}
