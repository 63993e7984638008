import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kwartaalOf } from '../../../shared/kwartaal.ts'
import { waardeVan } from './indicator.ts'
import { protectCijfers } from './indicator-afscherming.ts'
import { langerVan, type Maandtelling } from './langer.ts'

const MIN = 8

/** Months of 2025, from January on, as cases and those that count in the numerator. */
const maandenVan = (aantallen: readonly (readonly [number, number])[], dicht: number | null = null) =>
  aantallen.map(
    ([n, t], i): Maandtelling => ({
      maand: `2025-${String(i + 1).padStart(2, '0')}`,
      groep: null,
      metGemeente: null,
      dicht,
      n,
      t,
      wie: 0,
      som: null,
      mediaan: null,
      p90: null,
      hoogste: null,
    }),
  )
const per = (maat: 'aantal' | 'aandeel', maanden: readonly Maandtelling[], min: number | null = MIN) =>
  Object.fromEntries(langerVan(maat, maanden, min).map(({ periode, waarde }) => [periode, waarde]))
const aantal = (...n: number[]) => maandenVan(n.map((one) => [one, 0]))

describe('een cijfer over een kwartaal of een jaar', () => {
  it('is te zien als elke maand te klein is, en ze samen niet meer', () => {
    expect(per('aantal', aantal(3, 2, 3))).toEqual({ '2025-1': 8 })
    expect(per('aantal', aantal(3, 2, 2))).toEqual({ '2025-1': null })
  })

  it('is niet te zien als er één maand mee is uit te rekenen', () => {
    expect(per('aantal', aantal(20, 3, 20))).toEqual({ '2025-1': null })
    expect(per('aantal', aantal(20, 0, 20))).toEqual({ '2025-1': 40 })
  })

  it('is alleen van kwartalen en jaren die helemaal voorbij zijn', () => {
    expect(per('aantal', aantal(10, 10, 10, 10, 10))).toEqual({ '2025-1': 30 })
  })

  it('een jaar is niet te zien als er één kwartaal mee is uit te rekenen waarin één maand ontbreekt', () => {
    const gewoon = [10, 10, 10]
    expect(per('aantal', aantal(...gewoon, 10, 5, 10, ...gewoon, ...gewoon))).toMatchObject({
      '2025-2': null,
      '2025': null,
    })
    expect(per('aantal', aantal(...gewoon, 10, 5, 10, 10, 6, 10, ...gewoon))).toMatchObject({
      '2025-2': null,
      '2025-3': null,
      '2025': 111,
    })
  })

  it('van een aandeel mag geen van beide kanten uit te rekenen zijn', () => {
    expect(
      per(
        'aandeel',
        maandenVan([
          [20, 3],
          [20, 2],
          [20, 5],
        ]),
      ),
    ).toEqual({ '2025-1': 16.7 })
    // Of all but two the numerator: they are as easily found as two in it.
    expect(
      per(
        'aandeel',
        maandenVan([
          [20, 19],
          [20, 19],
          [20, 20],
        ]),
      ),
    ).toEqual({ '2025-1': null })
  })

  it('van een aandeel is ook niet uit te rekenen hoeveel gevallen een maand had die er niet staat', () => {
    expect(
      per(
        'aandeel',
        maandenVan([
          [5, 0],
          [20, 3],
          [20, 6],
        ]),
      ),
    ).toEqual({ '2025-1': null })
  })

  it('hoeveel gevallen er waren is te zien als alleen het aandeel dat niet is', () => {
    const [kwartaal] = langerVan(
      'aandeel',
      maandenVan([
        [20, 1],
        [20, 0],
        [20, 1],
      ]),
      MIN,
    )
    expect(kwartaal).toMatchObject({ gevallen: 60, waarde: null, afgeschermd: true })
  })

  it('wie alle gevallen mag openen, ziet alles', () => {
    const maanden = maandenVan(
      [
        [1, 0],
        [20, 0],
        [20, 0],
      ],
      0,
    )
    expect(per('aantal', maanden)).toEqual({ '2025-1': 41 })
    expect(per('aantal', aantal(1, 20, 20), null)).toEqual({ '2025-1': 41 })
  })

  it('wat er te zien is, verraadt geen maand die er niet staat: van geen twaalf maanden', () => {
    const maand = fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 14 }))
    fc.assert(
      fc.property(
        fc.constantFrom('aantal' as const, 'aandeel' as const),
        fc.array(maand, { minLength: 12, maxLength: 12 }),
        (maat, paren) => {
          const maanden = maandenVan(paren.map(([t, rest]) => [t + rest, maat === 'aandeel' ? t : 0]))
          const verborgen = maanden.filter((rij) => {
            const [cijfer] = protectCijfers(maat, [rij], null, MIN)
            return cijfer!.waarde === null && waardeVan(maat, rij) !== null
          })
          const perioden = langerVan(maat, maanden, MIN)
          const kwartaal = ({ maand: van }: Maandtelling) => kwartaalOf(`${van}-01`)
          const gevallenDicht = (rij: Maandtelling) =>
            protectCijfers(maat, [rij], null, MIN)[0]!.gevallen === null
          for (const [veld, dicht, kant] of [
            ['gevallen', verborgen.filter(gevallenDicht), (rij: Maandtelling) => rij.n],
            ['waarde', verborgen, (rij: Maandtelling) => rij.t],
            ['waarde', verborgen, (rij: Maandtelling) => rij.n - rij.t],
          ] as const) {
            const getoond = new Set(
              perioden.flatMap((een) => (een[veld] === null && een.afgeschermd ? [] : [een.periode])),
            )
            // What follows from the shown sums: of each shown quarter what is hidden in it, and of a shown year the rest.
            const bekend = [
              ...[...getoond]
                .filter((one) => one !== '2025')
                .map((one) => dicht.filter((rij) => kwartaal(rij) === one)),
              ...(getoond.has('2025') ? [dicht.filter((rij) => !getoond.has(kwartaal(rij)))] : []),
            ]
            for (const samen of bekend) {
              const cellen = samen.map(kant).filter((one) => one > 0)
              if (cellen.length === 0) continue
              expect(cellen.length).toBeGreaterThan(1)
              expect(cellen.reduce((a, b) => a + b)).toBeGreaterThanOrEqual(MIN)
            }
          }
        },
      ),
      { numRuns: 3000 },
    )
  })
})
