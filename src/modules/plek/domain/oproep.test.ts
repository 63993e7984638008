import { describe, expect, it } from 'vitest'
import { dutchInstant, dutchTimeOf } from '../../../shared/plain-date.ts'
import { decideMomenten, isBinnenNorm, minutenOf, percentageOf, type Verloop } from './oproep.ts'

const now = dutchInstant('2026-03-02', '12:00')
const verloop = (more: Partial<Verloop>): Verloop => ({
  gebeldDag: '2026-03-01',
  gebeldTijd: '23:50',
  afhandeling: null,
  gereageerdDag: null,
  gereageerdTijd: null,
  ...more,
})

describe('reactietijd bij een oproep (CAP-18)', () => {
  it('wie na middernacht komt, vult ook de dag in; de minuten lopen door', () => {
    const laat = { afhandeling: 'ter_plaatse', gereageerdTijd: '00:15' } as const
    expect(decideMomenten(verloop(laat), now)).toMatchObject({ code: 'reactie_voor_oproep' })
    const momenten = decideMomenten(verloop({ ...laat, gereageerdDag: '2026-03-02' }), now)
    if ('code' in momenten) throw new Error(momenten.message)
    expect(minutenOf(momenten)).toBe(25)
    expect(isBinnenNorm(momenten, 30, now)).toBe(true)
    expect(isBinnenNorm(momenten, 24, now)).toBe(false)
  })

  it('een oproep of reactie die nog moet komen wordt geweigerd, en een halve afhandeling ook', () => {
    expect(decideMomenten(verloop({ gebeldDag: '2026-03-02', gebeldTijd: '12:01' }), now)).toMatchObject({
      code: 'oproep_in_toekomst',
      field: 'gebeldTijd',
    })
    expect(decideMomenten(verloop({ afhandeling: 'op_afstand' }), now)).toMatchObject({
      code: 'tijd_ontbreekt',
    })
    expect(decideMomenten(verloop({ gereageerdTijd: '23:55' }), now)).toMatchObject({
      code: 'afhandeling_ontbreekt',
    })
    expect(
      decideMomenten(
        verloop({ afhandeling: 'ter_plaatse', gereageerdDag: '2026-03-02', gereageerdTijd: '12:01' }),
        now,
      ),
    ).toMatchObject({ code: 'reactie_in_toekomst' })
  })

  it('precies op de norm is op tijd; zonder afspraak, op afstand of zolang de norm loopt telt een oproep niet', () => {
    const gebeldOp = dutchInstant('2026-03-02', '11:00')
    const ter = (time: string) => ({
      gebeldOp,
      gereageerdOp: dutchInstant('2026-03-02', time),
      afhandeling: 'ter_plaatse' as const,
    })
    expect(isBinnenNorm(ter('11:30'), 30, now)).toBe(true)
    expect(isBinnenNorm(ter('11:31'), 30, now)).toBe(false)
    expect(isBinnenNorm(ter('11:31'), null, now)).toBeNull()
    expect(isBinnenNorm({ ...ter('11:31'), afhandeling: 'op_afstand' }, 30, now)).toBeNull()
    const open = { gebeldOp, gereageerdOp: null, afhandeling: null }
    expect(isBinnenNorm(open, 60, now)).toBeNull()
    expect(isBinnenNorm(open, 59, now)).toBe(false)
  })

  it('zonder metingen is er geen percentage', () => {
    expect(percentageOf({ binnenNorm: 0, gemeten: 0 })).toBeNull()
    expect(percentageOf({ binnenNorm: 2, gemeten: 3 })).toBe(66.7)
  })

  it('een Nederlandse kloktijd is hetzelfde moment in zomer en winter', () => {
    expect(dutchInstant('2026-01-15', '12:00').toISOString()).toBe('2026-01-15T11:00:00.000Z')
    expect(dutchInstant('2026-07-15', '00:30').toISOString()).toBe('2026-07-14T22:30:00.000Z')
    for (const [day, time] of [
      ['2026-03-29', '01:59'],
      ['2026-03-29', '03:00'],
      ['2026-10-25', '01:30'],
      ['2026-10-25', '02:30'],
      ['2026-10-25', '03:30'],
    ] as const)
      expect(dutchTimeOf(dutchInstant(day, time))).toBe(time)
  })
})
