/**
 * Random numbers: xoshiro128++ (Blackman and Vigna) with an integer hash to seed it, and exponential draws by a
 * ziggurat of 256 layers (Marsaglia and Tsang 2000). Equal bit for bit to the C++ reference in `shared/bench`.
 */

/** Layers of the ziggurat: width, height, and the 32-bit bound below which a draw is accepted at once. */
export interface Ziggurat {
  width: Float64Array
  height: Float64Array
  bound: Uint32Array
  tail: number
}

export function buildZiggurat(): Ziggurat {
  const tail = 7.69711747013105
  const volume = 0.003949659822581557
  const x = new Float64Array(257)
  x[256] = volume / Math.exp(-tail)
  x[255] = tail
  for (let i = 254; i >= 1; i--) x[i] = -Math.log(volume / x[i + 1]! + Math.exp(-x[i + 1]!))
  const width = x.map((edge) => edge * 2 ** -32)
  const height = x.map((edge) => Math.exp(-edge))
  const bound = new Uint32Array(257)
  for (let i = 1; i <= 256; i++) bound[i] = (x[i - 1]! / x[i]!) * 2 ** 32
  return { width, height, bound, tail }
}

/** Writes the four words of a stream at `at`, from two 32-bit numbers. */
export function seedStream(words: Int32Array, at: number, a: number, b: number): void {
  let z = a | 0
  const spread = Math.imul(b, 0x85ebca6b)
  let any = 0
  for (let i = 0; i < 4; i++) {
    z = (z + 0x9e3779b9) | 0
    let x = z ^ (z >>> 16)
    x = Math.imul(x, 0x21f0aaad)
    x ^= x >>> 15
    x = Math.imul(x, 0x735a2d97)
    x ^= x >>> 15
    words[at + i] = x
    any |= x
    z ^= (spread + i) | 0
  }
  // All zero would stay zero for ever.
  if (any === 0) words[at] = 1
}

/** 32-bit hash of a name (FNV-1a), so that a stream keeps its luck when others come or go. */
export function hashName(name: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return hash | 0
}

/** Mixes three 32-bit numbers into one. */
export function mixSeed(a: number, b: number, c: number): number {
  let x = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d)
  x ^= x >>> 15
  x = Math.imul(x, 0x2c1b3c6d)
  x ^= x >>> 13
  return x | 0
}
