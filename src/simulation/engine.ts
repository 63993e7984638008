import { CONSTANT, EXPONENTIAL, MIXTURE, PHASES, TABLE, tableShareAt } from './durations.ts'
import { FLOWS, type Layout } from './layout.ts'
import { type Network, NONE } from './network.ts'
import { buildZiggurat, mixSeed, seedStream } from './random.ts'
import { YEAR } from './streams.ts'
import { copyTables, createTables } from './tables.ts'
import type { Trace } from './trace.ts'

/** The model or its population outgrew the arrays: use an engine with more room and run the replication again. */
export class TooLittleRoom extends Error {}

/** More events than any sensible chain has: inflow without end, or a circle of stays of nearly nothing. */
export class TooManyEvents extends Error {}

/** Room of an engine: persons at one moment, and entries of any one table of a model. */
export interface Room {
  persons: number
  entries: number
}

export interface Engine {
  /** Takes a model in, in place of the one before. Throws TooLittleRoom. */
  load(network: Network, options?: { maxEvents?: number; trace?: Trace }): void
  /**
   * One replication. Writes the bins of the run after one another into `cells` (`layout.width` each) and adds days
   * waited by who was placed to `waits` (`WAIT_DAYS` a service and area). Same seed and replication, same bytes.
   * Returns the number of events: arrivals, returns, ends of a stay, giving up, dwellings.
   */
  replicate(seed: number, replication: number, cells: Float64Array, waits: Float64Array): number
}

/** Whole days waited, rounded up, that are told apart: 0 is at once, the last also holds everything longer. */
export const WAIT_DAYS = 732

const ARRIVAL = 0
const END = 1
const GIVE_UP = 2
const RETURN = 3
const SUPPLY = 4
const PLACES = 5
const LEVEL = 6

/** In `reg`: clock, what a draw left behind, edge of the open bin, end of the run, buckets a day. */
const NOW = 0
const DRAWN = 1
const EDGE = 2
const HORIZON = 3
const PER_DAY = 4

const MAX_STREAMS = 2500
const MAX_EDGES = 5002
const MAX_RING = 1 << 14

const [ARRIVED, RETURNED, GAVE_UP, REFUSED, SUPPLIED, LEFT] = FLOWS.map((_, i) => i) as [
  number,
  number,
  number,
  number,
  number,
  number,
]

/**
 * The event loop. One closure owns all arrays and is made once for all models, so that the compiler takes the arrays for
 * constants (a second closure of the same code is 2.5 times slower); a number with a fraction that crosses a call goes
 * through `reg`, because returning it would allocate. Events at one moment happen in the order in which they were planned.
 */
