import { readFileSync } from 'node:fs'
import { checkModel } from '../../src/simulation/check.ts'
import type { Model, ModelFile } from '../../src/simulation/model.ts'
import { compileNetwork, type Network } from '../../src/simulation/network.ts'
import { combine, type Outcome } from '../../src/simulation/results.ts'
import { createRunner } from '../../src/simulation/run.ts'

/** A checked model; throws with the faults. */
export function givenModel(file: ModelFile): Model {
  const { model, faults } = checkModel(file)
  if (!model) throw new Error(faults.map((fault) => `${fault.path}: ${fault.message}`).join('\n'))
  return model
}

/** Models A, B and C of the comparison programs, as model files. */
export function readBenchModel(name: 'a' | 'b' | 'c'): ModelFile {
  const file = new URL(`../../bench/simulation/model-${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as ModelFile
}

/** One desk: the models of the textbooks. */
export function givenDesk(
  over: Partial<ModelFile> & { rate: number; places: number; stay?: number },
): ModelFile {
  const { rate, places, stay = 1, ...rest } = over
  return {
    version: 1,
    name: 'desk',
    bins: { from: 0, span: 100, count: 10 },
    areas: ['area'],
    classes: ['all'],
    profiles: [{ id: 'customer', entry: 'desk' }],
    services: [{ id: 'desk', order: [{ from: 'any' }], stay: { type: 'exponential', scale: stay } }],
    facilities: [{ id: 'desk', service: 'desk', places }],
    arrivals: [{ id: 'arrivals', rate, profile: 'customer' }],
    ...rest,
  }
}

export interface Simulated {
  network: Network
  outcome: Outcome
}

/** One for all: a second engine in the same process is slower. */
const run = createRunner()

/** Replications with every cell kept. */
export function simulate(file: ModelFile, replications: number, seed = 1): Simulated {
  const network = compileNetwork(givenModel(file))
  const keep = Int32Array.from({ length: network.layout.width }, (_, i) => i)
  const bins = network.edges.length - 1
  const batch = run(network, { seed, first: 0, count: replications, keep })
  return { network, outcome: combine([batch], bins, keep) }
}
