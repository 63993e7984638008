import type { Duration } from './model.ts'

/** One observed stay, wait or tenancy. Days; `entered` > 0 when it was already running when the records began. */
export interface Observation {
  /** Days already passed when it came in sight (left truncation); 0 when seen from its start. */
  entered: number
  /** Days until it ended, or until the day of looking. */
  lasted: number
  /** How it ended (0, 1, …), or undefined: it runs on (right censoring). */
  cause?: number
}

/** Steps of an estimated survival curve: just after `days[i]` a share `alive[i]` is still there. */
export interface SurvivalCurve {
  days: number[]
  alive: number[]
  /** Greenwood variance of `alive`. */
  variance: number[]
  /** Ended at each step, of how many who were there. */
  endings: number[]
  atRisk: number[]
  /** Days that all together were seen, in all and after each step. */
  exposure: number
  exposureAfter: number[]
  /** Ended and observed in all. */
  ended: number
  n: number
  /** Days until the last thing that was observed. */
  last: number
  /** By cause: share that in the end goes that way (Aalen-Johansen), over what ended; they add up to 1. */
  causes: number[]
}

/**
 * Kaplan and Meier (1958), with left truncation, over ended and running observations alike: ended ones alone are the short
 * ones. Shares by cause after Aalen and Johansen (1978): one minus Kaplan-Meier of each cause would add up to more than 1.
 */
export function estimateSurvival(observations: readonly Observation[], causes = 1): SurvivalCurve {
  const rows = observations.filter((row) => row.lasted > row.entered)
  const entries = rows.map((row) => row.entered).sort((a, b) => a - b)
  const exits = [...rows].sort((a, b) => a.lasted - b.lasted)
  const curve: SurvivalCurve = {
    days: [],
    alive: [],
    variance: [],
    endings: [],
    atRisk: [],
    exposure: rows.reduce((sum, row) => sum + row.lasted - row.entered, 0),
    exposureAfter: [],
    ended: 0,
    n: rows.length,
    last: exits.at(-1)?.lasted ?? 0,
    causes: [],
  }
  const incidence = new Array<number>(causes).fill(0)
  let alive = 1
  let greenwood = 0
  let came = 0
  let gone = 0
  for (let i = 0; i < exits.length; ) {
    const day = exits[i]!.lasted
    while (came < entries.length && entries[came]! < day) came++
    const atRisk = came - gone
    const ended = new Array<number>(causes).fill(0)
    let total = 0
    while (i < exits.length && exits[i]!.lasted === day) {
      const { cause } = exits[i]!
      if (cause !== undefined) {
        ended[cause]! += 1
        total++
      }
      gone++
      i++
    }
    if (total === 0) continue
    // With left truncation a lone early ending would say that nobody lasts; then it says nothing.
    if (total === atRisk && gone < rows.length) continue
    ended.forEach((count, cause) => {
      incidence[cause]! += (alive * count) / atRisk
    })
    alive *= 1 - total / atRisk
    greenwood += total < atRisk ? total / (atRisk * (atRisk - total)) : 0
    curve.days.push(day)
    curve.alive.push(alive)
    curve.variance.push(alive * alive * greenwood)
    curve.endings.push(total)
    curve.atRisk.push(atRisk)
    curve.ended += total
  }
  curve.exposureAfter = exposuresAfter(curve.days, entries, exits)
  const reached = incidence.reduce((sum, share) => sum + share, 0)
  curve.causes = incidence.map((share) => (reached > 0 ? share / reached : 0))
  return curve
}

/** Days seen after each of `days`, of entries and exits in order. */
function exposuresAfter(
  days: readonly number[],
  entries: readonly number[],
  exits: readonly Observation[],
): number[] {
  const found = new Array<number>(days.length)
  let [left, came, until, from] = [exits.length, entries.length, 0, 0]
  for (let i = days.length - 1; i >= 0; i--) {
    const day = days[i]!
    while (left > 0 && exits[left - 1]!.lasted > day) until += exits[--left]!.lasted
    while (came > 0 && entries[came - 1]! > day) from += entries[--came]!
    // Who came in sight later is seen from then on, the others from this day on.
    found[i] = until - from - day * (came - left)
  }
  return found
}

