import { type EthosKlasse, ethosKlassen } from '../../../shared/ethos.ts'
import { hideInTable } from '../../../shared/kleine-cel-tabel.ts'
import type { Uitkomst } from './contract.ts'
import { type Verdeling, verdelingen } from './keuzes.ts'
import type { Cijfer } from './ontdubbelen.ts'

const klassen = Object.keys(ethosKlassen) as EthosKlasse[]

/**
 * Everything of one count as one whole: a group that hides in one split hides in all, because the same total stands in each.
 * `min` null: nothing is hidden. Causes overlap and are no table with totals: each small one hides, with the group it is of.
 */
export function beschermCijfers(cijfers: readonly Cijfer[], min: number | null): Uitkomst {
  const van = (klasse: EthosKlasse, verdeling: Cijfer['verdeling'], waarde: string) =>
    cijfers.find((one) => one.klasse === klasse && one.verdeling === verdeling && one.waarde === waarde)
  const aantal = (...args: Parameters<typeof van>) => van(...args)?.aantal ?? 0
  const optellend = (Object.keys(verdelingen) as Verdeling[]).filter((one) => one !== 'oorzaak')
  const rijenVan = (verdeling: Verdeling) =>
    klassen.map((klasse) => ({
      aantallen: Object.keys(verdelingen[verdeling].waarden).map((waarde) =>
        aantal(klasse, verdeling, waarde),
      ),
      open: false,
    }))
  const dicht = new Set<number>()
  let tabellen = optellend.map((verdeling) => ({ verdeling, tabel: hideInTable(rijenVan(verdeling), min) }))
  for (let groeit = true; groeit; ) {
    const eerder = dicht.size
    for (const { verdeling, tabel } of tabellen) {
      const laatste = Object.keys(verdelingen[verdeling].waarden).length
      for (let r = 0; r <= klassen.length; r++) if (tabel.verborgen(r, laatste)) dicht.add(r)
    }
    groeit = dicht.size > eerder
    if (groeit)
      tabellen = optellend.map((verdeling) => {
        const laatste = Object.keys(verdelingen[verdeling].waarden).length
        return {
          verdeling,
          tabel: hideInTable(rijenVan(verdeling), min, { ook: (r, c) => c === laatste && dicht.has(r) }),
        }
      })
  }
  const toon = (r: number, n: number) => (dicht.has(r) ? null : n)
  const klein = (n: number) => min !== null && n > 0 && n < min
  const perKlasse = klassen.map((klasse, r) => {
    const kinderen = aantal(klasse, 'kinderen', 'samen')
    const minimum = van(klasse, 'samen', 'samen')?.minimum ?? 0
    return {
      klasse,
      aantal: toon(r, aantal(klasse, 'samen', 'samen')),
      minimum: klein(minimum) ? null : toon(r, minimum),
      kinderen: klein(kinderen) ? null : toon(r, kinderen),
    }
  })
  const som = (get: (one: Cijfer) => number, verdeling: Cijfer['verdeling']) =>
    cijfers.filter((one) => one.verdeling === verdeling).reduce((total, one) => total + get(one), 0)
  const kinderenDicht = perKlasse.some((one) => one.kinderen === null)
  return {
    klassen: perKlasse,
    samen: {
      aantal: toon(
        klassen.length,
        som((one) => one.aantal, 'samen'),
      ),
      minimum: perKlasse.some((one) => one.minimum === null)
        ? null
        : toon(
            klassen.length,
            som((one) => one.minimum ?? 0, 'samen'),
          ),
      kinderen: kinderenDicht ? null : som((one) => one.aantal, 'kinderen'),
    },
    tabellen: [
      ...tabellen.map(({ verdeling, tabel }) => ({
        verdeling,
        rijen: tabel.aantallen.map((rij, r) => ({
          klasse: klassen[r] ?? ('samen' as const),
          aantallen: rij.map((n, c) => (tabel.verborgen(r, c) ? null : n)),
        })),
      })),
      {
        verdeling: 'oorzaak' as const,
        rijen: klassen.map((klasse, r) => ({
          klasse,
          aantallen: Object.keys(verdelingen.oorzaak.waarden).map((waarde) => {
            const n = aantal(klasse, 'oorzaak', waarde)
            return klein(n) ? null : toon(r, n)
          }),
        })),
      },
    ],
  }
}
