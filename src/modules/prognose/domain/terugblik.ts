import type { Id } from '../../../shared/id.ts'
import { addDays, addMonths, daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import { quantile } from '../../../simulation/results.ts'
import { calibrate } from './ijking.ts'
import { buildKeten, type Keten } from './keten.ts'
import type { Ketenfeiten } from './ketenfeiten.ts'
import { readKetenloop, WONING } from './ketenloop.ts'
import type { Maat } from './maten.ts'

/** Whole months that are looked back on. */
export const MAANDEN = 12
/** Runs that are held against the year that came: enough to tell a chance of one in two hundred. */
export const HERHALINGEN = 400
/** The same luck each time: looking again at the same facts says the same. */
export const ZAAD = 1

/** What a forecast is held against, per product and month. Of dwellings of the chain as a whole. */
export const vergeleken = ['wachtend', 'bezet', 'instroom', 'uitstroom', 'gehuisvest'] as const
export type Terugblikmaat = (typeof vergeleken)[number]

export const isVergeleken = (maat: Maat): maat is Terugblikmaat =>
  (vergeleken as readonly Maat[]).includes(maat)

/** One measure of one product; null: of the chain as a whole. */
export interface Reeks {
  readonly maat: Terugblikmaat
  readonly product: Id | null
}

/** The day from which the model looks ahead: the last one before the twelve whole months that are over. */
export const beginVan = (peildatum: PlainDate): PlainDate =>
  addDays(addMonths(`${peildatum.slice(0, 8)}01`, -MAANDEN), -1)

/** First day of each month that is looked back on. */
const maandenNa = (begin: PlainDate): PlainDate[] =>
  Array.from({ length: MAANDEN }, (_, m) => addMonths(addDays(begin, 1), m))

/** The chain as the register of that day has it: own values are knowledge of now and are not in it. */
export const prepareTerugblik = (toen: Ketenfeiten, kleinsteGetal: number): Keten =>
  buildKeten(calibrate(toen, kleinsteGetal), toen, MAANDEN)

/** What the runs gave of one series: for a month its value in each run. */
export interface Gesimuleerd extends Reeks {
  readonly waarden: (maand: number) => Float64Array
}

/** One month of one series: what the runs gave, and what happened. */
export interface Terugcel extends Reeks {
  readonly maand: PlainDate
  readonly gebeurd: number
  readonly midden: number
  readonly laag80: number
  readonly hoog80: number
  readonly laag95: number
  readonly hoog95: number
}

export interface Terugblikuitkomst {
  readonly cellen: readonly Terugcel[]
  readonly kans: number
  readonly kansen: ReadonlyMap<Terugblikmaat, number>
}

/**
 * Outside is further than half a person, and further than one in forty: a place that is empty for some days between two people
 * makes no forecast wrong.
 */
export const isBinnen = (waarde: number, laag: number, hoog: number) => {
  const speelruimte = Math.max(0.5, hoog / 40)
  return waarde >= laag - speelruimte && waarde <= hoog + speelruimte
}

/**
 * Lays the runs beside what happened. Months and measures hang together (who waits in May waited in April), so no table of
 * chances fits. The runs themselves are the yardstick: each is a year that the model could have brought, and the chance is
 * the share of them with at least as many cells outside the bands as the year that came.
 */
export function compareTerugblik(
  reeksen: readonly Gesimuleerd[],
  nu: Ketenfeiten,
  begin: PlainDate,
): Terugblikuitkomst {
  const maanden = maandenNa(begin)
  const gebeurd = countGebeurd(nu, reeksen, maanden)
  const cellen: Terugcel[] = []
  const perMaat = new Map<Terugblikmaat, Buiten>()
  for (const { maat, product, waarden } of reeksen) {
    const rij = maanden.map((maand, m) => {
      const runs = waarden(m)
      const sorted = runs.slice().sort()
      const at = (share: number) => quantile(sorted, share)
      const band = { midden: at(0.5), laag80: at(0.1), hoog80: at(0.9), laag95: at(0.025), hoog95: at(0.975) }
      return { runs, cel: { maat, product, maand, gebeurd: gebeurd({ maat, product })[m]!, ...band } }
    })
    // Where nobody was expected and nobody came, nothing is proven.
    if (rij.every(({ cel }) => cel.hoog95 === 0 && cel.gebeurd === 0)) continue
    const buiten = perMaat.get(maat) ?? { gezien: 0, runs: new Int32Array(rij[0]!.runs.length) }
    for (const { runs, cel } of rij) {
      cellen.push(cel)
      if (!isBinnen(cel.gebeurd, cel.laag95, cel.hoog95)) buiten.gezien++
      runs.forEach((value, r) => {
        if (!isBinnen(value, cel.laag95, cel.hoog95)) buiten.runs[r]! += 1
      })
    }
    perMaat.set(maat, buiten)
  }
  const alle = [...perMaat.values()]
  const samen: Buiten = {
    gezien: alle.reduce((sum, { gezien }) => sum + gezien, 0),
    runs: Int32Array.from({ length: alle[0]?.runs.length ?? 0 }, (_, r) =>
      alle.reduce((sum, { runs }) => sum + runs[r]!, 0),
    ),
  }
  return {
    cellen,
    kans: kansVan(samen),
    kansen: new Map([...perMaat].map(([maat, buiten]) => [maat, kansVan(buiten)])),
  }
}

/** Cells outside the band of 95 percent: of what happened, and of each run. */
interface Buiten {
  gezien: number
  readonly runs: Int32Array
}

const kansVan = ({ gezien, runs }: Buiten) =>
  (1 + runs.filter((count) => count >= gezien).length) / (runs.length + 1)

/** What happened, from what the register knows now: by series, for each month. */
export function countGebeurd(nu: Ketenfeiten, reeksen: readonly Reeks[], maanden: readonly PlainDate[]) {
  const edges = [...maanden, addMonths(maanden.at(-1)!, 1)]
  const bekend = new Set(reeksen.map(({ product }) => product))
  const metWoning = bekend.has(null)
  const per = new Map<string, number[]>()
  const rij = ({ maat, product }: Reeks) => {
    const key = `${maat} ${product}`
    const found = per.get(key) ?? maanden.map(() => 0)
    per.set(key, found)
    return found
  }
  const tel = (reeks: Reeks, op: PlainDate) => {
    const m = edges.findLastIndex((edge) => edge <= op)
    if (m >= 0 && m < maanden.length) rij(reeks)[m]! += 1
  }
  /** Days of a stay or a wait that lie in each month, as a share of that month. */
  const duurt = (reeks: Reeks, van: PlainDate, tot: PlainDate | null) => {
    const counts = rij(reeks)
    for (let m = 0; m < counts.length; m++) {
      const [from, to] = [edges[m]!, edges[m + 1]!]
      const days = daysBetween(van > from ? van : from, tot !== null && tot < to ? tot : to)
      if (days > 0) counts[m]! += days / daysBetween(from, to)
    }
  }
  for (const { productId: product, op, gestartOp, wegOp } of nu.wachtenden) {
    if (!bekend.has(product)) continue
    tel({ maat: 'instroom', product }, op)
    duurt({ maat: 'wachtend', product }, op, gestartOp ?? wegOp)
  }
  for (const { productId: product, van, tot, naar } of readKetenloop(nu).verblijven) {
    if (naar === WONING && metWoning) tel({ maat: 'gehuisvest', product: null }, tot!)
    if (!bekend.has(product)) continue
    duurt({ maat: 'bezet', product }, van, tot)
    // Without a stream of dwellings the model lets who goes to one leave as all others.
    if (naar === 'weg' || (naar === WONING && !metWoning)) tel({ maat: 'uitstroom', product }, tot!)
  }
  return rij
}
