import { plainAnswer } from '../../../simulation/little.ts'
import type { Rekensom } from './contract.ts'
import type { Ijking } from './ijking.ts'
import { buildKeten } from './keten.ts'
import type { Ketenfeiten } from './ketenfeiten.ts'
import { WONING } from './ketenloop.ts'

const JAAR = 365.25

/** Places that the chain needs by Little's law: who comes a year times how long one stays. Nothing when the chain does not fit. */
export function rekensomOf(ijking: Ijking, feiten: Ketenfeiten): Rekensom[] {
  const { model } = buildKeten(ijking, feiten, 12).model
  if (!model) return []
  return plainAnswer(model)
    .filter(({ service }) => service !== WONING)
    .map((answer, volgorde) => ({
      product: ijking.producten.find(({ product }) => product.id === answer.service)!.product.naam,
      volgorde,
      instroomPerJaar: round(answer.arrivals * JAAR),
      verblijfsdagen: Math.round(answer.stay),
      plekken: answer.places,
      plekkenNodig: round(answer.needed),
      tekort: round(answer.needed - answer.places),
    }))
}

const round = (value: number) => Math.round(value * 10) / 10
