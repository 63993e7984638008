import { describe, expect, it } from 'vitest'
import { givenHistory, knownOn, opvang } from '../../../../tests/given/ketenhistorie.ts'
import type { Ketenfeiten } from './ketenfeiten.ts'
import { type Oordeel, oordeelInWoorden, oordeelOver } from './oordeel.ts'
import { createRekenaar } from './rekenen.ts'
import {
  beginVan,
  compareTerugblik,
  type Gesimuleerd,
  HERHALINGEN,
  isBinnen,
  MAANDEN,
  prepareTerugblik,
  ZAAD,
} from './terugblik.ts'
import { reeksenVan } from './terugblikreeks.ts'

const EINDE = '2027-01-01'
const BEGIN = beginVan(EINDE)

const reken = createRekenaar()
let keer = 0

function lookBack(nu: Ketenfeiten) {
  const model = prepareTerugblik(knownOn(nu, BEGIN), 8).model.model!
  const gerekend = reken({ sleutel: String(++keer), model, zaad: ZAAD, eerste: 0, aantal: HERHALINGEN })
  if ('fout' in gerekend) throw new Error(gerekend.fout)
  const { cellen, kans, kansen } = compareTerugblik(reeksenVan(model, gerekend), nu, BEGIN)
  return oordeelOver(cellen, kans, kansen)!
}

describe('terugkijken op een jaar dat liep zoals de keten altijd liep', () => {
  it('beslaat twaalf hele maanden die voorbij zijn', () => {
    expect(BEGIN).toBe('2025-12-31')
    expect(beginVan('2027-01-31')).toBe('2025-12-31')
    expect(beginVan('2027-02-01')).toBe('2026-01-31')
  })

  it('van een geschiedenis die het model zelf maakte, ligt ongeveer 95 procent binnen 95 procent en 80 binnen 80', () => {
    const oordelen = Array.from({ length: 10 }, (_, i) => lookBack(givenHistory(6, 201 + i)))
    const som = (van: (oordeel: Oordeel) => number) => oordelen.reduce((sum, een) => sum + van(een), 0)
    const cellen = som(({ alle }) => alle.cellen)
    const binnen95 = som(({ alle }) => alle.binnen95) / cellen
    const binnen80 = som(({ alle }) => alle.binnen80) / cellen
    expect(cellen).toBe(10 * 7 * MAANDEN)
    // Of two hundred other histories 96% and 86%: what lies within half a person of the band counts as within.
    expect(binnen95).toBeGreaterThan(0.92)
    expect(binnen95).toBeLessThan(0.99)
    expect(binnen80).toBeGreaterThan(0.78)
    expect(binnen80).toBeLessThan(0.91)
    // Of those two hundred 15 were judged wrongly; of ten more than three would come five times in a thousand.
    expect(oordelen.filter(({ klopte }) => !klopte).length).toBeLessThanOrEqual(3)
  }, 180_000)
})

describe('terugkijken op een jaar waarin de wereld veranderde', () => {
  it('twee keer zo veel meldingen vanaf de begindag: de prognose klopte niet, en het staat erbij waardoor', () => {
    for (const seed of [1, 2, 3]) {
      const oordeel = lookBack(givenHistory(6, seed, { op: BEGIN, instroom: 2 }))
      expect(oordeel.klopte).toBe(false)
      const { kop, uitleg } = oordeelInWoorden(oordeel)
      expect(kop).toContain('gebruik haar niet')
      expect(uitleg).toContain('wie zich meldt')
      expect(uitleg).toContain('meestal meer dan verwacht')
    }
  })
})

