import { describe, expect, it } from 'vitest'
import { canonical, protectVerschillen, type Verschil, verschillenVan } from './startfoto.ts'

const cel = (aantal: number, gemeente: string | null) => ({
  telling: 'wacht' as const,
  productId: 'bw',
  gemeente,
  aantal,
})
const rij = (meer: Partial<Verschil>): Verschil => ({
  telling: 'wacht',
  productId: 'bw',
  gemeente: 'GM0622',
  was: 20,
  later: 0,
  bij: 0,
  af: 0,
  is: 20,
  ...meer,
})

describe('een startfoto', () => {
  it('is dezelfde tekst, in welke volgorde de cellen ook komen, en een andere bij een ander getal', () => {
    const [a, b] = [cel(3, 'GM0622'), cel(4, null)]
    expect(canonical([a, b])).toBe(canonical([b, a]))
    expect(canonical([a, b])).not.toBe(canonical([cel(4, 'GM0622'), b]))
  })
  it('toont een klein aantal mensen niet, en niet waaruit het te berekenen is', () => {
    const getoond = protectVerschillen(
      [rij({ was: 3, is: 12, bij: 9 }), rij({ gemeente: 'GM0606' }), rij({ productId: 'bt' })],
      8,
    )
    expect(getoond.map(({ was, is }) => [was, is])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ])
  })
  it('toont plekken altijd', () => {
    const plek = rij({ telling: 'plekken', was: 2, is: 1, af: 1 })
    expect(protectVerschillen([plek], 8)).toEqual([plek])
  })
  it('verbergt alleen waarom het verschilt als daarin een klein aantal staat', () => {
    const [een] = protectVerschillen([rij({ later: 2, bij: 10, is: 32 })], 8)
    expect(een).toMatchObject({ was: 20, is: 32, later: null, bij: null, af: null })
  })
  it('is naast een ander moment wat bevroren is; wat niet erbij kwam of eraf ging, is een correctie', () => {
    const stroom = { ...cel(30, 'GM0622'), bij: 5, af: 1 }
    expect(verschillenVan([cel(20, 'GM0622'), cel(9, null)], [stroom], null)).toEqual([
      rij({ later: 6, bij: 5, af: 1, is: 30 }),
      rij({ gemeente: null, was: 9, later: -9, is: 0 }),
    ])
    expect(verschillenVan([], [stroom], [cel(24, 'GM0622')])).toEqual([
      rij({ was: 0, later: 20, bij: 5, af: 1, is: 24 }),
    ])
  })
})
