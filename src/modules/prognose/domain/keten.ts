import type { Id } from '../../../shared/id.ts'
import { addMonths, daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import { type CheckedModel, checkModel } from '../../../simulation/check.ts'
import type { ModelFile } from '../../../simulation/model.ts'
import type { Ijking, Productijking } from './ijking.ts'
import { ELDERS } from './instroom.ts'
import type { Ketenfeiten } from './ketenfeiten.ts'
import { WONING } from './ketenloop.ts'

const JAAR = 365.25
/** One class: the list goes by the day of joining. */
const GEWOON = 'gewoon'

export interface Keten {
  readonly model: CheckedModel
  /** Steps between products that are left out, because with them the route would run in a circle. */
  readonly weggelaten: readonly { readonly van: string; readonly naar: string }[]
}

/** The calibrated chain as a model that starts from who is there and who waits on the peildatum, by calendar month. */
export function buildKeten(ijking: Ijking, feiten: Ketenfeiten, maanden: number): Keten {
  const producten = ijking.producten.filter(({ product }) => heeftPlek(feiten, product.id))
  const bekend = new Set(producten.map(({ product }) => product.id))
  const { stappen, weggelaten } = chooseStappen(producten, bekend)
  const areas = [...feiten.gemeenten.map(({ code }) => code), ELDERS]
  const aandeel = areaShares(producten, areas)
  const woningen = ijking.woningen.waarde > 0
  const edges = monthEdges(ijking.peildatum, maanden)
  const file: ModelFile = {
    version: 1,
    name: `Keten op ${ijking.peildatum}`,
    startDayOfYear: daysBetween(`${ijking.peildatum.slice(0, 4)}-01-01`, ijking.peildatum),
    bins: { edges },
    areas,
    classes: [GEWOON],
    profiles: producten.map(({ product }) => ({ id: product.id, entry: product.id })),
    services: [
      ...producten.map((deel) => ({
        id: deel.product.id,
        order: [{ from: 'any' as const }],
        stay: deel.verblijf,
        ...(deel.afhaken && { patience: deel.afhaken.duur }),
        afterLeaving: {
          chance: deel.terugkeer.schatting.waarde,
          after: deel.terugkeer.duur,
          to: { service: deel.product.id },
        },
        next: stappen
          .filter((stap) => stap.van === deel.product.id && (stap.naar !== WONING || woningen))
          .map((stap) => ({ to: stap.naar, chance: stap.kans })),
      })),
      ...(woningen ? [{ id: WONING, kind: 'supply' as const, order: [{ from: 'any' as const }] }] : []),
    ],
    facilities: producten.flatMap((deel) => facilitiesOf(deel, feiten, aandeel, woningen)),
    arrivals: producten.flatMap((deel) => arrivalsOf(deel, edges.at(-1)!)),
    supplies: woningen
      ? areas
          .filter((code) => aandeel[code]! > 0)
          .map((code) => ({
            id: `woningen ${code}`,
            service: WONING,
            area: code,
            rate: (ijking.woningen.waarde / JAAR) * aandeel[code]!,
            ceiling: 1,
          }))
      : [],
    waiting: feiten.wachtenden
      .filter((wacht) => !wacht.gestartOp && !wacht.wegOp && bekend.has(wacht.productId))
      .map((wacht) => ({
        service: wacht.productId,
        profile: wacht.productId,
        area: areas.includes(wacht.gemeente ?? '') ? wacht.gemeente! : ELDERS,
        class: GEWOON,
        waited: Math.max(0, daysBetween(wacht.op, ijking.peildatum)),
      })),
  }
  return { model: checkModel(file), weggelaten }
}

const heeftPlek = ({ plekken, peildatum }: Ketenfeiten, product: Id) =>
  plekken.some((plek) => plek.productId === product && (plek.tot === null || plek.tot > peildatum))

/** Days from the peildatum to the first of each next month: the days before the first are run but not counted. */
function monthEdges(peildatum: PlainDate, maanden: number): number[] {
  const first = addMonths(`${peildatum.slice(0, 8)}01`, 1)
  return Array.from({ length: maanden + 1 }, (_, m) => daysBetween(peildatum, addMonths(first, m)))
}

interface Stap {
  readonly van: Id
  readonly naar: Id | typeof WONING
  readonly kans: number
  readonly n: number
}

/** The steps with the most cases first; one that would close a circle is left out. */
function chooseStappen(producten: readonly Productijking[], bekend: ReadonlySet<Id>) {
  const alle = producten
    .flatMap(({ product, vervolg }) =>
      [...vervolg].map(([naar, { waarde, n }]): Stap => ({ van: product.id, naar, kans: waarde, n: n ?? 0 })),
    )
    .filter(({ naar }) => naar === WONING || bekend.has(naar))
    .sort((a, b) => b.n - a.n || (a.van < b.van ? -1 : 1))
  const stappen: Stap[] = []
  const weggelaten: { van: string; naar: string }[] = []
  const leads = (from: string, to: string): boolean =>
    from === to || stappen.some((stap) => stap.van === from && leads(stap.naar, to))
  for (const stap of alle) {
    if (leads(stap.naar, stap.van)) weggelaten.push({ van: stap.van, naar: stap.naar })
    else stappen.push(stap)
  }
  return { stappen, weggelaten }
}

/** Share of each gemeente in who reports; alike when nobody was seen to report. */
function areaShares(producten: readonly Productijking[], areas: readonly string[]): Record<string, number> {
  const per = areas.map((code) =>
    producten.reduce((sum, { instroom }) => sum + (instroom.get(code)?.waarde ?? 0), 0),
  )
  const total = per.reduce((sum, value) => sum + value, 0)
  return Object.fromEntries(areas.map((code, i) => [code, total > 0 ? per[i]! / total : 1 / areas.length]))
}

function facilitiesOf(
  { product, vervolg }: Productijking,
  { plekken, verblijven, peildatum }: Ketenfeiten,
  areas: Record<string, number>,
  woningen: boolean,
): ModelFile['facilities'] {
  const eigen = plekken.filter((plek) => plek.productId === product.id)
  const locaties = [...new Set(eigen.map((plek) => plek.locatieId))]
  const ready = woningen && vervolg.has(WONING) ? WONING : undefined
  return locaties.map((locatieId) => {
    const hier = eigen.filter((plek) => plek.locatieId === locatieId)
    return {
      id: `${product.id} ${locatieId ?? 'geheim'}`,
      service: product.id,
      places: hier.filter((plek) => plek.van <= peildatum).length,
      changes: hier.flatMap(({ van, tot }) => [
        ...(van > peildatum ? [{ day: daysBetween(peildatum, van), delta: 1 }] : []),
        ...(tot ? [{ day: daysBetween(peildatum, tot), delta: -1 }] : []),
      ]),
      start: verblijven
        .filter((one) => one.productId === product.id && one.locatieId === locatieId && one.tot === null)
        .map((one) => ({
          count: 1,
          profiles: [{ profile: product.id, weight: 1 }],
          areas,
          left: { elapsed: daysBetween(one.van, peildatum) },
          ...(one.gereedOp && ready && { ready }),
        })),
    }
  })
}

/**
 * With a ceiling of its own a source tries the same candidates whatever a measure does to it, so that what stays away is the
 * only difference.
 */
function arrivalsOf({ product, instroom, golf }: Productijking, laatste: number): ModelFile['arrivals'] {
  return [...instroom]
    .filter(([, schatting]) => schatting.waarde > 0)
    .map(([code, { waarde }]) => ({
      id: `instroom ${product.id} ${code}`,
      profile: product.id,
      areas: { [code]: 1 },
      rate: waarde / JAAR,
      trend: golf.groei,
      ceiling: Math.max(1, 1 + (golf.groei * laatste) / JAAR),
      ...(golf.amplitude > 0 && { season: { amplitude: golf.amplitude, peak: golf.peak } }),
    }))
}
