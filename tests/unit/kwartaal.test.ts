import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  kwartaalNaam,
  kwartaalOf,
  kwartalenTot,
  laatsteHeleKwartaal,
  periodeVanKwartaal,
} from '../../src/shared/kwartaal.ts'
import { addDays } from '../../src/shared/plain-date.ts'

describe('kwartalen', () => {
  it('elke dag valt in precies zijn eigen kwartaal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (n) => {
        const day = addDays('2020-01-01', n)
        const { van, tot } = periodeVanKwartaal(kwartaalOf(day))
        return van <= day && day < tot
      }),
    )
    expect(kwartalenTot('2026-03-02', 3)).toEqual(['2026-1', '2025-4', '2025-3'])
  })

  it('het laatste hele kwartaal is het kwartaal voor het lopende, ook op de eerste en de laatste dag', () => {
    expect(laatsteHeleKwartaal('2026-01-01')).toBe('2025-4')
    expect(laatsteHeleKwartaal('2026-03-31')).toBe('2025-4')
    expect(laatsteHeleKwartaal('2026-04-01')).toBe('2026-1')
    expect(kwartaalNaam('2026-1')).toBe('eerste kwartaal 2026')
  })
})
