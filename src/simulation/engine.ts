import { createCalendar } from './calendar.ts'
import { createDraws } from './draws.ts'
import { ARRIVAL, END, GIVE_UP, LEVEL, PLACES, RETURN, SUPPLY } from './events.ts'
import { FLOWS } from './layout.ts'
import { createLevels } from './levels.ts'
import { type Network, NONE } from './network.ts'
import { createPeople } from './people.ts'
import { createPlaces } from './places.ts'
import { createPopulation } from './population.ts'
import { createRegisters, TooLittleRoom, whole } from './registers.ts'
import { createSources, MAX_STREAMS } from './sources.ts'
import { copyTables, createTables } from './tables.ts'
import { createTally } from './tally.ts'
import type { Trace } from './trace.ts'

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

const [ARRIVED, RETURNED, GAVE_UP, REFUSED, SUPPLIED, LEFT] = FLOWS.map((_, i) => i) as [
  number,
  number,
  number,
  number,
  number,
  number,
]

/**
 * The event loop. Its parts own their arrays in one closure each, made once for all models, so that the compiler takes
 * the arrays for constants: a second engine in the same process makes both 1.6 times slower. Events at one moment happen in the
 * order in which they were planned.
 */
export function createEngine({ persons, entries }: Room): Engine {
  const reg = createRegisters()
  const { now, drawn, edge } = reg
  const t = createTables(entries)
  // Random streams: one a person, then one a source; the single stream is the first.
  const words = new Int32Array(4 * (persons + MAX_STREAMS))
  const {
    plan,
    planAt,
    next: nextEvent,
    reset: resetCalendar,
  } = createCalendar(Math.max(1 << 12, 4 * persons), reg)
  const { uniform, exponential, draw, drawRest, pick } = createDraws(words, t, reg)
  const sources = createSources({ words, first: 4 * persons, t, reg, plan, exponential, uniform })
  const { candidate, setLevel, seedArrival } = sources
  const levels = createLevels(t, setLevel)
  const tally = createTally(entries, reg)
  const { count, step, closeBins, flows, recordPlaced } = tally
  const people = createPeople(persons, entries, t, reg, tally)
  const { area, profile, klass, origin, current, target, ready, joined, deadline } = people
  const { take, release, enqueue, dequeue, first } = people
  const places = createPlaces(entries, t, count, people)
  const { hasRoom, findPlace } = places
  const cascade = new Int32Array(persons)
  let network: Network
  let trace: Trace | undefined
  let maxEvents = 0
  const areas = whole()
  const profiles = whole()
  const classes = whole()
  const facilities = whole()
  const inPlace = whole()
  const blocked = whole()
  const arrivals = whole()
  const single = whole()
  const depth = whole()
  const events = whole()

  function luckOf(p: number): number {
    return single[0]! ? 0 : 4 * p
  }

  function listOf(p: number, s: number): number {
    return s * areas[0]! + area[p]!
  }

  /** Starts a stay of a person at a facility, from now. */
  function begin(p: number, f: number): void {
    const w = luckOf(p)
    const s = t.service[f]!
    current[p] = f
    ready[p] = NONE
    step(inPlace[0]! + f, 1)
    draw(t.stay[f]!, w)
    let lasts = t.stayScale[f * profiles[0]! + profile[p]!]! * drawn[0]!
    if (lasts > t.term[s]!) lasts = t.term[s]!
    if (
      lasts > t.reviewAt[s]! &&
      now[0]! + t.reviewAt[s]! >= t.reviewFrom[s]! &&
      uniform(w) < t.reviewChance[s]!
    ) {
      lasts = t.reviewAt[s]!
      ready[p] = t.reviewTo[s]!
    }
    if (trace) trace('begin', now[0]!, p, f)
    drawn[0] = now[0]! + lasts
    plan((p << 3) | END)
  }

  /** Gives free places to who waits; a place that comes free by it is filled in turn, the newest first. */
  function fill(start: number): void {
    depth[0] = 0
    let f = start
    while (f >= 0) f = fillOne(f)
  }

  /** Gives one place at `f` to who waits; returns where to look next, or none. */
  function fillOne(f: number): number {
    if (hasRoom(f)) {
      const s = t.service[f]!
      const p = first(f, s)
      if (p >= 0) {
        const before = current[p]!
        dequeue(p)
        recordPlaced(listOf(p, s), before >= 0 ? classes[0]! : klass[p]!, now[0]! - joined[p]!)
        if (before >= 0) {
          step(inPlace[0]! + before, -1)
          step(blocked[0]! + before, -1)
          cascade[depth[0]!++] = before
        } else deadline[p] = NONE
        begin(p, f)
        return f
      }
    }
    return depth[0]! > 0 ? cascade[--depth[0]!]! : NONE
  }

  /** Somebody reports from outside at a service: placed, on the list, or refused. */
  function external(p: number, s: number): void {
    flows(ARRIVED, listOf(p, s))
    const f = findPlace(p, s, 0)
    if (f >= 0) {
      recordPlaced(listOf(p, s), klass[p]!, 0)
      begin(p, f)
      return
    }
    if (t.longest[s]! >= 0 && waitingOutside(s) >= t.longest[s]!) {
      flows(REFUSED, listOf(p, s))
      if (trace) trace('refused', now[0]!, p, s)
      departGivingUp(p, s)
      return
    }
    waitOutside(p, s)
  }

  function waitingOutside(s: number): number {
    const numbers = count
    const to = (s + 1) * areas[0]!
    let sum = 0
    for (let list = s * areas[0]!; list < to; list++) sum += numbers[list]!
    return sum
  }

  function waitOutside(p: number, s: number): void {
    enqueue(p, s, 0)
    if (trace) trace('wait', now[0]!, p, s)
    if (t.patience[s]! < 0) return
    draw(t.patience[s]!, luckOf(p))
    const until = now[0]! + t.patienceScale[s]! * drawn[0]!
    deadline[p] = until
    drawn[0] = until
    plan((p << 3) | GIVE_UP)
  }

  /** Out of the chain: comes back later, or is gone. */
  function depart(p: number, s: number, chance: number, after: number, scale: number, to: number): void {
    const w = luckOf(p)
    current[p] = NONE
    if (chance > 0 && uniform(w) < chance) {
      target[p] = to >= 0 ? to : origin[p]!
      draw(after, w)
      drawn[0] = now[0]! + scale * drawn[0]!
      plan((p << 3) | RETURN)
    } else {
      release(p)
      if (trace) trace('gone', now[0]!, p, s)
    }
  }

  function departGivingUp(p: number, s: number): void {
    const chance = t.giveUpChance[s * profiles[0]! + profile[p]!]!
    depart(p, s, chance, t.giveUpAfter[s]!, t.giveUpScale[s]!, t.giveUpTo[s]!)
  }

  function departLeaving(p: number, s: number): void {
    const chance = t.leaveChance[s * profiles[0]! + profile[p]!]!
    depart(p, s, chance, t.leaveAfter[s]!, t.leaveScale[s]!, t.leaveTo[s]!)
  }

  function leave(p: number, s: number): void {
    flows(LEFT, listOf(p, s))
    if (trace) trace('left', now[0]!, p, s)
    departLeaving(p, s)
  }

  function arrive(x: number): boolean {
    if (!candidate(x)) return false
    const p = take()
    const own = luckOf(p)
    seedArrival(x, own)
    profile[p] = t.arrivalProfile[x]!
    origin[p] = t.arrivalEntry[x]!
    klass[p] = pick(t.classShares, profile[p]! * classes[0]!, classes[0]!, own)
    area[p] = pick(t.arrivalAreas, x * areas[0]!, areas[0]!, own)
    if (trace) trace('arrive', now[0]!, p, x)
    external(p, origin[p]!)
    return true
  }

  function supply(x: number): boolean {
    if (!candidate(x)) return false
    const s = t.supplyService[x - arrivals[0]!]!
    const p = first(facilities[0]! + x - arrivals[0]!, s)
    if (p < 0) return true
    const before = current[p]!
    dequeue(p)
    recordPlaced(listOf(p, s), before >= 0 ? classes[0]! : klass[p]!, now[0]! - joined[p]!)
    flows(SUPPLIED, listOf(p, s))
    if (before >= 0) {
      step(inPlace[0]! + before, -1)
      step(blocked[0]! + before, -1)
    }
    deadline[p] = NONE
    if (trace) trace('housed', now[0]!, p, s)
    departLeaving(p, s)
    if (before >= 0) fill(before)
    return true
  }

  /** A stay is over: on to the next service, kept in place, or out. */
  function end(p: number): void {
    const f = current[p]!
    const s = t.service[f]!
    const to = destination(p, s)
    if (to < 0) {
      step(inPlace[0]! + f, -1)
      leave(p, s)
      fill(f)
      return
    }
    const found = t.supplies[to] === 1 ? NONE : findPlace(p, to, 1)
    if (found >= 0) {
      recordPlaced(listOf(p, to), classes[0]!, 0)
      step(inPlace[0]! + f, -1)
      begin(p, found)
      fill(f)
    } else if (t.outsideWhenFull[s] === 1) {
      step(inPlace[0]! + f, -1)
      current[p] = NONE
      waitOutside(p, to)
      fill(f)
    } else {
      enqueue(p, to, 1)
      if (trace) trace('wait', now[0]!, p, to)
      step(blocked[0]! + f, 1)
    }
  }

  function destination(p: number, s: number): number {
    if (ready[p]! >= 0) return ready[p]!
    const row = s * profiles[0]! + profile[p]!
    const { nextChance, nextTo } = t
    let u = uniform(luckOf(p))
    const last = t.nextFrom[row + 1]!
    for (let i = t.nextFrom[row]!; i < last; i++) {
      u -= nextChance[i]!
      if (u < 0) return nextTo[i]!
    }
    return NONE
  }

  function giveUp(p: number): boolean {
    if (deadline[p] !== now[0]) return false
    const s = target[p]!
    dequeue(p)
    deadline[p] = NONE
    flows(GAVE_UP, listOf(p, s))
    if (trace) trace('gaveUp', now[0]!, p, s)
    departGivingUp(p, s)
    return true
  }

  function comeBack(p: number): void {
    const s = target[p]!
    flows(RETURNED, listOf(p, s))
    if (trace) trace('return', now[0]!, p, s)
    external(p, s)
  }

  const populate = createPopulation({ t, drawn, words, people, planAt, draw, drawRest, uniform, pick, step })

  /** Plans all that is known beforehand, and puts in place who is there at the start. */
  function start(seed: number, replication: number): void {
    network.changes.forEach((change, i) => {
      planAt(change.day, (i << 3) | PLACES)
    })
    network.levels.forEach(({ day }, i) => void planAt(day, (i << 3) | LEVEL))
    sources.start()
    populate(network, seed, replication, trace)
    // A place that is free while somebody waits for it is given at once.
    for (let f = 0; f < facilities[0]!; f++) fill(f)
  }

  function happen(event: number): boolean {
    const x = event >> 3
    switch (event & 7) {
      case END:
        end(x)
        return true
      case ARRIVAL:
        return arrive(x)
      case GIVE_UP:
        return giveUp(x)
      case RETURN:
        comeBack(x)
        return true
      case SUPPLY:
        return supply(x)
      case PLACES: {
        const { facility, delta } = network.changes[x]!
        places.change(facility, delta)
        fill(facility)
        return false
      }
      default:
        levels.apply(x)
        return false
    }
  }

  /** The next event, in a function without a loop (`registers.ts`); false at the end. */
  function advance(): boolean {
    const event = nextEvent()
    if (event < 0) return false
    if (now[0]! >= edge[0]!) closeBins()
    if (happen(event) && ++events[0]! > maxEvents) throw new TooManyEvents()
    return true
  }

  return {
    load(next, options = {}) {
      if (!copyTables(next.tables, t)) throw new TooLittleRoom()
      tally.load(next)
      people.load(next)
      places.load(next)
      sources.load(next)
      levels.load(next)
      network = next
      trace = options.trace
      maxEvents = options.maxEvents ?? 200_000_000
      areas[0] = next.layout.areas
      profiles[0] = next.profiles
      classes[0] = next.classes
      facilities[0] = next.layout.facilities
      inPlace[0] = next.layout.inPlace
      blocked[0] = next.layout.blocked
      arrivals[0] = next.arrivals
      single[0] = next.single ? 1 : 0
      reg.horizon[0] = next.edges.at(-1)!
      reg.perDay[0] = next.bucketsPerDay
    },
    replicate(seed, replication, cells, waits) {
      now[0] = 0
      resetCalendar()
      people.reset()
      tally.reset(cells, waits)
      sources.reset(seed, replication)
      levels.reset()
      places.reset()
      start(seed, replication)
      events[0] = 0
      while (advance()) {}
      now[0] = reg.horizon[0]!
      closeBins()
      return events[0]!
    },
  }
}
