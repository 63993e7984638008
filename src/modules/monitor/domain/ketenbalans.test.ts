import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bekendOp, geschiedenissen, nachtVoorNacht, zaakVoorZaak } from '../../../../tests/given/balans.ts'
import { type Boekregel, gatenVan, maakBoeken, verschilVan } from './ketenbalans.ts'
import { type Balansrij, hideInBoeken } from './ketenbalans-afscherming.ts'
import { stroomInWoorden, tekenStroombeeld } from './stroombeeld.ts'

const regel = (wat: Boekregel['wat'], aantal: number, meer: Partial<Boekregel> = {}): Boekregel => ({
  groep: 'a',
  wat,
  elders: false,
  soort: null,
  eindreden: null,
  bestemming: null,
  uitstroom: false,
  aantal,
  ...meer,
})

describe('een boek', () => {
  it('telt begin, in, uit en eind elk apart, zodat een verschil te zien is', () => {
    const boek = (eind: number) =>
      maakBoeken('verblijf', [
        regel('begin', 10),
        regel('in', 3),
        regel('uit', 2, { eindreden: 'eigen_keuze', bestemming: 'eigen_woning', uitstroom: true }),
        regel('eind', eind),
      ])[0]!.aantallen
    expect(boek(11)).toMatchObject({ in_van_buiten: 3, uit_uitstroom: 2, naar_eigen_woning: 2 })
    expect(verschilVan(boek(11))).toBe(0)
    expect(verschilVan(boek(10))).toBe(1)
    expect(gatenVan(boek(10))).toEqual(['begin_ontbreekt'])
  })

  it('sluit bij elke geschiedenis, van mensen en van registraties, en het eind is het begin van de volgende maand', () => {
    fc.assert(
      fc.property(geschiedenissen, (alle) => {
        const spellen = bekendOp(alle, '2026-12-31')
        for (const boek of [nachtVoorNacht, zaakVoorZaak]) {
          const [jan, feb] = [
            boek(spellen, '2026-01-01', '2026-02-01'),
            boek(spellen, '2026-02-01', '2026-03-01'),
          ]
          for (const stand of [jan, feb]) {
            const regels = [
              regel('begin', stand.begin),
              regel('in', stand.erin),
              regel('uit', stand.eruit),
              regel('eind', stand.eind),
            ]
            expect(verschilVan(maakBoeken('in_beeld', regels)[0]!.aantallen)).toBe(0)
          }
          expect(jan.eind).toBe(feb.begin)
        }
      }),
      { numRuns: 200 },
    )
  })
})

const delen = { erin: ['in_a', 'in_b'], eruit: ['uit_a', 'uit_b'], uit_a: ['naar_x', 'naar_y'] }
const klein = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 }), fc.constant(0))
const rij: fc.Arbitrary<Balansrij> = fc
  .record({ over: klein, in_a: klein, in_b: klein, naar_x: klein, naar_y: klein, uit_b: klein })
  .map(({ over, ...s }) => {
    const [erin, uit_a] = [s.in_a + s.in_b, s.naar_x + s.naar_y]
    const eruit = uit_a + s.uit_b
    return { open: false, aantallen: { begin: over + eruit, erin, ...s, uit_a, eruit, eind: over + erin } }
  })
const som = (rijen: readonly Balansrij[]): Balansrij => ({
  open: false,
  aantallen: Object.fromEntries(
    Object.keys(rijen[0]!.aantallen).map((key) => [key, rijen.reduce((n, r) => n + r.aantallen[key]!, 0)]),
  ),
})

