import { describe, expect, it } from 'vitest'
import { readBenchModel, type Simulated, simulate } from '../../tests/given/simulation.ts'
import { flowCell, listCell, waitCell } from './layout.ts'
import { estimate, perReplication, quantile } from './results.ts'

/** The true table of model B: mean and half width of the 95% interval, over 1,000,000 years (C++, 100 batches). */
const TRUTH: Record<string, [number, number][]> = {
  outside: [
    [6.14774, 0.00553],
    [1.93122, 0.00212],
    [0.1277, 0.00038],
    [2.55707, 0.00833],
    [0.3287, 0.00187],
    [0.13606, 0.00114],
  ],
  inside: [
    [0, 0],
    [5.29383, 0.00593],
    [0, 0],
    [6.39223, 0.02233],
    [2.06283, 0.01266],
    [1.73894, 0.0147],
  ],
  inPlace: [
    [39.41844, 0.0016],
    [79.39684, 0.00234],
    [29.65858, 0.00581],
    [113.49931, 0.01269],
    [69.55821, 0.01847],
    [87.15896, 0.03106],
  ],
  blocked: [
    [7.52415, 0.00751],
    [5.91855, 0.01263],
    [0.75722, 0.00403],
    [1.01697, 0.00636],
    [0.27094, 0.00238],
    [0, 0],
  ],
  waitedUrgent: [
    [1.11997, 0.00075],
    [2.49223, 0.00226],
    [0.29577, 0.0009],
    [5.41619, 0.01291],
    [2.61159, 0.01291],
    [2.83254, 0.02009],
  ],
  waitedOther: [
    [6.01214, 0.0061],
    [17.90953, 0.02156],
    [0.40163, 0.00119],
    [48.54476, 0.18653],
    [11.36628, 0.06673],
    [15.38483, 0.13478],
  ],
  waitedInside: [
    [0, 0],
    [14.22852, 0.01587],
    [0, 0],
    [42.30657, 0.14884],
    [14.13113, 0.08496],
    [15.13386, 0.12587],
  ],
  gaveUpShare: [
    [0.22428, 0.00019],
    [0.21464, 0.00022],
    [0.0365, 0.0001],
    [0.18262, 0.00059],
    [0.09136, 0.00049],
    [0.04547, 0.00041],
  ],
  placed: [
    [1.06312, 0.00022],
    [0.48983, 0.00008],
    [0.24085, 0.00004],
    [0.20832, 0.00005],
    [0.17324, 0.00004],
    [0.12445, 0.00004],
  ],
  arrived: [
    [1.3705, 0.00018],
    [0.14996, 0.00004],
    [0.24998, 0.00005],
    [0.07001, 0.00002],
    [0.03001, 0.00002],
    [0.01, 0.00001],
  ],
  gaveUp: [
    [0.30737, 0.00028],
    [0.03219, 0.00004],
    [0.00913, 0.00003],
    [0.01278, 0.00004],
    [0.00274, 0.00002],
    [0.00045, 0.00001],
  ],
}

describe('model B', () => {
  it('follows the reference draw for draw: 500 years give its digits', () => {
    const run = simulate({ ...readBenchModel('b'), bins: { from: 3650, span: 3650, count: 50 } }, 1)
    const { layout } = run.network
    // What `model_b 500 1 10 50 cal` prints: waiting from outside and in place, of each of the six.
    const printed = [
      [5.92000399, 39.3980529],
      [1.9379409, 79.4481553],
      [0.131850249, 29.6172455],
      [2.61382106, 113.710916],
      [0.337826971, 69.3362038],
      [0.159836778, 88.3306597],
    ]
    printed.forEach(([outside, inPlace], s) => {
      const mean = (cell: number) => perReplication(run.outcome, [cell])[0]!
      expect(mean(listCell(layout, 'outside', s, 0))).toBeCloseTo(outside!, 6)
      expect(mean(layout.inPlace + s)).toBeCloseTo(inPlace!, 5)
    })
  }, 120_000)

  it('all 66 cells lie within 3.8 standard errors of the true table', () => {
    const batches = 10
    const run = simulate(
      { ...readBenchModel('b'), luck: 'person', bins: { from: 36_500, span: 365_000, count: batches } },
      1,
    )
    const { layout } = run.network
    // One replication: its bins are the batches.
    const series = (cells: number[]) =>
      Array.from({ length: batches }, (_, b) => perReplication(run.outcome, cells, b, b + 1)[0]!)
    const share = (above: number[], below: number[]) => {
      const down = series(below)
      return series(above).map((value, b) => (down[b] === 0 ? 0 : value / down[b]!))
    }
    const waited = (s: number, kind: number) =>
      share([waitCell(layout, 'waited', s, 0, kind)], [waitCell(layout, 'placed', s, 0, kind)])
    const aDay = (cells: number[]) => series(cells).map((value) => value / 365_000)
    const figures: Record<string, (s: number) => number[]> = {
      outside: (s) => series([listCell(layout, 'outside', s, 0)]),
      inside: (s) => series([listCell(layout, 'inside', s, 0)]),
      inPlace: (s) => series([layout.inPlace + s]),
      blocked: (s) => series([layout.blocked + s]),
      waitedUrgent: (s) => waited(s, 0),
      waitedOther: (s) => waited(s, 1),
      waitedInside: (s) => waited(s, 2),
      gaveUpShare: (s) => share([flowCell(layout, 'gaveUp', s, 0)], [flowCell(layout, 'arrived', s, 0)]),
      placed: (s) => aDay([0, 1, 2].map((kind) => waitCell(layout, 'placed', s, 0, kind))),
      arrived: (s) => aDay([flowCell(layout, 'arrived', s, 0)]),
      gaveUp: (s) => aDay([flowCell(layout, 'gaveUp', s, 0)]),
    }
    const off: string[] = []
    let cells = 0
    for (const [name, figure] of Object.entries(figures)) {
      for (let s = 0; s < 6; s++) {
        const [truth, half] = TRUTH[name]![s]!
        const { mean, deviation } = spread(figure(s))
        // The printed half width is rounded to five decimals: half a unit of the last is in it as well.
        const error = Math.hypot(deviation / Math.sqrt(batches), (half + 0.000005) / 1.96)
        cells++
        if (Math.abs(mean - truth) > 3.8 * error) off.push(`${name} ${s}: ${mean} against ${truth}`)
      }
    }
    expect(cells).toBe(66)
    expect(off).toEqual([])
  }, 240_000)
})

