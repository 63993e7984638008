import type { Id } from '../../../shared/id.ts'
import { flowCell, listCell } from '../../../simulation/layout.ts'
import type { Model } from '../../../simulation/model.ts'
import { compileNetwork, type Network } from '../../../simulation/network.ts'
import { combine, perReplication } from '../../../simulation/results.ts'
import { createRunner } from '../../../simulation/run.ts'
import { WONING } from './ketenloop.ts'
import { type Gesimuleerd, type Reeks, ZAAD } from './terugblik.ts'

/** Runs a chain and gives each series month by month, run by run. */
export function runTerugblik(model: Model, herhalingen: number): Gesimuleerd[] {
  const network = compileNetwork(model)
  const reeksen = reeksenVan(model, network)
  const keep = Int32Array.from(new Set(reeksen.flatMap(({ cellen }) => cellen)))
  const batch = createRunner()(network, { seed: ZAAD, first: 0, count: herhalingen, keep })
  const outcome = combine([batch], network.edges.length - 1, keep)
  return reeksen.map(({ maat, product, cellen }) => ({
    maat,
    product,
    waarden: (maand) => perReplication(outcome, cellen, maand, maand + 1),
  }))
}

interface Kolom extends Reeks {
  readonly cellen: readonly number[]
}

function reeksenVan(model: Model, { layout }: Network): Kolom[] {
  const areas = model.areas.map((_, a) => a)
  return model.services.flatMap(({ id }, s): Kolom[] => {
    const flow = (kind: Parameters<typeof flowCell>[1]) => areas.map((a) => flowCell(layout, kind, s, a))
    if (id === WONING) return [{ maat: 'gehuisvest', product: null, cellen: flow('supplied') }]
    const product = id as Id
    const bezet = model.facilities.flatMap((facility, f) =>
      facility.service === id ? [layout.inPlace + f] : [],
    )
    return [
      { maat: 'wachtend', product, cellen: areas.map((a) => listCell(layout, 'outside', s, a)) },
      { maat: 'bezet', product, cellen: bezet },
      { maat: 'instroom', product, cellen: flow('arrived') },
      { maat: 'uitstroom', product, cellen: flow('left') },
    ]
  })
}
