import { hideSmall, isSafe } from '../../../shared/kleine-cel.ts'
import type { Leveringcijfer, Uitkomst, Weggelaten } from './inhoud.ts'

export interface Verslag<C extends Leveringcijfer = Leveringcijfer> {
  readonly cijfers: readonly C[]
  readonly weggelaten: readonly Weggelaten[]
  readonly controles: readonly Uitkomst[]
}

type Verborgen<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]: number | null }

/** What somebody reads who may not see the file: small counts are null. `min` null: everything. */
export function hideVerslag<C extends Leveringcijfer>(verslag: Verslag<C>, min: number | null) {
  const dicht = min === null ? new Set<C>() : hiddenCijfers(verslag.cijfers, min)
  const klein = (aantal: number | null) => min !== null && aantal !== null && aantal > 0 && aantal < min
  return {
    cijfers: verslag.cijfers.map(
      (cijfer): Verborgen<C, 'regels' | 'personen'> =>
        dicht.has(cijfer) ? { ...cijfer, regels: null, personen: null } : cijfer,
    ),
    weggelaten: verslag.weggelaten.map(
      (deel): Verborgen<Weggelaten, 'aantal'> => (klein(deel.aantal) ? { ...deel, aantal: null } : deel),
    ),
    controles: verslag.controles.map(({ code, aantal, verwacht }) => {
      const weg = klein(aantal) || klein(verwacht)
      return { code, uitkomst: uitkomstVan(aantal, verwacht), ...(weg ? niets : { aantal, verwacht }) }
    }),
  }
}

const niets = { aantal: null, verwacht: null }

/** Every part hangs together with the total; where a part could be computed from it, the total goes as well. */
function hiddenCijfers<C extends Leveringcijfer>(cijfers: readonly C[], min: number): Set<C> {
  const delen = cijfers.filter(({ verdeling }) => verdeling !== 'totaal')
  const cellen = delen.map(({ personen }) => ({ aantal: personen, open: false }))
  const groepen = [...new Set(delen.map(({ verdeling }) => verdeling))].map((verdeling) =>
    delen.flatMap((deel, i) => (deel.verdeling === verdeling ? [i] : [])),
  )
  const hidden = hideSmall(cellen, groepen, min)
  const totaal = cijfers.find(({ verdeling }) => verdeling === 'totaal')
  const totaalWeg =
    totaal !== undefined &&
    ((totaal.personen > 0 && totaal.personen < min) ||
      !groepen.every((groep) => isSafe(cellen, hidden, groep, min)))
  return new Set([...delen.filter((_, i) => hidden.has(i)), ...(totaalWeg ? [totaal] : [])])
}

export type Controleuitkomst = 'klopt' | 'wijkt_af' | 'onbekend'

function uitkomstVan(aantal: number, verwacht: number | null): Controleuitkomst {
  if (verwacht === null) return 'onbekend'
  return aantal === verwacht ? 'klopt' : 'wijkt_af'
}
