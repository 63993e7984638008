import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../shared/plain-date.ts'
import { fillDays, perMaand } from './bezettingsverloop.ts'

describe('de bezetting per dag en per maand', () => {
  it('op de dag van vertrek telt iemand niet meer, op de dag van aankomst wel', () => {
    const dagen = fillDays(
      2,
      [
        { dag: '2026-01-02', aantal: 1 },
        { dag: '2026-01-03', aantal: -2 },
      ],
      '2026-01-01',
      '2026-01-04',
    )
    expect([...dagen]).toEqual([2, 3, 1])
  })

  it('wie voor de eerste dag kwam zit in het begin, en wat na de laatste dag gebeurt telt niet', () => {
    const dagen = fillDays(
      1,
      [
        { dag: '2025-12-31', aantal: 5 },
        { dag: '2026-01-03', aantal: 5 },
      ],
      '2026-01-01',
      '2026-01-03',
    )
    expect([...dagen]).toEqual([1, 1])
  })

  it('een maand heeft een gemiddelde, een hoogste, een laagste en een einde', () => {
    const dagen = fillDays(
      0,
      [
        { dag: '2024-02-01', aantal: 4 },
        { dag: '2024-02-29', aantal: -4 },
      ],
      '2024-02-01',
      '2024-03-01',
    )
    expect(perMaand(dagen, '2024-02-01')).toEqual([
      { maand: '2024-02-01', gemiddeld: 3.9, hoogste: 4, laagste: 0, eind: 0 },
    ])
  })

  it('telt op elke dag zoveel als er verblijven lopen, wat de verblijven ook zijn', () => {
    const [van, tot] = ['2026-01-01', '2026-04-01']
    const verblijf = fc.tuple(fc.integer({ min: -40, max: 110 }), fc.integer({ min: 1, max: 80 }))
    fc.assert(
      fc.property(fc.array(verblijf, { maxLength: 40 }), (verblijven) => {
        const lopend = verblijven.map(
          ([begin, nachten]) => [addDays(van, begin), addDays(van, begin + nachten)] as const,
        )
        const stappen = lopend.flatMap(([a, b]) => [
          { dag: a, aantal: 1 },
          { dag: b, aantal: -1 },
        ])
        const begin = stappen.filter(({ dag }) => dag < van).reduce((som, { aantal }) => som + aantal, 0)
        const dagen = fillDays(begin, stappen, van, tot)
        for (let i = 0; i < daysBetween(van, tot); i++) {
          const dag = addDays(van, i)
          expect(dagen[i]).toBe(lopend.filter(([a, b]) => a <= dag && dag < b).length)
        }
      }),
    )
  })
})
