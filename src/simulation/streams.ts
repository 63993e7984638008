import type { Model } from './model.ts'
import { hashName } from './random.ts'

/** Arrivals first, then supplies: thinned Poisson streams. */
export interface StreamTables {
  rate: Float64Array
  /** Rate at which candidates come: no true rate is ever higher. */
  ceiling: Float64Array
  /** Whether a candidate can be refused; without it no draw is spent on it. */
  thinned: Uint8Array
  trend: Float64Array
  /** Season by day of the year, 367 a stream. */
  season: Float64Array
  streamHash: Int32Array
  /** An arrival: what it brings. */
  arrivalProfile: Int32Array
  arrivalEntry: Int32Array
  arrivalAreas: Float64Array
  /** A supply: of which service. */
  supplyService: Int32Array
}

export interface StreamLevel {
  day: number
  stream: number
  factor: number
}

export const YEAR = 365.25

/** Weights in the order of `names`; without any all alike. */
export function weightsOf(names: readonly string[], weights?: Record<string, number>): number[] {
  return names.map((name) => (weights ? (weights[name] ?? 0) : 1))
}

/** Cumulative shares; the last that can be drawn takes what rounding leaves. */
export function cumulative(weights: readonly number[]): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  const shares = Float64Array.from(weights, (weight) => {
    sum += weight
    return sum / total
  })
  let last = shares.length - 1
  while (last > 0 && weights[last] === 0) last--
  return shares.fill(1, last)
}

export function compileStreams(
  model: Model,
  serviceIndex: Map<string, number>,
  profileIndex: Map<string, number>,
): { tables: StreamTables; levels: StreamLevel[] } {
  const { arrivals, supplies } = model
  const all = [...arrivals, ...supplies]
  const end = lastDay(model) / YEAR
  const season = new Float64Array(all.length * 367)
  all.forEach(({ season: wave }, x) => {
    for (let day = 0; day < 367; day++) {
      season[x * 367 + day] = wave
        ? 1 + wave.amplitude * Math.cos((2 * Math.PI * (day - wave.peak)) / YEAR)
        : 1
    }
  })
  return {
    tables: {
      rate: Float64Array.from(all, (stream) => stream.rate),
      ceiling: Float64Array.from(all, (stream) => {
        const highest = Math.max(1, ...stream.levels.map((level) => level.factor))
        const growth = stream.ceiling ?? Math.max(1, 1 + stream.trend * end) * highest
        return stream.rate * (1 + (stream.season?.amplitude ?? 0)) * growth
      }),
      thinned: Uint8Array.from(all, (stream) =>
        stream.season || stream.trend !== 0 || stream.levels.length > 0 || stream.ceiling ? 1 : 0,
      ),
      trend: Float64Array.from(all, (stream) => stream.trend),
      season,
      streamHash: Int32Array.from(all, (stream) => hashName(stream.id)),
      arrivalProfile: Int32Array.from(arrivals, (arrival) => profileIndex.get(arrival.profile)!),
      arrivalEntry: Int32Array.from(
        arrivals,
        (arrival) =>
          serviceIndex.get(arrival.entry ?? model.profiles[profileIndex.get(arrival.profile)!]!.entry)!,
      ),
      arrivalAreas: Float64Array.from(
        arrivals.flatMap((arrival) => [...cumulative(weightsOf(model.areas, arrival.areas))]),
      ),
      supplyService: Int32Array.from(supplies, (supply) => serviceIndex.get(supply.service)!),
    },
    levels: all.flatMap((stream, x) =>
      stream.levels.map((level) => ({ day: level.day, stream: x, factor: level.factor })),
    ),
  }
}

function lastDay({ bins }: Model): number {
  return 'edges' in bins ? bins.edges.at(-1)! : bins.from + bins.span * bins.count
}
