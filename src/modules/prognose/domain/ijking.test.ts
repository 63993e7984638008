import { describe, expect, it } from 'vitest'
import {
  gemeenten,
  givenHistory,
  opvang,
  producten,
  WAARHEID,
  wonen,
} from '../../../../tests/given/ketenhistorie.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { calibrate } from './ijking.ts'
import { ELDERS } from './instroom.ts'
import { buildKeten } from './keten.ts'
import type { Ketenfeiten, Verblijffeit, Wachtfeit } from './ketenfeiten.ts'
import { WONING } from './ketenloop.ts'

describe('ijken op een geschiedenis die met bekende getallen is gemaakt', () => {
  it('geeft die getallen terug, binnen hun marges', () => {
    const misses: string[] = []
    let asked = 0
    for (const seed of [1, 2, 3, 4]) {
      const ijking = calibrate(givenHistory(6, seed), 8)
      const [o, w] = ijking.producten
      const check = (naam: string, truth: number, found: { laag: number; hoog: number; waarde: number }) => {
        asked++
        if (truth < found.laag || truth > found.hoog) {
          misses.push(`${naam} ${seed}: ${found.waarde} (${found.laag} tot ${found.hoog}), waar is ${truth}`)
        }
      }
      check('instroom GM1', WAARHEID.instroom.GM1, o!.instroom.get('GM1')!)
      check('instroom GM2', WAARHEID.instroom.GM2, o!.instroom.get('GM2')!)
      check('verblijf opvang', WAARHEID.verblijf.opvang, o!.verblijfsduur)
      check('verblijf wonen', WAARHEID.verblijf.wonen, w!.verblijfsduur)
      check('naar wonen', WAARHEID.naarWonen, o!.vervolg.get(wonen)!)
      check('naar woning', WAARHEID.naarWoning, o!.vervolg.get(WONING)!)
      check('terugkeer', WAARHEID.terug, o!.terugkeer!.schatting)
      check('afhaken', WAARHEID.afhaken, o!.afhaken!.schatting)
    }
    expect(asked).toBe(32)
    // Of 95% intervals one in twenty misses: more than four of 32 comes about once in fifty times.
    expect(misses.length, misses.join('\n')).toBeLessThanOrEqual(4)
  })

  it('geeft een keten die klopt, met wie er is en wie wacht', () => {
    const feiten = givenHistory(4, 9)
    const { model, weggelaten } = buildKeten(calibrate(feiten, 8), feiten, 24)
    expect(model.faults).toEqual([])
    expect(weggelaten).toEqual([])
    const hier = feiten.verblijven.filter(({ tot }) => tot === null).length
    const start = model.model!.facilities.flatMap((facility) => facility.start)
    expect(start.reduce((sum, group) => sum + group.count, 0)).toBe(hier)
    expect(model.model!.waiting.length).toBe(feiten.wachtenden.filter((w) => !w.gestartOp && !w.wegOp).length)
  })
})

