import { type Cel, hideSmall, isSafe } from '../../../shared/kleine-cel.ts'

/** A row of counts as the database gives it: `zichtbaar` when who asks may open every case in it. */
export interface Telrij {
  readonly zichtbaar: boolean
  /** How many cases in it who asks may not open; all unless said otherwise. */
  readonly dicht?: number
}

export interface Regels<T> {
  /** The count that the row is about: hidden, it hides everything in the row. Null when there is none such. */
  readonly hoofd: (keyof T & string) | null
  readonly aantallen: readonly (keyof T & string)[]
  /** Values that rest on a count: hidden with it, and when it is below the minimum. */
  readonly rustOp?: Readonly<Record<string, keyof T & string>>
  /** Counts of one row that are computable from each other: one hidden alone would show. */
  readonly balans?: readonly (keyof T & string)[]
}

export type Afgeschermd<T> = { readonly [K in keyof T]: T[K] | null } & { readonly afgeschermd: boolean }

/**
 * Hides per column what is too small, with as many others as the shown total asks for. `min` null hides nothing. The total
 * comes out hidden where it would give a cell away.
 */
export function protectRows<T extends Telrij>(
  rijen: readonly T[],
  totaal: T | null,
  regels: Regels<T>,
  min: number | null,
): { rijen: Afgeschermd<T>[]; totaal: Afgeschermd<T> | null } {
  if (min === null)
    return {
      rijen: rijen.map((rij) => ({ ...rij, afgeschermd: false })),
      totaal: totaal && { ...totaal, afgeschermd: false },
    }
  const hidden = rijen.map(() => new Set<string>())
  const hiddenTotal = new Set<string>()
  for (const veld of regels.aantallen) {
    const cellen = rijen.map((rij) => celVan(rij, veld, regels))
    const all = cellen.map((_, i) => i)
    const small = hideSmall(cellen, totaal ? [all] : [], min)
    for (const i of small) hidden[i]!.add(veld)
    if (
      totaal &&
      !totaal.zichtbaar &&
      (isSmall(celVan(totaal, veld, regels), min) || !isSafe(cellen, small, all, min))
    )
      hiddenTotal.add(veld)
  }
  rijen.forEach((rij, i) => {
    spread(rij, hidden[i]!, regels, min)
  })
  if (totaal) spread(totaal, hiddenTotal, regels, min)
  return {
    rijen: rijen.map((rij, i) => blank(rij, hidden[i]!)),
    totaal: totaal && blank(totaal, hiddenTotal),
  }
}

const celVan = <T extends Telrij>(rij: T, veld: keyof T & string, { hoofd }: Regels<T>): Cel => ({
  aantal: Number(rij[veld]),
  open: rij.zichtbaar,
  ...(veld === hoofd && rij.dicht !== undefined && { dicht: rij.dicht }),
})

const isSmall = ({ aantal, dicht = aantal }: Cel, min: number) => dicht > 0 && dicht < min

/** What goes along in the same row. */
function spread<T extends Telrij>(rij: T, hidden: Set<string>, regels: Regels<T>, min: number): void {
  const balans = regels.balans ?? []
  if (balans.filter((veld) => hidden.has(veld)).length === 1) {
    const others = balans.filter((veld) => !hidden.has(veld))
    const next = [...others].sort((a, b) => rank(rij[a]) - rank(rij[b]))[0]
    if (next) hidden.add(next)
  }
  if (regels.hoofd !== null && hidden.has(regels.hoofd))
    for (const veld of regels.aantallen) if (Number(rij[veld]) > 0) hidden.add(veld)
  for (const [veld, grond] of Object.entries(regels.rustOp ?? {}))
    if (hidden.has(grond) || (!rij.zichtbaar && isSmall(celVan(rij, grond, regels), min))) hidden.add(veld)
}

/** The smallest that counts somebody goes first; nought only when there is nothing else. */
const rank = (value: unknown) => (Number(value) === 0 ? Number.POSITIVE_INFINITY : Number(value))

function blank<T extends Telrij>(rij: T, hidden: ReadonlySet<string>): Afgeschermd<T> {
  const shown = Object.fromEntries(
    Object.entries(rij).map(([veld, value]) => [veld, hidden.has(veld) ? null : value]),
  )
  return { ...(shown as { [K in keyof T]: T[K] | null }), afgeschermd: hidden.size > 0 }
}
