import { describe, expect, it } from 'vitest'
import {
  canCorrect,
  canRecordAt,
  checkGezin,
  checkVerlenging,
  countKinderen,
  termijnstandOf,
} from './rules.ts'

const lid = (rol: string, geboortedatum: string | null) => ({ persoonId: rol, rol, geboortedatum })

describe('kinderen (invariant 3)', () => {
  it('wie vandaag achttien wordt is geen kind meer; een kind zonder geboortedatum telt als kind', () => {
    expect(countKinderen([lid('overig', '2008-03-02')], '2026-03-02')).toBe(0)
    expect(countKinderen([lid('overig', '2008-03-03')], '2026-03-02')).toBe(1)
    expect(countKinderen([lid('kind', null), lid('partner', null)], '2026-03-02')).toBe(1)
  })

  it('een product zonder gezinnen weigert kinderen, een product alleen voor gezinnen weigert wie zonder komt', () => {
    const nee = { naam: 'Nachtopvang', gezinnen: 'nee' } as const
    const alleen = { naam: 'Gezinsopvang', gezinnen: 'alleen' } as const
    expect(checkGezin(nee, 1, null)?.code).toBe('geen_kinderen_hier')
    expect(checkGezin(nee, 1, 'Geen andere plek')).toBeUndefined()
    expect(checkGezin(nee, 0, null)).toBeUndefined()
    expect(checkGezin(alleen, 0, null)?.code).toBe('alleen_gezinnen')
    expect(checkGezin(alleen, 2, null)).toBeUndefined()
  })
})

describe('langste verblijf (invariant 5)', () => {
  it('waarschuwt op tijd, en is te lang vanaf de uiterste dag zelf', () => {
    const stand = (today: string) => termijnstandOf('2026-03-31', 28, today).stand
    expect(stand('2026-03-02')).toBe('ruim')
    expect(stand('2026-03-03')).toBe('bijna')
    expect(stand('2026-03-30')).toBe('bijna')
    expect(stand('2026-03-31')).toBe('te_lang')
    expect(termijnstandOf(null, 28, '2026-03-31').stand).toBe('geen_grens')
  })

  it('verlengen gaat naar een dag na de oude én na vandaag', () => {
    expect(checkVerlenging('2026-03-31', '2026-03-31', '2026-03-01')?.code).toBe('verlenging_te_vroeg')
    expect(checkVerlenging('2026-01-31', '2026-03-01', '2026-03-01')?.code).toBe('verlenging_te_vroeg')
    expect(checkVerlenging('2026-01-31', '2026-03-02', '2026-03-01')).toBeUndefined()
    expect(checkVerlenging(null, '2026-03-02', '2026-03-01')?.code).toBe('geen_grens')
  })
})

describe('een vertrek herstellen (invariant 6)', () => {
  it('kan tot en met veertien dagen, niet als er een ander verblijf op volgde', () => {
    const ended = { geeindigdOp: '2026-03-01', eindreden: 'eigen_keuze' }
    expect(canCorrect(ended, '2026-03-15').ok).toBe(true)
    expect(canCorrect(ended, '2026-03-16').ok).toBe(false)
    expect(canCorrect({ ...ended, eindreden: 'doorstroom' }, '2026-03-02').ok).toBe(false)
    expect(canCorrect({ geeindigdOp: null, eindreden: null }, '2026-03-02').ok).toBe(false)
  })
})

describe('wie waar vastlegt', () => {
  it('de eigen organisatie en het loket wel, een andere aanbieder niet', () => {
    const asker = (organisatieId: string, ...permissies: string[]) => ({
      organisatieId,
      isSysteem: false,
      permissies: new Set(permissies),
    })
    expect(canRecordAt(asker('a'), 'a').ok).toBe(true)
    expect(canRecordAt(asker('b'), 'a').ok).toBe(false)
    expect(canRecordAt(asker('loket', 'voorstel.doen'), 'a').ok).toBe(true)
  })
})