describe('met weinig gevallen', () => {
  const leeg: Ketenfeiten = {
    peildatum: '2026-01-01',
    producten,
    gemeenten,
    verblijven: [],
    wachtenden: [],
    plekken: [{ productId: opvang, locatieId: null, van: '2020-01-01', tot: null }],
  }

  it('een leeg register geeft aannames en nooit een onzin-getal', () => {
    const ijking = calibrate(leeg, 8)
    expect(ijking.begin).toBeNull()
    for (const deel of ijking.producten) {
      expect(deel.verblijfsduur).toMatchObject({
        n: null,
        bron: 'Aanname van Onderdak: te weinig gevallen in het register',
      })
      expect(deel.verblijfsduur.waarde).toBeGreaterThan(0)
      for (const schatting of deel.instroom.values()) expect(schatting.waarde).toBe(0)
    }
    expect(buildKeten(ijking, leeg, 12).model.faults).toEqual([])
  })

  it('zolang niemand vertrok, komt er zoveel als nodig is om even vol te blijven', () => {
    const hier = (i: number): Verblijffeit => ({
      wie: `h${i}`,
      productId: wonen,
      locatieId: null,
      van: '2025-12-01',
      gereedOp: null,
      tot: null,
      bestemming: null,
    })
    const feiten: Ketenfeiten = {
      ...leeg,
      verblijven: Array.from({ length: 30 }, (_, i) => hier(i)),
      plekken: [...leeg.plekken, { productId: wonen, locatieId: null, van: '2020-01-01', tot: null }],
      wachtenden: Array.from({ length: 32 }, (_, i) => ({
        wie: `w${i}`,
        productId: wonen,
        gemeente: i % 4 ? 'GM1' : 'GM2',
        op: '2025-12-10',
        gestartOp: null,
        wegOp: null,
      })),
    }
    // Thirty people for three years each: ten a year, of whom three quarters from the first.
    const { instroom } = calibrate(feiten, 8).producten[1]!
    expect(instroom.get('GM1')!.waarde).toBeCloseTo(7.5, 1)
    expect(instroom.get('GM2')!.aanname).toContain('verdeeld zoals wie nu wacht')
    // Seven from one gemeente are too few: their share would tell that they are seven.
    const weinig = calibrate({ ...feiten, wachtenden: feiten.wachtenden.slice(1) }, 8).producten[1]!.instroom
    expect(weinig.get('GM1')!.waarde).toBeCloseTo(5, 1)
    expect(weinig.get('GM2')!.aanname).toContain('uit elke gemeente evenveel')
  })

  it('drie gevallen uit een gemeente zijn niet te zien: de schatting leunt op de rest en zegt dat', () => {
    const wacht = (gemeente: string | null, i: number, productId = opvang): Wachtfeit => ({
      wie: `${gemeente} ${i}`,
      productId,
      gemeente,
      op: addDays('2024-01-02', 12 * i),
      gestartOp: null,
      wegOp: null,
    })
    const vertrokken: Verblijffeit = {
      wie: 'x',
      productId: opvang,
      locatieId: null,
      van: '2023-01-01',
      gereedOp: null,
      tot: '2024-01-01',
      bestemming: 'andere_regio',
    }
    const feiten = {
      ...leeg,
      verblijven: [vertrokken],
      wachtenden: [
        ...Array.from({ length: 60 }, (_, i) => wacht('GM1', i)),
        ...Array.from({ length: 3 }, (_, i) => wacht('GM2', i)),
        wacht('GM9', 1),
      ],
    }
    const { instroom, verblijfsduur } = calibrate(feiten, 8).producten[0]!
    expect(instroom.get('GM1')).toMatchObject({ n: 60, aanname: null })
    expect(instroom.get('GM2')!.n).toBeNull()
    expect(instroom.get('GM2')!.aanname).toContain('Te weinig gevallen')
    expect(instroom.get(ELDERS)!.n).toBeNull()
    expect(verblijfsduur.n).toBeNull()
  })

  it('een product dat later in het register kwam, telt vanaf de eerste melding', () => {
    const feiten: Ketenfeiten = {
      ...leeg,
      verblijven: [
        {
          wie: 'x',
          productId: opvang,
          locatieId: null,
          van: '2021-01-01',
          gereedOp: null,
          tot: '2022-01-01',
          bestemming: null,
        },
      ],
      wachtenden: Array.from({ length: 73 }, (_, i) => ({
        wie: `w${i}`,
        productId: opvang,
        gemeente: 'GM1',
        op: addDays('2024-01-01', 10 * i),
        gestartOp: null,
        wegOp: null,
      })),
    }
    const schatting = calibrate(feiten, 8).producten[0]!.instroom.get('GM1')!
    expect(schatting.waarde).toBeCloseTo(36.5, 0)
    expect(schatting.aanname).toContain('Geteld vanaf 1 januari 2024')
  })

  it('een product met een langste verblijf leunt daarop', () => {
    const feiten = { ...leeg, producten: [{ ...producten[0]!, termijn: 84 }] }
    expect(calibrate(feiten, 8).producten[0]!.verblijfsduur).toMatchObject({
      waarde: 63,
      bron: 'Langste verblijf volgens de regels van de regio',
    })
  })
})
