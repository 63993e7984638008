import { describe, expect, it } from 'vitest'
import { previewOngeteld, previewTermijn, previewTreden, previewVerblijf, tredeVan } from './voorbeeld.ts'

const at = (day: string) => new Date(`${day}T00:00:00+01:00`)

describe('voorbeeld van een termijn', () => {
  const lopend = [
    { beginOp: at('2026-02-02'), uiterlijkOp: at('2026-03-16'), aantal: 3 },
    { beginOp: at('2026-02-16'), uiterlijkOp: at('2026-03-30'), aantal: 1 },
  ]

  it('telt lopende zaken die hun datum houden, en waar zij anders waren uitgekomen', () => {
    const voorbeeld = previewTermijn(lopend, { aantal: 8, eenheid: 'weken', wettelijk: true }, '2026-04-01')
    expect(voorbeeld).toMatchObject({ lopend: 4, anders: 4 })
    // 2 februari + 8 weken = 30 maart; 16 februari + 8 weken = 13 april.
    expect(voorbeeld.tabel?.rijen).toEqual([
      ['maart 2026', 4, 3],
      ['april 2026', 0, 1],
    ])
  })

  it('dezelfde termijn verschuift niets', () => {
    expect(
      previewTermijn(lopend, { aantal: 6, eenheid: 'weken', wettelijk: true }, '2026-04-01').anders,
    ).toBe(0)
  })

  it('een wettelijke termijn die in het weekend eindigt, schuift door', () => {
    const [rij] = previewTermijn(
      [{ beginOp: at('2026-02-28'), uiterlijkOp: at('2026-03-02'), aantal: 1 }],
      { aantal: 9, eenheid: 'weken', wettelijk: true },
      '2026-04-01',
    ).tabel!.rijen.slice(-1)
    expect(rij).toEqual(['mei 2026', 0, 1])
  })

  it('rekent een termijn in uren op de minuut', () => {
    const begin = new Date('2026-03-02T09:00:00Z')
    const one = { beginOp: begin, uiterlijkOp: new Date('2026-03-04T09:00:00Z'), aantal: 2 }
    const termijn = { aantal: 24, eenheid: 'uren', wettelijk: false } as const
    expect(previewTermijn([one], { ...termijn, aantal: 48 }, '2026-03-02').anders).toBe(0)
    expect(previewTermijn([one], termijn, '2026-03-02').anders).toBe(2)
  })
})

describe('voorbeeld van een termijn die niet wordt geteld', () => {
  it('zegt dat zij meteen werkt, of dat er niet geteld is; nooit dat er niets loopt', () => {
    const [meteen, bijBegin] = (['meteen', 'bij_begin'] as const).map((werking) =>
      previewOngeteld(werking, '2026-04-01').zinnen.join(' '),
    )
    expect(meteen).toContain('vanaf 1 april 2026 geldt zij ook voor wat dan al loopt')
    expect(bijBegin).toContain('houdt die dag')
    expect(bijBegin).toContain('niet geteld')
    for (const zin of [meteen, bijBegin]) expect(zin).not.toMatch(/lopen nu geen|loopt nu niets/)
  })
})

describe('voorbeeld van een langste verblijf', () => {
  const lopend = [
    { begonnenOp: '2025-11-01', uiterlijkOp: '2026-05-01', aantal: 2 },
    { begonnenOp: '2026-02-01', uiterlijkOp: '2026-08-01', aantal: 5 },
    { begonnenOp: '2026-02-10', uiterlijkOp: null, aantal: 1 },
  ]
  const dagen = { vanaf: '2026-04-01', vandaag: '2026-03-02' }

  it('zegt hoeveel verblijven meteen over het nieuwe maximum zouden zijn', () => {
    const voorbeeld = previewVerblijf(lopend, { maximumAantal: 3, maximumEenheid: 'maanden' }, dagen)
    expect(voorbeeld).toMatchObject({ lopend: 8, anders: 8 })
    expect(voorbeeld.zinnen.join(' ')).toContain('2 verblijven meteen over het maximum')
    expect(voorbeeld.tabel?.rijen).toEqual([
      ['februari 2026', 0, 2],
      ['mei 2026', 2, 6],
      ['augustus 2026', 5, 0],
      ['Geen grens', 1, 0],
    ])
  })

  it('zonder grens is niemand te lang', () => {
    const voorbeeld = previewVerblijf(lopend, { maximumAantal: null, maximumEenheid: null }, dagen)
    expect(voorbeeld.anders).toBe(7)
    expect(voorbeeld.zinnen.join(' ')).not.toContain('over het maximum')
  })
})

describe('voorbeeld van een volgorderegel', () => {
  const acuut = { volgorde: 1, voorwaarde: 'acuut_onveilig', naam: 'Acuut onveilig' }
  const gezin = { volgorde: 2, voorwaarde: 'gezin_met_kinderen', naam: 'Gezin' }
  it('de laagste trede waaraan iemand voldoet telt', () => {
    expect(tredeVan([gezin, acuut], ['gezin_met_kinderen', 'acuut_onveilig'])).toBe(acuut)
    expect(tredeVan([gezin, acuut], [])).toBeUndefined()
  })

  it('telt hoeveel wachtenden een andere trede krijgen', () => {
    const voorbeeld = previewTreden(
      [
        { eigenschappen: ['gezin_met_kinderen'], aantal: 4 },
        { eigenschappen: ['acuut_onveilig'], aantal: 2 },
        { eigenschappen: [], aantal: 10 },
      ],
      { oud: [acuut], nieuw: [acuut, gezin] },
      '2026-04-01',
    )
    expect(voorbeeld).toMatchObject({ lopend: 16, anders: 4 })
    expect(voorbeeld.tabel?.rijen).toEqual([
      ['Overig (op wachttijd)', 14, 10],
      ['Gezin', 0, 4],
      ['Acuut onveilig', 2, 2],
    ])
  })
})
