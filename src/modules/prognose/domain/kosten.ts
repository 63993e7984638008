import { addMonths, daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import type { Cijfer } from './loop.ts'
import type { Maatregel } from './maatregel.ts'
import type { Uitgangspunt } from './uitgangspunt.ts'

const JAAR = 365.25

export interface Maatregelkosten {
  readonly maatregel: string
  /** What it costs in the period, in euro; null when nobody filled it in. */
  readonly bedrag: number | null
  readonly uitleg: string
}

/** Euro a place a year of a product, when somebody filled it in on the page of the parameters. */
function kostenPerPlek(
  { parameters }: Pick<Uitgangspunt, 'parameters'>,
  product: string | null,
): number | null {
  const rij = parameters.find(({ id }) => id === `kosten ${product}`)
  return rij?.waarde ?? null
}

/** Costs of each measure between two days: what comes once, and a share of a year of what comes each year. */
export function kostenVan(
  punt: Pick<Uitgangspunt, 'parameters'>,
  maatregelen: readonly Maatregel[],
  van: PlainDate,
  tot: PlainDate,
): Maatregelkosten[] {
  return maatregelen.map((maatregel) => {
    const { naam, kostenEenmalig, kostenPerJaar, soort, aantal } = maatregel
    // Only of a measure that is nothing but places the product says what it costs.
    const opent = soort === 'plekken' || soort === 'winterplekken'
    const perPlek = opent ? kostenPerPlek(punt, maatregel.product) : null
    if (kostenEenmalig === null && kostenPerJaar === null && perPlek === null) {
      return { maatregel: naam, bedrag: null, uitleg: 'Niet ingevuld' }
    }
    const perJaar = kostenPerJaar ?? (perPlek === null ? 0 : perPlek * aantal!)
    const eenmalig =
      kostenEenmalig !== null && maatregel.vanaf >= van && maatregel.vanaf < tot ? kostenEenmalig : 0
    return {
      maatregel: naam,
      bedrag: eenmalig + (perJaar * openDagen(maatregel, van, tot)) / JAAR,
      uitleg:
        kostenPerJaar === null && perPlek !== null
          ? `${Math.abs(aantal!)} plekken, naar de kosten per plek per jaar van het product`
          : 'Ingevuld bij de maatregel',
    }
  })
}

/** Days in a period on which a measure goes on. */
function openDagen({ soort, vanaf, tot }: Maatregel, van: PlainDate, einde: PlainDate): number {
  if (soort === 'winterplekken') {
    let days = 0
    for (let jaar = 0; addMonths(vanaf, 12 * jaar) < einde; jaar++)
      days += overlap(addMonths(vanaf, 12 * jaar), addMonths(tot!, 12 * jaar), van, einde)
    return days
  }
  // The end of a move of residents is the end of the moving, not of the places.
  return overlap(vanaf, soort === 'overstap' ? null : tot, van, einde)
}

function overlap(vanaf: PlainDate, tot: PlainDate | null, van: PlainDate, einde: PlainDate): number {
  const from = vanaf > van ? vanaf : van
  const until = tot !== null && tot < einde ? tot : einde
  return Math.max(0, daysBetween(from, until))
}

/**
 * Euro for each waiting day that does not happen: extra costs shared by the days that are waited less, with the interval of
 * those days. Null when it can not be said whether there are fewer days, or nobody knows the costs.
 */
export function prijsPerWachtdag(kosten: number | null, minderDagen: Cijfer): Cijfer | null {
  if (kosten === null || minderDagen.laag <= 0) return null
  return {
    gemiddeld: kosten / minderDagen.gemiddeld,
    laag: kosten / minderDagen.hoog,
    hoog: kosten / minderDagen.laag,
  }
}
