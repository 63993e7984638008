import type { Work } from '../../../platform/work.ts'
import { waardeVan } from '../domain/indicator.ts'
import type { Jaarpunt } from '../domain/jaarcijfer.ts'
import { beschermMet } from './afscherming.ts'
import { leeg, readKeuzes } from './dashboard-queries.ts'
import type { Indicator } from './indicator.ts'
import { type Maandstand, telReeks } from './telling.ts'

export interface Gemeentereeks {
  readonly naam: string
  /** One for each month, in order. */
  readonly maanden: readonly Jaarpunt[]
}

const geenOpen = () => null

/**
 * The gemeenten of the region over a row of months, of each indicator that has them. In every month a gemeente is protected among
 * all groups of that month, as in the table per group, for somebody who may open nothing.
 */
export async function readGemeentereeksen(
  work: Work,
  input: { readonly indicatoren: readonly Indicator[]; readonly standen: readonly Maandstand[] },
): Promise<ReadonlyMap<string, readonly Gemeentereeks[]>> {
  const met = input.indicatoren.filter(({ per }) => per.includes('gemeente'))
  const geteld = await telReeks(
    work,
    met.flatMap((indicator) => [
      { id: `${indicator.id} totaal`, indicator, per: null },
      { id: `${indicator.id} groep`, indicator, per: 'gemeente' as const },
    ]),
    input.standen,
  )
  const { gemeenten } = await readKeuzes(work)
  const vanMaand = (indicator: Indicator, stand: Maandstand) => {
    const rijen = (soort: string) =>
      geteld.filter(({ id, maand }) => id === `${indicator.id} ${soort}` && maand === stand.maand)
    const beschermd = beschermMet(geenOpen, indicator, stand, rijen('groep'), rijen('totaal')[0]!)
    return new Map(beschermd.map((rij) => [rij.groep, rij]))
  }
  return new Map(
    met.map((indicator) => {
      const perMaand = input.standen.map((stand) => vanMaand(indicator, stand))
      const niets = { waarde: waardeVan(indicator.maat, leeg), afgeschermd: false }
      return [
        indicator.id,
        gemeenten.map(({ code, naam }) => ({
          naam,
          maanden: perMaand.map((groepen) => {
            const { waarde, afgeschermd } = groepen.get(code) ?? niets
            return { waarde, afgeschermd }
          }),
        })),
      ]
    }),
  )
}
