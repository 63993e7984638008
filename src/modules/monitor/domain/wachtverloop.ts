import { hideInTable } from '../../../shared/kleine-cel-tabel.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'

/** The waiting list in one month: begin + erbij − geplaatst − anders = eind. */
const stromen = ['begin', 'erbij', 'geplaatst', 'anders', 'eind'] as const
export type Stroom = (typeof stromen)[number]
const BEGIN = 0
const EIND = stromen.length - 1

export interface Verlooprij extends Readonly<Record<Stroom, number>> {
  readonly maand: PlainDate
  readonly productId: string | null
  readonly zichtbaar: boolean
}

/** One month of one product, or of all together (`productId` null): hidden counts are null. */
export type Beschermd<T> = Omit<T, Stroom> &
  Readonly<Record<Stroom, number | null>> & { readonly afgeschermd: boolean }

/**
 * Hides small counts per month over all products at once, so that nobody can subtract the products that show from all
 * together. The end of a month is the begin of the next: they are hidden together. `rijen` are the products only; the
 * answer has a row for all together in every month as well.
 */
export function protectVerloop(
  rijen: readonly Verlooprij[],
  min: number | null,
): Beschermd<Pick<Verlooprij, 'maand' | 'productId' | Stroom>>[] {
  const maanden = [...new Set(rijen.map((rij) => rij.maand))].sort()
  const producten = [...new Set(rijen.map((rij) => rij.productId))].sort()
  const find = (maand: PlainDate, productId: string | null) =>
    rijen.find((rij) => rij.maand === maand && rij.productId === productId)
  const grids = maanden.map((maand) =>
    producten.map((productId) => {
      const rij = find(maand, productId)
      return { aantallen: stromen.map((stroom) => rij?.[stroom] ?? 0), open: rij?.zichtbaar ?? true }
    }),
  )
  const hide = (before: readonly ReturnType<typeof hideInTable>[]) =>
    grids.map((grid, m) =>
      hideInTable(grid, min, {
        balans: true,
        spaar: [BEGIN, EIND],
        ook: (r, c) =>
          (before[m]?.verborgen(r, c) ?? false) ||
          (c === BEGIN && (before[m - 1]?.verborgen(r, EIND) ?? false)) ||
          (c === EIND && (before[m + 1]?.verborgen(r, BEGIN) ?? false)),
      }),
    )
  const count = (tables: readonly ReturnType<typeof hideInTable>[]) =>
    tables.reduce(
      (sum, table) =>
        sum +
        table.aantallen.reduce(
          (n, _, r) => n + stromen.filter((_stroom, c) => table.verborgen(r, c)).length,
          0,
        ),
      0,
    )
  let tables = hide([])
  for (let n = -1; n !== count(tables); ) {
    n = count(tables)
    tables = hide(tables)
  }
  return maanden.flatMap((maand, m) =>
    [...producten, null].map((productId, r) => {
      const { aantallen, verborgen } = tables[m]!
      const shown = (c: number) => (verborgen(r, c) ? null : aantallen[r]![c]!)
      return {
        maand,
        productId,
        begin: shown(0),
        erbij: shown(1),
        geplaatst: shown(2),
        anders: shown(3),
        eind: shown(4),
        afgeschermd: stromen.some((_, c) => verborgen(r, c)),
      }
    }),
  )
}
