import { hideSmall } from '../../../shared/kleine-cel.ts'
import { hideInTable } from '../../../shared/kleine-cel-tabel.ts'

export interface Uitgestroomd {
  readonly jaar: number
  readonly route: string
  readonly bestemming: string
  readonly aantal: number
  readonly zichtbaar: boolean
}

export interface Overzicht {
  readonly rijen: { jaar: number; route: string; bestemming: string; aantal: number | null }[]
  readonly perRoute: { jaar: number; route: string; aantal: number | null }[]
}

/**
 * UIT-04: route × bestemming per year. What is small stays hidden, with as much beside it as needed that no total of the
 * table gives it away. Each year is a table of its own; no total goes over years.
 */
export function protectOverzicht(tellingen: readonly Uitgestroomd[], min: number | null): Overzicht {
  const jaren = [...new Set(tellingen.map((one) => one.jaar))].sort((a, b) => b - a)
  const delen = jaren.map((jaar) =>
    protectJaar(
      tellingen.filter((one) => one.jaar === jaar),
      jaar,
      min,
    ),
  )
  return { rijen: delen.flatMap((one) => one.rijen), perRoute: delen.flatMap((one) => one.perRoute) }
}

function protectJaar(tellingen: readonly Uitgestroomd[], jaar: number, min: number | null): Overzicht {
  const routes = [...new Set(tellingen.map((one) => one.route))].sort()
  const bestemmingen = [...new Set(tellingen.map((one) => one.bestemming))].sort()
  const find = (route: string, bestemming: string) =>
    tellingen.find((one) => one.route === route && one.bestemming === bestemming)
  const tabel = hideInTable(
    routes.map((route) => ({
      aantallen: bestemmingen.map((bestemming) => find(route, bestemming)?.aantal ?? 0),
      open: tellingen.filter((one) => one.route === route).every((one) => one.zichtbaar),
    })),
    min,
  )
  const shown = (r: number, c: number) => (tabel.verborgen(r, c) ? null : tabel.aantallen[r]![c]!)
  return {
    rijen: routes.flatMap((route, r) =>
      bestemmingen.flatMap((bestemming, c) =>
        find(route, bestemming) ? [{ jaar, route, bestemming, aantal: shown(r, c) }] : [],
      ),
    ),
    perRoute: routes.map((route, r) => ({ jaar, route, aantal: shown(r, bestemmingen.length) })),
  }
}

/** UIT-08: homes of a year beside what was agreed. A year total stands alone, so only its own size counts. */
export function protectJaren<T extends { readonly aantal: number; readonly zichtbaar: boolean }>(
  jaren: readonly T[],
  min: number | null,
): (number | null)[] {
  if (min === null) return jaren.map((one) => one.aantal)
  const hidden = hideSmall(
    jaren.map(({ aantal, zichtbaar }) => ({ aantal, open: zichtbaar })),
    [],
    min,
  )
  return jaren.map((one, i) => (hidden.has(i) ? null : one.aantal))
}
