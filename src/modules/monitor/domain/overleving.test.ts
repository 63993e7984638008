import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateRest, protectStappen, type Waarneming } from './overleving.ts'

const een = (duur: number) => ({ duur, gebeurd: 1, afgebroken: 0 })
const nog = (duur: number) => ({ duur, gebeurd: 0, afgebroken: 1 })

/** 21 patients who got 6-mercaptopurine, weeks in remission (Freireich and others, 1963); the example of most textbooks. */
const freireich = [
  ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map(een),
  ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(nog),
]

describe('de kans om nog te wachten', () => {
  it('is van het voorbeeld uit de leerboeken wat de leerboeken zeggen, met de marge', () => {
    const rond = (x: number) => Math.round(x * 10_000) / 10_000
    expect(
      estimateRest(freireich).map((s) => [
        s.duur,
        s.risico,
        s.gebeurd,
        rond(s.rest),
        rond(s.onder),
        rond(s.boven),
      ]),
    ).toEqual([
      [6, 21, 3, 0.8571, 0.6197, 0.9516],
      [7, 17, 1, 0.8067, 0.5631, 0.9228],
      [10, 15, 1, 0.7529, 0.5032, 0.8894],
      [13, 12, 1, 0.6902, 0.4316, 0.8491],
      [16, 11, 1, 0.6275, 0.3675, 0.8049],
      [22, 7, 1, 0.5378, 0.2678, 0.7468],
      [23, 6, 1, 0.4482, 0.1881, 0.6801],
    ])
  })
  it('is zonder wie nog wacht het gewone aandeel', () => {
    expect(estimateRest([1, 2, 3, 4].map(een)).map((s) => s.rest)).toEqual([0.75, 0.5, 0.25, 0])
  })
  it('is van niemand leeg, en wie alleen nog wacht geeft geen stap', () => {
    expect(estimateRest([])).toEqual([])
    expect(estimateRest([nog(3), nog(9)])).toEqual([])
  })
  it('daalt en blijft tussen haar marge, hoe de rijen ook liggen', () => {
    const rij = fc.record({ duur: fc.nat(60), gebeurd: fc.nat(4), afgebroken: fc.nat(4) })
    fc.assert(
      fc.property(fc.array(rij, { maxLength: 30 }), (rijen: Waarneming[]) => {
        const stappen = estimateRest(rijen)
        stappen.forEach((s, i) => {
          expect(s.rest).toBeLessThan(stappen[i - 1]?.rest ?? 1)
          expect(s.onder).toBeLessThanOrEqual(s.rest + 1e-12)
          expect(s.boven).toBeGreaterThanOrEqual(s.rest - 1e-12)
        })
      }),
    )
  })
})

describe('wat ervan getoond wordt', () => {
  it('zijn dagen waartussen genoeg mensen een plek kregen, zolang er genoeg over zijn', () => {
    const getoond = protectStappen(estimateRest(Array.from({ length: 30 }, (_, i) => een(i + 1))), 8)
    expect(getoond.map((s) => [s.duur, s.gebeurd])).toEqual([
      [8, 8],
      [16, 8],
    ])
  })
  it('is van een kleine groep niets', () => {
    expect(protectStappen(estimateRest(freireich.slice(0, 9)), 8)).toEqual([])
  })
  it('is voor een taak van het systeem alles', () => {
    const stappen = estimateRest(freireich)
    expect(protectStappen(stappen, null)).toEqual(stappen)
  })
})
