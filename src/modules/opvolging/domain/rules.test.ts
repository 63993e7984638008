import { describe, expect, it } from 'vitest'
import { canChange, isEscalatieNodig, refusalOfStap } from './rules.ts'

describe('de volgende stap', () => {
  it('wijzigt alleen wie verantwoordelijk is, zolang de opvolging open is', () => {
    const stap = { status: 'open', organisatieId: 'a', organisatie: 'Wijkteam' }
    expect(canChange(stap, 'a').ok).toBe(true)
    expect(canChange(stap, 'b')).toMatchObject({ ok: false, reden: expect.stringContaining('Wijkteam') })
    expect(canChange({ ...stap, status: 'afgesloten' }, 'a').ok).toBe(false)
  })

  it('ligt niet in het verleden en niet verder dan een jaar weg', () => {
    expect(refusalOfStap('2026-03-02', '2026-03-02')).toBeUndefined()
    expect(refusalOfStap('2026-03-01', '2026-03-02')?.code).toBe('stap_in_verleden')
    expect(refusalOfStap('2027-03-03', '2026-03-02')).toBeUndefined()
    expect(refusalOfStap('2027-03-04', '2026-03-02')?.code).toBe('stap_te_ver')
  })

  it('gaat naar de coördinator als drie werkdagen voorbij zijn; een weekend telt niet mee', () => {
    const termijn = { aantal: 3, eenheid: 'werkdagen' } as const
    expect(isEscalatieNodig('2026-03-06', termijn, '2026-03-11')).toBe(false)
    expect(isEscalatieNodig('2026-03-06', termijn, '2026-03-12')).toBe(true)
    expect(isEscalatieNodig('2026-03-02', termijn, '2026-03-05')).toBe(false)
    expect(isEscalatieNodig('2026-03-02', termijn, '2026-03-06')).toBe(true)
  })
})
