import { describe, expect, it } from 'vitest'
import { decideAkkoord } from './rules.ts'

const jaar = { aantal: 12, eenheid: 'maanden' } as const

describe('een akkoord', () => {
  it('geldt van vandaag tot de gekozen dag', () => {
    expect(decideAkkoord('2026-03-03', '2026-03-02', jaar)).toEqual({ van: '2026-03-02', tot: '2026-03-03' })
    expect(decideAkkoord('2027-03-02', '2026-03-02', jaar)).toEqual({ van: '2026-03-02', tot: '2027-03-02' })
  })
  it('duurt minstens een dag', () => {
    expect(decideAkkoord('2026-03-02', '2026-03-02', jaar)).toMatchObject({ code: 'akkoord_zonder_duur' })
  })
  it('duurt niet langer dan de termijn van de regio', () => {
    expect(decideAkkoord('2027-03-03', '2026-03-02', jaar)).toMatchObject({
      code: 'akkoord_te_lang',
      field: 'tot',
    })
  })
})
