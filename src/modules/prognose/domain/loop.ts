import type { Id } from '../../../shared/id.ts'
import { WAIT_DAYS } from '../../../simulation/layout.ts'
import { estimate, quantile } from '../../../simulation/results.ts'
import type { Kolom, Maat } from './maten.ts'
import type { Rekendeel, Rekenketen } from './rekenen.ts'

/** Every replication of one chain. */
export interface Loop {
  readonly keten: Pick<Rekenketen, 'model' | 'kolommen' | 'maanden'>
  readonly herhalingen: number
  /** Replication, month, column. */
  readonly waarden: Float32Array
  readonly gewacht: Float64Array
}

/** Adds up parts in the order of their replications; throws when one is missing or there twice. */
export function joinDelen(keten: Loop['keten'], delen: readonly Rekendeel[]): Loop {
  const sorted = delen.toSorted((a, b) => a.eerste - b.eerste)
  const row = keten.maanden * keten.kolommen.length
  const herhalingen = sorted.reduce((sum, deel) => sum + deel.aantal, 0)
  const waarden = new Float32Array(herhalingen * row)
  const gewacht = new Float64Array(sorted[0]?.gewacht.length ?? 0)
  let next = 0
  for (const deel of sorted) {
    if (deel.eerste !== next) throw new Error(`replication ${next} is missing or counted twice`)
    waarden.set(deel.waarden, next * row)
    next += deel.aantal
    for (let i = 0; i < gewacht.length; i++) gewacht[i]! += deel.gewacht[i]!
  }
  return { keten, herhalingen, waarden, gewacht }
}

/** What a figure is about: a product, a gemeente, or all. */
export interface Over {
  readonly product?: Id | null
  readonly gemeente?: string | null
}

/** Averages over the months; the other figures are totals. */
const standen: ReadonlySet<Maat> = new Set(['wachtend', 'bezet', 'geblokkeerd'])

export const isStand = (maat: Maat) => standen.has(maat)

/** By replication: the average (of numbers of people) or the total (of flows) of months `van` up to `tot`. */
export function perHerhaling(loop: Loop, maat: Maat, over: Over, van: number, tot: number): Float64Array {
  const { kolommen, maanden } = loop.keten
  const nummers = columnsOf(kolommen, maat, over)
  const values = new Float64Array(loop.herhalingen)
  for (let r = 0; r < loop.herhalingen; r++) {
    let sum = 0
    for (let m = van; m < tot; m++) {
      const row = (r * maanden + m) * kolommen.length
      for (const k of nummers) sum += loop.waarden[row + k]!
    }
    values[r] = isStand(maat) ? sum / (tot - van) : sum
  }
  return values
}

const bekend = new WeakMap<readonly Kolom[], Map<string, number[]>>()

/** Which columns add up to a figure. Kept, because every month of every series asks for the same ones. */
function columnsOf(kolommen: readonly Kolom[], maat: Maat, over: Over): number[] {
  const known = bekend.get(kolommen) ?? new Map<string, number[]>()
  bekend.set(kolommen, known)
  const sleutel = `${maat} ${over.gemeente ?? ''} ${over.product ?? ''}`
  const nummers = known.get(sleutel) ?? kolommen.flatMap((kolom, k) => (past(kolom, maat, over) ? [k] : []))
  known.set(sleutel, nummers)
  return nummers
}

/** The whole is added up over the products; dwellings belong to no product. */
function past(kolom: Kolom, maat: Maat, { product = null, gemeente = null }: Over): boolean {
  if (kolom.maat !== maat) return false
  if (gemeente !== null) return kolom.gemeente === gemeente
  if (product !== null) return kolom.product === product
  return kolom.gemeente === null
}

/** A mean with limits: of what may come (band) or of the mean itself (interval); 95%. */
export interface Cijfer {
  readonly gemiddeld: number
  readonly laag: number
  readonly hoog: number
}

/** Between which values 95 of 100 replications lie. */
export function bandOf(values: Float64Array): Cijfer {
  const sorted = values.toSorted()
  return { gemiddeld: estimate(values).mean, laag: quantile(sorted, 0.025), hoog: quantile(sorted, 0.975) }
}

/** The mean and how well it is known. */
export function meanOf(values: ArrayLike<number>): Cijfer {
  const { mean, halfWidth } = estimate(values)
  return { gemiddeld: mean, laag: mean - halfWidth, hoog: mean + halfWidth }
}

/** Difference in pairs: both chains had the same luck. */
export function pairs(met: Float64Array, basis: Float64Array): Float64Array {
  return met.map((value, r) => value - basis[r]!)
}

/** Whole days within which this share of who got a place had it; null when nobody did. The last day also holds everything longer. */
export function wachtdagenVan(loop: Loop, over: Over, deel: number): number | null {
  const { model } = loop.keten
  const rows: number[] = []
  if (over.gemeente) rows.push(model.areas.indexOf(over.gemeente))
  else if (over.product)
    rows.push(model.areas.length + model.services.findIndex(({ id }) => id === over.product))
  else rows.push(...model.areas.map((_, a) => a))
  const days = new Float64Array(WAIT_DAYS)
  for (const row of rows)
    for (let d = 0; d < WAIT_DAYS; d++) days[d]! += loop.gewacht[row * WAIT_DAYS + d] ?? 0
  const total = days.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  let seen = 0
  for (let d = 0; d < WAIT_DAYS; d++) {
    seen += days[d]!
    if (seen >= deel * total - 1e-9) return d
  }
  return WAIT_DAYS - 1
}

/** Mean days waited of who got a place; undefined when nobody did. */
export function wachttijd(loop: Loop, over: Over, van: number, tot: number): number | undefined {
  const gewacht = perHerhaling(loop, 'gewacht', over, van, tot)
  const geplaatst = perHerhaling(loop, 'geplaatst', over, van, tot)
  const personen = geplaatst.reduce((sum, value) => sum + value, 0)
  return personen > 0 ? gewacht.reduce((sum, value) => sum + value, 0) / personen : undefined
}

/** Difference in mean days waited with its interval: a ratio of two means, its spread by its first order (delta method). */
export function verschilWachttijd(
  met: Loop,
  basis: Loop,
  over: Over,
  van: number,
  tot: number,
): Cijfer | undefined {
  const delen = [met, basis].map((loop) => {
    const ratio = wachttijd(loop, over, van, tot)
    const geplaatst = perHerhaling(loop, 'geplaatst', over, van, tot)
    const gemiddeld = estimate(geplaatst).mean
    const gewacht = perHerhaling(loop, 'gewacht', over, van, tot)
    return { ratio, rest: gewacht.map((days, r) => (days - (ratio ?? 0) * geplaatst[r]!) / gemiddeld) }
  })
  const [een, twee] = [delen[0]!, delen[1]!]
  if (een.ratio === undefined || twee.ratio === undefined) return undefined
  const { halfWidth } = estimate(pairs(een.rest, twee.rest))
  const gemiddeld = een.ratio - twee.ratio
  return { gemiddeld, laag: gemiddeld - halfWidth, hoog: gemiddeld + halfWidth }
}
