import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { mayStartOn, overlapFault, planChange, planEnd, planWithdraw, type Rij, rijOp } from './gedateerd.ts'

const zesWeken: Rij<{ aantal: number }> = { van: '2020-01-01', tot: null, waarde: { aantal: 6 } }
const planned = planChange([zesWeken], { vanaf: '2026-04-01', waarde: { aantal: 8 } }) as Rij<{
  aantal: number
}>[]

describe('vanaf datum X geldt Y', () => {
  it('sluit wat gold op die dag en laat de geschiedenis staan', () => {
    expect(planned).toEqual([
      { van: '2020-01-01', tot: '2026-04-01', waarde: { aantal: 6 } },
      { van: '2026-04-01', tot: null, waarde: { aantal: 8 } },
    ])
  })

  it('vervangt wat op dezelfde dag begon', () => {
    expect(planChange(planned, { vanaf: '2026-04-01', waarde: { aantal: 10 } })).toEqual([
      planned[0],
      { van: '2026-04-01', tot: null, waarde: { aantal: 10 } },
    ])
  })

  it('laat een wijziging die later klaarstaat gewoon ingaan', () => {
    expect(planChange(planned, { vanaf: '2026-03-10', waarde: { aantal: 7 } })).toEqual([
      { van: '2020-01-01', tot: '2026-03-10', waarde: { aantal: 6 } },
      { van: '2026-03-10', tot: '2026-04-01', waarde: { aantal: 7 } },
      { van: '2026-04-01', tot: null, waarde: { aantal: 8 } },
    ])
  })

  it('weigert wat al geldt, ook als de velden in een andere volgorde staan', () => {
    const rij = { van: '2020-01-01', tot: null, waarde: { a: 1, b: null, c: { d: 1, e: 2 } } }
    expect(
      planChange([rij], { vanaf: '2026-04-01', waarde: { c: { e: 2, d: 1 }, a: 1 } as never }),
    ).toMatchObject({
      code: 'niets_gewijzigd',
    })
  })

  it('begint iets nieuws zonder iets te sluiten', () => {
    expect(planChange<object>([], { vanaf: '2026-04-01', waarde: {} })).toEqual([
      { van: '2026-04-01', tot: null, waarde: {} },
    ])
  })
})

describe('intrekken en beëindigen', () => {
  it('trekt een wijziging in die nog niet geldt; wat gold loopt door', () => {
    expect(planWithdraw(planned, { van: '2026-04-01', vandaag: '2026-03-02' })).toEqual([zesWeken])
  })

  it('trekt niets in dat al geldt', () => {
    expect(planWithdraw(planned, { van: '2026-04-01', vandaag: '2026-04-01' })).toMatchObject({
      code: 'al_ingegaan',
    })
  })

  it('trekt een einde in dat nog niet is gekomen', () => {
    const ended = planEnd([zesWeken], '2026-05-01') as Rij<{ aantal: number }>[]
    expect(rijOp(ended, '2026-05-01')).toBeUndefined()
    expect(planWithdraw(ended, { van: '2026-05-01', vandaag: '2026-03-02' })).toEqual([zesWeken])
  })

  it('beëindigt niet terwijl er een latere wijziging klaarstaat', () => {
    expect(planEnd(planned, '2026-03-10')).toMatchObject({ code: 'later_gepland' })
  })
})

describe('het verleden', () => {
  const asker = { vandaag: '2026-03-02', magTerugwerkend: false }
  it('blijft staan zoals het was, behalve met het recht en een reden', () => {
    expect(mayStartOn('2026-03-02', asker)).toBeUndefined()
    expect(mayStartOn('2026-03-01', asker)).toMatchObject({ code: 'in_het_verleden', field: 'vanaf' })
    expect(mayStartOn('2026-03-01', { ...asker, magTerugwerkend: true })).toMatchObject({
      code: 'reden_ontbreekt',
      field: 'reden',
    })
    expect(
      mayStartOn('2026-03-01', { ...asker, magTerugwerkend: true, reden: 'Besluit kwam later' }),
    ).toBeUndefined()
  })
})

describe('wat er ook wordt gewijzigd', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-03-02', days))
  const step = fc.record({
    doe: fc.constantFrom('wijzig', 'beeindig', 'intrekken'),
    dag: day,
    waarde: fc.integer({ min: 1, max: 4 }),
  })

  it('op elke dag geldt hooguit één regel, en een geweigerde stap verandert niets', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let rijen: Rij<{ w: number }>[] = [{ van: '2020-01-01', tot: null, waarde: { w: 0 } }]
        for (const { doe, dag, waarde } of steps) {
          const next =
            doe === 'wijzig'
              ? planChange(rijen, { vanaf: dag, waarde: { w: waarde } })
              : doe === 'beeindig'
                ? planEnd(rijen, dag)
                : planWithdraw(rijen, { van: dag, vandaag: '2026-03-02' })
          if (isRejection(next)) continue
          expect(overlapFault(next)).toBeUndefined()
          // What held before the day of the change still holds.
          if (doe === 'wijzig') {
            expect(rijOp(next, dag)?.waarde).toEqual({ w: waarde })
            expect(rijOp(next, addDays(dag, -1))?.waarde).toEqual(rijOp(rijen, addDays(dag, -1))?.waarde)
          }
          rijen = next
        }
      }),
    )
  })
})
