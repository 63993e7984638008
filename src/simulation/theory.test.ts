import { describe, expect, it } from 'vitest'
import { givenDesk, type Simulated, simulate } from '../../tests/given/simulation.ts'
import { flowCell, listCell, waitCell } from './layout.ts'
import { perReplication } from './results.ts'

/**
 * The core against queueing theory: 99.9% intervals over replications must hold the exact value, and be narrow enough to
 * see a bias of a few hundredths. Seeds are fixed, so a fault here is a fault and not bad luck.
 */
const T999 = 3.3

function cover(values: ArrayLike<number>, exact: number, narrow: number) {
  const list = Array.from(values)
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length
  const deviation = Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (list.length - 1))
  const half = (T999 * deviation) / Math.sqrt(list.length)
  expect(half / exact, `interval of ${mean} ± ${half}`).toBeLessThan(narrow)
  expect(Math.abs(mean - exact), `${mean} ± ${half} against ${exact}`).toBeLessThan(half)
}

/** Of each replication: two figures divided, over all bins. */
function ratio({ outcome }: Simulated, above: number[], below: number[]): number[] {
  const a = perReplication(outcome, above)
  const b = perReplication(outcome, below)
  return Array.from(a, (value, i) => value / b[i]!)
}

function erlangB(load: number, places: number): number {
  let lost = 1
  for (let k = 1; k <= places; k++) lost = (load * lost) / (k + load * lost)
  return lost
}

/** Stationary chances of a birth-death chain with `top` + 1 states. */
function birthDeath(birth: (n: number) => number, death: (n: number) => number, top: number): number[] {
  const chances = [1]
  for (let n = 1; n <= top; n++) chances.push((chances[n - 1]! * birth(n - 1)) / death(n))
  const sum = chances.reduce((total, chance) => total + chance, 0)
  return chances.map((chance) => chance / sum)
}

const longRun = (count: number, span = 80) => ({ from: 100, span, count })
const queue = (run: Simulated) => perReplication(run.outcome, [listCell(run.network.layout, 'outside', 0, 0)])
const inPlace = (run: Simulated) => perReplication(run.outcome, [run.network.layout.inPlace])

describe('one desk', { timeout: 120_000 }, () => {
  it('Erlang C: wachten als er dertig plekken zijn en ze voor 90% bezet zijn', () => {
    const rate = 27
    const lost = erlangB(rate, 30)
    const wait = lost / (1 - (rate / 30) * (1 - lost))
    const run = simulate({ ...givenDesk({ rate, places: 30 }), bins: longRun(10) }, 60)
    cover(queue(run), (rate * wait) / (30 - rate), 0.09)
    const { layout } = run.network
    cover(
      ratio(run, [waitCell(layout, 'waited', 0, 0, 0)], [waitCell(layout, 'placed', 0, 0, 0)]),
      wait / (30 - rate),
      0.09,
    )
  })

  it('Erlang B: wie geen plek vindt en niet mag wachten', () => {
    const desk = givenDesk({ rate: 25, places: 30 })
    desk.services[0]!.longest = 0
    const run = simulate({ ...desk, bins: longRun(10) }, 40)
    const { layout } = run.network
    cover(
      ratio(run, [flowCell(layout, 'refused', 0, 0)], [flowCell(layout, 'arrived', 0, 0)]),
      erlangB(25, 30),
      0.05,
    )
  })

  it('M/M/c/K: een lijst met hoogstens vijf wachtenden', () => {
    const desk = givenDesk({ rate: 9, places: 10 })
    desk.services[0]!.longest = 5
    const chances = birthDeath(
      () => 9,
      (n) => Math.min(n, 10),
      15,
    )
    const run = simulate({ ...desk, bins: longRun(10) }, 60)
    cover(
      queue(run),
      chances.reduce((sum, chance, n) => sum + chance * Math.max(0, n - 10), 0),
      0.03,
    )
    const { layout } = run.network
    cover(
      ratio(run, [flowCell(layout, 'refused', 0, 0)], [flowCell(layout, 'arrived', 0, 0)]),
      chances[15]!,
      0.05,
    )
  })

  it('Erlang A: wie te lang wacht, haakt af', () => {
    const desk = givenDesk({ rate: 22, places: 20 })
    desk.services[0]!.patience = { type: 'exponential', scale: 2 }
    const chances = birthDeath(
      () => 22,
      (n) => Math.min(n, 20) + Math.max(0, n - 20) / 2,
      500,
    )
    const waiting = chances.reduce((sum, chance, n) => sum + chance * Math.max(0, n - 20), 0)
    const run = simulate({ ...desk, bins: longRun(10) }, 40)
    cover(queue(run), waiting, 0.05)
    const { layout } = run.network
    cover(
      ratio(run, [flowCell(layout, 'gaveUp', 0, 0)], [flowCell(layout, 'arrived', 0, 0)]),
      waiting / 2 / 22,
      0.05,
    )
  })

  it('de wet van Little: bezette plekken is instroom maal verblijfsduur, hoe de verblijfsduur ook verdeeld is', () => {
    const desk = givenDesk({ rate: 2, places: 1000 })
    desk.services[0]!.stay = { type: 'table', scale: 10, quantiles: [0, 0.2, 1, 5] }
    // Mean of the table: 10 × (0.1 + 0.6 + 3) / 3.
    cover(inPlace(simulate({ ...desk, bins: longRun(10) }, 40)), (2 * 10 * 3.7) / 3, 0.02)
  })

  it('M(t)/M/∞: een golf in de instroom komt later en vlakker terug in de bezetting', () => {
    const desk = givenDesk({ rate: 2, places: 10_000, stay: 60 })
    desk.arrivals[0]!.season = { amplitude: 0.4, peak: 0 }
    const year = 365.25
    const edges = [0, 0.25, 0.5].flatMap((share) => [(4 + share) * year, (4 + share) * year + 1])
    const run = simulate({ ...desk, bins: { edges } }, 400)
    const wave = (2 * Math.PI) / year
    const exact = (t: number) =>
      120 * (1 + (0.4 * (Math.cos(wave * t) + wave * 60 * Math.sin(wave * t))) / (1 + (wave * 60) ** 2))
    for (const [bin, t] of [
      [0, 0.5],
      [2, year / 4 + 0.5],
      [4, year / 2 + 0.5],
    ] as const) {
      cover(perReplication(run.outcome, [run.network.layout.inPlace], bin, bin + 1), exact(t), 0.03)
    }
  })
})

describe('two desks', { timeout: 120_000 }, () => {
  it('wie klaar is en verder niet terecht kan, houdt zijn plek bezet (tandem met blokkeren na het verblijf)', () => {
    const file = givenDesk({ rate: 1.2, places: 5, stay: 2 })
    file.services[0]!.next = [{ to: 'second', chance: 1 }]
    file.services.push({
      id: 'second',
      order: [{ from: 'any' }],
      stay: { type: 'exponential', scale: 1 / 0.7 },
    })
    file.facilities.push({ id: 'second', service: 'second', places: 3 })
    const run = simulate({ ...file, bins: longRun(20, 300) }, 60)
    const { layout } = run.network
    cover(queue(run), TANDEM.waiting, 0.09)
    cover(perReplication(run.outcome, [layout.blocked]), TANDEM.blocked, 0.05)
  })
})

/** Persons waiting and persons blocked, solved from the balance equations to nine digits. */
const TANDEM = { waiting: 0.27476801, blocked: 0.319495692 }
