import { describe, expect, it } from 'vitest'
import { BEGELEID, givenMaatregel, givenUitgangspunt, OPVANG } from '../../../../tests/given/uitgangspunt.ts'
import { givenVergelijking } from '../../../../tests/given/vergelijking.ts'
import { gebeurdInZinnen, layGebeurd, voorbij } from './gebeurd.ts'
import type { Ketenfeiten } from './ketenfeiten.ts'

const punt = givenUitgangspunt()
const uitkomst = givenVergelijking(punt, [
  givenMaatregel({ soort: 'plekken', product: OPVANG, aantal: 20, vanaf: '2026-02-10' }),
])
const maanden = voorbij(uitkomst, '2026-04-15')

/** So many who report on the first day of February and wait on, for each product. */
const feiten = (opvang: number, begeleid: number): Ketenfeiten => ({
  peildatum: '2026-04-15',
  gemeenten: [],
  producten: [...punt.producten],
  verblijven: [],
  plekken: [],
  wachtenden: [
    ...Array.from({ length: opvang }, (_, i) => ({ wie: `o${i}`, productId: OPVANG })),
    ...Array.from({ length: begeleid }, (_, i) => ({ wie: `b${i}`, productId: BEGELEID })),
  ].map((een) => ({ ...een, gemeente: 'GM0606', op: '2026-02-01', gestartOp: null, wegOp: null })),
})
const leg = (nu: Ketenfeiten, kleinsteGetal = 5) =>
  layGebeurd(uitkomst, nu, maanden, { kleinsteGetal, metWoning: true })
const gebeurd = (nu: Ketenfeiten, maat: string, naam: string) =>
  leg(nu).find((reeks) => reeks.maat === maat && reeks.naam === naam)!.gebeurd

describe('voorspeld en gebeurd', () => {
  it('een maand telt mee als zij voorbij is, en niet eerder', () => {
    expect(voorbij(uitkomst, '2026-02-28')).toEqual([])
    expect(voorbij(uitkomst, '2026-03-01')).toEqual(['2026-02-01'])
    expect(maanden).toEqual(['2026-02-01', '2026-03-01'])
    expect(voorbij(uitkomst, '2040-01-01').length).toBe(24)
  })

  it('per product en voor de hele keten staat wat er gebeurde naast dezelfde maanden van beide banden', () => {
    expect(gebeurd(feiten(20, 10), 'wachtend', 'Opvang')).toEqual([20, 20])
    expect(gebeurd(feiten(20, 10), 'instroom', 'Begeleid wonen')).toEqual([10, 0])
    expect(gebeurd(feiten(20, 10), 'wachtend', 'Hele keten')).toEqual([30, 30])
    for (const reeks of leg(feiten(20, 10)))
      expect([reeks.basis.length, reeks.met.length, reeks.gebeurd.length]).toEqual([2, 2, 2])
  })

  it('een klein aantal is niet te zien, en ook niet uit te rekenen uit de hele keten', () => {
    // The other product would tell it: chain less product. So that one hides as well.
    expect(gebeurd(feiten(20, 2), 'wachtend', 'Begeleid wonen')).toEqual([null, null])
    expect(gebeurd(feiten(20, 2), 'wachtend', 'Opvang')).toEqual([null, null])
    expect(gebeurd(feiten(20, 2), 'wachtend', 'Hele keten')).toEqual([22, 22])
    // With nobody else there is nothing to hide behind: the chain hides too.
    expect(gebeurd(feiten(3, 0), 'wachtend', 'Hele keten')).toEqual([null, null])
    expect(gebeurd(feiten(3, 1), 'wachtend', 'Hele keten')).toEqual([null, null])
  })

  it('in woorden: in hoeveel maanden het ging zoals voorzien', () => {
    const midden = uitkomst.reeksen[0]!.basis[1]!.gemiddeld
    const reeks = { ...leg(feiten(20, 10))[0]!, gebeurd: [500, midden] }
    const [zin, slot] = gebeurdInZinnen(uitkomst, maanden, [reeks])
    expect(zin).toContain('lag in 1 van de 2 maanden die te tonen zijn binnen de band zonder de maatregelen')
    expect(slot).toContain('Of de maatregelen ook echt zijn genomen')
    expect(gebeurdInZinnen(uitkomst, maanden, [{ ...reeks, gebeurd: [null, 500] }])[0]).toContain(
      'lag in 0 van de ene maand die te tonen is binnen de band zonder de maatregelen, en in 0 binnen',
    )
    expect(gebeurdInZinnen(uitkomst, maanden, [{ ...reeks, gebeurd: [null, null] }])[0]).toBe(
      'Er wachtten te weinig mensen om iets te tonen.',
    )
  })

  it('is er nog geen maand voorbij, dan staat er wanneer dat wel zo is', () => {
    expect(gebeurdInZinnen(uitkomst, [], [])).toEqual([
      'Er is nog geen maand voorbij. Op 1 maart 2026 staat hier wat er in februari 2026 gebeurde.',
    ])
  })
})
