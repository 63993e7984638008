import { CONSTANT, EXPONENTIAL, MIXTURE, PHASES, TABLE, tableShareAt } from './durations.ts'
import type { Tables } from './network.ts'
import { buildZiggurat } from './random.ts'
import type { Registers } from './registers.ts'

/** Draws from the random streams in `words` (four words each, named by the place of the first). */
export function createDraws(words: Int32Array, t: Tables, { drawn }: Registers) {
  const { width: zigWidth, height: zigHeight, bound: zigBound, tail: zigTail } = buildZiggurat()

  /** xoshiro128++ at `w`; a signed number, so that it is never boxed. */
  function word(w: number): number {
    const s0 = words[w]!
    const s1 = words[w + 1]!
    const s2 = words[w + 2]! ^ s0
    const s3 = words[w + 3]! ^ s1
    const sum = (s0 + words[w + 3]!) | 0
    words[w] = s0 ^ s3
    words[w + 1] = s1 ^ s2
    words[w + 2] = s2 ^ (s1 << 9)
    words[w + 3] = (s3 << 11) | (s3 >>> 21)
    return (((sum << 7) | (sum >>> 25)) + s0) | 0
  }

  /** Uniform between 0 and 1, both left out. */
  function uniform(w: number): number {
    return ((word(w) >>> 0) + 0.5) * 2.3283064365386963e-10
  }

  /** Leaves an exponential draw with mean 1 in `drawn[0]`. */
  function exponential(w: number): void {
    const i = (word(w) & 255) + 1
    const u = word(w) >>> 0
    const x = (u + 0.5) * zigWidth[i]!
    drawn[0] = x
    if (u >= zigBound[i]!) exponentialEdge(i, w)
  }

  /** The two in a hundred draws that fall outside the boxes of the ziggurat; `drawn[0]` holds the candidate. */
  function exponentialEdge(layer: number, w: number): void {
    if (layer === 256) drawn[0] = zigTail - Math.log(uniform(w))
    else {
      const x = drawn[0]!
      const y = zigHeight[layer]! + uniform(w) * (zigHeight[layer - 1]! - zigHeight[layer]!)
      if (y >= Math.exp(-x)) exponential(w)
    }
  }

  /** Leaves a draw from a shape in `drawn[0]`. */
  function draw(shape: number, w: number): void {
    const from = t.shapeFrom[shape]!
    if (t.shapeKind[shape] === TABLE) {
      const u = uniform(w) * (t.shapeTo[shape]! - from - 1)
      const i = from + (u | 0)
      const low = t.parameters[i]!
      drawn[0] = low + (u - (u | 0)) * (t.parameters[i + 1]! - low)
    } else drawOther(shape, from, w)
  }

  function drawOther(shape: number, from: number, w: number): void {
    const to = t.shapeTo[shape]!
    switch (t.shapeKind[shape]) {
      case EXPONENTIAL:
        exponential(w)
        return
      case PHASES: {
        let sum = 0
        for (let i = from; i < to; i += 2) {
          exponential(w)
          sum += t.parameters[i]! * drawn[0]!
          const proceed = t.parameters[i + 1]!
          if (proceed < 1 && (proceed === 0 || uniform(w) >= proceed)) break
        }
        drawn[0] = sum
        return
      }
      case MIXTURE: {
        let u = uniform(w)
        let i = from
        while (i < to - 2 && u >= t.parameters[i]!) {
          u -= t.parameters[i]!
          i += 2
        }
        exponential(w)
        drawn[0]! *= t.parameters[i + 1]!
        return
      }
      case CONSTANT:
        drawn[0] = 1
    }
  }

  /** What is left of a shape that already lasted `elapsed` (in its own units), in `drawn[0]`. */
  function drawRest(shape: number, elapsed: number, w: number): void {
    const kind = t.shapeKind[shape]
    if (kind === EXPONENTIAL) {
      exponential(w)
      return
    }
    if (kind === TABLE) {
      const from = t.shapeFrom[shape]!
      const to = t.shapeTo[shape]!
      const over = tableShareAt(t.parameters, from, to, elapsed)
      const u = (over + (1 - over) * uniform(w)) * (to - from - 1)
      const i = Math.min(from + Math.floor(u), to - 2)
      drawn[0] = t.parameters[i]! + (u - (i - from)) * (t.parameters[i + 1]! - t.parameters[i]!) - elapsed
      // Somebody who is longer here than anybody ever was can leave any day.
      if (over >= 1) drawSoon(w)
      return
    }
    for (let tries = 0; tries < 10_000; tries++) {
      draw(shape, w)
      if (drawn[0]! > elapsed) {
        drawn[0]! -= elapsed
        return
      }
    }
    drawSoon(w)
  }

  function drawSoon(w: number): void {
    exponential(w)
    drawn[0]! *= 0.1
  }

  /** Which of `size` cumulative shares from `from` on; spends no draw when there is nothing to choose. */
  function pick(shares: Float64Array, from: number, size: number, w: number): number {
    if (size === 1) return 0
    const u = uniform(w)
    const last = from + size - 1
    let i = from
    while (i < last && u > shares[i]!) i++
    return i - from
  }

  return { uniform, exponential, draw, drawRest, pick }
}
