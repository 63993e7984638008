import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Bezetting,
  canHold,
  countCapaciteit,
  countExtra,
  fits,
  groupBezetting,
  isVrijVanaf,
  matchRuimten,
  type PlekOpBord,
  type Ruimte,
  ratesOf,
  type Vraag,
} from './capaciteit.ts'

const kenmerken = fc.subarray(['rolstoel', 'huisdier', 'vrouwen'])
const ruimte: fc.Arbitrary<Ruimte> = fc.record({
  id: fc.uuid(),
  kenmerken,
  personenMaximum: fc.integer({ min: 1, max: 4 }),
})
const vraag: fc.Arbitrary<Vraag> = fc.record({
  vereisteKenmerken: kenmerken,
  personen: fc.integer({ min: 1, max: 4 }),
})
const ruimten = fc.array(ruimte, { maxLength: 6 })
const vragen = fc.array(vraag, { maxLength: 7 })
const kept = (given: readonly number[]) => given.filter((index) => index >= 0).length

/** The largest matching by trying everything: slow and plainly right. */
function best(vrij: readonly Ruimte[], holds: readonly Vraag[]): number {
  const [first, ...rest] = holds
  if (!first) return 0
  const without = best(vrij, rest)
  return vrij.reduce(
    (most, candidate, i) =>
      fits(candidate, first) ? Math.max(most, 1 + best(vrij.toSpliced(i, 1), rest)) : most,
    without,
  )
}

const plek = (id: string, more: Partial<PlekOpBord> = {}): PlekOpBord => ({
  id,
  locatieId: 'L',
  productId: 'P',
  kenmerken: [],
  personenMaximum: 1,
  van: '2026-01-01',
  tot: null,
  ...more,
})
const row = (soort: Bezetting['soort'], plekId: string | null, more: Partial<Bezetting> = {}): Bezetting => ({
  plekId,
  locatieId: 'L',
  productId: 'P',
  soort,
  kenmerken: [],
  personen: 1,
  van: '2026-02-01',
  tot: null,
  geblokkeerdOp: null,
  verwachtEindeOp: null,
  voorstelId: soort === 'voorstel' ? 'V' : null,
  ...more,
})

describe('een ruimte vasthouden (invariant 3)', () => {
  it('geeft elke vraag hooguit één passende ruimte, en elke ruimte hooguit één keer', () => {
    fc.assert(
      fc.property(ruimten, vragen, (vrij, holds) => {
        const given = matchRuimten(vrij, holds)
        const used = given.filter((index) => index >= 0)
        expect(new Set(used).size).toBe(used.length)
        given.forEach((index, i) => {
          if (index >= 0) expect(fits(vrij[index]!, holds[i]!)).toBe(true)
        })
      }),
    )
  })

  it('houdt er zo veel vast als maar kan', () => {
    fc.assert(
      fc.property(ruimten, fc.array(vraag, { maxLength: 5 }), (vrij, holds) => {
        expect(kept(matchRuimten(vrij, holds))).toBe(best(vrij, holds))
      }),
    )
  })

  it('belooft nooit meer dan er samen past, in welke volgorde de voorstellen ook komen', () => {
    fc.assert(
      fc.property(ruimten, vragen, (vrij, komend) => {
        const granted: Vraag[] = []
        for (const nieuw of komend) if (canHold(vrij, granted, nieuw).ok) granted.push(nieuw)
        expect(kept(matchRuimten(vrij, granted))).toBe(granted.length)
      }),
    )
  })

  it('geeft hetzelfde antwoord als de plekken of de eerdere voorstellen in een andere volgorde staan', () => {
    const shuffled = fc
      .tuple(ruimten, vragen, vraag)
      .chain(([vrij, holds, nieuw]) =>
        fc.tuple(
          fc.constant({ vrij, holds, nieuw }),
          fc.shuffledSubarray(vrij, { minLength: vrij.length }),
          fc.shuffledSubarray(holds, { minLength: holds.length }),
        ),
      )
    fc.assert(
      fc.property(shuffled, ([{ vrij, holds, nieuw }, vrij2, holds2]) => {
        expect(canHold(vrij2, holds2, nieuw)).toEqual(canHold(vrij, holds, nieuw))
        expect(countExtra(vrij2, holds2, nieuw)).toBe(countExtra(vrij, holds, nieuw))
      }),
    )
  })

  it('schuift een eerder voorstel naar een andere plek als dat ruimte geeft voor wie een rolstoel heeft', () => {
    const vrij = [
      { id: '1', kenmerken: ['rolstoel'], personenMaximum: 1 },
      { id: '2', kenmerken: [], personenMaximum: 1 },
    ]
    const gewoon = { vereisteKenmerken: [], personen: 1 }
    const rolstoel = { vereisteKenmerken: ['rolstoel'], personen: 1 }
    expect(canHold(vrij, [gewoon], rolstoel)).toEqual({ ok: true })
    expect(canHold(vrij, [rolstoel], rolstoel)).toEqual({ ok: false, reden: 'vastgehouden' })
    expect(canHold(vrij, [], { vereisteKenmerken: ['huisdier'], personen: 1 })).toEqual({
      ok: false,
      reden: 'geen_passende_plek',
    })
    expect(canHold([], [], gewoon)).toEqual({ ok: false, reden: 'geen_vrije_plek' })
  })

  it('telt hoe vaak eenzelfde vraag nog past, ook naast eerdere voorstellen', () => {
    fc.assert(
      fc.property(ruimten, fc.array(vraag, { maxLength: 4 }), vraag, (vrij, holds, nieuw) => {
        const granted = [...holds]
        let count = 0
        while (canHold(vrij, granted, nieuw).ok) {
          granted.push(nieuw)
          count++
        }
        expect(countExtra(vrij, holds, nieuw)).toBe(count)
      }),
    )
  })
})

