import { describe, expect, it } from 'vitest'
import { meanOf } from './durations.ts'
import {
  aliveAfter,
  durationOf,
  estimateSurvival,
  meanSurvival,
  meanWithError,
  type Observation,
} from './survival.ts'

/** Mulberry32, for numbers that stay the same. */
function chance(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

describe('hoe lang iets duurt, ook van wie er nog is', () => {
  it('het voorbeeld van Kaplan en Meier: 0.8, 1.0, 2.7, 3.1, 5.4, 7.0, 9.2, 12.1 met vier die doorlopen', () => {
    const curve = estimateSurvival(
      ([[0.8, 0], [1.0], [2.7], [3.1, 0], [5.4, 0], [7.0], [9.2, 0], [12.1]] as [number, number?][]).map(
        ([lasted, cause]) => ({ entered: 0, lasted, cause }),
      ),
    )
    // Their 1958 paper, section 2: 7/8, 7/10, 21/40, 21/80.
    expect(curve.days).toEqual([0.8, 3.1, 5.4, 9.2])
    ;[0.875, 0.7, 0.525, 0.2625].forEach((alive, i) => {
      expect(curve.alive[i]).toBeCloseTo(alive, 10)
    })
    expect(aliveAfter(curve, 4)).toBeCloseTo(0.7, 10)
  })

  it('wie er al was toen het register begon telt pas mee vanaf die dag', () => {
    const curve = estimateSurvival([
      { entered: 0, lasted: 10, cause: 0 },
      { entered: 0, lasted: 30, cause: 0 },
      { entered: 20, lasted: 40, cause: 0 },
      { entered: 20, lasted: 50 },
    ])
    // At day 10 two are at risk, at day 30 three, at day 40 two.
    expect(curve.alive).toEqual([1 / 2, 1 / 3, 1 / 6].map((alive) => expect.closeTo(alive, 10)))
  })

  it('waarheen: de aandelen tellen op tot 1, ook als een deel nog loopt', () => {
    const curve = estimateSurvival(
      [
        { entered: 0, lasted: 10, cause: 0 },
        { entered: 0, lasted: 20, cause: 1 },
        { entered: 0, lasted: 25 },
        { entered: 0, lasted: 30, cause: 1 },
        { entered: 0, lasted: 40 },
      ],
      2,
    )
    // By hand: 1/5; then 4/5 × 1/4 and 3/5 × 1/2.
    expect(curve.causes[0]).toBeCloseTo(0.2 / 0.7, 10)
    expect(curve.causes[1]).toBeCloseTo(0.5 / 0.7, 10)
  })

  it.each([
    ['de meeste kort en een deel heel lang', (u: () => number) => -(u() < 0.7 ? 300 : 1184) * Math.log(u())],
    ['steeds even waarschijnlijk', (u: () => number) => -565 * Math.log(u())],
    [
      'rond een vaste duur',
      (u: () => number) => -(565 / 3) * (Math.log(u()) + Math.log(u()) + Math.log(u())),
    ],
  ])(
    'vijf jaar register met lopende verblijven (%s): de fout is hooguit een tiende van die van alleen de afgesloten',
    (_, stay) => {
      const u = chance(7)
      const observations: Observation[] = []
      const ended: number[] = []
      const all: number[] = []
      for (let i = 0; i < 20_000; i++) {
        // Twelve years of arrivals, of which the register has the last five.
        const start = u() * 12 * 365 - 7 * 365
        const lasts = stay(u)
        all.push(lasts)
        const until = Math.min(start + lasts, 5 * 365)
        if (start + lasts <= 0) continue
        if (start >= 0 && start + lasts <= 5 * 365) ended.push(lasts)
        observations.push({
          entered: Math.max(0, -start),
          lasted: until - start,
          ...(start + lasts <= 5 * 365 && { cause: 0 }),
        })
      }
      const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
      const curve = estimateSurvival(observations)
      const naive = Math.abs(mean(ended) - mean(all))
      expect(naive).toBeGreaterThan(25)
      expect(Math.abs(meanSurvival(curve) - mean(all)) / naive).toBeLessThan(0.1)
      // What is drawn from has the same mean as the curve.
      expect(Math.abs(meanOf(durationOf(curve, 20_000)) / mean(all) - 1)).toBeLessThan(0.03)
    },
  )

  it.each([
    // Of how many, their mean, and the mean of what cuts it off: who waits mostly gets a place, who stays is mostly still there.
    [300, 200, 60],
    [600, 200, 15],
    [220, 1300, 1240],
    [100, 540, 900],
    [1000, 100, 1000],
  ])('van %i duurt het gemiddeld %i, afgekapt na %i: niet scheef, en de marge klopt', (n, truth, cut) => {
    const u = chance(n + truth)
    const rounds = 200
    let logs = 0
    let inside = 0
    for (let round = 0; round < rounds; round++) {
      const observations = Array.from({ length: n }, (): Observation => {
        const lasts = -truth * Math.log(1 - u())
        const until = -cut * Math.log(1 - u())
        return { entered: 0, lasted: Math.min(lasts, until), ...(lasts < until && { cause: 0 }) }
      })
      const { mean, error } = meanWithError(estimateSurvival(observations))
      logs += Math.log(mean / truth)
      if (Math.abs(Math.log(mean / truth)) <= (1.96 * error) / mean) inside++
    }
    // In factors a rare long tail weighs no more than a rare short one.
    expect(Math.abs(logs / rounds)).toBeLessThan(0.05)
    // Of 200 intervals of 95% fewer than 181 hold the truth about once in two hundred times.
    expect(inside).toBeGreaterThan(180)
  })

  it('wie precies na de langste termijn vertrekt, blijft zo lang en niet gemiddeld half zo lang', () => {
    const curve = estimateSurvival(Array.from({ length: 40 }, () => ({ entered: 0, lasted: 84, cause: 0 })))
    expect(meanSurvival(curve)).toBeCloseTo(84, 6)
    expect(Math.abs(meanOf(durationOf(curve, 1000)) - 84)).toBeLessThan(1)
  })

  it('zonder een enkel einde is er een lange staart en nooit een onzin-getal', () => {
    const curve = estimateSurvival([{ entered: 0, lasted: 5 }])
    expect(Number.isFinite(meanSurvival(curve))).toBe(true)
    expect(Number.isFinite(meanSurvival(estimateSurvival([])))).toBe(true)
    expect(meanOf(durationOf(estimateSurvival([]), 1000))).toBeGreaterThan(0)
  })
})
