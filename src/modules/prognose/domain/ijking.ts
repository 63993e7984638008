import type { Id } from '../../../shared/id.ts'
import { daysBetween, type PlainDate, toDayNumber } from '../../../shared/plain-date.ts'
import type { Duration } from '../../../simulation/model.ts'
import { poissonRate, shareOf } from '../../../simulation/rates.ts'
import {
  aliveAfter,
  durationOf,
  estimateSurvival,
  meanSurvival,
  type Observation,
  type SurvivalCurve,
} from '../../../simulation/survival.ts'
import {
  BRON,
  bronAanname,
  bronRegel,
  DEEL_VAN_TERMIJN,
  TERUG_ONBEKEND,
  verblijfsduurPerDomein,
} from './aannames.ts'
import type { EigenWaarde } from './eigen-waarde.ts'
import { golfVan, shrinkInstroom, steadyInstroom, type Verloop } from './instroom.ts'
import type { Ketenfeiten, Ketenproduct } from './ketenfeiten.ts'
import {
  type Episode,
  groupBy,
  isTerug,
  type Ketenloop,
  readKetenloop,
  TERUG_BINNEN,
  WONING,
} from './ketenloop.ts'

const JAAR = 365.25

/** An estimate as a person can judge it: of how many, how sure, from where, and what was assumed. */
export interface Schatting {
  readonly waarde: number
  readonly laag: number
  readonly hoog: number
  /** Cases it rests on; null when they are too few to be told. */
  readonly n: number | null
  readonly bron: string
  /** What was assumed, in a sentence; null when nothing was. */
  readonly aanname: string | null
}

export interface Productijking {
  readonly product: Ketenproduct
  /** Reports a year from outside, at the rate of the peildatum, by gemeente code; who came back within two years is not in it. */
  readonly instroom: ReadonlyMap<string, Schatting>
  readonly golf: Verloop
  /** Days until somebody is ready to leave. */
  readonly verblijfsduur: Schatting
  readonly verblijf: Duration
  /** Share that goes on to another product, to an own dwelling; the rest leaves the chain. */
  readonly vervolg: ReadonlyMap<Id | typeof WONING, Schatting>
  /** Days after which who waits gives up; null when too few did to say. */
  readonly afhaken: { readonly schatting: Schatting; readonly duur: Duration } | null
  /** Share that reports again within two years after leaving, and after how many days. */
  readonly terugkeer: { readonly schatting: Schatting; readonly duur: Duration }
}

export interface Ijking {
  readonly peildatum: PlainDate
  /** From when on the register saw everybody come and go; null when it has seen nobody leave yet. */
  readonly begin: PlainDate | null
  readonly producten: readonly Productijking[]
  /** Own dwellings a year for who waits for one in a place. */
  readonly woningen: Schatting
  /** Euro a place a year by product; a product that nobody filled in is not in it. */
  readonly kosten: ReadonlyMap<Id, number>
  /** What the region put in place of an estimate, by parameter, and the estimates as they were; absent when it put nothing. */
  readonly eigen?: { readonly waarden: ReadonlyMap<string, EigenWaarde>; readonly geschat: Ijking }
}

/**
 * Calibrates the chain on what the register says up to the peildatum. Stays that still run count for as long as they ran.
 * With fewer cases than `kleinsteGetal` an estimate leans on the rest of the table or on an assumption: three cases say
 * nothing on their own, and would tell about people.
 */
