import type { createDraws } from './draws.ts'
import { END, GIVE_UP } from './events.ts'
import { type Network, NONE, type Resident, type Tables } from './network.ts'
import type { createPeople } from './people.ts'
import { mixSeed, seedStream } from './random.ts'
import type { Registers } from './registers.ts'
import type { Trace } from './trace.ts'

interface Parts extends Pick<ReturnType<typeof createDraws>, 'draw' | 'drawRest' | 'uniform' | 'pick'> {
  t: Tables
  drawn: Registers['drawn']
  words: Int32Array
  people: ReturnType<typeof createPeople>
  planAt: (day: number, event: number) => void
  step: (counter: number, by: number) => void
}

/** Puts in place, and on the lists, who is there at the start: with what is left of his stay or his patience. */
export function createPopulation({
  t,
  drawn,
  words,
  people,
  planAt,
  draw,
  drawRest,
  uniform,
  pick,
  step,
}: Parts) {
  const { area, profile, klass, origin, current, ready, joined, deadline, take, enqueue } = people

  return function populate(network: Network, seed: number, replication: number, trace?: Trace): void {
    const { layout, profiles: PROFILES, classes: CLASSES, single } = network
    const luckOf = (p: number) => (single ? 0 : 4 * p)
    let number = 0
    // Numbered within the place, so that one more elsewhere changes nobody's luck.
    function newPerson(hash: number): number {
      const p = take()
      if (!single) seedStream(words, luckOf(p), mixSeed(seed, replication, hash), number)
      number++
      return p
    }

    /** Leaves in `drawn[0]` what is left of the stay of a resident. */
    function drawLeft(p: number, { facility: f, elapsed }: Resident): void {
      const w = luckOf(p)
      const s = t.service[f]!
      const scale = t.stayScale[f * PROFILES + profile[p]!]!
      if (elapsed < 0) {
        const share = uniform(w)
        draw(t.stay[f]!, w)
        drawn[0] = share * Math.min(scale * drawn[0]!, t.term[s]!)
        return
      }
      drawRest(t.stay[f]!, elapsed / scale, w)
      const left = Math.min(scale * drawn[0]!, Math.max(t.term[s]! - elapsed, 0))
      const review = t.reviewAt[s]! - elapsed
      drawn[0] = left
      if (review > 0 && left > review && review >= t.reviewFrom[s]! && uniform(w) < t.reviewChance[s]!) {
        ready[p] = t.reviewTo[s]!
        drawn[0] = review
      }
    }

    let before = NONE
    for (const group of network.residents) {
      const f = group.facility
      if (f !== before) number = 0
      before = f
      for (let i = 0; i < group.count; i++) {
        const p = newPerson(t.facilityHash[f]!)
        const w = luckOf(p)
        profile[p] = group.profiles[pick(group.shares, 0, group.shares.length, w)]!
        klass[p] = group.class >= 0 ? group.class : pick(t.classShares, profile[p]! * CLASSES, CLASSES, w)
        area[p] = pick(group.areas, 0, layout.areas, w)
        origin[p] = t.entry[profile[p]!]!
        current[p] = f
        ready[p] = NONE
        step(layout.inPlace + f, 1)
        if (trace) trace('resident', 0, p, f)
        if (group.ready >= 0) {
          enqueue(p, group.ready, 1)
          step(layout.blocked + f, 1)
        } else {
          drawLeft(p, group)
          if (group.moveTo >= 0 && drawn[0]! > group.moveDay) {
            ready[p] = group.moveTo
            drawn[0] = group.moveDay
          }
          planAt(drawn[0]!, (p << 3) | END)
        }
      }
    }
    number = 0
    for (const row of network.waiting) {
      for (let i = 0; i < row.count; i++) {
        const p = newPerson(1)
        profile[p] = row.profile
        klass[p] = row.class
        area[p] = row.area
        origin[p] = row.service
        enqueue(p, row.service, 0)
        joined[p] = -row.waited
        if (trace) trace('wait', 0, p, row.service)
        if (t.patience[row.service]! < 0) continue
        const scale = t.patienceScale[row.service]!
        drawRest(t.patience[row.service]!, row.waited / scale, luckOf(p))
        deadline[p] = scale * drawn[0]!
        planAt(deadline[p]!, (p << 3) | GIVE_UP)
      }
    }
  }
}
