import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  easterOf,
  findFeestdag,
  findRedenVrij,
  isWerkdag,
  listFeestdagen,
} from '../../src/shared/feestdagen.ts'
import { addDays, dayOfWeek, daysBetween, fromDayNumber, toDayNumber } from '../../src/shared/plain-date.ts'
import { addTermijn, deadline, type Termijn, verschuifNaarWerkdag } from '../../src/shared/termijn.ts'

const anyDay = fc
  .integer({ min: toDayNumber('2015-01-01'), max: toDayNumber('2040-12-31') })
  .map(fromDayNumber)
const anyTermijn: fc.Arbitrary<Termijn> = fc.record({
  aantal: fc.integer({ min: 1, max: 30 }),
  eenheid: fc.constantFrom('dagen', 'weken', 'maanden', 'werkdagen'),
})

describe('feestdagen (Algemene termijnenwet art. 3)', () => {
  it('Pasen valt op de bekende dagen', () => {
    expect(
      ['2000', '2008', '2011', '2024', '2025', '2026', '2027', '2038'].map((y) => easterOf(Number(y))),
    ).toEqual([
      '2000-04-23',
      '2008-03-23',
      '2011-04-24',
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
    ])
  })

  it('2026 heeft de negen feestdagen en de twee gelijkgestelde dagen van het besluit', () => {
    expect(listFeestdagen(2026).map((f) => `${f.datum} ${f.naam}`)).toEqual([
      '2026-01-01 Nieuwjaarsdag',
      '2026-01-02 met een feestdag gelijkgestelde dag',
      '2026-04-03 Goede Vrijdag',
      '2026-04-06 tweede paasdag',
      '2026-04-27 Koningsdag',
      '2026-05-05 Bevrijdingsdag',
      '2026-05-14 Hemelvaartsdag',
      '2026-05-15 met een feestdag gelijkgestelde dag',
      '2026-05-25 tweede pinksterdag',
      '2026-12-25 eerste kerstdag',
      '2026-12-26 tweede kerstdag',
    ])
  })

  it('Koningsdag is op 26 april als 27 april een zondag is, en heette tot en met 2013 Koninginnedag', () => {
    expect(findFeestdag('2025-04-26')).toBe('Koningsdag')
    expect(findFeestdag('2025-04-27')).toBeUndefined()
    expect(findFeestdag('2013-04-30')).toBe('Koninginnedag')
  })

  it('Bevrijdingsdag is elk jaar een feestdag, ook buiten een lustrumjaar', () => {
    expect(findFeestdag('2027-05-05')).toBe('Bevrijdingsdag')
  })

  it('eerste paasdag en eerste pinksterdag zijn al vrij als zondag', () => {
    expect(findRedenVrij('2026-04-05')).toBe('zondag')
    expect(findRedenVrij('2026-05-24')).toBe('zondag')
  })

  it('Pasen is altijd een zondag tussen 22 maart en 25 april', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1970, max: 2199 }), (year) => {
        const pasen = easterOf(year)
        return dayOfWeek(pasen) === 7 && pasen >= `${year}-03-22` && pasen <= `${year}-04-25`
      }),
    )
  })
})

describe('termijn', () => {
  it('zes weken na een dinsdag is een dinsdag: de eerste dag telt niet mee (Wmo art. 2.3.2 lid 1)', () => {
    expect(addTermijn('2026-06-02', { aantal: 6, eenheid: 'weken' })).toBe('2026-07-14')
  })

  it('een maand na 31 januari is de laatste dag van februari', () => {
    expect(addTermijn('2027-01-31', { aantal: 1, eenheid: 'maanden' })).toBe('2027-02-28')
  })

  it('drie werkdagen slaan weekend en Goede Vrijdag over', () => {
    expect(addTermijn('2026-04-01', { aantal: 3, eenheid: 'werkdagen' })).toBe('2026-04-08')
  })

  it('een negatief of gebroken aantal is een fout', () => {
    expect(() => addTermijn('2026-01-01', { aantal: -1, eenheid: 'dagen' })).toThrow()
    expect(() => addTermijn('2026-01-01', { aantal: 1.5, eenheid: 'weken' })).toThrow()
  })

  it('een termijn die op zaterdag eindigt loopt tot en met maandag (art. 1 lid 1)', () => {
    expect(deadline('2026-10-03', { aantal: 2, eenheid: 'weken' })).toMatchObject({
      uiterlijk: '2026-10-19',
      verschoven:
        '17 oktober 2026 is een zaterdag. Daarom telt de eerstvolgende werkdag (Algemene termijnenwet, artikel 1).',
    })
  })

  it('een termijn die op Goede Vrijdag eindigt loopt door tot na Pasen', () => {
    expect(deadline('2026-03-20', { aantal: 2, eenheid: 'weken' })).toMatchObject({
      uiterlijk: '2026-04-07',
      verschoven: expect.stringContaining('3 april 2026 is Goede Vrijdag'),
    })
  })

  it('een termijn die op een werkdag eindigt verschuift niet', () => {
    expect(deadline('2026-06-02', { aantal: 6, eenheid: 'weken' })).toEqual({
      uiterlijk: '2026-07-14',
      verschoven: null,
      opgeschorteDagen: 0,
      voorlopig: false,
    })
  })

  it('een termijn van drie dagen heeft minstens twee werkdagen (art. 2)', () => {
    // Friday start; Saturday, Sunday, Monday: only one working day.
    expect(deadline('2026-06-05', { aantal: 3, eenheid: 'dagen' })).toMatchObject({
      uiterlijk: '2026-06-09',
      verschoven: expect.stringContaining('artikel 2'),
    })
  })

  it('een termijn van meer dan twaalf weken verschuift niet (art. 4 onder a)', () => {
    expect(deadline('2026-01-03', { aantal: 12, eenheid: 'weken' }).uiterlijk).toBe('2026-03-30')
    expect(deadline('2026-01-03', { aantal: 13, eenheid: 'weken' }).uiterlijk).toBe('2026-04-04')
  })

  it('een beleidstermijn zonder Algemene termijnenwet verschuift niet', () => {
    const eind = deadline('2026-10-03', { aantal: 14, eenheid: 'dagen' }, { algemeneTermijnenwet: false })
    expect(eind).toMatchObject({ uiterlijk: '2026-10-17', verschoven: null })
  })
})

