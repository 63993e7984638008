import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kwartaalOf } from '../../../shared/kwartaal.ts'
import { addDays } from '../../../shared/plain-date.ts'
import {
  type Gepland,
  isVoorbij,
  kwartalenVan,
  planningTekst,
  schuifKwartaal,
  tijdlijnVan,
  verleng,
  verschuif,
} from './planning.ts'

const van = (vanKwartaal: string | null, totKwartaal: string | null): Gepland => ({
  planning: totKwartaal !== null ? 'kwartalen' : vanKwartaal !== null ? 'doorlopend' : 'open',
  vanKwartaal,
  totKwartaal,
})

const kwartaal = fc
  .tuple(fc.integer({ min: 2010, max: 2080 }), fc.integer({ min: 1, max: 4 }))
  .map(([jaar, nummer]) => `${jaar}-${nummer}`)
const inKwartalen = fc
  .tuple(kwartaal, fc.nat(30))
  .map(([eerste, lengte]) => van(eerste, schuifKwartaal(eerste, lengte)))
const gepland = fc.oneof(
  inKwartalen,
  kwartaal.map((eerste) => van(eerste, null)),
  fc.constant(van(null, null)),
)
const stap = fc.integer({ min: -40, max: 40 })
const lengteVan = ({ vanKwartaal, totKwartaal }: Gepland) => kwartalenVan(vanKwartaal!, totKwartaal!).length

describe('een planning in woorden', () => {
  it('noemt het eerste en het laatste kwartaal, en één kwartaal maar één keer', () => {
    expect(planningTekst(van('2024-4', '2025-2'))).toBe('Q4 2024 t/m Q2 2025')
    expect(planningTekst(van('2026-1', '2026-1'))).toBe('Q1 2026')
  })

  it('zegt doorlopend, met een begin als dat er is, en anders dat het nog niet is bepaald', () => {
    expect(planningTekst(van('2025-1', null))).toBe('doorlopend vanaf Q1 2025')
    expect(planningTekst({ ...van(null, null), planning: 'doorlopend' })).toBe('doorlopend')
    expect(planningTekst(van(null, null))).toBe('nog niet bepaald')
  })
})

describe('kwartalen', () => {
  it('volgen op elkaar over de jaren heen', () => {
    expect(schuifKwartaal('2025-4', 1)).toBe('2026-1')
    expect(schuifKwartaal('2026-1', -1)).toBe('2025-4')
    expect(schuifKwartaal('2026-2', 0)).toBe('2026-2')
    expect(schuifKwartaal('2026-2', 9)).toBe('2028-3')
    expect(kwartalenVan('2025-3', '2026-2')).toEqual(['2025-3', '2025-4', '2026-1', '2026-2'])
    expect(kwartalenVan('2026-2', '2026-1')).toEqual([])
  })

  it('heen en weer schuiven komt uit waar het begon', () => {
    fc.assert(
      fc.property(kwartaal, stap, (een, aantal) => {
        const daar = schuifKwartaal(een, aantal)
        expect(daar).toMatch(/^\d{4}-[1-4]$/)
        expect(schuifKwartaal(daar, -aantal)).toBe(een)
        expect(Math.sign(daar < een ? -1 : daar > een ? 1 : 0)).toBe(Math.sign(aantal))
      }),
    )
  })
})