export function calibrate(feiten: Ketenfeiten, kleinsteGetal: number): Ijking {
  const { peildatum } = feiten
  const ends = feiten.verblijven.flatMap(({ tot }) => (tot && tot <= peildatum ? [tot] : []))
  const begin = ends.length > 0 ? ends.reduce((first, tot) => (tot < first ? tot : first)) : null
  const keten = readKetenloop(feiten)
  const komst = feiten.wachtenden.filter(
    (wacht) => begin && wacht.op >= begin && wacht.op <= peildatum && !isTerug(keten, wacht),
  )
  const golven = feiten.producten.map(({ id }) =>
    golfVan(
      komst.filter((wacht) => wacht.productId === id),
      begin,
      peildatum,
    ),
  )
  const instroom = shrinkInstroom(feiten, komst, begin, golven, kleinsteGetal)
  const producten = feiten.producten.map((product, p): Productijking => {
    const eigen = keten.verblijven.filter((verblijf) => verblijf.productId === product.id)
    const curve = estimateSurvival(
      eigen.map((verblijf) => observe(verblijf.van, verblijf.klaar, begin, peildatum)),
    )
    const duur = verblijfsduurVan(product, curve, kleinsteGetal)
    const aanwezig = eigen.filter((verblijf) => verblijf.tot === null).length
    return {
      product,
      instroom: begin ? instroom[p]! : steadyInstroom(feiten, aanwezig, duur.schatting.waarde, kleinsteGetal),
      golf: golven[p]!,
      verblijfsduur: duur.schatting,
      verblijf: duur.duur,
      vervolg: vervolgVan(eigen, begin, kleinsteGetal),
      afhaken: afhakenVan(feiten, product, begin, kleinsteGetal),
      terugkeer: terugkeerVan(keten, eigen, begin, peildatum, kleinsteGetal),
    }
  })
  const woningen = woningenVan(keten, begin, peildatum, kleinsteGetal)
  return { peildatum, begin, producten, woningen, kosten: new Map() }
}

/** A stay as it was seen: from the begin of the records on, to its end or to the peildatum. */
function observe(
  van: PlainDate,
  einde: PlainDate | null,
  begin: PlainDate | null,
  peildatum: PlainDate,
): Observation {
  const gezien = begin ?? peildatum
  const ended = einde !== null && einde <= peildatum
  // Whoever is gone before nightfall was there for a moment, not for no time.
  const lasted = Math.max(0.5, daysBetween(van, ended ? einde : peildatum))
  return { entered: Math.max(0, daysBetween(van, gezien)), lasted, ...(ended && { cause: 0 }) }
}

function verblijfsduurVan(product: Ketenproduct, curve: SurvivalCurve, kleinsteGetal: number) {
  if (curve.ended < kleinsteGetal) {
    const waarde = product.termijn
      ? product.termijn * DEEL_VAN_TERMIJN
      : (verblijfsduurPerDomein[product.domein] ?? JAAR)
    const schatting: Schatting = {
      waarde,
      laag: waarde / 2,
      hoog: waarde * 2,
      n: null,
      bron: product.termijn ? bronRegel : bronAanname,
      aanname: product.termijn
        ? 'Te weinig afgesloten verblijven. Aangenomen: driekwart van het langste verblijf, steeds even waarschijnlijk.'
        : 'Te weinig afgesloten verblijven. Aangenomen: een gewone duur voor dit deel van de keten, steeds even waarschijnlijk.',
    }
    const duur: Duration = { type: 'exponential', scale: waarde }
    return { schatting, duur }
  }
  const waarde = meanSurvival(curve)
  // Of d ended stays a mean is known to about 1/√d of itself, whatever runs on.
  const factor = Math.exp(1.96 / Math.sqrt(curve.ended))
  const schatting: Schatting = {
    waarde,
    laag: waarde / factor,
    hoog: waarde * factor,
    n: curve.ended,
    bron: BRON,
    aanname: null,
  }
  return { schatting, duur: durationOf(curve, 36_500) }
}

function vervolgVan(
  eigen: readonly Episode[],
  begin: PlainDate | null,
  kleinsteGetal: number,
): Map<Id | typeof WONING, Schatting> {
  const ended = eigen.filter((verblijf) => verblijf.naar !== null && begin && verblijf.tot! >= begin)
  const per = groupBy(ended, (verblijf) => verblijf.naar!)
  const found = new Map<Id | typeof WONING, Schatting>()
  for (const [naar, rijen] of per) {
    if (naar === 'weg') continue
    const { share, low, high } = shareOf(rijen.length, ended.length)
    if (rijen.length < kleinsteGetal) continue
    found.set(naar, { waarde: share, laag: low, hoog: high, n: rijen.length, bron: BRON, aanname: null })
  }
  return found
}

