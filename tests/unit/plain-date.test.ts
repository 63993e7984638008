import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, ageOn } from '../../src/shared/plain-date.ts'

describe('leeftijd op een dag', () => {
  it('is voor elke dag van vijf jaar gelijk aan die van Temporal, ook voor wie op 29 februari is geboren', () => {
    for (const birth of ['2004-02-29', '2000-01-01', '1999-12-31', '1958-07-14'])
      for (let day = 0; day < 5 * 366; day++) {
        const on = addDays('2023-06-01', day)
        const { years } = Temporal.PlainDate.from(birth).until(on, { largestUnit: 'years' })
        expect(ageOn(birth, on), `${birth} op ${on}`).toBe(years)
      }
  })
})
