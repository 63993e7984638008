import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideSmall, isSafe } from '../../src/shared/kleine-cel.ts'

const closed = (...aantallen: number[]) => aantallen.map((aantal) => ({ aantal, open: false }))
const all = (n: number) => Array.from({ length: n }, (_, i) => i)

describe('kleine aantallen', () => {
  it('een aantal onder het minimum is verborgen, en het kleinste andere erbij als het totaal het zou verraden', () => {
    expect(hideSmall(closed(2, 4, 13, 8), [all(4)], 8)).toEqual(new Set([0, 1, 3]))
  })
  it('zonder bekend totaal is alleen het kleine aantal verborgen', () => {
    expect(hideSmall(closed(2, 40, 13), [], 8)).toEqual(new Set([0]))
  })
  it('nul vertelt over niemand en blijft staan', () => {
    expect(hideSmall(closed(0, 20, 30), [all(3)], 8).size).toBe(0)
  })
  it('wie elk dossier achter een aantal mag openen, ziet het aantal', () => {
    expect(
      hideSmall(
        [
          { aantal: 2, open: true },
          { aantal: 40, open: false },
        ],
        [all(2)],
        8,
      ).size,
    ).toBe(0)
  })
  it('in een tabel met totalen per rij en per kolom is geen klein aantal uit te rekenen uit één rij of kolom', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }), {
          minLength: 2,
          maxLength: 6,
        }),
        fc.integer({ min: 2, max: 12 }),
        (tabel, min) => {
          const cellen = closed(...tabel.flat())
          const rijen = tabel.map((_, r) => all(4).map((k) => r * 4 + k))
          const kolommen = all(4).map((k) => tabel.map((_, r) => r * 4 + k))
          const hidden = hideSmall(cellen, [...rijen, ...kolommen], min)
          for (const [i, cel] of cellen.entries())
            if (cel.aantal > 0 && cel.aantal < min) expect(hidden.has(i)).toBe(true)
          for (const groep of [...rijen, ...kolommen]) {
            if (isSafe(cellen, hidden, groep, min)) continue
            // Only where there is nothing left to hide; then the total itself must not be shown.
            expect(groep.every((i) => hidden.has(i) || cellen[i]!.aantal === 0)).toBe(true)
          }
        },
      ),
    )
  })
})