describe('naast elkaar leggen', () => {
  const wachtend = (waarden: (maand: number) => number[]): Gesimuleerd => ({
    maat: 'wachtend',
    product: opvang,
    waarden: (maand) => Float64Array.from(waarden(maand)),
  })
  const leeg: Ketenfeiten = {
    peildatum: EINDE,
    producten: [],
    gemeenten: [],
    verblijven: [],
    wachtenden: [],
    plekken: [],
  }
  const wacht = (op: string, gestartOp: string | null) => ({
    wie: op,
    productId: opvang,
    gemeente: null,
    op,
    gestartOp,
    wegOp: null,
  })
  const duizend = Array.from({ length: 1000 }, (_, i) => i / 100)

  it('telt wie wacht naar de dagen van de maand, en wie er op de begindag al wachtte ook', () => {
    const nu = { ...leeg, wachtenden: [wacht('2025-06-01', '2026-01-11'), wacht('2026-12-31', null)] }
    const { cellen } = compareTerugblik([wachtend(() => duizend)], nu, BEGIN)
    expect(cellen.map(({ gebeurd }) => gebeurd).slice(0, 2)).toEqual([10 / 31, 0])
    expect(cellen.at(-1)).toMatchObject({ maand: '2026-12-01', gebeurd: 1 / 31 })
  })

  it('geeft de kans dat een prognose die klopt er zo veel buiten heeft, maanden die samenhangen meegerekend', () => {
    const nu = { ...leeg, wachtenden: Array.from({ length: 12 }, (_, i) => wacht(`2025-06-${10 + i}`, null)) }
    // Each run has the same value in every month: of twenty in a thousand far too many, twelve months on end.
    const samen = wachtend(() => [...duizend.slice(0, 980), ...Array.from({ length: 20 }, () => 30)])
    const { cellen, kans } = compareTerugblik([samen], nu, BEGIN)
    expect(cellen.every(({ gebeurd, hoog95 }) => gebeurd === 12 && hoog95 < 10)).toBe(true)
    // Twelve months outside of twelve: as if they were apart that never happens, but it is one year in fifty.
    expect(kans).toBeCloseTo(21 / 1001, 6)
    // What happened lies within every band: as many outside come always.
    const breed = compareTerugblik([wachtend(() => duizend.map((value) => 2 * value))], nu, BEGIN)
    expect(breed.kans).toBe(1)
  })

  it('een halve persoon of één op de veertig ernaast is geen verschil', () => {
    expect([9.5, 9.4].map((waarde) => isBinnen(waarde, 10, 14))).toEqual([true, false])
    expect([41, 41.1].map((waarde) => isBinnen(waarde, 40, 40))).toEqual([true, false])
  })

  it('zegt niets van een product waar niemand was en niemand kwam', () => {
    const uitkomst = compareTerugblik([wachtend(() => duizend.map(() => 0))], leeg, BEGIN)
    expect(uitkomst.cellen).toEqual([])
    expect(oordeelOver(uitkomst.cellen, uitkomst.kans, uitkomst.kansen)).toBeUndefined()
  })
})

describe('het oordeel', () => {
  const cel = (gebeurd: number) => ({
    maat: 'wachtend' as const,
    gebeurd,
    midden: 10,
    laag80: 8,
    hoog80: 12,
    laag95: 6,
    hoog95: 14,
  })
  const cellen = [cel(10), cel(13), cel(20)]
  const oordeel = (kans: number, maat: number) => oordeelOver(cellen, kans, new Map([['wachtend', maat]]))!

  it('klopt niet bij minder dan één op de honderd samen, of minder dan één op de tweehonderd bij één maat', () => {
    expect(oordeel(0.01, 0.005).klopte).toBe(true)
    expect(oordeel(0.0099, 0.5).klopte).toBe(false)
    expect(oordeel(0.5, 0.0049).klopte).toBe(false)
  })

  it('zegt hoeveel er binnen de marges lag', () => {
    expect(oordeel(0.5, 0.5).alle).toEqual({ cellen: 3, binnen80: 1, binnen95: 2, kans: 0.5 })
    expect(oordeelInWoorden(oordeel(0.5, 0.5))).toEqual({
      kop: 'Deze prognose klopte het afgelopen jaar',
      uitleg:
        'Van de 3 vergelijkingen lagen er 2 binnen de marge van 95 procent. Zo veel afwijking is gewoon toeval.',
    })
    const { uitleg } = oordeelInWoorden(oordeel(0.5, 0.001))
    // Of a forecast that holds it is said now and then as well.
    expect(uitleg).toContain('Zo veel afwijking is zelden toeval.')
    expect(uitleg).toContain(
      'wie wacht op een plek: in 1 van de 3 vergelijkingen buiten de marge, meestal meer dan verwacht',
    )
  })
})
