/** Seeded source of chance (sfc32): the same seed gives the same demo, on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  /** Whole number 0 ≤ x < n. */
  below(n: number): number
  /** Whole number from `low` up to and including `high`. */
  between(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
  /** Days of a memoryless wait with this mean, at least 1. */
  days(mean: number): number
  /** An independent stream: what one part draws does not change another part. */
  fork(name: string): Random
}

export function createRandom(seed: string): Random {
  const next = sfc32(seed)
  const random: Random = {
    next,
    below: (n) => Math.floor(next() * n),
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new Error('Nothing to pick from')
      return list[Math.floor(next() * list.length)]!
    },
    weighted: (weights) => {
      const entries = Object.entries(weights) as [keyof typeof weights, number][]
      let rest = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        rest -= weight
        if (rest < 0) return key
      }
      return entries.at(-1)![0]
    },
    days: (mean) => Math.max(1, Math.round(-Math.log(1 - next()) * mean)),
    fork: (name) => createRandom(`${seed}/${name}`),
  }
  return random
}

function sfc32(seed: string): () => number {
  const [hash, state] = [xmur3(seed), [0, 0, 0, 0]]
  for (let i = 0; i < 4; i++) state[i] = hash()
  let [a, b, c, d] = state as [number, number, number, number]
  const step = () => {
    const t = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return (t >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 16; i++) step()
  return step
}

/** Spreads a text over 32-bit numbers. */
function xmur3(text: string): () => number {
  let h = 1_779_033_703 ^ text.length
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3_432_918_353)
    h = (h << 13) | (h >>> 19)
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2_246_822_507)
    h = Math.imul(h ^ (h >>> 13), 3_266_489_909)
    h ^= h >>> 16
    return h >>> 0
  }
}
