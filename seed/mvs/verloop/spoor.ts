import { addDays, dayOfWeek, daysBetween, type PlainDate } from '../../../src/shared/plain-date.ts'
import { createEngine } from '../../../src/simulation/engine.ts'
import { WAIT_DAYS } from '../../../src/simulation/layout.ts'
import { compileNetwork } from '../../../src/simulation/network.ts'
import { bwPeildatum, huizen, makeKeten, type Product, type Profiel, profielen } from './keten.ts'

/**
 * - `bewoner`: is there when the history begins.
 * - `komst`, `terug`: is admitted to a product, for the first time or again.
 * - `plek`: begins to stay in a house, from the list or from another house.
 * - `klaar`: could leave, and waits in his place for a dwelling or the next product.
 * - `woning`, `vertrek`: leaves to a dwelling, or to somewhere else outside the chain.
 * - `afhaken`: gives up waiting.
 */
export type Stapsoort = 'bewoner' | 'komst' | 'terug' | 'plek' | 'klaar' | 'woning' | 'vertrek' | 'afhaken'

export interface Stap {
  readonly soort: Stapsoort
  readonly dag: PlainDate
  readonly mens: Mens
  /** Code of the house where somebody begins or is. */
  readonly huis?: string
  /** What somebody is admitted to, waits for or gives up. */
  readonly product?: Product | 'woning'
}

/** Somebody as the core knows him. */
export interface Mens extends Profiel {
  readonly nummer: number
  /** In order. */
  readonly stappen: Stap[]
}

/**
 * Fixed, so that the demo has the same history on every machine. Of the first twelve it is the one that ends with a list for most
 * products; the numbers that it draws from are the same.
 */
const KANS = 3

/**
 * One replication of the core from `van` on, as what happens to whom on which day, in order. It does not depend on how long it
 * goes on: a longer history begins with the shorter one.
 */
export function drawSpoor(van: PlainDate, totEnMet: PlainDate, kans = KANS): readonly Stap[] {
  // Where the stock of the source stays is known when the source counts it.
  const dagen = daysBetween(van, totEnMet > bwPeildatum ? totEnMet : bwPeildatum) + 1
  const model = makeKeten(van, dagen)
  const network = compileNetwork(model)
  const engine = createEngine({ persons: 1 << 12, entries: 1 << 15 })
  const bewoners = model.facilities.flatMap(({ start }) =>
    start.flatMap(({ count, profiles }) => Array<string>(count).fill(profiles[0]!.profile)),
  )
  const arrivals = model.arrivals.map(({ profile }) => profile)
  const services = model.services.map(({ id }) => id as Product | 'woning')
  const facilities = model.facilities.map(({ id }) => id)
  const stappen: Stap[] = []
  const mensen = new Map<number, Mens>()
  let nummer = 0
  const add = (mens: Mens, stap: Omit<Stap, 'mens'>) => {
    const last = mens.stappen.at(-1)?.dag ?? stap.dag
    const made = { ...stap, mens, dag: stap.dag < last ? last : stap.dag }
    mens.stappen.push(made)
    stappen.push(made)
  }
  engine.load(network, {
    trace: (kind, day, person, where) => {
      if (kind === 'resident' || kind === 'arrive') {
        const profiel = profielen.get(kind === 'resident' ? bewoners[nummer]! : arrivals[where]!)!
        mensen.set(person, { ...profiel, nummer, stappen: [] })
        nummer++
      }
      const dag = addDays(van, Math.floor(day))
      const mens = mensen.get(person)!
      const last = mens.stappen.at(-1)
      switch (kind) {
        case 'resident':
          return add(mens, { soort: 'bewoner', dag })
        case 'arrive':
          return add(mens, { soort: 'komst', dag: opWerkdag(dag, van), product: mens.product })
        case 'return': {
          const eerste = addDays(last!.dag, 1)
          const op = dag < eerste ? eerste : opWerkdag(dag, eerste)
          return add(mens, { soort: 'terug', dag: op, product: mens.product })
        }
        case 'begin':
          // Until the source counts them they are there already: where, is where they stay after it.
          if (last?.soort === 'bewoner') {
            Object.assign(last, { huis: facilities[where]! })
            return
          }
          return add(mens, { soort: 'plek', dag, huis: facilities[where]! })
        case 'wait':
          if (last?.soort === 'plek' || last?.soort === 'bewoner')
            add(mens, { soort: 'klaar', dag, huis: last.huis!, product: services[where]! })
          return
        case 'housed':
        case 'left': {
          const huis = mens.stappen.findLast((stap) => stap.huis)!.huis!
          return add(mens, { soort: kind === 'housed' ? 'woning' : 'vertrek', dag, huis })
        }
        case 'gaveUp':
          return add(mens, { soort: 'afhaken', dag, product: services[where]! })
      }
    },
  })
  engine.replicate(
    kans,
    0,
    new Float64Array(network.layout.width),
    new Float64Array(services.length * WAIT_DAYS),
  )
  return stappen
    .map((stap, i) => ({ stap, i }))
    .sort((a, b) => (a.stap.dag < b.stap.dag ? -1 : a.stap.dag > b.stap.dag ? 1 : a.i - b.i))
    .map(({ stap }) => stap)
}

/** A decision is made on a working day: of the weekend, on the Friday before, when that is not before `eerste`. */
function opWerkdag(dag: PlainDate, eerste: PlainDate): PlainDate {
  const terug = { 6: 1, 7: 2 }[dayOfWeek(dag)] ?? 0
  const vrijdag = addDays(dag, -terug)
  return vrijdag < eerste ? dag : vrijdag
}

/** The house of a code. */
export const huisVan = (code: string) => huizen.find((huis) => huis.code === code)!

/** The next day after `op` on which somebody begins to stay somewhere. */
export function plekOp(mens: Mens, op: PlainDate): PlainDate | undefined {
  return mens.stappen.find((stap) => stap.soort === 'plek' && stap.dag > op)?.dag
}

/** What ends the stay that begins with this step; nothing when it runs on beyond what was drawn. */
export function eindeVan(begin: Stap): Stap | undefined {
  const { stappen } = begin.mens
  return stappen.slice(stappen.indexOf(begin) + 1).find(({ soort }) => soort !== 'klaar')
}

/** The next day after `op` on which somebody is admitted again. */
export function terugOp(mens: Mens, op: PlainDate): PlainDate | undefined {
  return mens.stappen.find((stap) => stap.soort === 'terug' && stap.dag >= op)?.dag
}
