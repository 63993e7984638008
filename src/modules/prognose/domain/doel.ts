/** Nobody plans more places than this at once; a goal that needs more is no question of places. */
export const MEESTE_PLEKKEN = 512

export interface Poging {
  readonly plekken: number
  /** Whether the goal is reached with so many places. */
  readonly haalt: boolean
}

/**
 * What to try next to find the smallest number of places that reaches a goal: doubling until one does, then halving what is
 * between. More places never make it worse, because every try has the same luck.
 */
export function nextPoging(pogingen: readonly Poging[]): { probeer: number } | { klaar: number | null } {
  const haalt = pogingen.filter((poging) => poging.haalt).map(({ plekken }) => plekken)
  const mist = pogingen.filter((poging) => !poging.haalt).map(({ plekken }) => plekken)
  const genoeg = haalt.length > 0 ? Math.min(...haalt) : null
  const teWeinig = mist.length > 0 ? Math.max(...mist) : -1
  if (genoeg === null) {
    if (teWeinig >= MEESTE_PLEKKEN) return { klaar: null }
    return { probeer: teWeinig < 0 ? 0 : Math.max(1, teWeinig * 2) }
  }
  if (genoeg - teWeinig <= 1) return { klaar: genoeg }
  return { probeer: Math.floor((genoeg + teWeinig) / 2) }
}
