import { protectRows } from './afscherming.ts'
import { type Maat, type Telling, teltWie, waardeVan } from './indicator.ts'

/** A counted figure or group, and how many of its cases who asks may not open; null when that was not looked up. */
export interface Gegroepeerd extends Telling {
  readonly groep: string | null
  /** Cases of which the gemeente is known; null when the indicator has none. */
  readonly metGemeente: number | null
  readonly dicht: number | null
}

export interface Beschermd {
  readonly groep: string | null
  readonly waarde: number | null
  readonly gevallen: number | null
  readonly volledigheid: number | null
  readonly afgeschermd: boolean
}

/** Hides what is too small, the groups with their total in mind. A share shows only if both its sides may. */
export function protectCijfers(
  maat: Maat,
  rijen: readonly Gegroepeerd[],
  totaal: Gegroepeerd | null,
  min: number | null,
): Beschermd[] {
  const aandeel = maat === 'aandeel'
  const met = (rij: Gegroepeerd) => ({
    groep: rij.groep,
    gevallen: rij.n,
    teller: aandeel ? rij.t : 0,
    rest: aandeel ? rij.n - rij.t : 0,
    wie: teltWie(maat) ? rij.wie : 0,
    waarde: waardeVan(maat, rij),
    volledigheid: volledigheidVan(rij, min),
    zichtbaar: rij.dicht === 0,
    ...(rij.dicht !== null && { dicht: rij.dicht }),
  })
  const regels = {
    hoofd: 'gevallen' as const,
    aantallen: ['gevallen', 'teller', 'rest', 'wie'] as const,
    balans: aandeel ? (['teller', 'rest'] as const) : [],
    rustOp: { waarde: 'gevallen', volledigheid: 'gevallen' } as const,
  }
  return protectRows(rijen.map(met), totaal && met(totaal), regels, min).rijen.map(
    ({ groep, waarde, gevallen, volledigheid, teller, wie, afgeschermd }) => ({
      groep,
      waarde: teller === null || wie === null ? null : waarde,
      gevallen,
      volledigheid,
      afgeschermd,
    }),
  )
}

/** Steps in which completeness is told, in percent; coarser says nothing. */
const GROFSTE = 10

/**
 * Percentage of the cases with a known gemeente. Unless it is all, in steps of at least the smallest count that shows:
 * exact, it would tell how many are without, which is one of the groups.
 */
function volledigheidVan({ n, metGemeente }: Gegroepeerd, min: number | null): number | null {
  if (metGemeente === null || n === 0) return null
  if (metGemeente === n) return 100
  const deel = (metGemeente / n) * 100
  if (min === null) return Math.round(deel)
  const stap = Math.max(1, Math.ceil((min / n) * 100))
  if (stap > GROFSTE) return null
  return Math.min(Math.round(deel / stap), Math.ceil(100 / stap) - 1) * stap
}