describe('de stand op een dag (invariant 2)', () => {
  const countOn = (plekken: PlekOpBord[], rows: Bezetting[], op = '2026-03-01') =>
    countCapaciteit(groupBezetting(plekken, rows), op)[0]?.telling

  it('telt elke plek precies één keer', () => {
    const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`)
    const rows = fc.array(
      fc
        .tuple(
          fc.constantFrom<Bezetting['soort']>('verblijf', 'voorstel', 'buiten_gebruik'),
          fc.constantFrom('1', '2', '3', null),
          days,
          fc.option(days),
          fc.option(days),
        )
        .map(([soort, plekId, van, tot, geblokkeerdOp]) =>
          row(soort, soort === 'voorstel' ? plekId : (plekId ?? '1'), {
            van,
            tot: tot !== null && tot > van ? tot : null,
            geblokkeerdOp: soort === 'verblijf' ? geblokkeerdOp : null,
          }),
        ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(rows, days, (bezetting, op) => {
        const t = countOn([plek('1'), plek('2'), plek('3')], bezetting, op)!
        expect(t.vrij + t.vastgehouden + t.bezet + t.geblokkeerd + t.buitenGebruik).toBe(t.totaal)
        expect(t.totaal).toBe(3)
        for (const number of Object.values(t)) expect(number).toBeGreaterThanOrEqual(0)
        const holds = bezetting.filter(
          (b) => b.soort === 'voorstel' && b.van <= op && (b.tot === null || b.tot > op),
        )
        expect(t.vastgehouden + t.overboekt).toBe(holds.length)
      }),
    )
  })

  it('telt tijdelijke capaciteit alleen binnen haar periode', () => {
    const winter = plek('1', { van: '2026-01-10', tot: '2026-01-20' })
    expect(countOn([winter], [], '2026-01-09')).toBeUndefined()
    expect(countOn([winter], [], '2026-01-10')?.totaal).toBe(1)
    expect(countOn([winter], [], '2026-01-19')?.totaal).toBe(1)
    expect(countOn([winter], [], '2026-01-20')).toBeUndefined()
  })

  it('noemt een plek vanaf uitstroomgereed geblokkeerd, en vrij op de dag van vertrek', () => {
    const verblijf = row('verblijf', '1', { geblokkeerdOp: '2026-03-01', tot: '2026-03-05' })
    expect(countOn([plek('1')], [verblijf], '2026-02-28')).toMatchObject({ bezet: 1, geblokkeerd: 0 })
    expect(countOn([plek('1')], [verblijf], '2026-03-01')).toMatchObject({ bezet: 0, geblokkeerd: 1 })
    expect(countOn([plek('1')], [verblijf], '2026-03-05')).toMatchObject({ vrij: 1 })
  })

  it('toont een voorstel zonder ruimte als overboekt, niet als plek', () => {
    const rows = [row('verblijf', '1'), row('voorstel', null)]
    expect(countOn([plek('1')], rows)).toMatchObject({ totaal: 1, bezet: 1, vrij: 0, overboekt: 1 })
  })

  it('is pas vrij vanaf een dag als niemand er dan nog verblijft of er een plek beloofd is', () => {
    expect(isVrijVanaf(plek('1'), [row('verblijf', '1')], '2026-03-01')).toBe(false)
    expect(isVrijVanaf(plek('1'), [row('verblijf', '1', { tot: '2026-03-01' })], '2026-03-01')).toBe(true)
    expect(isVrijVanaf(plek('1'), [row('voorstel', '1', { van: '2026-04-01' })], '2026-03-01')).toBe(false)
    expect(isVrijVanaf(plek('1'), [row('buiten_gebruik', '1', { tot: '2026-03-01' })], '2026-03-01')).toBe(
      true,
    )
  })
})

describe('bezettingsgraden', () => {
  it('noemen alle drie hun noemer', () => {
    const telling = { totaal: 10, bezet: 4, geblokkeerd: 2, buitenGebruik: 2 }
    expect(ratesOf(telling)).toEqual({ bruto: 0.6, netto: 0.75, zonderGeblokkeerd: 4 / 6 })
    expect(ratesOf({ totaal: 0, bezet: 0, geblokkeerd: 0, buitenGebruik: 0 }).bruto).toBeNull()
  })
})
