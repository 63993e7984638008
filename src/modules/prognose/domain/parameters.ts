import type { Parameter, Soort } from './contract.ts'
import { soorten } from './contract.ts'
import { ELDERS, type Ijking, type Schatting } from './ijking.ts'
import type { Ketenfeiten } from './ketenfeiten.ts'
import { WONING } from './ketenloop.ts'

/** Every parameter of a calibration as a row that a person can check, in the order of the chain. */
export function parametersOf(ijking: Ijking, { gemeenten }: Pick<Ketenfeiten, 'gemeenten'>): Parameter[] {
  const rows: Parameter[] = []
  const gemeenteNaam = (code: string) =>
    code === ELDERS
      ? 'Andere gemeente of onbekend'
      : (gemeenten.find((one) => one.code === code)?.naam ?? code)
  const productNaam = (id: string) =>
    id === WONING
      ? 'Eigen woning'
      : (ijking.producten.find(({ product }) => product.id === id)?.product.naam ?? id)
  const add = (
    soort: Soort,
    over: { id: string; product: string; waarvan?: string },
    eenheid: Parameter['eenheid'],
    schatting: Schatting,
  ) => {
    const factor = eenheid === 'procent' ? 100 : 1
    rows.push({
      id: over.id,
      volgorde: rows.length,
      soort,
      soortNaam: soorten[soort],
      product: over.product,
      waarvan: over.waarvan ?? '',
      eenheid,
      waarde: round(schatting.waarde * factor),
      laag: round(schatting.laag * factor),
      hoog: round(schatting.hoog * factor),
      gevallen: schatting.n,
      bron: schatting.bron,
      aanname: schatting.aanname,
    })
  }
  for (const deel of ijking.producten) {
    const { id, naam } = deel.product
    const about = (soort: Soort, waarvan = '') => ({ id: `${soort} ${id} ${waarvan}`.trim(), product: naam })
    for (const [code, schatting] of deel.instroom) {
      if (code === ELDERS && schatting.n === 0) continue
      add('instroom', { ...about('instroom', code), waarvan: gemeenteNaam(code) }, 'per_jaar', schatting)
    }
    if (deel.golf.amplitude > 0)
      add('golf', about('golf'), 'procent', golfVan(deel.golf.amplitude, deel.golf.n))
    if (deel.golf.trend !== 0) {
      const half = Math.abs((1.96 * deel.golf.trend) / deel.golf.trendErrors)
      add('groei', about('groei'), 'procent', {
        ...golfVan(deel.golf.trend, deel.golf.n),
        aanname: 'Meer dan 10% groei of daling per jaar gaat niet mee naar de jaren die komen.',
        laag: deel.golf.trend - half,
        hoog: deel.golf.trend + half,
      })
    }
    if (deel.afhaken) add('afhaken', about('afhaken'), 'dagen', deel.afhaken.schatting)
    add('verblijfsduur', about('verblijfsduur'), 'dagen', deel.verblijfsduur)
    for (const [naar, schatting] of deel.vervolg) {
      add('vervolg', { ...about('vervolg', naar), waarvan: productNaam(naar) }, 'procent', schatting)
    }
    if (deel.terugkeer) add('terugkeer', about('terugkeer'), 'procent', deel.terugkeer.schatting)
  }
  add('woningen', { id: 'woningen', product: 'Eigen woning' }, 'per_jaar', ijking.woningen)
  return rows
}

/** A wave that stands out from chance; its own interval is not told, only that chance alone does this less than 1 in 20 times. */
const golfVan = (waarde: number, n: number): Schatting => ({
  waarde,
  laag: waarde,
  hoog: waarde,
  n,
  bron: 'Register',
  aanname: 'Zo veel verschil komt door toeval alleen minder dan 1 op de 20 keer voor.',
})

const round = (value: number) => Math.round(value * 10) / 10
