import { describe, expect, it } from 'vitest'
import { decideVerwachting, poissonBand } from './verwachting.ts'
import { protectVerloop, type Verlooprij } from './wachtverloop.ts'

describe('verwachte wachttijd per product (WL-11)', () => {
  it('wie nu aansluit wacht zo lang als het duurt om iedereen ervoor te helpen, in het tempo van het afgelopen jaar', () => {
    expect(decideVerwachting({ wachtend: 40, vertrokken: 60, toonbaar: true, maanden: 12 })).toEqual({
      stand: 'verwacht',
      n: 60,
      midden: 8,
      van: 6,
      tot: 11,
    })
  })
  it('minder vertrekken geven een bredere band', () => {
    const width = (vertrokken: number) => {
      const found = decideVerwachting({ wachtend: vertrokken, vertrokken, toonbaar: true, maanden: 12 })
      return found.stand === 'verwacht' ? found.tot - found.van : 0
    }
    expect(width(12)).toBeGreaterThan(width(120))
  })
  it('met minder dan tien vertrekken of minder dan een half jaar zijn er te weinig gegevens', () => {
    expect(decideVerwachting({ wachtend: 30, vertrokken: 9, toonbaar: true, maanden: 12 }).stand).toBe(
      'te_weinig',
    )
    expect(decideVerwachting({ wachtend: 30, vertrokken: 40, toonbaar: true, maanden: 5 }).stand).toBe(
      'te_weinig',
    )
  })
  it('is een aantal verborgen, dan is er ook geen verwachting waaruit het te rekenen is', () => {
    expect(decideVerwachting({ wachtend: null, vertrokken: 40, toonbaar: true, maanden: 12 }).stand).toBe(
      'niet_getoond',
    )
    expect(decideVerwachting({ wachtend: 30, vertrokken: 40, toonbaar: false, maanden: 12 })).toEqual({
      stand: 'niet_getoond',
      n: null,
    })
    expect(decideVerwachting({ wachtend: 30, vertrokken: 3, toonbaar: false, maanden: 12 })).toEqual({
      stand: 'te_weinig',
      n: null,
    })
  })
  it('de grenzen zijn die van Garwood: bij 10 vertrekken 4,80 en 18,39', () => {
    const { onder, boven } = poissonBand(10, 0.95)
    expect(onder).toBeCloseTo(4.795, 2)
    expect(boven).toBeCloseTo(18.39, 2)
  })
})

describe('kleine aantallen in het verloop van de wachtlijst', () => {
  const rij = (
    maand: string,
    productId: string,
    [begin, erbij, geplaatst, anders, eind]: number[],
  ): Verlooprij => ({
    maand,
    productId,
    begin: begin!,
    erbij: erbij!,
    geplaatst: geplaatst!,
    anders: anders!,
    eind: eind!,
    zichtbaar: false,
  })
  const maanden = [
    rij('2026-01-01', 'a', [40, 3, 0, 0, 43]),
    rij('2026-01-01', 'b', [60, 10, 12, 0, 58]),
    rij('2026-02-01', 'a', [43, 0, 9, 30, 4]),
    rij('2026-02-01', 'b', [58, 20, 10, 0, 68]),
  ]
  const found = protectVerloop(maanden, 8)
  const of = (maand: string, productId: string | null) =>
    found.find((one) => one.maand === maand && one.productId === productId)!

  it('wat erbij kwam is ook niet uit begin en eind te rekenen', () => {
    const jan = of('2026-01-01', 'a')
    expect(jan.erbij).toBeNull()
    const hidden = [jan.begin, jan.erbij, jan.geplaatst, jan.anders, jan.eind].filter((n) => n === null)
    expect(hidden.length).toBeGreaterThan(1)
  })
  it('het eind van een maand en het begin van de volgende zijn samen verborgen of samen zichtbaar', () => {
    for (const product of ['a', 'b', null])
      expect(of('2026-01-01', product).eind === null).toBe(of('2026-02-01', product).begin === null)
  })
  it('een klein eind is ook niet uit het totaal te rekenen', () => {
    expect(of('2026-02-01', 'a').eind).toBeNull()
    const shown = [of('2026-02-01', 'b').eind, of('2026-02-01', null).eind].filter((n) => n !== null)
    expect(shown.length).toBeLessThan(2)
  })
  it('een paar mensen erbij verbergt stromen van die maand, maar niet hoeveel er wachten', () => {
    const gewoon = protectVerloop(
      [rij('2026-03-01', 'a', [40, 3, 0, 0, 43]), rij('2026-03-01', 'b', [60, 10, 12, 0, 58])],
      8,
    )
    for (const one of gewoon) expect([one.begin, one.eind]).not.toContain(null)
    const groei = protectVerloop(
      [rij('2026-03-01', 'a', [40, 3, 0, 0, 43]), rij('2026-03-01', 'b', [60, 2, 0, 0, 62])],
      8,
    )
    for (const one of groei) expect([one.begin, one.eind]).not.toContain(null)
    expect(gewoon.find((one) => one.productId === null)).toMatchObject({ begin: 100, eind: 101 })
    expect(gewoon.find((one) => one.productId === 'a')).toMatchObject({ erbij: null })
  })
  it('wie alles mag zien ziet alles, met alle producten samen als som', () => {
    const all = protectVerloop(maanden, null)
    expect(all.find((one) => one.maand === '2026-02-01' && one.productId === null)).toMatchObject({
      begin: 101,
      erbij: 20,
      eind: 72,
      afgeschermd: false,
    })
  })
})
