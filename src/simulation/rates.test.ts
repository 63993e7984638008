import { describe, expect, it } from 'vitest'
import { fitWave, poissonRate, shareOf, shrinkRates } from './rates.ts'

describe('hoe vaak iets komt', () => {
  it('het interval van een telling is dat van Garwood', () => {
    // Printed table: 10 gives 4.795 to 18.39, 0 gives 0 to 3.689, 100 gives 81.4 to 121.6.
    for (const [count, low, high] of [
      [10, 4.795, 18.391],
      [100, 81.36, 121.63],
    ] as const) {
      const rate = poissonRate(count, 1)
      expect(Math.abs(rate.low / low - 1)).toBeLessThan(0.01)
      expect(Math.abs(rate.high / high - 1)).toBeLessThan(0.01)
    }
    expect(poissonRate(0, 1)).toMatchObject({ rate: 0, low: 0 })
    expect(Math.abs(poissonRate(0, 1).high / 3.689 - 1)).toBeLessThan(0.03)
  })

  it('wat rij en kolom al verklaren krimpt daarheen; drie gevallen zeggen weinig op zichzelf', () => {
    const counts = [
      [200, 100, 50],
      [41, 18, 11],
      [5, 3, 1],
    ]
    const rates = shrinkRates(counts, 365)
    expect(rates[2]![1]!.own).toBeLessThan(0.2)
    expect(rates[2]![1]!.rate * 365).toBeCloseTo((9 * 121) / 429, 0)
    // Row and column are counts too: 9 and 121 of 429 know a cell to a third, not to a hundredth.
    const small = rates[2]![1]!
    expect((small.high - small.low) / small.rate).toBeGreaterThan(1)
    // The whole stays the whole.
    const sum = rates.flat().reduce((total, cell) => total + cell.rate * 365, 0)
    expect(sum).toBeCloseTo(429, 6)
  })

  it('een gemeente die echt anders is houdt haar eigen aantal', () => {
    const rates = shrinkRates(
      [
        [200, 20, 60],
        [30, 150, 60],
      ],
      365,
    )
    expect(rates[0]![1]!.own).toBeGreaterThan(0.9)
    expect(rates[0]![1]!.rate * 365).toBeGreaterThan(18)
    expect(rates[0]![1]!.rate * 365).toBeLessThan(32)
    expect(rates[0]![1]!.low).toBeLessThan(rates[0]![1]!.rate)
    expect(rates[0]![1]!.high).toBeGreaterThan(rates[0]![1]!.rate)
  })

  it('niets geteld geeft nul met een bovengrens, en nooit een onzin-getal', () => {
    const cell = shrinkRates([[0]], 365)[0]![0]!
    expect(cell.rate).toBe(0)
    expect(cell.high).toBeGreaterThan(0)
    expect(Number.isFinite(cell.high)).toBe(true)
  })

  it('een aandeel van drie op tien kan veel zijn (Wilson)', () => {
    const { share, low, high } = shareOf(3, 10)
    expect([share, low, high]).toEqual([0.3, expect.closeTo(0.1078, 3), expect.closeTo(0.6032, 3)])
    expect(shareOf(0, 0)).toEqual({ share: 0, low: 0, high: 1 })
  })

  it('een golf over het jaar en een groei komen terug uit de tellingen', () => {
    const months = Array.from({ length: 60 }, (_, i) => {
      const day = ((i % 12) + 0.5) * 30.4375
      const wave = 1 + 0.3 * Math.cos((2 * Math.PI * (day - 20)) / 365.25)
      return { day, days: 30.4375, count: Math.round(40 * wave * (1 + 0.05 * ((i - 29.5) / 12))) }
    })
    const fit = fitWave(months)
    expect(fit.amplitude).toBeCloseTo(0.3, 1)
    expect(Math.abs(fit.peak - 20)).toBeLessThan(5)
    // Five whole years: what of the wave leaks into a line is less than a hundredth.
    expect(Math.abs(fit.trend - 0.05)).toBeLessThan(0.01)
  })

  it('wat ook toeval kan zijn is geen golf en geen groei', () => {
    const even = Array.from({ length: 36 }, (_, i) => ({
      day: ((i % 12) + 0.5) * 30.4375,
      days: 30.4375,
      count: 10 + ((i * 7) % 5) - 2,
    }))
    expect(fitWave(even)).toMatchObject({ amplitude: 0, trend: 0 })
    expect(fitWave(even.slice(0, 12))).toMatchObject({ amplitude: 0, trend: 0 })
  })
})
