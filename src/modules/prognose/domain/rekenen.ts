import { checkModel } from '../../../simulation/check.ts'
import { TooManyEvents } from '../../../simulation/engine.ts'
import { edgesOf, layoutOf, WAIT_DAYS } from '../../../simulation/layout.ts'
import type { Model, ModelFile } from '../../../simulation/model.ts'
import { compileNetwork, type Network } from '../../../simulation/network.ts'
import { TooLittleRoom } from '../../../simulation/registers.ts'
import { createRunner } from '../../../simulation/run.ts'
import { type Kolom, kolommenVan } from './maten.ts'

/** Part of the replications of one chain: what a worker gets. */
export interface Rekenopdracht {
  /** Names the chain, so that a worker that has it need not compile it again. */
  readonly sleutel: string
  readonly model: ModelFile
  readonly zaad: number
  readonly eerste: number
  readonly aantal: number
}

/**
 * What a worker gives back: by replication, month and column; and, all replications together, how many were placed by whole
 * days waited: a row for each gemeente, then for each service, as they stand in the model.
 */
export interface Rekendeel {
  readonly eerste: number
  readonly aantal: number
  readonly gebeurtenissen: number
  readonly waarden: Float32Array
  readonly gewacht: Uint32Array
}

/** A part, or why the chain can not be computed. */
export type Rekenantwoord = Rekendeel | { readonly fout: string }

/** More than this in one replication is no chain of a region, but inflow or going round without end. */
const MEESTE_GEBEURTENISSEN = 5_000_000

export interface Rekenketen {
  readonly model: Model
  readonly network: Network
  readonly kolommen: readonly Kolom[]
  readonly maanden: number
}

/** How the figures of a chain stand; throws with what is wrong when it can not be run. */
export function describeKeten(file: ModelFile): Omit<Rekenketen, 'network'> {
  const { model, faults } = checkModel(file)
  if (!model) throw new Error(faults.map((fault) => fault.message).join(' '))
  return { model, kolommen: kolommenVan(model, layoutOf(model)), maanden: edgesOf(model).length - 1 }
}

function compileKeten(file: ModelFile): Rekenketen {
  const keten = describeKeten(file)
  return { ...keten, network: compileNetwork(keten.model) }
}

/** One engine for every chain that this thread runs: a second one makes both slower. */
export function createRekenaar() {
  const run = createRunner({ persons: 1 << 14, entries: 1 << 15 }, MEESTE_GEBEURTENISSEN)
  let bekend: { sleutel: string; keten: Rekenketen } | undefined

  return function reken(opdracht: Rekenopdracht): Rekenantwoord {
    try {
      return runDeel(opdracht)
    } catch (error) {
      if (error instanceof TooManyEvents || error instanceof TooLittleRoom)
        return {
          fout: 'In deze keten gebeurt te veel om door te rekenen. Kijk of de instroom klopt en of er geen verblijven van bijna niets zijn.',
        }
      throw error
    }
  }

  function runDeel({ sleutel, model, zaad, eerste, aantal }: Rekenopdracht): Rekendeel {
    if (bekend?.sleutel !== sleutel) bekend = { sleutel, keten: compileKeten(model) }
    const { network, kolommen, maanden } = bekend.keten
    const { areas, services } = network.layout
    const keep = Int32Array.from({ length: network.layout.width }, (_, cell) => cell)
    const waarden = new Float32Array(aantal * maanden * kolommen.length)
    const gewacht = new Uint32Array((areas + services) * WAIT_DAYS)
    let gebeurtenissen = 0
    let at = 0
    for (let r = 0; r < aantal; r++) {
      const { kept, waits, events } = run(network, { seed: zaad, first: eerste + r, count: 1, keep })
      gebeurtenissen += events
      for (let m = 0; m < maanden; m++) {
        const row = m * network.layout.width
        for (const { cellen } of kolommen) {
          let sum = 0
          for (const cell of cellen) sum += kept[row + cell]!
          waarden[at++] = sum
        }
      }
      for (let s = 0; s < services; s++) {
        for (let a = 0; a < areas; a++) {
          for (let d = 0; d < WAIT_DAYS; d++) {
            const placed = waits[(s * areas + a) * WAIT_DAYS + d]!
            gewacht[a * WAIT_DAYS + d]! += placed
            gewacht[(areas + s) * WAIT_DAYS + d]! += placed
          }
        }
      }
    }
    return { eerste, aantal, gebeurtenissen, waarden, gewacht }
  }
}
