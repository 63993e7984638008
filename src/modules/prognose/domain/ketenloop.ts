import type { Id } from '../../../shared/id.ts'
import { daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import type { Ketenfeiten, Verblijffeit, Wachtfeit } from './ketenfeiten.ts'

/** An own dwelling, as what follows a stay. */
export const WONING = 'woning'
/** Who comes back within so many days counts as the same person returning (two years, as the indicators do). */
export const TERUG_BINNEN = 730
/** A next stay that begins within so many days is where the first one led to. */
const AANSLUITEND = 60

/** A stay in one product, moves within it joined; `klaar` is the first day somebody could have gone. */
export interface Episode extends Verblijffeit {
  readonly klaar: PlainDate | null
  readonly naar: Id | typeof WONING | 'weg' | null
}

export function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** The stays of everybody in order, and when each came and left. */
export interface Ketenloop {
  readonly verblijven: readonly Episode[]
  /** Of each person the days on which a stay ended that led out of the chain. */
  readonly vertrek: ReadonlyMap<string, readonly PlainDate[]>
  readonly komst: ReadonlyMap<string, readonly PlainDate[]>
}

export function readKetenloop({ verblijven, wachtenden, producten }: Ketenfeiten): Ketenloop {
  const perWie = groupBy(verblijven, (verblijf) => verblijf.wie)
  const bekend = new Set(producten.map((product) => product.id))
  const episodes: Episode[] = []
  const vertrek = new Map<string, PlainDate[]>()
  for (const [wie, rijen] of perWie) {
    const joined = joinMoves(rijen.toSorted((a, b) => (a.van < b.van ? -1 : 1)))
    joined.forEach((rij, i) => {
      const next = joined[i + 1]
      const aansluitend =
        next && rij.tot && daysBetween(rij.tot, next.van) <= AANSLUITEND && next.productId !== rij.productId
      const naar = !rij.tot
        ? null
        : aansluitend && bekend.has(next.productId)
          ? next.productId
          : rij.bestemming === 'eigen_woning'
            ? WONING
            : 'weg'
      episodes.push({ ...rij, klaar: rij.gereedOp ?? rij.tot, naar })
      if (rij.tot && (naar === WONING || naar === 'weg'))
        vertrek.set(wie, [...(vertrek.get(wie) ?? []), rij.tot])
    })
  }
  const komst = new Map<string, PlainDate[]>()
  for (const { wie, op } of wachtenden) komst.set(wie, [...(komst.get(wie) ?? []), op])
  return { verblijven: episodes, vertrek, komst }
}

/** Moves from one place to another of the same product are one stay. */
function joinMoves(rijen: readonly Verblijffeit[]): Verblijffeit[] {
  const joined: Verblijffeit[] = []
  for (const rij of rijen) {
    const last = joined.at(-1)
    if (last?.tot && last.productId === rij.productId && daysBetween(last.tot, rij.van) <= 1) {
      joined[joined.length - 1] = { ...rij, van: last.van }
    } else joined.push(rij)
  }
  return joined
}

/** Whether a report is of somebody who left the chain less than two years before. */
export function isTerug({ vertrek }: Ketenloop, { wie, op }: Wachtfeit): boolean {
  return (vertrek.get(wie) ?? []).some((tot) => tot <= op && daysBetween(tot, op) <= TERUG_BINNEN)
}
