import { type Reisstap, reisstapCodes, reisstappen } from '../../traject/domain/reis.ts'
import { type Afgeschermd, protectRows } from './afscherming.ts'

/** One step of one product, or of all together (`totaal`), as the database counts it. */
export interface Reisrij {
  readonly stap: Reisstap
  /** Null for all together, and as long as no product was decided. */
  readonly productId: string | null
  readonly totaal: boolean
  readonly afgerond: number
  readonly afgerondMediaan: number | null
  readonly nogIn: number
  readonly nogInMediaan: number | null
  readonly zichtbaar: boolean
}

/** The steps of one product (null: all together) in their order; hidden over all products at once, so that none follows from the rest. */
export function protectReis(
  rijen: readonly Reisrij[],
  productId: string | null,
  min: number | null,
): (Afgeschermd<Reisrij> & { readonly stap: Reisstap })[] {
  return reisstapCodes.flatMap((stap) => {
    const own = rijen.filter((rij) => rij.stap === stap)
    const producten = own.filter((rij) => !rij.totaal)
    const samen = own.find((rij) => rij.totaal) ?? null
    const beschermd = protectRows(producten, samen, regels, min)
    const gekozen =
      productId === null ? beschermd.totaal : beschermd.rijen.find((rij) => rij.productId === productId)
    return gekozen ? [{ ...gekozen, stap }] : []
  })
}

const regels = {
  hoofd: null,
  aantallen: ['afgerond', 'nogIn'],
  rustOp: { afgerondMediaan: 'afgerond', nogInMediaan: 'nogIn' },
} as const

export const stapNaam = (stap: Reisstap) => reisstappen[stap].naam
