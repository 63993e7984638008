import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { formatCount, formatNumber, parseDutchDate, parseDutchNumber } from '../../src/ui/format.ts'
import { parseSearch, stringifySearch } from '../../src/ui/search-params.ts'

describe('invoer op zijn Nederlands', () => {
  test.each([
    ['1-4-2026', '2026-04-01'],
    ['01/04/2026', '2026-04-01'],
    [' 1.4.2026 ', '2026-04-01'],
    ['01042026', '2026-04-01'],
    ['1 april 2026', '2026-04-01'],
    ['3 mrt 2026', '2026-03-03'],
    ['2026-04-01', '2026-04-01'],
    ['29-2-2028', '2028-02-29'],
  ])('de datum %s is %s', (text, iso) => expect(parseDutchDate(text)).toBe(iso))

  test.each(['31-2-2026', '29-2-2026', '1-13-2026', '1-4-26', 'morgen', '1 xyz 2026', ''])(
    'de datum %s bestaat niet',
    (text) => expect(parseDutchDate(text)).toBe(undefined),
  )

  test.each([
    ['12', 12],
    ['12,5', 12.5],
    ['1.234,50', 1234.5],
    ['-3', -3],
    ['€ 45,50', 45.5],
  ])('het getal %s is %d', (text, value) => expect(parseDutchNumber(text)).toBe(value))

  test.each(['12.5', '1.23.4', 'twaalf', '', ','])('%s is geen getal', (text) =>
    expect(parseDutchNumber(text)).toBe(undefined),
  )

  test('getallen en aantallen', () => {
    expect(formatNumber(1234.5)).toBe('1.234,5')
    expect(formatNumber(12.5, { unit: 'procent' })).toBe('12,5%')
    expect(formatNumber(1234.5, { unit: 'euro' }).replace(/\s/g, ' ')).toBe('€ 1.234,50')
    expect([0, 1, 2].map((count) => formatCount(count, 'plek', 'plekken'))).toEqual([
      'geen plekken',
      '1 plek',
      '2 plekken',
    ])
  })
})

test('een adres gaat heen en terug zonder verlies', () => {
  const search = { zoek: 'a&b=c', code: '007', status: ['vrij', 'bezet'] }
  expect(parseSearch(stringifySearch({ ...search, leeg: '', weg: undefined }))).toEqual(search)
})

test('elke waarde waar de stijl om vraagt, is van ons', () => {
  const stylesheet = createRequire(import.meta.url).resolve('@amsterdam/design-system-css/dist/index.css')
  const asked = new Set(
    readFileSync(stylesheet, 'utf8')
      .match(/var\(--ams-[a-z0-9-]+/g)
      ?.map((one) => one.slice(4)),
  )
  asked.delete('--ams-line-height')
  const given = readFileSync(new URL('../../packages/tokens/index.css', import.meta.url), 'utf8')
  expect(asked.size).toBeGreaterThan(1000)
  expect([...asked].filter((name) => !given.includes(`${name}:`))).toEqual([])
})
