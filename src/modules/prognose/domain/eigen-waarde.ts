import type { Duration } from '../../../simulation/model.ts'
import { bronEigen } from './aannames.ts'
import type { Herkomst } from './contract.ts'
import type { Ijking, Productijking, Schatting } from './ijking.ts'
import { WONING } from './ketenloop.ts'
import { soortVan } from './soorten.ts'

/** What the region puts in place of an estimate: the name of the parameter and a number in the unit that the page shows. */
export interface EigenWaarde {
  readonly parameter: string
  readonly waarde: number
  /** Who put it there, why and since when. */
  readonly herkomst?: Herkomst
}

/**
 * The calibration with what the region put in its place. A shape stays and its mean moves (stays, giving up). What follows a
 * stay never adds up to more than everybody: the estimates share what the own values leave. An own value of something that
 * the calibration does not have (any more) changes nothing.
 */
export function overruled(ijking: Ijking, eigen: readonly EigenWaarde[]): Ijking {
  const geschat = ijking.eigen?.geschat ?? ijking
  if (eigen.length === 0) return geschat
  const waarden = new Map(eigen.map((een) => [een.parameter, een]))
  const of = (...naam: string[]) => waarden.get(naam.join(' '))?.waarde
  return {
    ...geschat,
    producten: geschat.producten.map((deel) => overruleProduct(deel, of)),
    woningen: place(geschat.woningen, of('woningen')),
    kosten: new Map(
      geschat.producten.flatMap(({ product: { id } }) => {
        const waarde = of('kosten', id)
        return waarde === undefined ? [] : [[id, waarde]]
      }),
    ),
    eigen: { waarden, geschat },
  }
}

/** Euro a place a year by product, of the products of which somebody filled it in: nobody measured it, so there is no default. */
export const kostenPerPlek = (ijking: Ijking): Ijking['kosten'] => ijking.kosten

type Lookup = (...naam: string[]) => number | undefined

function overruleProduct(deel: Productijking, of: Lookup): Productijking {
  const { id } = deel.product
  const share = (soort: string) => {
    const waarde = of(soort, id)
    return waarde === undefined ? undefined : waarde / 100
  }
  const verblijfsduur = place(deel.verblijfsduur, of('verblijfsduur', id))
  const afhaken = of('afhaken', id)
  return {
    ...deel,
    instroom: new Map(
      [...deel.instroom].map(([code, schatting]) => [code, place(schatting, of('instroom', id, code))]),
    ),
    golf: {
      ...deel.golf,
      // Without a wave nobody knows which day is the busiest.
      ...(deel.golf.amplitude > 0 && { amplitude: share('golf') ?? deel.golf.amplitude }),
      groei: share('groei') ?? deel.golf.groei,
    },
    verblijfsduur,
    verblijf: scale(deel.verblijf, verblijfsduur.waarde / deel.verblijfsduur.waarde),
    vervolg: overruleVervolg(deel, of),
    afhaken:
      afhaken === undefined
        ? deel.afhaken
        : {
            schatting: own(afhaken),
            duur: deel.afhaken
              ? scale(deel.afhaken.duur, afhaken / deel.afhaken.schatting.waarde)
              : { type: 'exponential', scale: afhaken },
          },
    terugkeer: { ...deel.terugkeer, schatting: place(deel.terugkeer.schatting, share('terugkeer')) },
  }
}

/** Steps that the calibration knows, and the one to an own dwelling, which needs no example. */
function overruleVervolg({ product, vervolg }: Productijking, of: Lookup): Productijking['vervolg'] {
  const stappen = [...new Set([...vervolg.keys(), WONING])]
  const eigen = stappen.flatMap((naar) => {
    const waarde = of('vervolg', product.id, naar)
    return waarde === undefined ? [] : [[naar, waarde / 100] as const]
  })
  const samen = (delen: readonly (readonly [unknown, number])[]) =>
    delen.reduce((som, [, deel]) => som + deel, 0)
  const rest = [...vervolg].filter(([naar]) => !eigen.some(([ook]) => ook === naar))
  const vrij = Math.max(0, 1 - samen(eigen))
  const geschat = samen(rest.map(([naar, { waarde }]) => [naar, waarde]))
  const smaller = geschat > vrij ? vrij / geschat : 1
  const larger = Math.max(1, samen(eigen))
  return new Map([
    ...rest.map(
      ([naar, schatting]) =>
        [
          naar,
          smaller === 1
            ? schatting
            : {
                ...schatting,
                waarde: schatting.waarde * smaller,
                aanname:
                  'Verkleind: wat de eigen waarden overlaten, is verdeeld zoals het register laat zien.',
              },
        ] as const,
    ),
    // A step of nobody is no step: it would keep another one out as part of a circle.
    ...eigen
      .filter(([, deel]) => deel > 0)
      .map(([naar, deel]) => [naar, own(deel / larger, vervolg.get(naar)?.n)] as const),
  ])
}

/** Of one product no more goes on than everybody: what the own values would add up to with a new one, refused above 100%. */
export function faultOfVervolg(eigen: readonly EigenWaarde[], nieuw: EigenWaarde): string | undefined {
  const van = (parameter: string) => parameter.split(' ').slice(0, 2).join(' ')
  if (soortVan(nieuw.parameter) !== 'vervolg') return undefined
  const andere = eigen
    .filter(({ parameter }) => parameter !== nieuw.parameter && van(parameter) === van(nieuw.parameter))
    .reduce((som, { waarde }) => som + waarde, 0)
  const over = Math.round((100 - andere) * 10) / 10
  return nieuw.waarde > over
    ? `Vul hooguit ${over.toLocaleString('nl-NL')}% in: de andere eigen waarden van dit product tellen samen op tot ${andere.toLocaleString('nl-NL')}%, en meer dan 100% kan niet.`
    : undefined
}

const own = (waarde: number, n: number | null = null): Schatting => ({
  waarde,
  laag: waarde,
  hoog: waarde,
  n,
  bron: bronEigen,
  aanname: null,
})

const place = (schatting: Schatting, waarde: number | undefined) =>
  waarde === undefined ? schatting : own(waarde)

const scale = (duur: Duration, factor: number): Duration => ({ ...duur, scale: duur.scale * factor })
