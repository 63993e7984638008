// What somebody can work out who knows of sums of numbers between which bounds they lie: linear programming over numbers
// from nought. The true numbers are a solution, so the search starts there; what it finds does not depend on where it starts.

/** What is known of the sum of some numbers (indices of atoms); `tot` null when nothing bounds it from above. */
export interface Bekend {
  readonly atomen: readonly number[]
  readonly van: number
  readonly tot: number | null
}

interface Grens {
  readonly van: number
  /** Null: as high as one likes. */
  readonly tot: number | null
}

const EPSILON = 1e-9

/**
 * The lowest and highest that a sum can be, given all that is known. `waar` are the true numbers; each must agree with
 * what is known of it.
 */
export function grensVan(
  atomen: readonly number[],
  waar: readonly number[],
  bekend: readonly Bekend[],
): Grens {
  const som = sumOf(atomen, waar)
  const omhoog = climb(atomen, waar, bekend, 1)
  const omlaag = climb(atomen, waar, bekend, -1)
  return {
    van: Math.ceil(som - (omlaag ?? som) - EPSILON),
    tot: omhoog === null ? null : Math.floor(som + omhoog + EPSILON),
  }
}

const sumOf = (atomen: readonly number[], waar: readonly number[]): number =>
  atomen.reduce((som, atoom) => som + waar[atoom]!, 0)

/**
 * How far the sum can go up (`richting` 1) or down (-1) from the truth; null when without end. Each number may rise (column i)
 * or fall (column n + i); a row is one bound with the room that the truth leaves it, so that standing still is a solution.
 */
function climb(
  doel: readonly number[],
  waar: readonly number[],
  bekend: readonly Bekend[],
  richting: 1 | -1,
): number | null {
  const n = waar.length
  const rijen: { coef: Float64Array; ruimte: number }[] = []
  const add = (atomen: readonly number[], teken: 1 | -1, ruimte: number) => {
    const coef = new Float64Array(2 * n)
    for (const atoom of atomen) {
      coef[atoom] = teken
      coef[n + atoom] = -teken
    }
    rijen.push({ coef, ruimte })
  }
  for (const { atomen, van, tot } of bekend) {
    const som = sumOf(atomen, waar)
    if (som < van || (tot !== null && som > tot))
      throw new Error('The truth lies outside what is known of it')
    if (tot !== null) add(atomen, 1, tot - som)
    if (van > 0) add(atomen, -1, som - van)
  }
  for (let i = 0; i < n; i++) add([i], -1, waar[i]!)
  const kosten = new Float64Array(2 * n)
  for (const atoom of doel) {
    kosten[atoom] = richting
    kosten[n + atoom] = -richting
  }
  return simplex(kosten, rijen)
}

/** Maximum of `kosten` over numbers from nought under rows of at most `ruimte` (not negative); null when without end. Bland's rule. */
function simplex(
  kosten: Float64Array,
  rijen: readonly { readonly coef: Float64Array; readonly ruimte: number }[],
): number | null {
  const n = kosten.length
  const m = rijen.length
  const breedte = n + m + 1
  const tabel = rijen.map(({ coef, ruimte }, r) => {
    const rij = new Float64Array(breedte)
    rij.set(coef)
    rij[n + r] = 1
    rij[breedte - 1] = ruimte
    return rij
  })
  const doel = new Float64Array(breedte)
  for (let c = 0; c < n; c++) doel[c] = -kosten[c]!
  const basis = rijen.map((_, r) => n + r)
  for (;;) {
    const kolom = doel.findIndex((waarde, c) => c < breedte - 1 && waarde < -EPSILON)
    if (kolom === -1) return doel[breedte - 1]!
    let rij = -1
    let beste = Number.POSITIVE_INFINITY
    for (let r = 0; r < m; r++) {
      const deler = tabel[r]![kolom]!
      if (deler <= EPSILON) continue
      const stap = tabel[r]![breedte - 1]! / deler
      if (stap < beste - EPSILON || (stap < beste + EPSILON && rij !== -1 && basis[r]! < basis[rij]!)) {
        beste = Math.min(stap, beste)
        rij = r
      }
    }
    if (rij === -1) return null
    pivot(tabel, doel, rij, kolom)
    basis[rij] = kolom
  }
}

function pivot(tabel: readonly Float64Array[], doel: Float64Array, rij: number, kolom: number): void {
  const spil = tabel[rij]!
  const deler = spil[kolom]!
  for (let c = 0; c < spil.length; c++) spil[c] = spil[c]! / deler
  for (const andere of [...tabel, doel]) {
    if (andere === spil) continue
    const keer = andere[kolom]!
    if (keer === 0) continue
    for (let c = 0; c < spil.length; c++) andere[c] = andere[c]! - keer * spil[c]!
  }
}
