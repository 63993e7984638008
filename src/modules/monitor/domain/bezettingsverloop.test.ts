import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillDays, perMaand } from './bezettingsverloop.ts'

describe('de bezetting per dag en per maand', () => {
  it('op de dag van vertrek telt iemand niet meer, op de dag van aankomst wel', () => {
    const dagen = fillDays(
      [
        { dag: -1, aantal: 2 },
        { dag: 1, aantal: 1 },
        { dag: 2, aantal: -2 },
      ],
      3,
    )
    expect([...dagen]).toEqual([2, 3, 1])
  })

  it('wie voor de eerste dag kwam is er op die dag, en wat na de laatste dag gebeurt telt niet', () => {
    const dagen = fillDays(
      [
        { dag: -400, aantal: 3 },
        { dag: -1, aantal: -2 },
        { dag: 2, aantal: 5 },
      ],
      2,
    )
    expect([...dagen]).toEqual([1, 1])
  })

  it('een maand heeft een gemiddelde, een hoogste, een laagste en een einde', () => {
    const dagen = fillDays(
      [
        { dag: 0, aantal: 4 },
        { dag: 28, aantal: -4 },
      ],
      29,
    )
    expect(perMaand(dagen, '2024-02-01')).toEqual([
      { maand: '2024-02-01', gemiddeld: 3.9, hoogste: 4, laagste: 0, eind: 0 },
    ])
  })

  it('maanden lopen door over de jaarwisseling', () => {
    expect(perMaand(new Int32Array(59 + 31), '2025-12-01').map(({ maand }) => maand)).toEqual([
      '2025-12-01',
      '2026-01-01',
      '2026-02-01',
    ])
  })

  it('telt op elke dag zoveel als er verblijven lopen, wat de verblijven ook zijn', () => {
    const verblijf = fc.tuple(fc.integer({ min: -40, max: 110 }), fc.integer({ min: 1, max: 80 }))
    fc.assert(
      fc.property(fc.array(verblijf, { maxLength: 40 }), (verblijven) => {
        const stappen = verblijven.flatMap(([begin, nachten]) => [
          { dag: begin, aantal: 1 },
          { dag: begin + nachten, aantal: -1 },
        ])
        const dagen = fillDays(stappen, 90)
        for (let i = 0; i < 90; i++)
          expect(dagen[i]).toBe(
            verblijven.filter(([begin, nachten]) => begin <= i && i < begin + nachten).length,
          )
      }),
    )
  })
})
