import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isBsn, isTestBsn, maskBsn, normaliseBsn } from '../../src/shared/bsn.ts'

it('een burgerservicenummer heeft negen cijfers en voldoet aan de elfproef', () => {
  expect(isBsn('999900006')).toBe(true)
  expect(isBsn('999999990')).toBe(true)
  expect(isBsn('999900007')).toBe(false)
  expect(isBsn('99990000')).toBe(false)
  expect(isBsn('000000000')).toBe(false)
  expect(isBsn('99990000a')).toBe(false)
})

it('alleen de testreeks 999900006 tot en met 999999990 is een testnummer', () => {
  expect(isTestBsn('999900006')).toBe(true)
  expect(isTestBsn('999999990')).toBe(true)
  expect(isTestBsn('123456782')).toBe(false)
})

it('spaties, punten en streepjes vallen weg en een verloren voorloopnul komt terug', () => {
  expect(normaliseBsn(' 9999.00.006 ')).toBe('999900006')
  expect(normaliseBsn('12345672')).toBe('012345672')
  expect(normaliseBsn('12345673')).toBeUndefined()
  expect(normaliseBsn('')).toBeUndefined()
  expect(maskBsn('999900006')).toBe('•••••• 006')
})

it('één verkeerd cijfer valt altijd op', () => {
  const valid = fc
    .integer({ min: 10_000_000, max: 999_999_999 })
    .map((n) => String(n).padStart(9, '0'))
    .filter(isBsn)
  fc.assert(
    fc.property(valid, fc.nat({ max: 8 }), fc.integer({ min: 1, max: 9 }), (bsn, at, plus) => {
      const wrong = bsn.slice(0, at) + ((Number(bsn[at]) + plus) % 10) + bsn.slice(at + 1)
      expect(isBsn(wrong)).toBe(false)
    }),
  )
})
