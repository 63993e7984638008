import { describe, expect, it } from 'vitest'
import { isRejection } from '../../../shared/rejection.ts'
import { hideVerslag } from './afscherming.ts'
import { decideInhoud, type Kandidaat, type Leveringcijfer } from './inhoud.ts'
import {
  canBestand,
  canStap,
  canVrijgeven,
  checkPeriode,
  checkVerzenddag,
  isPeriode,
  listPerioden,
  periodeNaam,
  periodeVan,
} from './rules.ts'

describe('de periode van een levering', () => {
  it('is een jaar voor de Monitor Dakloosheid en een halfjaar voor GMSD', () => {
    expect(periodeVan('monitor_dakloosheid', '2025')).toMatchObject({ van: '2025-01-01', tot: '2026-01-01' })
    expect(periodeVan('gmsd_wmo', '2025-1')).toMatchObject({ van: '2025-01-01', tot: '2025-07-01' })
    expect(periodeVan('gmsd_wmo', '2025-2')).toMatchObject({ van: '2025-07-01', tot: '2026-01-01' })
    expect([isPeriode('monitor_dakloosheid', '2025-1'), isPeriode('gmsd_wmo', '2025')]).toEqual([
      false,
      false,
    ])
    expect([periodeNaam('2025'), periodeNaam('2025-2')]).toEqual(['jaar 2025', 'tweede halfjaar 2025'])
  })

  it('is voorbij, ook op de eerste dag erna', () => {
    expect(listPerioden('gmsd_wmo', '2026-07-01')[0]).toBe('2026-1')
    expect(listPerioden('gmsd_wmo', '2026-06-30')[0]).toBe('2025-2')
    expect(listPerioden('monitor_dakloosheid', '2026-01-01')).toEqual(['2025', '2024', '2023'])
    expect(isRejection(checkPeriode('monitor_dakloosheid', '2025', '2026-01-01'))).toBe(false)
    expect(checkPeriode('monitor_dakloosheid', '2026', '2026-12-31')).toMatchObject({ field: 'periode' })
  })
})

describe('de stappen van een levering', () => {
  it('gaan van gemaakt naar vrijgegeven naar verstuurd, en intrekken kan tot het is gebeurd', () => {
    expect(canStap('gemaakt', 'vrijgave')).toEqual({ ok: true })
    expect(canStap('gemaakt', 'verzending')).toMatchObject({ ok: false, reden: /nog niet vrijgegeven/ })
    expect(canStap('verstuurd', 'vrijgave')).toMatchObject({ ok: false })
    expect(canStap('verstuurd', 'intrekking')).toEqual({ ok: true })
    expect(canStap('ingetrokken', 'intrekking')).toMatchObject({ ok: false })
  })

  it('wie maakte geeft niet vrij', () => {
    const levering = { status: 'gemaakt', gemaaktDoor: 'a' } as const
    expect(canVrijgeven(levering, 'a')).toMatchObject({ ok: false, reden: expect.stringContaining('zelf') })
    expect(canVrijgeven(levering, 'b')).toEqual({ ok: true })
  })

  it('het bestand is er van vrijgeven tot intrekken', () => {
    const mag = (['gemaakt', 'vrijgegeven', 'verstuurd', 'ingetrokken'] as const).map((s) => canBestand(s).ok)
    expect(mag).toEqual([false, true, true, false])
  })

  it('versturen kan niet voor het vrijgeven en niet in de toekomst', () => {
    const stand = { vrijgegevenOp: new Date('2026-03-02T23:30:00Z'), today: '2026-03-05' }
    expect(checkVerzenddag('2026-03-02', stand)).toMatchObject({ field: 'op' })
    expect(checkVerzenddag('2026-03-03', stand)).toBeUndefined()
    expect(checkVerzenddag('2026-03-06', stand)).toMatchObject({ field: 'op' })
  })
})

const periode = periodeVan('monitor_dakloosheid', '2025')
const nacht = (wie: string, meer: Partial<Kandidaat> = {}): Kandidaat => ({
  wie,
  persoonId: wie,
  situatie: 'verblijf',
  klasse: 'E3',
  productCode: 'opvang',
  gemeenteCode: 'GM0622',
  van: '2025-03-01',
  tot: '2025-04-01',
  beginOp: null,
  eindOp: null,
  bsn: '999990019',
  geenBsnReden: null,
  weg: null,
  ...meer,
})
const controle = (alle: readonly Kandidaat[], code: string, indicator = 0) =>
  decideInhoud(alle, periode, indicator).controles.find((one) => one.code === code)!