/** Model C: mean of the month over 10,000 replications of the reference. Lists of the seven services, then totals. */
const MONTHS: Record<number, number[]> = {
  11: [12.09, 2.38, 1.59, 3.19, 9.76, 6.97, 35.47, 456.7, 53.3, 474.8],
  59: [16.3, 7.8, 2.16, 59.63, 36.2, 20.08, 29.3, 483.7, 88.3, 566.9],
  119: [18.45, 10.81, 2.31, 60.08, 4.08, 38.33, 31.86, 481.2, 77.4, 569.7],
  179: [20.18, 14.7, 2.46, 65.63, 0.94, 51.8, 26.36, 475.9, 83.1, 574.8],
}

describe('model C', () => {
  it('lies within noise of its reference in every month of the table', () => {
    const replications = 300
    const run = simulate({ ...readBenchModel('c'), luck: 'person' }, replications)
    const { layout } = run.network
    const list = (s: number) =>
      [0, 1, 2, 3].flatMap((a) => [listCell(layout, 'outside', s, a), listCell(layout, 'inside', s, a)])
    const facilities = Array.from({ length: 12 }, (_, f) => f)
    const inPlace = facilities.map((f) => layout.inPlace + f)
    const blocked = facilities.map((f) => layout.blocked + f)
    const off: string[] = []
    for (const [month, expected] of Object.entries(MONTHS)) {
      const at = (cells: number[]) => perReplication(run.outcome, cells, Number(month), Number(month) + 1)
      const lists = [0, 1, 2, 3, 4, 5, 6].map((s) => at(list(s)))
      const place = at(inPlace)
      const block = at(blocked)
      const active = place.map((value, r) => value - block[r]! + lists.reduce((sum, l) => sum + l[r]!, 0))
      ;[...lists, place, block, active].forEach((values, i) => {
        const { mean, deviation } = spread(values)
        // The reference is 10,000 replications, printed to 2 decimals (totals to 1).
        const error = Math.hypot(deviation / Math.sqrt(replications), deviation / 100, i < 7 ? 0.003 : 0.03)
        if (Math.abs(mean - expected[i]!) > 3.8 * error)
          off.push(`month ${month}, ${i}: ${mean} against ${expected[i]}`)
      })
    }
    expect(off).toEqual([])
  }, 240_000)

  it('shares its luck between scenarios: the variance of a difference is at least four times smaller', () => {
    const replications = 150
    const file: ReturnType<typeof readBenchModel> = { ...readBenchModel('c'), luck: 'person' }
    const without = {
      ...file,
      facilities: file.facilities.map((f) => (f.id === 'first-11' ? { ...f, changes: [] } : f)),
    }
    const base = simulate(without, replications)
    const more = simulate(file, replications)
    const { layout } = base.network
    const lastYear = (run: Simulated, s: number) =>
      perReplication(
        run.outcome,
        [0, 1, 2, 3].flatMap((a) => [listCell(layout, 'outside', s, a), listCell(layout, 'inside', s, a)]),
        168,
      )
    const gain = (s: number) => {
      const a = lastYear(base, s)
      const b = lastYear(more, s)
      const paired = spread(a.map((value, r) => value - b[r]!)).deviation ** 2
      return (spread(a).deviation ** 2 + spread(b).deviation ** 2) / paired
    }
    // Night shelter, 24-hour shelter, protected living, housing first (the lever), dwelling.
    for (const s of [0, 1, 3, 6]) expect(gain(s)).toBeGreaterThan(4)
    expect(gain(5)).toBeGreaterThan(5)
  }, 240_000)
})

function spread(values: ArrayLike<number>): { mean: number; deviation: number } {
  const { mean, n } = estimate(values)
  let squares = 0
  for (let i = 0; i < n; i++) squares += (values[i]! - mean) ** 2
  return { mean, deviation: Math.sqrt(squares / (n - 1)) }
}

describe('quantile', () => {
  it('goes straight between two values', () => {
    expect(quantile([1, 2, 4, 8], 0.5)).toBe(3)
    expect(quantile([1, 2, 4, 8], 1)).toBe(8)
  })
})