describe('de tijdlijn van een programma', () => {
  it('loopt van zijn eerste tot en met zijn laatste dag', () => {
    expect(tijdlijnVan({ van: '2025-01-01', tot: '2026-01-01' }, [])).toEqual([
      '2025-1',
      '2025-2',
      '2025-3',
      '2025-4',
    ])
  })

  it('houdt het kwartaal van zijn laatste dag, ook als die midden in een maand ligt', () => {
    expect(tijdlijnVan({ van: '2026-07-01', tot: '2027-01-20' }, []).at(-1)).toBe('2027-1')
    expect(tijdlijnVan({ van: '2026-01-01', tot: '2026-01-15' }, [])).toEqual(['2026-1'])
  })

  it('is zonder einde acht kwartalen lang', () => {
    const tijdlijn = tijdlijnVan({ van: '2025-02-10', tot: null }, [])
    expect([tijdlijn.length, tijdlijn[0], tijdlijn.at(-1)]).toEqual([8, '2025-1', '2026-4'])
  })

  it('wordt langer als een activiteit eerder begint of later eindigt', () => {
    const tijdlijn = tijdlijnVan({ van: '2025-01-01', tot: '2026-01-01' }, [
      van('2024-4', null),
      van('2025-1', '2026-2'),
      van(null, null),
    ])
    expect([tijdlijn[0], tijdlijn.at(-1)]).toEqual(['2024-4', '2026-2'])
  })

  it('is nooit leeg, nooit langer dan tien jaar, en bevat wat in de eerste tien jaar valt', () => {
    const dag = fc.nat(20_000).map((aantal) => addDays('2015-01-01', aantal))
    fc.assert(
      fc.property(
        dag,
        fc.option(fc.integer({ min: 1, max: 8000 })),
        fc.array(gepland, { maxLength: 6 }),
        (begin, dagen, delen) => {
          const tot = dagen === null ? null : addDays(begin, dagen)
          const tijdlijn = tijdlijnVan({ van: begin, tot }, delen)
          expect(tijdlijn.length).toBeGreaterThan(0)
          expect(tijdlijn.length).toBeLessThanOrEqual(40)
          for (const [i, een] of tijdlijn.entries())
            if (i > 0) expect(een).toBe(schuifKwartaal(tijdlijn[i - 1]!, 1))
          const grens = schuifKwartaal(tijdlijn[0]!, 39)
          const genoemd = [
            kwartaalOf(begin),
            ...(tot === null ? [] : [kwartaalOf(addDays(tot, -1))]),
            ...delen.flatMap((een) => [een.vanKwartaal, een.totKwartaal]),
          ]
          for (const een of genoemd) if (een !== null && een <= grens) expect(tijdlijn).toContain(een)
        },
      ),
    )
  })
})

describe('verschuiven en verlengen', () => {
  it('verschuiven houdt de lengte; wat geen begin of einde heeft krijgt dat niet', () => {
    expect(verschuif(van('2025-4', '2026-2'), 1)).toEqual(van('2026-1', '2026-3'))
    fc.assert(
      fc.property(gepland, stap, (een, aantal) => {
        const na = verschuif(een, aantal)
        expect(na.planning).toBe(een.planning)
        expect([na.vanKwartaal === null, na.totKwartaal === null]).toEqual([
          een.vanKwartaal === null,
          een.totKwartaal === null,
        ])
        if (een.totKwartaal !== null) expect(lengteVan(na)).toBe(lengteVan(een))
      }),
    )
  })

  it('verlengen laat het begin staan en zet het einde nooit ervoor', () => {
    expect(verleng(van('2025-4', '2026-2'), 1)).toEqual(van('2025-4', '2026-3'))
    expect(verleng(van('2025-4', '2026-2'), -9)).toEqual(van('2025-4', '2025-4'))
    fc.assert(
      fc.property(gepland, stap, (een, aantal) => {
        const na = verleng(een, aantal)
        expect([na.planning, na.vanKwartaal]).toEqual([een.planning, een.vanKwartaal])
        if (na.totKwartaal !== null) expect(na.totKwartaal >= na.vanKwartaal!).toBe(true)
        if (een.totKwartaal === null) expect(na).toEqual(een)
      }),
    )
  })
})

describe('of een planning voorbij is', () => {
  it('pas na het laatste kwartaal; zonder einde nooit', () => {
    expect(isVoorbij(van('2025-1', '2025-4'), '2025-12-31')).toBe(false)
    expect(isVoorbij(van('2025-1', '2025-4'), '2026-01-01')).toBe(true)
    expect(isVoorbij(van('2020-1', null), '2099-01-01')).toBe(false)
  })
})