describe('wat er in een levering zit', () => {
  it('een regel per verblijf; iemand telt één keer bij alles samen en in elk deel', () => {
    const { regels, cijfers } = decideInhoud(
      [
        nacht('a'),
        nacht('a', { klasse: 'E2', productCode: 'nacht', van: '2025-05-01', tot: '2025-05-02' }),
        nacht('b'),
      ],
      periode,
      0,
    )
    expect(regels).toHaveLength(3)
    const van = (verdeling: string, waarde: string) =>
      cijfers.find((one) => one.verdeling === verdeling && one.waarde === waarde)
    expect(van('totaal', 'alles')).toMatchObject({ regels: 3, personen: 2 })
    expect(van('klasse', 'E3')).toMatchObject({ regels: 2, personen: 2 })
    expect(van('product', 'nacht')).toMatchObject({ regels: 1, personen: 1 })
    expect(van('gemeente', 'GM0622')).toMatchObject({ regels: 3, personen: 2 })
  })

  it('wie wordt weggelaten telt per reden één keer, bij geen BSN met waarom', () => {
    const { regels, weggelaten } = decideInhoud(
      [
        nacht('a', { weg: 'bw' }),
        nacht('a', { weg: 'bw', van: '2025-06-01', tot: '2025-07-01' }),
        nacht('b', { weg: 'geen_bsn', bsn: null, geenBsnReden: 'niet_in_brp' }),
        nacht('c', { bsn: '123456789' }),
      ],
      periode,
      0,
    )
    expect(regels).toEqual([])
    expect(weggelaten).toEqual([
      { reden: 'bw', detail: '', aantal: 1 },
      { reden: 'geen_bsn', detail: 'niet_in_brp', aantal: 1 },
      { reden: 'bsn_onjuist', detail: '', aantal: 1 },
    ])
  })
})

describe('de controles', () => {
  it('zien dagen die elkaar overlappen in dezelfde groep, niet in een andere', () => {
    const later = { van: '2025-03-31', tot: '2025-04-05' }
    expect(controle([nacht('a'), nacht('a', later)], 'overlap').aantal).toBe(1)
    expect(controle([nacht('a'), nacht('a', { ...later, klasse: 'E2' })], 'overlap').aantal).toBe(0)
    expect(
      controle([nacht('a'), nacht('a', { van: '2025-04-01', tot: '2025-04-05' })], 'overlap').aantal,
    ).toBe(0)
  })

  it('zetten wie er op de laatste dag sliep, met wie is weggelaten, naast de indicator', () => {
    const nu = { van: '2025-12-30', tot: '2026-01-01' }
    const alle = [
      nacht('a', nu),
      nacht('b', { ...nu, weg: 'geen_bsn', bsn: null }),
      nacht('c', { ...nu, weg: 'bw' }),
      nacht('d'),
    ]
    expect(controle(alle, 'indicator', 2)).toEqual({ code: 'indicator', aantal: 2, verwacht: 2 })
  })
})

describe('wie het bestand niet mag zien', () => {
  const cijfer = (verdeling: 'totaal' | 'product', waarde: string, personen: number): Leveringcijfer => ({
    verdeling,
    waarde,
    regels: personen,
    personen,
  })
  const verslag = {
    cijfers: [
      cijfer('totaal', 'alles', 43),
      cijfer('product', 'x', 3),
      cijfer('product', 'y', 10),
      cijfer('product', 'z', 30),
    ],
    weggelaten: [
      { reden: 'bw', detail: '', aantal: 2 },
      { reden: 'geen_regel', detail: '', aantal: 9 },
    ],
    controles: [
      { code: 'overlap', aantal: 2, verwacht: 0 },
      { code: 'indicator', aantal: 20, verwacht: 20 },
    ],
  } as const

  it('ziet geen klein aantal, en niet wat het alsnog verraadt', () => {
    const { cijfers, weggelaten, controles } = hideVerslag(verslag, 8)
    expect(cijfers.map(({ personen }) => personen)).toEqual([43, null, null, 30])
    expect(cijfers.map(({ regels }) => regels)).toEqual([43, null, null, 30])
    expect(weggelaten.map(({ aantal }) => aantal)).toEqual([null, 9])
    expect(controles).toEqual([
      { code: 'overlap', uitkomst: 'wijkt_af', aantal: null, verwacht: null },
      { code: 'indicator', uitkomst: 'klopt', aantal: 20, verwacht: 20 },
    ])
  })

  it('ziet ook alles samen niet als er één deel is dat klein is', () => {
    const { cijfers } = hideVerslag(
      { ...verslag, cijfers: [cijfer('totaal', 'alles', 3), cijfer('product', 'x', 3)] },
      8,
    )
    expect(cijfers.map(({ personen }) => personen)).toEqual([null, null])
  })

  it('wie het mag zien, ziet alles', () => {
    expect(hideVerslag(verslag, null).cijfers.map(({ personen }) => personen)).toEqual([43, 3, 10, 30])
  })
})
