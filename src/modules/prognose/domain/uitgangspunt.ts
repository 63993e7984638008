import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { ModelFile } from '../../../simulation/model.ts'
import type { Parameter } from './contract.ts'
import type { Ijking } from './ijking.ts'
import { buildKeten } from './keten.ts'
import type { Ketenfeiten, Ketenproduct } from './ketenfeiten.ts'
import { parametersOf } from './parameters.ts'

/** A chain as it was on one day, kept as it is: every run on it starts from the same. Nothing in it is a person. */
export interface Uitgangspunt {
  readonly vorm: 1
  readonly peildatum: PlainDate
  readonly begin: PlainDate | null
  /** First days of the months that are counted, and of the month after the last. */
  readonly maanden: readonly PlainDate[]
  readonly model: ModelFile
  readonly weggelaten: readonly { readonly van: string; readonly naar: string }[]
  /** Every product of the region: a measure can open places for one that has none yet. */
  readonly producten: readonly Ketenproduct[]
  readonly gemeenten: readonly { readonly code: string; readonly naam: string }[]
  readonly parameters: readonly Parameter[]
}

/** Freezes a calibration; undefined with what is wrong when the chain can not be computed. */
export function freezeUitgangspunt(
  ijking: Ijking,
  feiten: Ketenfeiten,
  alle: readonly Ketenproduct[],
  maanden: readonly PlainDate[],
): { uitgangspunt: Uitgangspunt; fout?: undefined } | { uitgangspunt?: undefined; fout: string } {
  if (ijking.producten.length === 0)
    return { fout: 'Er zijn nog geen producten met plekken. Leg eerst locaties en plekken vast.' }
  const { model, weggelaten } = buildKeten(ijking, feiten, maanden.length - 1)
  if (!model.model) return { fout: model.faults.map(({ message }) => message).join(' ') }
  const naam = (id: Id) => alle.find((product) => product.id === id)?.naam ?? id
  return {
    uitgangspunt: {
      vorm: 1,
      peildatum: ijking.peildatum,
      begin: ijking.begin,
      maanden,
      model: model.model,
      weggelaten: weggelaten.map(({ van, naar }) => ({ van: naam(van), naar: naam(naar) })),
      producten: alle,
      gemeenten: feiten.gemeenten,
      parameters: parametersOf(ijking, feiten),
    },
  }
}
