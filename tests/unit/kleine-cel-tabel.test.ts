import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideInTable } from '../../src/shared/kleine-cel-tabel.ts'

const closed = (...rows: number[][]) => rows.map((aantallen) => ({ aantallen, open: false }))
const shown = (rows: number[][], min: number | null) => {
  const { aantallen, verborgen } = hideInTable(closed(...rows), min)
  return aantallen.map((row, r) => row.map((n, c) => (verborgen(r, c) ? null : n)))
}

/** Whether one unknown follows from equations with coefficients of the unknowns: it is alone in a row of the reduced form. */
function isDetermined(equations: number[][], unknown: number): boolean {
  const rows = equations.map((row) => [...row])
  let pivot = 0
  const width = rows[0]?.length ?? 0
  for (let c = 0; c < width && pivot < rows.length; c++) {
    const found = rows.findIndex((row, i) => i >= pivot && Math.abs(row[c]!) > 1e-9)
    if (found < 0) continue
    ;[rows[pivot], rows[found]] = [rows[found]!, rows[pivot]!]
    const factor = rows[pivot]![c]!
    rows[pivot] = rows[pivot]!.map((n) => n / factor)
    rows.forEach((row, i) => {
      if (i !== pivot && Math.abs(row[c]!) > 1e-9) rows[i] = row.map((n, k) => n - row[c]! * rows[pivot]![k]!)
    })
    pivot++
  }
  return rows.some((row) => row.every((n, c) => (c === unknown) === Math.abs(n) > 1e-9))
}

describe('kleine aantallen in een tabel met totalen', () => {
  it('2, 4, 13 en 8 die op vier producten wachten: wie de lijst beheert ziet ze alle vier', () => {
    expect(
      shown(
        [
          [2, 0],
          [4, 0],
          [13, 0],
          [8, 0],
        ],
        null,
      ).map((row) => row[0]),
    ).toEqual([2, 4, 13, 8, 27])
  })

  it('voor een partner zijn 2 en 4 verborgen, en 8 omdat 2 en 4 samen ook te klein zijn', () => {
    expect(
      shown(
        [
          [2, 0],
          [4, 0],
          [13, 0],
          [8, 0],
        ],
        8,
      ).map((row) => row[0]),
    ).toEqual([null, null, 13, null, 27])
  })

  it('wie elk dossier in een rij mag openen ziet die rij', () => {
    const { verborgen } = hideInTable(
      [
        { aantallen: [2, 30], open: true },
        { aantallen: [40, 50], open: false },
      ],
      8,
    )
    expect([verborgen(0, 0), verborgen(0, 1)]).toEqual([false, false])
  })

  it('geen enkel verborgen aantal volgt uit de rijen, de kolommen en hun totalen', () => {
    const size = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 60 }))
    const rows = fc.array(fc.array(size, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 7 })
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 10 }), (tabel, min) => {
        const found = shown(tabel, min)
        const places = found.flatMap((row, r) => row.map((n, c) => ({ r, c, n })))
        const unknown = places.filter((at) => at.n === null)
        const sign = (index: number, last: number) => (index === last ? -1 : 1)
        const equations = [
          ...found.map((row, r) => unknown.map((at) => (at.r === r ? sign(at.c, row.length - 1) : 0))),
          ...found[0]!.map((_, c) => unknown.map((at) => (at.c === c ? sign(at.r, found.length - 1) : 0))),
        ]
        return unknown.every((_, i) => !isDetermined(equations, i))
      }),
      { numRuns: 2000 },
    )
  })
})