/** Share still there after so many days. */
export function aliveAfter(curve: SurvivalCurve, day: number): number {
  let alive = 1
  for (let i = 0; i < curve.days.length && curve.days[i]! <= day; i++) alive = curve.alive[i]!
  return alive
}

/** Where the curve goes on as a constant hazard: the last of it is of a few persons only. */
interface Tail {
  from: number
  alive: number
  hazard: number
  /** What the hazard rests on: so many endings, those after this step. */
  ended: number
  start: number
}

/** Fewer than this say more of chance than of a shape. */
const FEW = 20

/**
 * The hazard of the last third of what ended, over all days seen since, also of who is still there: up to the last ending alone
 * it would be too high, the more so the fewer ended.
 */
function tailOf(curve: SurvivalCurve): Tail {
  const { days, alive, endings, atRisk, ended, exposure, exposureAfter } = curve
  if (days.length === 0) return { from: 0, alive: 1, hazard: 1 / 365, ended: 0, start: -1 }
  // Where few are left, single persons make the curve, and the last ending is where nobody followed by chance.
  let end = days.length - 1
  while (end >= 0 && (atRisk[end]! < FEW || (end > 0 && alive[end]! < 0.02))) end--
  const wanted = Math.min(ended, Math.max(FEW, ended / 3))
  let start = days.length - 1
  let later = 0
  while (start >= 0 && later < wanted) later += endings[start--]!
  const seen = start >= 0 ? exposureAfter[start]! : exposure
  return {
    from: end < 0 ? 0 : days[end]!,
    alive: end < 0 ? 1 : alive[end]!,
    hazard: later / Math.max(seen, 1e-9),
    ended: later,
    start,
  }
}

/** Mean in days: the surface under the curve, and its tail as a constant hazard. */
export function meanSurvival(curve: SurvivalCurve): number {
  return meanWithError(curve).mean
}

/**
 * The mean with its standard error: by how much each ending moves the surface after it, and by how much the hazard of the
 * tail. Endings do so apart from each other, as in the variance of Greenwood.
 */
export function meanWithError(curve: SurvivalCurve): { mean: number; error: number } {
  const { days, alive, endings, atRisk } = curve
  const tail = tailOf(curve)
  const beyond = tail.alive / tail.hazard
  let mean = beyond
  let variance = 0
  for (let i = days.length - 1; i >= 0; i--) {
    const inTail = i > tail.start ? beyond / tail.ended : 0
    const left = atRisk[i]! - endings[i]!
    const inCurve = days[i]! <= tail.from && left > 0 ? mean / Math.sqrt(atRisk[i]! * left) : 0
    variance += endings[i]! * (inTail + inCurve) ** 2
    if (days[i]! <= tail.from) mean += (i > 0 ? alive[i - 1]! : 1) * (days[i]! - (i > 0 ? days[i - 1]! : 0))
  }
  return { mean, error: Math.sqrt(variance) }
}

/** The curve as a shape to draw from: quantiles at equal steps. At most `longest` days. */
export function durationOf(curve: SurvivalCurve, longest: number, steps = 200): Duration {
  const tail = tailOf(curve)
  const quantiles: number[] = []
  let i = 0
  for (let step = 0; step <= steps; step++) {
    // The last quantile stands for the mean of its step, not for eternity.
    const left = Math.max(1 - step / steps, 0.2 / steps)
    while (i < curve.days.length && curve.days[i]! <= tail.from && curve.alive[i]! > left + 1e-12) i++
    const inside = i < curve.days.length && curve.days[i]! <= tail.from && left >= tail.alive
    const day = inside ? quantileAt(curve, i, left) : tail.from + Math.log(tail.alive / left) / tail.hazard
    quantiles.push(Math.min(Math.max(day, quantiles.at(-1) ?? 0), longest))
  }
  return { type: 'table', scale: 1, quantiles }
}

/** Within the day of the step: an end is known to the day, and many can end on the same one (a maximum term). */
function quantileAt(curve: SurvivalCurve, i: number, left: number): number {
  const high = i === 0 ? 1 : curve.alive[i - 1]!
  const low = curve.alive[i]!
  const from = Math.max(i === 0 ? 0 : curve.days[i - 1]!, curve.days[i]! - 1)
  return high > low ? from + ((high - left) / (high - low)) * (curve.days[i]! - from) : curve.days[i]!
}
