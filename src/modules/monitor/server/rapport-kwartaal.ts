import type { Work } from '../../../platform/work.ts'
import { isOptelbaar, type Langer, langerVan } from '../domain/langer.ts'
import type { Indicator } from './indicator.ts'
import { type Maandstand, telReeks } from './telling.ts'

/** The quarter of three months, of each indicator whose months add up, protected as for somebody who may open nothing. */
export async function readKwartaalcijfers(
  work: Work,
  input: { readonly indicatoren: readonly Indicator[]; readonly standen: readonly Maandstand[] },
): Promise<ReadonlyMap<string, Langer>> {
  const met = input.indicatoren.filter(isOptelbaar)
  const geteld = await telReeks(
    work,
    met.map((indicator) => ({ id: indicator.id, indicator, per: null })),
    input.standen,
  )
  const { kleinsteGetal } = input.standen[0]!
  return new Map(
    met.flatMap(({ id, maat }) => {
      const maanden = geteld.filter((rij) => rij.id === id).map((rij) => ({ ...rij, dicht: null }))
      const [kwartaal] = langerVan(maat, maanden, kleinsteGetal)
      return kwartaal ? [[id, kwartaal] as const] : []
    }),
  )
}
