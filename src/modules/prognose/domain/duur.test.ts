import { describe, expect, it } from 'vitest'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { calibrate } from './ijking.ts'
import type { Ketenfeiten, Verblijffeit } from './ketenfeiten.ts'
import { WONING } from './ketenloop.ts'

const opvang = 'opvang' as Id
const wonen = 'wonen' as Id

describe('wat het register niet zag', () => {
  const verblijf = (wie: string, over: Partial<Verblijffeit>): Verblijffeit => ({
    wie,
    productId: wonen,
    locatieId: null,
    van: '2020-01-01',
    gereedOp: null,
    tot: null,
    bestemming: null,
    ...over,
  })
  const feiten = (verblijven: Verblijffeit[]): Ketenfeiten => ({
    peildatum: '2026-01-01',
    producten: [
      { id: opvang, naam: 'Opvang', domein: 'MO', termijn: null },
      { id: wonen, naam: 'Beschermd wonen', domein: 'BW', termijn: null },
    ],
    gemeenten: [],
    verblijven,
    wachtenden: [],
    plekken: [],
  })

  it('een product waarvan lang niemand weggaat, telt vanaf de eerste die weggaat', () => {
    // Fifty were read in and are followed from 2024 on; sixty came since and stay 395 days on average. The opvang is seen since 2021.
    // The years in which nobody followed the fifty would make it over 900; what they stayed since adds to the sixty.
    const { verblijfsduur } = calibrate(
      feiten([
        verblijf('o', { productId: opvang, tot: '2021-01-01', bestemming: 'andere_regio' }),
        ...Array.from({ length: 50 }, (_, i) =>
          verblijf(
            `oud${i}`,
            i < 36 ? { tot: addDays('2024-01-01', 20 * i), bestemming: 'andere_regio' } : {},
          ),
        ),
        ...Array.from({ length: 60 }, (_, i) => {
          const van = addDays('2024-01-05', i)
          const tot = addDays(van, 100 + 10 * ((i * 7) % 60))
          return verblijf(`nieuw${i}`, {
            van,
            ...(tot <= '2026-01-01' && { tot, bestemming: 'andere_regio' }),
          })
        }),
      ]),
      8,
    ).producten[1]!
    expect(verblijfsduur.waarde).toBeGreaterThan(395)
    expect(verblijfsduur.waarde).toBeLessThan(650)
    expect(verblijfsduur.aanname).toContain('Geteld vanaf 1 januari 2024')
  })

  it('wie klaarstaat en nog op een woning wacht, telt mee bij wie naar een woning gaat', () => {
    const { producten: gevonden } = calibrate(
      feiten([
        ...Array.from({ length: 30 }, (_, i) =>
          verblijf(`weg${i}`, { tot: addDays('2024-01-01', i), bestemming: 'andere_regio' }),
        ),
        ...Array.from({ length: 10 }, (_, i) =>
          verblijf(`woning${i}`, {
            gereedOp: addDays('2024-01-01', i),
            tot: addDays('2024-06-01', i),
            bestemming: 'eigen_woning',
          }),
        ),
        ...Array.from({ length: 20 }, (_, i) =>
          verblijf(`klaar${i}`, { gereedOp: addDays('2025-10-01', i) }),
        ),
      ]),
      8,
    )
    expect(gevonden[1]!.vervolg.get(WONING)).toMatchObject({ waarde: 0.5, n: 10 })
  })
})
