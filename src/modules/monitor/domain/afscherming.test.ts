import { describe, expect, it } from 'vitest'
import { protectRows } from './afscherming.ts'
import { protectWeigeringen, type WeigerRij } from './weigeringen.ts'

const rij = (verblijven: number, teLang: number, zichtbaar = false) => ({ verblijven, teLang, zichtbaar })
const regels = { hoofd: 'verblijven', aantallen: ['verblijven', 'teLang'] } as const

describe('kleine aantallen in een rij', () => {
  it('is het aantal verblijven klein, dan zegt de hele rij niets', () => {
    const { rijen } = protectRows([rij(3, 2), rij(40, 12), rij(50, 20)], rij(93, 34), regels, 8)
    expect(rijen[0]).toMatchObject({ verblijven: null, teLang: null, afgeschermd: true })
    expect(rijen[2]).toMatchObject({ verblijven: 50, teLang: 20, afgeschermd: false })
  })
  it('een klein deel van een groot aantal is verborgen, het grote aantal niet', () => {
    const { rijen } = protectRows([rij(40, 2), rij(50, 12), rij(60, 20)], rij(150, 34), regels, 8)
    expect(rijen.map((one) => one.verblijven)).toEqual([40, 50, 60])
    expect(rijen.map((one) => one.teLang)).toEqual([null, null, 20])
  })
  it('het totaal is ook verborgen als het een aantal zou verraden', () => {
    const { totaal } = protectRows([rij(40, 2), rij(50, 0)], rij(90, 2), regels, 8)
    expect(totaal).toMatchObject({ verblijven: 90, teLang: null })
  })
  it('wie de dossiers mag openen, ziet ook kleine aantallen', () => {
    const { rijen } = protectRows([rij(3, 2, true)], rij(3, 2, true), regels, 8)
    expect(rijen[0]).toMatchObject({ verblijven: 3, teLang: 2, afgeschermd: false })
  })
  it('een mediaan over te weinig mensen staat er niet', () => {
    const { rijen } = protectRows(
      [{ wachtend: 20, plaatsbaar: 3, dagen: 44, zichtbaar: false }],
      null,
      { hoofd: null, aantallen: ['wachtend', 'plaatsbaar'], rustOp: { dagen: 'plaatsbaar' } },
      8,
    )
    expect(rijen[0]).toMatchObject({ wachtend: 20, plaatsbaar: null, dagen: null })
  })
  it('uit begin en eind is geen klein aantal erbij of eraf uit te rekenen', () => {
    const { rijen } = protectRows(
      [{ begin: 100, erbij: 20, eraf: 3, eind: 117, zichtbaar: false }],
      null,
      { hoofd: null, aantallen: ['begin', 'erbij', 'eraf', 'eind'], balans: ['erbij', 'eraf'] },
      8,
    )
    expect(rijen[0]).toMatchObject({ begin: 100, erbij: null, eraf: null, eind: 117 })
  })
})

describe('weigeringen', () => {
  const weiger = (maand: string, reden: string, aantal: number): WeigerRij => ({
    maand: `2026-${maand}-01`,
    zijde: 'toegang',
    reden,
    aantal,
    zichtbaar: false,
  })
  const rijen = [
    weiger('01', 'a', 9),
    weiger('02', 'a', 3),
    weiger('01', 'b', 20),
    weiger('02', 'b', 15),
    weiger('01', 'c', 30),
    weiger('02', 'c', 30),
  ]
  it('tellen per reden op over de maanden', () => {
    expect(protectWeigeringen(rijen, 8).samen.map(({ reden, aantal }) => [reden, aantal])).toEqual([
      ['a', 12],
      ['b', 35],
      ['c', 60],
    ])
  })
  it('een klein aantal in een maand is niet uit te rekenen uit de reden of uit de maand', () => {
    const perMaand = protectWeigeringen(rijen, 8).perMaand
    const dicht = (test: (one: (typeof perMaand)[number]) => boolean) =>
      perMaand.filter((one) => test(one) && one.aantal === null).length
    expect(perMaand[1]!.aantal).toBeNull()
    expect(dicht((one) => one.reden === 'a')).toBe(2)
    expect(dicht((one) => one.maand === '2026-02-01')).toBeGreaterThan(1)
    expect(dicht((one) => one.maand === '2026-01-01')).not.toBe(1)
  })
})
