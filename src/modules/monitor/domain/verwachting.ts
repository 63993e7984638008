/** Fewer departures than this tell too little about a year (relative spread above one third). */
const MINIMUM_VERTREKKEN = 10
/** A list that is younger has not shown its rhythm. */
const MINIMUM_MAANDEN = 6
/** How sure the band is. */
const ZEKERHEID = 0.95

export interface Lijststand {
  /** Waiting now; null when hidden. */
  readonly wachtend: number | null
  /** Left the list in those months, with a plek or otherwise. */
  readonly vertrokken: number
  /** Whether that count may be told. */
  readonly toonbaar: boolean
  /** Whole months that were counted, at most twelve. */
  readonly maanden: number
}

export type Verwachting =
  | { readonly stand: 'niet_getoond' | 'te_weinig' | 'niemand'; readonly n: number | null }
  | {
      readonly stand: 'verwacht'
      readonly n: number
      /** Months, rounded. */
      readonly midden: number
      readonly van: number
      readonly tot: number
    }

/**
 * How long who joins the list now waits when it goes on at this pace: everyone ahead divided by the departures per month
 * (Little's law). The band comes from the chance in counting departures (exact Poisson limits, Garwood 1936).
 */
export function decideVerwachting({ wachtend, vertrokken, toonbaar, maanden }: Lijststand): Verwachting {
  const n = toonbaar ? vertrokken : null
  if (wachtend === 0) return { stand: 'niemand', n }
  if (vertrokken < MINIMUM_VERTREKKEN || maanden < MINIMUM_MAANDEN) return { stand: 'te_weinig', n }
  if (n === null || wachtend === null) return { stand: 'niet_getoond', n }
  const { onder, boven } = poissonBand(n, ZEKERHEID)
  const monthsAt = (count: number) => (wachtend * maanden) / count
  return {
    stand: 'verwacht',
    n,
    midden: Math.round(monthsAt(n)),
    van: Math.floor(monthsAt(boven)),
    tot: Math.ceil(monthsAt(onder)),
  }
}

/** Limits of the expected count behind an observed one: P(X ≥ n | onder) = P(X ≤ n | boven) = (1 − zekerheid) / 2. */
export function poissonBand(n: number, zekerheid: number): { onder: number; boven: number } {
  const tail = (1 - zekerheid) / 2
  return {
    onder: n === 0 ? 0 : solve((mean) => 1 - atMost(n - 1, mean) - tail, n),
    boven: solve((mean) => tail - atMost(n, mean), n),
  }
}

/** P(X ≤ n) for a Poisson count, summed in logarithms so that it holds for large means. */
function atMost(n: number, mean: number): number {
  let log = -mean
  let sum = Math.exp(log)
  for (let k = 1; k <= n; k++) {
    log += Math.log(mean / k)
    sum += Math.exp(log)
  }
  return Math.min(1, sum)
}

/** Where a rising function crosses nought, by halving; far enough around `n` for every band asked here. */
function solve(rising: (mean: number) => number, n: number): number {
  let [low, high] = [1e-9, n + 10 * Math.sqrt(n + 1) + 10]
  for (let i = 0; i < 80; i++) {
    const mid = (low + high) / 2
    if (rising(mid) < 0) low = mid
    else high = mid
  }
  return (low + high) / 2
}
