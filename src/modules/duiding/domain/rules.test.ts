import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { canVerhaal, overgangsregels, type VerhaalToestand } from './toestanden.ts'

const verhaal = {
  status: 'concept' as VerhaalToestand,
  geschrevenDoor: 'schrijver',
  toestemmingOp: '2026-03-02',
  toestemmingTot: '2026-04-01',
}
const collega = { gebruikerId: 'collega', vandaag: '2026-03-02' }

describe('een verhaal bij een cijfer (PAR-01)', () => {
  it('wordt gepubliceerd door een ander dan de schrijver', () => {
    expect(canVerhaal(verhaal, 'publiceren', collega)).toEqual({ ok: true })
    expect(canVerhaal(verhaal, 'publiceren', { ...collega, gebruikerId: 'schrijver' })).toMatchObject({
      ok: false,
      reden: expect.stringContaining('Een collega'),
    })
  })

  it.each([
    ['2026-03-01', false],
    ['2026-03-02', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
  ])('en alleen zolang de toestemming geldt: op %s %s', (vandaag, mag) => {
    expect(canVerhaal(verhaal, 'publiceren', { ...collega, vandaag }).ok).toBe(mag)
  })

  it('dat is ingetrokken kan niets meer', () => {
    for (const actie of ['wijzigen', 'publiceren', 'intrekken'] as const)
      expect(canVerhaal({ ...verhaal, status: 'ingetrokken' }, actie, collega).ok).toBe(false)
  })

  it('kent de stappen die in de README staan', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    expect(readme.split('\n').filter((line) => line.startsWith('| Verhaal |'))).toEqual(overgangsregels())
  })
})
