import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Maat } from './indicator.ts'
import { type Beschermd, type Gegroepeerd, protectCijfers } from './indicator-afscherming.ts'

const MIN = 8
const cel = (n: number, t = n, meer: Partial<Gegroepeerd> = {}): Gegroepeerd => ({
  groep: 'G',
  n,
  t,
  wie: n,
  som: n,
  mediaan: 1,
  p90: 1,
  hoogste: 1,
  metGemeente: n,
  dicht: null,
  ...meer,
})
const samen = (rijen: readonly Gegroepeerd[]) => {
  const op = (veld: 'n' | 't' | 'wie') => rijen.reduce((som, rij) => som + rij[veld], 0)
  return cel(op('n'), op('t'), { groep: null, wie: op('wie') })
}
const waarden = (maat: Maat, rijen: readonly Gegroepeerd[]) =>
  protectCijfers(maat, rijen, samen(rijen), MIN).map(({ waarde }) => waarde)
const alleen = (maat: Maat, rij: Gegroepeerd) => protectCijfers(maat, [rij], null, MIN)[0]!

describe('kleine aantallen bij een indicator', () => {
  it('een kleine groep staat er niet, en een tweede ook niet als het totaal erbij staat', () => {
    expect(waarden('aantal', [cel(3), cel(9), cel(40)])).toEqual([null, null, 40])
  })
  it('een groep zonder iemand is geen klein aantal', () => {
    expect(waarden('aantal', [cel(0), cel(9), cel(40)])).toEqual([0, 9, 40])
  })
  it('een aandeel staat er alleen als wie telt en wie niet telt allebei groot genoeg zijn, of niemand', () => {
    expect(alleen('aandeel', cel(40, 3)).waarde).toBeNull()
    expect(alleen('aandeel', cel(40, 37)).waarde).toBeNull()
    expect(alleen('aandeel', cel(40, 10)).waarde).toBe(25)
    expect(alleen('aandeel', cel(40, 0)).waarde).toBe(0)
    expect(alleen('aandeel', cel(40, 40)).waarde).toBe(100)
  })
  it('een wachttijd van te weinig mensen staat er niet', () => {
    expect(alleen('mediaan', cel(7))).toMatchObject({ waarde: null, gevallen: null, afgeschermd: true })
    expect(alleen('mediaan', cel(8)).waarde).toBe(1)
  })
  it('weinig mensen met veel registraties blijft weinig mensen', () => {
    expect(alleen('mensen', cel(9, 9, { wie: 3 })).waarde).toBeNull()
  })
  it('een klein aantal dat u helemaal mag openen, staat er wel', () => {
    expect(alleen('aantal', cel(3, 3, { dicht: 0 })).waarde).toBe(3)
    expect(alleen('aandeel', cel(3, 1, { dicht: 0 })).waarde).toBe(33.3)
  })
  it('mag u op drie na alles openen, dan zou het aantal die drie verraden', () => {
    expect(alleen('aantal', cel(23, 23, { dicht: 3 })).waarde).toBeNull()
    expect(alleen('aantal', cel(23, 23, { dicht: 8 })).waarde).toBe(23)
  })
  it('het deel met een bekende gemeente verraadt niet van hoeveel mensen die niet bekend is', () => {
    const deel = (n: number, metGemeente: number) => alleen('aantal', cel(n, n, { metGemeente })).volledigheid
    expect([91, 92, 99, 100].map((met) => deel(100, met))).toEqual([88, 96, 96, 100])
    expect([903, 907, 999].map((met) => deel(1000, met))).toEqual([90, 91, 99])
    expect([20, 25].map((met) => deel(25, met))).toEqual([null, 100])
  })
})

const rij = fc
  .tuple(fc.oneof(fc.nat(12), fc.nat(60)), fc.nat(1000))
  .map(([n, deel]) => cel(n, Math.round((n * deel) / 1000)))
const tabel = fc.array(rij, { minLength: 1, maxLength: 7 })

/** Lowest and highest that a hidden number can be, from what is shown, the total, and the most that each can be. */
function grenzen(
  waar: readonly number[],
  verborgen: readonly boolean[],
  hoogste: readonly number[],
  laagste: number,
) {
  const rest = waar.reduce((som, n, i) => som + (verborgen[i] ? n : 0), 0)
  const anderen = (i: number, van: (j: number) => number) =>
    waar.reduce((som, _, j) => som + (verborgen[j] && j !== i ? van(j) : 0), 0)
  return waar.map((_, i) => [
    Math.max(laagste, rest - anderen(i, (j) => hoogste[j]!)),
    Math.min(hoogste[i]!, rest - anderen(i, () => laagste)),
  ])
}

describe('uit wat er staat is geen klein aantal uit te rekenen', () => {
  const zichtbaar = ({ waarde, gevallen }: Beschermd) => waarde !== null && gevallen !== null
  const magStaan = (n: number) => n === 0 || n >= MIN

  it('aantallen per groep, met het totaal erbij', () => {
    fc.assert(
      fc.property(tabel, (rijen) => {
        const getoond = protectCijfers('aantal', rijen, samen(rijen), MIN)
        if (!getoond.every(({ gevallen }) => gevallen === null || magStaan(gevallen))) return false
        const totaal = alleen('aantal', samen(rijen)).gevallen
        if (totaal === null) return true
        const verborgen = getoond.map(({ gevallen }) => gevallen === null)
        const ruimte = grenzen(
          rijen.map(({ n }) => n),
          verborgen,
          rijen.map(() => totaal),
          1,
        )
        return ruimte.every(([laagste, hoogste], i) => !verborgen[i] || laagste! < hoogste!)
      }),
      { numRuns: 1000 },
    )
  })

  it('aandelen per groep, met de aantallen en het totaal erbij', () => {
    fc.assert(
      fc.property(tabel, (rijen) => {
        const getoond = protectCijfers('aandeel', rijen, samen(rijen), MIN)
        const klopt = getoond.every(
          (een, i) => !zichtbaar(een) || (magStaan(rijen[i]!.t) && magStaan(rijen[i]!.n - rijen[i]!.t)),
        )
        if (!klopt) return false
        const totaal = alleen('aandeel', samen(rijen))
        if (!zichtbaar(totaal)) return true
        const verborgen = getoond.map((een, i) => rijen[i]!.n > 0 && !zichtbaar(een))
        const ruimte = grenzen(
          rijen.map(({ t }) => t),
          verborgen,
          getoond.map(({ gevallen }) => gevallen ?? totaal.gevallen!),
          0,
        )
        const magWeten = ({ n, t }: Gegroepeerd, gevallen: number | null) =>
          magStaan(t) && (gevallen === null || magStaan(n - t))
        return ruimte.every(
          ([laagste, hoogste], i) =>
            !verborgen[i] || laagste! < hoogste! || magWeten(rijen[i]!, getoond[i]!.gevallen),
        )
      }),
      { numRuns: 1000 },
    )
  })
})
