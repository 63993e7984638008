import { bronAanname, bronEigen } from './aannames.ts'
import type { Herkomst, Parameter } from './contract.ts'
import type { EigenWaarde } from './eigen-waarde.ts'
import type { Ijking, Productijking, Schatting } from './ijking.ts'
import { ELDERS } from './instroom.ts'
import type { Ketenfeiten } from './ketenfeiten.ts'
import { WONING } from './ketenloop.ts'
import { type Eenheid, eenheidVan, type Soort, soorten } from './soorten.ts'

/** What a calibration says of one parameter, by itself. */
type Rij = Pick<
  Parameter,
  | 'id'
  | 'soort'
  | 'product'
  | 'waarvan'
  | 'eenheid'
  | 'waarde'
  | 'laag'
  | 'hoog'
  | 'gevallen'
  | 'bron'
  | 'aanname'
>

const geenHerkomst: Herkomst = { reden: null, door: null, sinds: null, eigenId: null }

/**
 * Every parameter of a calibration as a row that a person can check, in the order of the chain: what is computed with, and
 * beside it the estimate. An own value of what the register does not show (any more) stands at the end and is not used.
 */
export function parametersOf(
  ijking: Ijking,
  feiten: Pick<Ketenfeiten, 'gemeenten'>,
  versies: ReadonlyMap<string, number> = new Map(),
): Parameter[] {
  const waarden: ReadonlyMap<string, EigenWaarde> = ijking.eigen?.waarden ?? new Map()
  const gebruikt = new Map(rowsOf(ijking, feiten).map((rij) => [rij.id, rij]))
  const geschat = ijking.eigen ? rowsOf(ijking.eigen.geschat, feiten) : [...gebruikt.values()]
  const bekend = new Set(geschat.map(({ id }) => id))
  const rest = [...waarden.keys()].filter((id) => !bekend.has(id)).map(unused)
  return [...geschat, ...rest].map((rij, volgorde) => {
    const eigen = bekend.has(rij.id) ? waarden.get(rij.id) : undefined
    const nu = gebruikt.get(rij.id) ?? rij
    return {
      ...rij,
      volgorde,
      soortNaam: soorten[rij.soort],
      waarde: eigen?.waarde ?? nu.waarde,
      schatting: rij.waarde,
      bron: eigen === undefined ? nu.bron : bronEigen,
      schattingBron: rij.bron,
      // Of an own value the assumption behind the estimate still says what the estimate is worth.
      aanname: eigen === undefined ? nu.aanname : rij.aanname,
      isEigen: eigen !== undefined,
      ...(waarden.get(rij.id)?.herkomst ?? geenHerkomst),
      versie: versies.get(rij.id) ?? 0,
    }
  })
}

function rowsOf(ijking: Ijking, { gemeenten }: Pick<Ketenfeiten, 'gemeenten'>): Rij[] {
  const rows: Rij[] = []
  const gemeenteNaam = (code: string) =>
    code === ELDERS
      ? 'Andere gemeente of onbekend'
      : (gemeenten.find((one) => one.code === code)?.naam ?? code)
  const productNaam = (id: string) =>
    id === WONING
      ? 'Eigen woning'
      : (ijking.producten.find(({ product }) => product.id === id)?.product.naam ?? id)
  for (const deel of ijking.producten) {
    const { id, naam } = deel.product
    const add = (soort: Soort, schatting: Nullable, code = '', waarvan = '') =>
      rows.push(rowOf(soort, { id: [soort, id, code].join(' ').trim(), product: naam, waarvan }, schatting))
    for (const [code, schatting] of deel.instroom) {
      if (code === ELDERS && schatting.n === 0) continue
      add('instroom', schatting, code, gemeenteNaam(code))
    }
    if (deel.golf.amplitude > 0) add('golf', golfVan(deel.golf))
    if (deel.golf.trend !== 0) add('groei', groeiVan(deel.golf))
    add(
      'afhaken',
      deel.afhaken?.schatting ?? niemand('Te weinig mensen haakten af. Aangenomen: niemand haakt af.'),
    )
    add('verblijfsduur', deel.verblijfsduur)
    for (const [naar, schatting] of deel.vervolg) add('vervolg', schatting, naar, productNaam(naar))
    if (!deel.vervolg.has(WONING)) add('vervolg', geenWoning, WONING, productNaam(WONING))
    add('terugkeer', deel.terugkeer.schatting)
    const kosten = ijking.kosten.get(id) ?? null
    add('kosten', { ...niemand(null), waarde: kosten, bron: 'Nog niet ingevuld' })
  }
  rows.push(rowOf('woningen', { id: 'woningen', product: 'Eigen woning', waarvan: '' }, ijking.woningen))
  return rows
}

/** An estimate, or the lack of one. */
type Nullable = { readonly [K in keyof Schatting]: Schatting[K] | (K extends 'bron' ? never : null) }

function rowOf(soort: Soort, over: Pick<Rij, 'id' | 'product' | 'waarvan'>, schatting: Nullable): Rij {
  const eenheid: Eenheid = eenheidVan[soort]
  const factor = eenheid === 'procent' ? 100 : 1
  const round = (value: number | null) => value && Math.round(value * factor * 10) / 10
  return {
    ...over,
    soort,
    eenheid,
    waarde: round(schatting.waarde),
    laag: round(schatting.laag),
    hoog: round(schatting.hoog),
    gevallen: schatting.n,
    bron: schatting.bron,
    aanname: schatting.aanname,
  }
}

const niemand = (aanname: string | null): Nullable => ({
  waarde: null,
  laag: null,
  hoog: null,
  n: null,
  bron: bronAanname,
  aanname,
})

const geenWoning: Nullable = {
  ...niemand('Te weinig vertrek naar een eigen woning. Aangenomen: niemand gaat daarheen.'),
  waarde: 0,
}

/** A wave that stands out from chance; its own interval is not told, only that chance alone does this less than 1 in 20 times. */
const golfVan = ({ amplitude, n }: Productijking['golf']): Schatting => ({
  waarde: amplitude,
  laag: amplitude,
  hoog: amplitude,
  n,
  bron: 'Register',
  aanname: 'Zo veel verschil komt door toeval alleen minder dan 1 op de 20 keer voor.',
})

function groeiVan({ groei, trend, trendErrors, niveau, n }: Productijking['golf']): Schatting {
  const half = Math.abs((1.96 * trend) / trendErrors / niveau)
  return {
    waarde: groei,
    laag: groei - half,
    hoog: groei + half,
    n,
    bron: 'Register',
    aanname:
      'Zo veel verschil komt door toeval alleen minder dan 1 op de 20 keer voor. Meer dan 10% groei of daling per jaar gaat niet mee naar de jaren die komen.',
  }
}

function unused(id: string): Rij {
  const soort = id.split(' ')[0] as Soort
  return rowOf(
    soort,
    { id, product: 'Niet meer in het register', waarvan: '' },
    niemand('Deze schatting is er nu niet: de eigen waarde wordt niet gebruikt.'),
  )
}