/** Cells that follow from all that shows. Stands hide by their own column only, so the months around show no more of them. */
function afTeLeiden(rijen: readonly Balansrij[], hidden: readonly ReadonlySet<string>[]): string[] {
  const cellen = rijen.flatMap((r, i) => Object.keys(r.aantallen).map((key) => `${i} ${key}`))
  const bekend = (cel: string) => {
    const [i, key] = cel.split(' ') as [string, string]
    return !hidden[Number(i)]!.has(key)
  }
  const onbekend = cellen.filter((cel) => !bekend(cel))
  const plek = new Map(onbekend.map((cel, i) => [cel, i]))
  const vergelijking = (termen: readonly [string, number][]) => {
    const vector = onbekend.map(() => 0)
    for (const [cel, factor] of termen) if (plek.has(cel)) vector[plek.get(cel)!]! += factor
    return vector
  }
  const last = rijen.length - 1
  const regels = [
    ...rijen.map((_, i) =>
      vergelijking([
        [`${i} begin`, 1],
        [`${i} erin`, 1],
        [`${i} eruit`, -1],
        [`${i} eind`, -1],
      ]),
    ),
    ...rijen.flatMap((_, i) =>
      Object.entries(delen).map(([geheel, onderdelen]) =>
        vergelijking([
          [`${i} ${geheel}`, -1],
          ...onderdelen.map((deel): [string, number] => [`${i} ${deel}`, 1]),
        ]),
      ),
    ),
    ...Object.keys(rijen[0]!.aantallen).map((key) =>
      vergelijking(rijen.map((_, i): [string, number] => [`${i} ${key}`, i === last ? -1 : 1])),
    ),
  ]
  return veeg(regels).map((i) => onbekend[i]!)
}

/** Which unknowns a system of equations fixes: rows of its reduced form with one term. */
function veeg(matrix: readonly (readonly number[])[]): number[] {
  const m = matrix.map((row) => [...row])
  let r = 0
  for (let c = 0; c < (m[0]?.length ?? 0); c++) {
    const p = m.findIndex((row, i) => i >= r && Math.abs(row[c]!) > 1e-9)
    if (p < 0) continue
    ;[m[r], m[p]] = [m[p]!, m[r]!]
    const pivot = m[r]![c]!
    m[r] = m[r]!.map((x) => x / pivot)
    for (const [i, row] of m.entries())
      if (i !== r && Math.abs(row[c]!) > 1e-9) m[i] = row.map((x, j) => x - row[c]! * m[r]![j]!)
    r++
  }
  return m.flatMap((row) => {
    const termen = row.flatMap((x, j) => (Math.abs(x) > 1e-9 ? [j] : []))
    return termen.length === 1 ? termen : []
  })
}

describe('kleine aantallen in de boeken', () => {
  it('staan er niet, en volgen niet uit wat er wel staat, ook niet met de maanden ernaast', () => {
    fc.assert(
      fc.property(fc.array(rij, { minLength: 1, maxLength: 6 }), (rijen) => {
        const totaal = som(rijen)
        const alle = [...rijen, totaal]
        const hidden = hideInBoeken(rijen, totaal, delen, 8)
        for (const [i, { aantallen }] of alle.entries())
          for (const [key, aantal] of Object.entries(aantallen))
            if (aantal > 0 && aantal < 8) expect(hidden[i]!.has(key), `${i} ${key}`).toBe(true)
        const klein = afTeLeiden(alle, hidden).filter((cel) => {
          const [i, key] = cel.split(' ') as [string, string]
          const aantal = alle[Number(i)]!.aantallen[key]!
          return aantal > 0 && aantal < 8
        })
        expect(klein).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('het stroombeeld', () => {
  const regels = [
    { kant: 'in', product: 'Opvang', anders: 'Van buiten de keten', aantal: 30 },
    { kant: 'in', product: 'Beschermd wonen', anders: 'Van buiten de keten', aantal: 10 },
    { kant: 'uit', product: 'Opvang', anders: 'Eigen woning', aantal: 20 },
    { kant: 'uit', product: 'Opvang', anders: 'Overleden', aantal: null },
  ] as const

  it('heeft dezelfde getallen als de tabel, en tekent niet wat verborgen is', () => {
    const { knopen, linten } = tekenStroombeeld(regels)
    expect(knopen.map(({ kolom, naam, aantal }) => [kolom, naam, aantal])).toEqual([
      [0, 'Van buiten de keten', 40],
      [1, 'Opvang', 30],
      [1, 'Beschermd wonen', 10],
      [2, 'Eigen woning', 20],
    ])
    expect(linten.map(({ key }) => key)).not.toContain('uit Opvang Overleden')
    expect(linten[0]!.dikte / linten[2]!.dikte).toBeCloseTo(30 / 10)
  })

  it('zegt hetzelfde in woorden', () => {
    expect(stroomInWoorden(regels)).toBe(
      'Meest erin: Van buiten de keten naar Opvang: 30; Van buiten de keten naar Beschermd wonen: 10. Meest eruit: Opvang naar Eigen woning: 20. Te klein om te tonen: 1 stroom.',
    )
    expect(stroomInWoorden([])).toBe('Er is niets erin te tonen. Er is niets eruit te tonen.')
  })
})