function afhakenVan(
  { wachtenden, peildatum }: Ketenfeiten,
  product: Ketenproduct,
  begin: PlainDate | null,
  kleinsteGetal: number,
): Productijking['afhaken'] {
  const curve = estimateSurvival(
    wachtenden
      .filter((wacht) => wacht.productId === product.id)
      .map(({ op, wegOp, gestartOp }) => {
        // Placed is not given up: it only says that somebody was willing to wait that long.
        const until = [wegOp, gestartOp, peildatum].filter((day) => day !== null).sort()[0]!
        const seen = observe(op, until, begin, peildatum)
        return wegOp === until ? seen : { entered: seen.entered, lasted: seen.lasted }
      }),
  )
  if (curve.ended < kleinsteGetal) return null
  const waarde = meanSurvival(curve)
  const factor = Math.exp(1.96 / Math.sqrt(curve.ended))
  return {
    schatting: {
      waarde,
      laag: waarde / factor,
      hoog: waarde * factor,
      n: curve.ended,
      bron: BRON,
      aanname: 'Wie een plek kreeg, had anders even lang gewacht als de anderen.',
    },
    duur: durationOf(curve, 36_500),
  }
}

function terugkeerVan(
  keten: Ketenloop,
  eigen: readonly Episode[],
  begin: PlainDate | null,
  peildatum: PlainDate,
  kleinsteGetal: number,
): Productijking['terugkeer'] {
  const observations = eigen
    .filter(({ tot, naar }) => begin && tot !== null && tot >= begin && (naar === WONING || naar === 'weg'))
    .map(({ wie, tot }): Observation => {
      const again = (keten.komst.get(wie) ?? []).filter((op) => op > tot!).sort()[0]
      const days = again ? daysBetween(tot!, again) : Number.POSITIVE_INFINITY
      if (days <= TERUG_BINNEN) return { entered: 0, lasted: days, cause: 0 }
      return { entered: 0, lasted: Math.max(0.5, Math.min(daysBetween(tot!, peildatum), TERUG_BINNEN)) }
    })
  const curve = estimateSurvival(observations)
  if (curve.ended < kleinsteGetal) return TERUG_ONBEKEND
  const chance = 1 - aliveAfter(curve, TERUG_BINNEN)
  const error = 1.96 * Math.sqrt(curve.variance.at(-1) ?? 0)
  return {
    schatting: {
      waarde: chance,
      laag: Math.max(0, chance - error),
      hoog: Math.min(1, chance + error),
      n: curve.ended,
      bron: BRON,
      aanname: 'Wie na twee jaar niet terug is, telt als niet terug.',
    },
    duur: returnTime(curve, chance),
  }
}

/** After how long, of who comes back: the steps of the curve, as shares of all that come. */
function returnTime(curve: SurvivalCurve, chance: number, steps = 50): Duration {
  const quantiles: number[] = []
  let i = 0
  for (let step = 0; step <= steps; step++) {
    while (i < curve.days.length - 1 && 1 - curve.alive[i]! < (chance * step) / steps - 1e-12) i++
    quantiles.push(curve.days[i]!)
  }
  return { type: 'table', scale: 1, quantiles }
}

/**
 * Dwellings that come free for who waits in a place: those given, over the days on which somebody was waiting. On other
 * days one would not have been seen.
 */
function woningenVan(
  { verblijven }: Ketenloop,
  begin: PlainDate | null,
  peildatum: PlainDate,
  kleinsteGetal: number,
): Schatting {
  const gegeven = verblijven.filter(
    ({ naar, tot }) => naar === WONING && begin && tot! >= begin && tot! <= peildatum,
  )
  if (!begin || gegeven.length < kleinsteGetal) {
    return {
      waarde: 0,
      laag: 0,
      hoog: 0,
      n: null,
      bron: bronAanname,
      aanname: 'Te weinig vertrek naar een eigen woning om te zeggen hoeveel er per jaar vrijkomen.',
    }
  }
  // Waiting: from the day somebody was ready until he went to a dwelling.
  const wachtend = new Set<number>()
  for (const { gereedOp, tot } of gegeven) {
    const from = Math.max(toDayNumber(gereedOp ?? tot!), toDayNumber(begin))
    for (let day = from; day <= toDayNumber(tot!); day++) wachtend.add(day)
  }
  const rate = poissonRate(gegeven.length, wachtend.size)
  return {
    waarde: rate.rate * JAAR,
    laag: rate.low * JAAR,
    hoog: rate.high * JAAR,
    n: gegeven.length,
    bron: BRON,
    aanname: 'Geteld over de dagen waarop iemand klaarstond. Een woning is voor elke gemeente van de regio.',
  }
}
