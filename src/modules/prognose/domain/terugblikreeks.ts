import type { Model } from '../../../simulation/model.ts'
import { describeKeten, type Rekendeel } from './rekenen.ts'
import { type Gesimuleerd, isVergeleken } from './terugblik.ts'

/** The series that are held against what happened, month by month and run by run, from what a worker gave back. */
export function reeksenVan(
  model: Model,
  { waarden, aantal }: Pick<Rekendeel, 'waarden' | 'aantal'>,
): Gesimuleerd[] {
  const { kolommen, maanden } = describeKeten(model)
  return kolommen.flatMap(({ maat, product, gemeente }, k): Gesimuleerd[] =>
    isVergeleken(maat) && gemeente === null
      ? [
          {
            maat,
            product,
            waarden: (m) =>
              Float64Array.from(
                { length: aantal },
                (_, r) => waarden[(r * maanden + m) * kolommen.length + k]!,
              ),
          },
        ]
      : [],
  )
}