export function createEngine({ persons, entries }: Room): Engine {
  const tables = createTables(entries)
  const {
    supplies,
    rankBound,
    outsideWhenFull,
    admitsProfile,
    shapeKind,
    thinned,
    facilityFrom,
    facilityList,
    ranks,
    rankOf,
    longest,
    patience,
    giveUpAfter,
    giveUpTo,
    leaveAfter,
    leaveTo,
    reviewTo,
    nextFrom,
    nextTo,
    entry,
    service,
    places,
    facilityHash,
    admitsArea,
    stay,
    laneFrom,
    laneGroups,
    laneGroup,
    lookFrom,
    look,
    shapeFrom,
    shapeTo,
    streamHash,
    arrivalProfile,
    arrivalEntry,
    supplyService,
    term,
    patienceScale,
    giveUpChance,
    giveUpScale,
    leaveChance,
    leaveScale,
    reviewAt,
    reviewChance,
    reviewFrom,
    nextChance,
    classShares,
    stayScale,
    parameters,
    rate,
    ceiling,
    trend,
    season,
    arrivalAreas,
  } = tables
  let layout: Layout
  let network: Network
  let trace: Trace | undefined
  let maxEvents = 0
  // Sizes of the model at hand.
  let AREAS = 0
  let PROFILES = 0
  let CLASSES = 0
  let KINDS = 0
  let WIDTH = 0
  let LISTS = 0
  let CELLS = 0
  let FACILITIES = 0
  let IN_PLACE = 0
  let BLOCKED = 0
  let COUNTERS = 0
  let LAST_BIN = 0
  let ARRIVALS = 0
  let STREAMS = 0
  let SINGLE = false
  let WARM = 0

  // Persons: one array a field; a number of a person is used again after he is gone.
  const area = new Uint8Array(persons)
  const profile = new Uint8Array(persons)
  const klass = new Uint8Array(persons)
  const origin = new Int16Array(persons)
  const current = new Int16Array(persons)
  const target = new Int16Array(persons)
  const ready = new Int16Array(persons)
  const lane = new Int32Array(persons)
  const joined = new Float64Array(persons)
  const deadline = new Float64Array(persons)
  const serial = new Int32Array(persons)
  const following = new Int32Array(persons)
  const previous = new Int32Array(persons)
  const free = new Int32Array(persons)
  let freeCount = 0
  let used = 0
  let serials = 0

  // Random streams: one a person, then one a stream of arrivals or dwellings; the single stream is the first.
  const words = new Int32Array(4 * (persons + MAX_STREAMS))
  const STREAM = 4 * persons
  const sequence = new Int32Array(MAX_STREAMS)
  const streamSeed = new Int32Array(MAX_STREAMS)
  const { width: zigWidth, height: zigHeight, bound: zigBound, tail: zigTail } = buildZiggurat()

  const head = new Int32Array(entries)
  const tail = new Int32Array(entries)
  const capacity = new Int32Array(entries)
  const level = new Float64Array(MAX_STREAMS)
  const cascade = new Int32Array(persons)

  const count = new Int32Array(entries)
  const surface = new Float64Array(entries)
  const since = new Float64Array(entries)
  const flow = new Float64Array(entries)
  const placed = new Float64Array(entries)
  const waited = new Float64Array(entries)
  const edges = new Float64Array(MAX_EDGES)

  const reg = new Float64Array(5)

  // Calendar queue: a ring of buckets as linked lists; the open bucket is sorted into an array of its own.
  const bucket = new Int32Array(MAX_RING)
  let RING = MAX_RING
  const POOL = Math.max(1 << 12, 4 * persons)
  const poolNext = new Int32Array(POOL)
  const poolTime = new Float64Array(POOL)
  const poolEvent = new Int32Array(POOL)
  const openTime = new Float64Array(POOL)
  const openEvent = new Int32Array(POOL)
  let poolFree = NONE
  let poolUsed = 0
  let openAt = 0
  let openEnd = 0
  let bucketNow = 0
  let pending = 0

  function plan(event: number): void {
    const time = reg[DRAWN]!
    if (time >= reg[HORIZON]!) return
    pending++
    const at = (time * reg[PER_DAY]!) | 0
    if (at <= bucketNow) {
      let j = openEnd++
      if (j >= POOL - 1) throw new TooLittleRoom()
      while (j > openAt && openTime[j - 1]! > time) {
        openTime[j] = openTime[j - 1]!
        openEvent[j] = openEvent[j - 1]!
        j--
      }
      openTime[j] = time
      openEvent[j] = event
      return
    }
    let entry = poolFree
    if (entry >= 0) poolFree = poolNext[entry]!
    else {
      entry = poolUsed++
      if (entry >= POOL) throw new TooLittleRoom()
    }
    const slot = at & (RING - 1)
    poolTime[entry] = time
    poolEvent[entry] = event
    poolNext[entry] = bucket[slot]!
    bucket[slot] = entry
  }

  /** Opens buckets until one holds an event; false when nothing is planned any more. */
  function openBucket(): boolean {
    while (openAt === openEnd) {
      if (pending === 0) return false
      bucketNow++
      openAt = 0
      openEnd = 0
      const slot = bucketNow & (RING - 1)
      let entry = bucket[slot]!
      let kept = NONE
      const limit = (bucketNow + 1) / reg[PER_DAY]!
      while (entry >= 0) {
        const after = poolNext[entry]!
        const time = poolTime[entry]!
        if (time < limit) {
          // A bucket lists its newest first: equal times go before those already here.
          let j = openEnd++
          while (j > 0 && openTime[j - 1]! >= time) {
            openTime[j] = openTime[j - 1]!
            openEvent[j] = openEvent[j - 1]!
            j--
          }
          openTime[j] = time
          openEvent[j] = poolEvent[entry]!
          poolNext[entry] = poolFree
          poolFree = entry
        } else {
          poolNext[entry] = kept
          kept = entry
        }
        entry = after
      }
      bucket[slot] = kept
    }
    return true
  }

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

  /** Leaves an exponential draw with mean 1 in `reg[DRAWN]`. */
  function exponential(w: number): void {
    const i = (word(w) & 255) + 1
    const u = word(w) >>> 0
    const x = (u + 0.5) * zigWidth[i]!
    reg[DRAWN] = x
    if (u >= zigBound[i]!) exponentialEdge(i, w)
  }

  /** The two in a hundred draws that fall outside the boxes of the ziggurat; `reg[DRAWN]` holds the candidate. */
  function exponentialEdge(layer: number, w: number): void {
    if (layer === 256) reg[DRAWN] = zigTail - Math.log(uniform(w))
    else {
      const x = reg[DRAWN]!
      const y = zigHeight[layer]! + uniform(w) * (zigHeight[layer - 1]! - zigHeight[layer]!)
      if (y >= Math.exp(-x)) exponential(w)
    }
  }

  /** Leaves a draw from a shape in `reg[DRAWN]`. */
  function draw(shape: number, w: number): void {
    const from = shapeFrom[shape]!
    if (shapeKind[shape] === TABLE) {
      const u = uniform(w) * (shapeTo[shape]! - from - 1)
      const i = from + (u | 0)
      const low = parameters[i]!
      reg[DRAWN] = low + (u - (u | 0)) * (parameters[i + 1]! - low)
    } else drawOther(shape, from, w)
  }

  function drawOther(shape: number, from: number, w: number): void {
    const to = shapeTo[shape]!
    switch (shapeKind[shape]) {
      case EXPONENTIAL:
        exponential(w)
        return
      case PHASES: {
        let sum = 0
        for (let i = from; i < to; i += 2) {
          exponential(w)
          sum += parameters[i]! * reg[DRAWN]!
          const proceed = parameters[i + 1]!
          if (proceed < 1 && (proceed === 0 || uniform(w) >= proceed)) break
        }
        reg[DRAWN] = sum
        return
      }
      case MIXTURE: {
        let u = uniform(w)
        let i = from
        while (i < to - 2 && u >= parameters[i]!) {
          u -= parameters[i]!
          i += 2
        }
        exponential(w)
        reg[DRAWN]! *= parameters[i + 1]!
        return
      }
      case CONSTANT:
        reg[DRAWN] = 1
    }
  }

  /** What is left of a shape that already lasted `elapsed` (in its own units), in `reg[DRAWN]`. */
  function drawRest(shape: number, elapsed: number, w: number): void {
    const kind = shapeKind[shape]
    if (kind === EXPONENTIAL) {
      exponential(w)
      return
    }
    if (kind === TABLE) {
      const from = shapeFrom[shape]!
      const to = shapeTo[shape]!
      const over = tableShareAt(parameters, from, to, elapsed)
      const u = (over + (1 - over) * uniform(w)) * (to - from - 1)
      const i = Math.min(from + Math.floor(u), to - 2)
      reg[DRAWN] = parameters[i]! + (u - (i - from)) * (parameters[i + 1]! - parameters[i]!) - elapsed
      // Somebody who is longer here than anybody ever was can leave any day.
      if (over >= 1) drawSoon(w)
      return
    }
    for (let tries = 0; tries < 10_000; tries++) {
      draw(shape, w)
      if (reg[DRAWN]! > elapsed) {
        reg[DRAWN]! -= elapsed
        return
      }
    }
    drawSoon(w)
  }

  function drawSoon(w: number): void {
    exponential(w)
    reg[DRAWN]! *= 0.1
  }

  /** Adds `by` to a counter and the time since its last change to its surface. */
  function step(counter: number, by: number): void {
    const now = reg[NOW]!
    surface[counter]! += (now - since[counter]!) * count[counter]!
    since[counter] = now
    count[counter]! += by
  }

  function luckOf(p: number): number {
    return SINGLE ? 0 : 4 * p
  }

  function take(): number {
    let p = used
    if (freeCount > 0) p = free[--freeCount]!
    else if (++used >= persons) throw new TooLittleRoom()
    current[p] = NONE
    deadline[p] = NONE
    return p
  }

  function pick(shares: Float64Array, from: number, size: number, w: number): number {
    if (size === 1) return 0
    const u = uniform(w)
    let i = 0
    while (i < size - 1 && u > shares[from + i]!) i++
    return i
  }

  /** Starts a stay of a person at a facility, from now. */
  function begin(p: number, f: number): void {
    const w = luckOf(p)
    const s = service[f]!
    current[p] = f
    ready[p] = NONE
    step(IN_PLACE + f, 1)
    draw(stay[f]!, w)
    let lasts = stayScale[f * PROFILES + profile[p]!]! * reg[DRAWN]!
    if (lasts > term[s]!) lasts = term[s]!
    if (lasts > reviewAt[s]! && reg[NOW]! >= reviewFrom[s]! && uniform(w) < reviewChance[s]!) {
      lasts = reviewAt[s]!
      ready[p] = reviewTo[s]!
    }
    if (trace) trace('begin', reg[NOW]!, p, f)
    reg[DRAWN] = reg[NOW]! + lasts
    plan((p << 3) | END)
  }

  function enqueue(p: number, s: number, inside: number): void {
    const rank = rankOf[(s * 2 + inside) * CLASSES + klass[p]!]!
    const l = laneFrom[s]! + rank * laneGroups[s]! + laneGroup[s * CELLS + area[p]! * PROFILES + profile[p]!]!
    target[p] = s
    lane[p] = l
    joined[p] = reg[NOW]!
    serial[p] = serials++
    following[p] = NONE
    const last = tail[l]!
    previous[p] = last
    if (last >= 0) following[last] = p
    else head[l] = p
    tail[l] = p
    step(inside * LISTS + s * AREAS + area[p]!, 1)
    if (trace) trace('wait', reg[NOW]!, p, s)
  }

  function dequeue(p: number): void {
    const l = lane[p]!
    const before = previous[p]!
    const after = following[p]!
    if (before >= 0) following[before] = after
    else head[l] = after
    if (after >= 0) previous[after] = before
    else tail[l] = before
    step((current[p]! >= 0 ? LISTS : 0) + target[p]! * AREAS + area[p]!, -1)
  }

  /** Who may have what this taker (a facility, or a supply) has free; first by rank, then by joining. */
  function first(taker: number, s: number): number {
    const base = taker * 8
    const end = base + ranks[s]!
    for (let r = base; r < end; r++) {
      let best = NONE
      let lowest = 0x7fffffff
      const to = lookFrom[r + 1]!
      for (let i = lookFrom[r]!; i < to; i++) {
        const p = head[look[i]!]!
        if (p >= 0 && serial[p]! < lowest) {
          lowest = serial[p]!
          best = p
        }
      }
      if (best >= 0) return best
    }
    return NONE
  }

  /** First facility of a service with a free place for this person, or none. */
  function findPlace(p: number, s: number, inside: number): number {
    const bound = rankBound[s * 8 + rankOf[(s * 2 + inside) * CLASSES + klass[p]!]!]!
    const to = facilityFrom[s + 1]!
    for (let i = facilityFrom[s]!; i < to; i++) {
      const f = facilityList[i]!
      if (
        count[IN_PLACE + f]! < capacity[f]! &&
        (bound === 0 || ((admitsArea[f]! >> area[p]!) & 1) === 1) &&
        admitsProfile[f * PROFILES + profile[p]!] === 1
      )
        return f
    }
    return NONE
  }

  function recordPlaced(p: number, s: number, inside: number, days: number): void {
    const list = s * AREAS + area[p]!
    const cell = list * KINDS + (inside ? CLASSES : klass[p]!)
    placed[cell]! += 1
    waited[cell]! += days
    if (reg[NOW]! >= WARM) waits[list * WAIT_DAYS + Math.min(Math.ceil(days), WAIT_DAYS - 1)]! += 1
  }

  /** Gives free places to who waits; a place that comes free by it is filled in turn, the newest first. */
  function fill(start: number): void {
    let depth = 0
    let f = start
    for (;;) {
      if (count[IN_PLACE + f]! < capacity[f]!) {
        const s = service[f]!
        const p = first(f, s)
        if (p >= 0) {
          const before = current[p]!
          const inside = before >= 0 ? 1 : 0
          dequeue(p)
          recordPlaced(p, s, inside, reg[NOW]! - joined[p]!)
          if (inside === 0) deadline[p] = NONE
          else {
            step(IN_PLACE + before, -1)
            step(BLOCKED + before, -1)
          }
          begin(p, f)
          if (inside === 1) cascade[depth++] = before
          continue
        }
      }
      if (depth === 0) return
      f = cascade[--depth]!
    }
  }

  /** Somebody reports from outside at a service: placed, on the list, or refused. */
  function external(p: number, s: number): void {
    flow[ARRIVED * LISTS + s * AREAS + area[p]!]! += 1
    const f = findPlace(p, s, 0)
    if (f >= 0) {
      recordPlaced(p, s, 0, 0)
      begin(p, f)
      return
    }
    if (longest[s]! >= 0 && waitingOutside(s) >= longest[s]!) {
      flow[REFUSED * LISTS + s * AREAS + area[p]!]! += 1
      if (trace) trace('refused', reg[NOW]!, p, s)
      depart(p, s, giveUpChance[s * PROFILES + profile[p]!]!, giveUpAfter[s]!, giveUpScale[s]!, giveUpTo[s]!)
      return
    }
    waitOutside(p, s)
  }

  function waitingOutside(s: number): number {
    let sum = 0
    for (let a = 0; a < AREAS; a++) sum += count[s * AREAS + a]!
    return sum
  }

  function waitOutside(p: number, s: number): void {
    enqueue(p, s, 0)
    if (patience[s]! < 0) return
    draw(patience[s]!, luckOf(p))
    const until = reg[NOW]! + patienceScale[s]! * reg[DRAWN]!
    deadline[p] = until
    reg[DRAWN] = until
    plan((p << 3) | GIVE_UP)
  }

  /** Out of the chain: comes back later, or is gone. */
  function depart(p: number, s: number, chance: number, after: number, scale: number, to: number): void {
    const w = luckOf(p)
    current[p] = NONE
    if (chance > 0 && uniform(w) < chance) {
      target[p] = to >= 0 ? to : origin[p]!
      draw(after, w)
      reg[DRAWN] = reg[NOW]! + scale * reg[DRAWN]!
      plan((p << 3) | RETURN)
    } else {
      free[freeCount++] = p
      if (trace) trace('gone', reg[NOW]!, p, s)
    }
  }

  function leave(p: number, s: number): void {
    flow[LEFT * LISTS + s * AREAS + area[p]!]! += 1
    if (trace) trace('left', reg[NOW]!, p, s)
    depart(p, s, leaveChance[s * PROFILES + profile[p]!]!, leaveAfter[s]!, leaveScale[s]!, leaveTo[s]!)
  }

  /** Plans the next candidate of a stream; true when the present one is accepted. */
  function candidate(x: number, w: number): boolean {
    exponential(w)
    reg[DRAWN] = reg[NOW]! + reg[DRAWN]! / ceiling[x]!
    plan((x << 3) | (x < ARRIVALS ? ARRIVAL : SUPPLY))
    if (thinned[x] === 0) return true
    const years = (reg[NOW]! + network.startDayOfYear) / YEAR
    const day = ((years - (years | 0)) * YEAR) | 0
    const now = rate[x]! * season[x * 367 + day]! * (1 + trend[x]! * (reg[NOW]! / YEAR)) * level[x]!
    return uniform(w) * ceiling[x]! < now
  }

  function arrive(x: number): boolean {
    const w = SINGLE ? 0 : STREAM + 4 * x
    if (!SINGLE) sequence[x]! += 1
    if (!candidate(x, w)) return false
    const p = take()
    const own = luckOf(p)
    // Numbered by candidate: somebody whom a scenario keeps away does not change the luck of the next.
    if (!SINGLE) seedStream(words, own, streamSeed[x]!, sequence[x]!)
    profile[p] = arrivalProfile[x]!
    origin[p] = arrivalEntry[x]!
    klass[p] = pick(classShares, profile[p]! * CLASSES, CLASSES, own)
    area[p] = pick(arrivalAreas, x * AREAS, AREAS, own)
    if (trace) trace('arrive', reg[NOW]!, p, x)
    external(p, origin[p]!)
    return true
  }

  function supply(x: number): boolean {
    if (!candidate(x, SINGLE ? 0 : STREAM + 4 * x)) return false
    const s = supplyService[x - ARRIVALS]!
    const p = first(FACILITIES + x - ARRIVALS, s)
    if (p < 0) return true
    const before = current[p]!
    dequeue(p)
    recordPlaced(p, s, before >= 0 ? 1 : 0, reg[NOW]! - joined[p]!)
    flow[SUPPLIED * LISTS + s * AREAS + area[p]!]! += 1
    if (before >= 0) {
      step(IN_PLACE + before, -1)
      step(BLOCKED + before, -1)
    }
    deadline[p] = NONE
    if (trace) trace('housed', reg[NOW]!, p, s)
    depart(p, s, leaveChance[s * PROFILES + profile[p]!]!, leaveAfter[s]!, leaveScale[s]!, leaveTo[s]!)
    if (before >= 0) fill(before)
    return true
  }

  /** A stay is over: on to the next service, kept in place, or out. */
  function end(p: number): void {
    const f = current[p]!
    const s = service[f]!
    const to = destination(p, s)
    if (to < 0) {
      step(IN_PLACE + f, -1)
      leave(p, s)
      fill(f)
      return
    }
    const found = supplies[to] === 1 ? NONE : findPlace(p, to, 1)
    if (found >= 0) {
      recordPlaced(p, to, 1, 0)
      step(IN_PLACE + f, -1)
      begin(p, found)
      fill(f)
    } else if (outsideWhenFull[s] === 1) {
      step(IN_PLACE + f, -1)
      current[p] = NONE
      waitOutside(p, to)
      fill(f)
    } else {
      enqueue(p, to, 1)
      step(BLOCKED + f, 1)
    }
  }

  function destination(p: number, s: number): number {
    if (ready[p]! >= 0) return ready[p]!
    const row = s * PROFILES + profile[p]!
    let u = uniform(luckOf(p))
    const last = nextFrom[row + 1]!
    for (let i = nextFrom[row]!; i < last; i++) {
      u -= nextChance[i]!
      if (u < 0) return nextTo[i]!
    }
    return NONE
  }

  function giveUp(p: number): boolean {
    if (deadline[p] !== reg[NOW]) return false
    const s = target[p]!
    dequeue(p)
    deadline[p] = NONE
    flow[GAVE_UP * LISTS + s * AREAS + area[p]!]! += 1
    if (trace) trace('gaveUp', reg[NOW]!, p, s)
    depart(p, s, giveUpChance[s * PROFILES + profile[p]!]!, giveUpAfter[s]!, giveUpScale[s]!, giveUpTo[s]!)
    return true
  }

  function comeBack(p: number): void {
    const s = target[p]!
    flow[RETURNED * LISTS + s * AREAS + area[p]!]! += 1
    if (trace) trace('return', reg[NOW]!, p, s)
    external(p, s)
  }

  /** Closes every bin that ends at or before `until`. What came before the first edge is warm-up and is dropped. */
  function closeBins(until: number, cells: Float64Array): void {
    while (openBin <= LAST_BIN && edges[openBin]! <= until) {
      const edge = edges[openBin]!
      const base = (openBin - 1) * WIDTH
      const span = openBin > 0 ? edge - edges[openBin - 1]! : 1
      for (let k = 0; k < COUNTERS; k++) {
        if (openBin > 0) cells[base + k] = (surface[k]! + (edge - since[k]!) * count[k]!) / span
        surface[k] = 0
        since[k] = edge
      }
      if (openBin > 0) {
        const lists = LISTS * KINDS
        for (let k = 0; k < FLOWS.length * LISTS; k++) cells[base + layout.flows + k] = flow[k]!
        for (let k = 0; k < lists; k++) {
          cells[base + layout.placed + k] = placed[k]!
          cells[base + layout.waited + k] = waited[k]!
        }
      }
      flow.fill(0, 0, FLOWS.length * LISTS)
      placed.fill(0, 0, LISTS * KINDS)
      waited.fill(0, 0, LISTS * KINDS)
      openBin++
    }
    reg[EDGE] = openBin <= LAST_BIN ? edges[openBin]! : Number.POSITIVE_INFINITY
  }

  let openBin = 0
  let waits = new Float64Array(0)

  function reset(seed: number, replication: number): void {
    head.fill(NONE, 0, network.lanes)
    tail.fill(NONE, 0, network.lanes)
    for (const counters of [count, surface, since, flow, placed, waited]) counters.fill(0, 0, WIDTH)
    level.fill(1, 0, STREAMS)
    bucket.fill(NONE, 0, RING)
    poolFree = NONE
    poolUsed = openAt = openEnd = bucketNow = pending = serials = openBin = used = freeCount = 0
    reg[NOW] = 0
    for (let f = 0; f < FACILITIES; f++) capacity[f] = places[f]!
    if (SINGLE) {
      seedStream(words, 0, seed, replication)
      return
    }
    for (let x = 0; x < STREAMS; x++) {
      seedStream(words, STREAM + 4 * x, mixSeed(seed, replication, streamHash[x]!), 0)
      sequence[x] = 0
      streamSeed[x] = mixSeed(seed, replication, ~streamHash[x]!)
    }
  }

  function planAt(day: number, event: number): void {
    reg[DRAWN] = day
    plan(event)
  }

  function start(seed: number, replication: number): void {
    network.changes.forEach((change, i) => {
      planAt(change.day, (i << 3) | PLACES)
    })
    network.levels.forEach((change, i) => {
      planAt(change.day, (i << 3) | LEVEL)
    })
    for (let x = 0; x < STREAMS; x++) {
      if (ceiling[x] === 0) continue
      exponential(SINGLE ? 0 : STREAM + 4 * x)
      planAt(reg[DRAWN]! / ceiling[x]!, (x << 3) | (x < ARRIVALS ? ARRIVAL : SUPPLY))
    }
    let serialOf = 0
    let facilityBefore = NONE
    const newPerson = (hash: number) => {
      const p = take()
      if (!SINGLE) seedStream(words, luckOf(p), mixSeed(seed, replication, hash), serialOf)
      serialOf++
      return p
    }
    for (const group of network.residents) {
      const f = group.facility
      const s = service[f]!
      // Numbered within the place, so that one more elsewhere changes nobody's luck.
      if (f !== facilityBefore) serialOf = 0
      facilityBefore = f
      for (let i = 0; i < group.count; i++) {
        const p = newPerson(facilityHash[f]!)
        const w = luckOf(p)
        profile[p] = group.profiles[pick(group.shares, 0, group.shares.length, w)]!
        klass[p] = group.class >= 0 ? group.class : pick(classShares, profile[p]! * CLASSES, CLASSES, w)
        area[p] = pick(group.areas, 0, AREAS, w)
        origin[p] = entry[profile[p]!]!
        current[p] = f
        ready[p] = NONE
        step(IN_PLACE + f, 1)
        if (trace) trace('resident', 0, p, f)
        if (group.ready >= 0) {
          enqueue(p, group.ready, 1)
          step(BLOCKED + f, 1)
          continue
        }
        const scale = stayScale[f * PROFILES + profile[p]!]!
        if (group.elapsed < 0) {
          const share = uniform(w)
          draw(stay[f]!, w)
          const lasts = scale * reg[DRAWN]!
          reg[DRAWN] = share * (lasts < term[s]! ? lasts : term[s]!)
        } else {
          drawRest(stay[f]!, group.elapsed / scale, w)
          const rest = scale * reg[DRAWN]!
          const most = Math.max(term[s]! - group.elapsed, 0)
          reg[DRAWN] = rest < most ? rest : most
        }
        plan((p << 3) | END)
      }
    }
    serialOf = 0
    for (const row of network.waiting) {
      for (let i = 0; i < row.count; i++) {
        const p = newPerson(1)
        profile[p] = row.profile
        klass[p] = row.class
        area[p] = row.area
        origin[p] = row.service
        enqueue(p, row.service, 0)
        joined[p] = -row.waited
        if (patience[row.service]! < 0) continue
        const scale = patienceScale[row.service]!
        drawRest(patience[row.service]!, row.waited / scale, luckOf(p))
        deadline[p] = scale * reg[DRAWN]!
        planAt(deadline[p]!, (p << 3) | GIVE_UP)
      }
    }
    // A place that is free while somebody waits for it is given at once.
    for (let f = 0; f < FACILITIES; f++) fill(f)
  }

  return {
    load(next, options = {}) {
      const fits =
        copyTables(next.tables, tables) &&
        next.layout.width <= entries &&
        next.lanes <= entries &&
        next.edges.length <= MAX_EDGES &&
        next.streams <= MAX_STREAMS
      if (!fits) throw new TooLittleRoom()
      network = next
      layout = next.layout
      trace = options.trace
      maxEvents = options.maxEvents ?? 200_000_000
      AREAS = layout.areas
      PROFILES = next.profiles
      CLASSES = next.classes
      KINDS = layout.kinds
      WIDTH = layout.width
      LISTS = layout.services * AREAS
      CELLS = AREAS * PROFILES
      FACILITIES = layout.facilities
      IN_PLACE = layout.inPlace
      BLOCKED = layout.blocked
      COUNTERS = layout.flows
      LAST_BIN = next.edges.length - 1
      ARRIVALS = next.arrivals
      STREAMS = next.streams
      SINGLE = next.single
      edges.set(next.edges)
      WARM = edges[0]!
      reg[HORIZON] = edges[LAST_BIN]!
      reg[PER_DAY] = next.bucketsPerDay
      RING = Math.min(MAX_RING, 2 ** Math.ceil(Math.log2(reg[HORIZON]! * reg[PER_DAY]! + 2)))
    },
    replicate(seed, replication, cells, waitDays) {
      waits = waitDays as typeof waits
      reset(seed, replication)
      closeBins(0, cells)
      start(seed, replication)
      let events = 0
      while (openAt < openEnd || openBucket()) {
        reg[NOW] = openTime[openAt]!
        const event = openEvent[openAt++]!
        pending--
        if (reg[NOW]! >= reg[EDGE]!) closeBins(reg[NOW]!, cells)
        const x = event >> 3
        switch (event & 7) {
          case END:
            events++
            end(x)
            break
          case ARRIVAL:
            if (arrive(x)) events++
            break
          case GIVE_UP:
            if (giveUp(x)) events++
            break
          case RETURN:
            events++
            comeBack(x)
            break
          case SUPPLY:
            if (supply(x)) events++
            break
          case PLACES: {
            const change = network.changes[x]!
            capacity[change.facility] = Math.max(0, capacity[change.facility]! + change.delta)
            fill(change.facility)
            break
          }
          case LEVEL: {
            const change = network.levels[x]!
            level[change.stream] = change.factor
            break
          }
        }
        if (events > maxEvents) throw new TooManyEvents()
      }
      reg[NOW] = reg[HORIZON]!
      closeBins(reg[HORIZON]!, cells)
      return events
    },
  }
}
