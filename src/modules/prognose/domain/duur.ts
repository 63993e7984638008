import { daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import { meanWithError, type SurvivalCurve } from '../../../simulation/survival.ts'
import { BRON } from './aannames.ts'
import type { Schatting } from './ijking.ts'
import type { Episode } from './ketenloop.ts'

/**
 * First day from which leaving a product was recorded: the first on which somebody was ready, when more than five would have been
 * before it at the later rate. A stock that was read in later, or that nobody followed, would make stays too long.
 */
export function vertrekVanaf(eigen: readonly Episode[], begin: PlainDate, peildatum: PlainDate): PlainDate {
  const klaar = eigen.flatMap((verblijf) =>
    verblijf.klaar && verblijf.klaar > begin && verblijf.klaar <= peildatum ? [verblijf.klaar] : [],
  )
  if (klaar.length === 0) return begin
  const first = klaar.reduce((day, op) => (op < day ? op : day))
  const daysIn = (from: PlainDate, until: PlainDate) =>
    eigen.reduce((sum, { van, klaar: op }) => {
      const last = op && op < until ? op : until
      return sum + Math.max(0, daysBetween(van > from ? van : from, last))
    }, 0)
  const later = klaar.length / Math.max(1, daysIn(first, peildatum))
  return later * daysIn(begin, first) > 5 ? first : begin
}

/** A mean duration with its interval, which is as wide above as below in factors. */
export function schatDuur(curve: SurvivalCurve, aanname: string | null): Schatting {
  const { mean, error } = meanWithError(curve)
  const factor = Math.exp((1.96 * error) / mean)
  return { waarde: mean, laag: mean / factor, hoog: mean * factor, n: curve.ended, bron: BRON, aanname }
}
