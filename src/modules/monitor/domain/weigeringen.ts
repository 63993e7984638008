import type { PlainDate } from '../../../shared/plain-date.ts'
import { protectVerdeling, sumBy } from './verdeling.ts'

export interface WeigerRij {
  readonly maand: PlainDate
  readonly zijde: 'toegang' | 'persoon'
  readonly reden: string
  readonly aantal: number
  readonly zichtbaar: boolean
}

const soort = (rij: { zijde: string; reden: string }) => `${rij.zijde} ${rij.reden}`

/**
 * The same refusals per month and for the whole period. The total of a month stands in the table of decisions and that of a
 * reason in the other view: neither may give a hidden cell away.
 */
export function protectWeigeringen(rijen: readonly WeigerRij[], min: number | null) {
  return {
    perMaand: protectVerdeling(rijen, [(rij) => rij.maand, soort], min),
    samen: protectVerdeling(
      sumBy(rijen, soort).map((rij) => ({ ...rij, maand: null })),
      [],
      min,
    ),
  }
}

export interface WeigerGemeenteRij extends Omit<WeigerRij, 'maand'> {
  readonly gemeente: string
}

/** Refusals per gemeente and reason; the total of a reason stands in the view without gemeenten. */
export function protectPerGemeente(rijen: readonly WeigerGemeenteRij[], min: number | null) {
  return protectVerdeling(
    rijen.map((rij) => ({ ...rij, maand: null })),
    [soort],
    min,
  )
}

export interface EuRouteRij {
  readonly maand: PlainDate
  readonly stand: string
  readonly uitkomst: string
  readonly aantal: number
  readonly zichtbaar: boolean
}

/** The route for EU-burgers per month and for the whole period: one view gives no hidden cell of the other away. */
export function protectEuRoute(rijen: readonly EuRouteRij[], min: number | null) {
  const route = (rij: EuRouteRij) => `${rij.stand} ${rij.uitkomst}`
  return {
    perMaand: protectVerdeling(rijen, [route], min),
    samen: protectVerdeling(
      sumBy(rijen, route).map((rij) => ({ ...rij, maand: null })),
      [],
      min,
    ),
  }
}