describe('opschorting (Awb art. 4:15)', () => {
  const beschikking: Termijn = { aantal: 2, eenheid: 'weken' }

  it('tien dagen wachten op gegevens schuift het einde tien dagen op', () => {
    const opschortingen = [{ van: '2026-06-04', tot: '2026-06-14' }]
    expect(deadline('2026-06-01', beschikking, { opschortingen })).toMatchObject({
      uiterlijk: '2026-06-25',
      opgeschorteDagen: 10,
    })
  })

  it('dagen in twee opschortingen tellen één keer', () => {
    const opschortingen = [
      { van: '2026-06-08', tot: '2026-06-14' },
      { van: '2026-06-04', tot: '2026-06-10' },
    ]
    expect(deadline('2026-06-01', beschikking, { opschortingen }).opgeschorteDagen).toBe(10)
  })

  it('een opschorting na het einde van de termijn verandert niets', () => {
    const opschortingen = [{ van: '2026-06-16', tot: '2026-07-01' }]
    expect(deadline('2026-06-01', beschikking, { opschortingen })).toMatchObject({
      uiterlijk: '2026-06-15',
      opgeschorteDagen: 0,
    })
  })

  it('een opschorting die in een door het weekend verlengde termijn begint, laat de overgebleven dag over', () => {
    const opschortingen = [{ van: '2026-10-19', tot: '2026-10-22' }]
    expect(deadline('2026-10-03', beschikking, { opschortingen }).uiterlijk).toBe('2026-10-22')
  })

  it('een opschorting op de zondag waarmee een termijn is verlengd verandert niets: de maandag blijft over', () => {
    const termijn = { aantal: 17, eenheid: 'dagen' } as const
    const begin = { van: '2015-01-01', tot: '2015-01-29' }
    const zondag = { van: '2015-02-15', tot: '2015-02-16' }
    expect(deadline('2015-01-01', termijn, { opschortingen: [begin] }).uiterlijk).toBe('2015-02-16')
    expect(deadline('2015-01-01', termijn, { opschortingen: [begin, zondag] }).uiterlijk).toBe('2015-02-16')
    const totWoensdag = { van: '2015-02-15', tot: '2015-02-18' }
    expect(deadline('2015-01-01', termijn, { opschortingen: [begin, totWoensdag] }).uiterlijk).toBe(
      '2015-02-18',
    )
  })

  it('een lopende opschorting telt tot en met de peildatum en geeft een voorlopig einde', () => {
    const opschortingen = [{ van: '2026-06-04', tot: null }]
    expect(deadline('2026-06-01', beschikking, { opschortingen, peildatum: '2026-06-10' })).toMatchObject({
      uiterlijk: '2026-06-22',
      opgeschorteDagen: 7,
      voorlopig: true,
    })
    expect(() => deadline('2026-06-01', beschikking, { opschortingen })).toThrow()
  })
})

describe('eigenschappen van termijnen', () => {
  it('verschuiven komt uit op een werkdag, nooit eerder, en nog eens verschuiven verandert niets', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const shifted = verschuifNaarWerkdag(day)
        expect(isWerkdag(shifted)).toBe(true)
        expect(shifted >= day).toBe(true)
        expect(verschuifNaarWerkdag(shifted)).toBe(shifted)
        expect(daysBetween(day, shifted)).toBeLessThanOrEqual(5)
      }),
    )
  })

  it('een latere start geeft nooit een eerder einde', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 40 }), anyTermijn, (start, later, termijn) => {
        expect(deadline(addDays(start, later), termijn).uiterlijk >= deadline(start, termijn).uiterlijk).toBe(
          true,
        )
      }),
    )
  })

  it('de volgorde en het splitsen van opschortingen maakt niet uit, en meer opschorting geeft nooit een eerder einde', () => {
    const suspension = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }))
      .map(([from, length]) => ({ from, length }))
    fc.assert(
      fc.property(anyDay, anyTermijn, fc.array(suspension, { maxLength: 5 }), (start, termijn, list) => {
        const opschortingen = list.map((s) => ({
          van: addDays(start, s.from),
          tot: addDays(start, s.from + s.length),
        }))
        const split = opschortingen.flatMap((p) => [
          { van: addDays(p.van, 1), tot: p.tot },
          { van: p.van, tot: addDays(p.van, 1) },
        ])
        const end = deadline(start, termijn, { opschortingen })
        expect(deadline(start, termijn, { opschortingen: split.reverse() })).toEqual(end)
        expect(end.uiterlijk >= deadline(start, termijn).uiterlijk).toBe(true)
        expect(
          deadline(start, termijn, { opschortingen: opschortingen.slice(1) }).uiterlijk <= end.uiterlijk,
        ).toBe(true)
      }),
    )
  })
})
