/** People with the same time: how many had the event then, and of how many is known only that it had not come by then. */
export interface Waarneming {
  /** Days, whole and at least nought. */
  readonly duur: number
  readonly gebeurd: number
  readonly afgebroken: number
}

export interface Stap {
  readonly duur: number
  /** Who had neither had the event nor gone out of sight just before. */
  readonly risico: number
  readonly gebeurd: number
  /** Share for whom it has not come by the end of this day, from 0 to 1. */
  readonly rest: number
  readonly onder: number
  readonly boven: number
}

/** The 97.5th percentile of the normal distribution: a band of 95 percent. */
const Z = 1.959963984540054

/**
 * The product-limit estimate (Kaplan and Meier, 1958) with the variance of Greenwood and a band on the log-log scale, which stays
 * between 0 and 1. One step for each time at which the event came. Who went out of sight on a day was still there on it.
 */
export function estimateRest(waarnemingen: readonly Waarneming[]): Stap[] {
  const sorted = waarnemingen.toSorted((a, b) => a.duur - b.duur)
  let risico = sorted.reduce((sum, one) => sum + one.gebeurd + one.afgebroken, 0)
  let rest = 1
  let greenwood = 0
  const stappen: Stap[] = []
  for (const { duur, gebeurd, afgebroken } of merge(sorted)) {
    if (gebeurd > 0) {
      rest *= 1 - gebeurd / risico
      greenwood += gebeurd / (risico * (risico - gebeurd))
      stappen.push({ duur, risico, gebeurd, rest, ...band(rest, greenwood) })
    }
    risico -= gebeurd + afgebroken
  }
  return stappen
}

function merge(sorted: readonly Waarneming[]): Waarneming[] {
  const byDuur = new Map<number, Waarneming>()
  for (const one of sorted) {
    const seen = byDuur.get(one.duur)
    byDuur.set(one.duur, {
      duur: one.duur,
      gebeurd: (seen?.gebeurd ?? 0) + one.gebeurd,
      afgebroken: (seen?.afgebroken ?? 0) + one.afgebroken,
    })
  }
  return [...byDuur.values()]
}

/** Where nobody is left the band says nothing: from 0 to 0. */
function band(rest: number, greenwood: number): { onder: number; boven: number } {
  if (rest <= 0) return { onder: 0, boven: 0 }
  const width = (Z * Math.sqrt(greenwood)) / Math.log(rest)
  return { onder: rest ** Math.exp(-width), boven: rest ** Math.exp(width) }
}

/**
 * The steps that may be told: between two of them at least `min` people had the event, and at least `min` were still in sight. Who
 * compares two steps then never meets a few. With `min` null everything.
 */
export function protectStappen(stappen: readonly Stap[], min: number | null): Stap[] {
  if (min === null) return [...stappen]
  const shown: Stap[] = []
  let since = 0
  for (const stap of stappen) {
    since += stap.gebeurd
    if (stap.risico - stap.gebeurd < min) break
    if (since < min) continue
    shown.push({ ...stap, gebeurd: since })
    since = 0
  }
  return shown
}
