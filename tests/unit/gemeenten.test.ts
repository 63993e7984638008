import { describe, expect, it } from 'vitest'
import { findGemeente, formatGemeente, GEMEENTEN } from '../../src/shared/gemeenten.ts'

describe('gemeenten', () => {
  it('er zijn 342 gemeenten met elk een eigen code in oplopende volgorde', () => {
    expect(GEMEENTEN).toHaveLength(342)
    const codes = GEMEENTEN.map((g) => g.code)
    expect([...new Set(codes)].sort()).toEqual(codes)
    for (const gemeente of GEMEENTEN) expect(gemeente.code).toMatch(/^GM\d{4}$/)
  })

  it('elke gemeente is te vinden op code en op officiële naam', () => {
    for (const gemeente of GEMEENTEN) {
      expect(findGemeente(gemeente.code)).toBe(gemeente)
      expect(findGemeente(gemeente.naam)).toBe(gemeente)
      expect(findGemeente(`Gemeente ${gemeente.naam.toUpperCase()}`)).toBe(gemeente)
    }
  })

  it.each([
    ['vlaardingen', 'GM0622'],
    ['622', 'GM0622'],
    ['gm0622', 'GM0622'],
    ['gemeente Maassluis ', 'GM0556'],
    ['Den Haag', 'GM0518'],
    ['s Gravenhage', 'GM0518'],
    ['’s-Gravenhage', 'GM0518'],
    ['Centrumgemeente Delft', 'GM0503'],
    ['den bosch', 'GM0796'],
    ['Sudwest-Fryslan', 'GM1900'],
    ['Hengelo', 'GM0164'],
    ['Rijswijk', 'GM0603'],
    ['Bergen (NH)', 'GM0373'],
    ['Pijnacker Nootdorp', 'GM1926'],
  ])('"%s" is %s', (text, code) => {
    expect(findGemeente(text)?.code).toBe(code)
  })

  it('een naam die twee gemeenten delen of die niet bestaat geeft niets', () => {
    for (const text of ['Bergen', '', 'Spijkenisse', '9999', 'gemeente'])
      expect(findGemeente(text)).toBeUndefined()
  })

  it('op het scherm vervalt de toevoeging, behalve waar die nodig is', () => {
    expect(formatGemeente(findGemeente('GM0164')!)).toBe('Hengelo')
    expect(formatGemeente(findGemeente('GM0373')!)).toBe('Bergen (NH.)')
  })
})
