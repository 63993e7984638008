import { describe, expect, it } from 'vitest'
import { isTestBsn } from '../src/shared/bsn.ts'
import { listClienten, productStand, woonplaatsStand } from './dwo/stand.ts'
import { createPersonen } from './personen.ts'
import { createRandom } from './random.ts'

describe('seeded chance', () => {
  it('draws the same from the same seed, and something else from another or from a fork', () => {
    const draw = (seed: string) => Array.from({ length: 20 }, createRandom(seed).next)
    expect(draw('a')).toEqual(draw('a'))
    expect(draw('a')).not.toEqual(draw('b'))
    expect(createRandom('a').fork('x').next()).not.toBe(createRandom('a').next())
  })

  it('keeps to the weights and the mean', () => {
    const random = createRandom('weights')
    const draws = Array.from({ length: 20_000 }, () => random.weighted({ a: 3, b: 1 }))
    expect(draws.filter((draw) => draw === 'a').length / 20_000).toBeCloseTo(0.75, 1)
    const days = Array.from({ length: 20_000 }, () => random.days(80))
    expect(days.reduce((sum, day) => sum + day, 0) / 20_000).toBeGreaterThan(75)
    expect(Math.min(...days)).toBe(1)
  })
})

describe('verzonnen mensen', () => {
  it('hebben een naam die met Demo- begint en alleen nummers die niemand heeft', () => {
    const maak = createPersonen(createRandom('mensen'))
    const mensen = Array.from({ length: 300 }, () =>
      maak({ op: '2026-01-01', leeftijd: [18, 60], herkomst: 'GM0622' }),
    )
    const nummers = mensen.flatMap((persoon) => (persoon.bsn ? [persoon.bsn] : []))
    expect(mensen.every((persoon) => persoon.achternaam!.startsWith('Demo-'))).toBe(true)
    expect(nummers.every(isTestBsn)).toBe(true)
    expect(new Set(nummers).size).toBe(nummers.length)
  })
})

it('de 229 cliënten van DWO geven alle randtotalen van de bron', () => {
  const clienten = listClienten()
  expect(clienten).toHaveLength(229)
  for (const [product, stand] of Object.entries(productStand)) {
    const own = clienten.filter((client) => client.product === product)
    expect(
      [own.length, own.filter((c) => c.wacht).length, own.filter((c) => c.naarBt).length],
      product,
    ).toEqual([stand.totaal, stand.wachtlijst, stand.naarBt])
  }
  for (const { gemeente, bw, bt, wlz } of woonplaatsStand)
    expect(clienten.filter((client) => client.woonplaats === gemeente)).toHaveLength(bw + bt + wlz)
})
