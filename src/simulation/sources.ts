import type { createDraws } from './draws.ts'
import { ARRIVAL, SUPPLY } from './events.ts'
import type { Network, Tables } from './network.ts'
import { mixSeed, seedStream } from './random.ts'
import { fraction, type Registers, TooLittleRoom, whole } from './registers.ts'
import { YEAR } from './streams.ts'

export const MAX_STREAMS = 2500

interface Parts extends Pick<ReturnType<typeof createDraws>, 'exponential' | 'uniform'> {
  words: Int32Array
  /** Where in `words` the streams of the sources begin. */
  first: number
  t: Tables
  reg: Registers
  plan: (event: number) => void
}

/** Arrivals and dwellings: candidates at the highest rate, thinned to the rate of the day. */
export function createSources({ words, first, t, reg, plan, exponential, uniform }: Parts) {
  const { now, drawn } = reg
  const sequence = new Int32Array(MAX_STREAMS)
  const personSeed = new Int32Array(MAX_STREAMS)
  const level = new Float64Array(MAX_STREAMS)
  const single = whole()
  const arrivals = whole()
  let COUNT = 0
  const start = fraction()

  function luckOf(x: number): number {
    return single[0]! ? 0 : first + 4 * x
  }

  function planNext(x: number): void {
    exponential(luckOf(x))
    drawn[0] = now[0]! + drawn[0]! / t.ceiling[x]!
    plan((x << 3) | (x < arrivals[0]! ? ARRIVAL : SUPPLY))
  }

  return {
    /** Plans the next candidate of a source; true when the present one is accepted. */
    candidate(x: number): boolean {
      sequence[x]! += 1
      planNext(x)
      if (t.thinned[x] === 0) return true
      const years = (now[0]! + start[0]!) / YEAR
      const day = ((years - (years | 0)) * YEAR) | 0
      const rate = t.rate[x]! * t.season[x * 367 + day]! * (1 + t.trend[x]! * (now[0]! / YEAR)) * level[x]!
      return uniform(luckOf(x)) * t.ceiling[x]! < rate
    },

    /** Seeds a new person. Numbered by candidate: whom a scenario keeps away does not change the luck of the next. */
    seedArrival(x: number, luck: number): void {
      if (!single[0]!) seedStream(words, luck, personSeed[x]!, sequence[x]!)
    },

    setLevel(x: number, factor: number): void {
      level[x] = factor
    },

    start(): void {
      for (let x = 0; x < COUNT; x++) if (t.ceiling[x]! > 0) planNext(x)
    },

    load(network: Network): void {
      if (network.streams > MAX_STREAMS) throw new TooLittleRoom()
      single[0] = network.single ? 1 : 0
      arrivals[0] = network.arrivals
      COUNT = network.streams
      start[0] = network.startDayOfYear
    },

    reset(seed: number, replication: number): void {
      level.fill(1, 0, COUNT)
      sequence.fill(0, 0, COUNT)
      if (single[0]!) {
        seedStream(words, 0, seed, replication)
        return
      }
      for (let x = 0; x < COUNT; x++) {
        seedStream(words, first + 4 * x, mixSeed(seed, replication, t.streamHash[x]!), 0)
        personSeed[x] = mixSeed(seed, replication, ~t.streamHash[x]!)
      }
    },
  }
}
