import type { Id } from '../../../shared/id.ts'
import { addDays, daysBetween, formatLong, type PlainDate, toDayNumber } from '../../../shared/plain-date.ts'
import type { Duration } from '../../../simulation/model.ts'
import { fitWave, poissonRate, shareOf, shrinkRates, type Wave } from '../../../simulation/rates.ts'
import {
  aliveAfter,
  durationOf,
  estimateSurvival,
  type Observation,
  type SurvivalCurve,
} from '../../../simulation/survival.ts'
import { BRON, bronAanname, bronRegel, DEEL_VAN_TERMIJN, verblijfsduurPerDomein } from './aannames.ts'
import { schatDuur, vertrekVanaf } from './duur.ts'
import type { Ketenfeiten, Ketenproduct, Wachtfeit } from './ketenfeiten.ts'
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
const MAAND = JAAR / 12

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
  /** Reports a year from outside, by gemeente code; who came back within two years is not in it. */
  readonly instroom: ReadonlyMap<string, Schatting>
  /** Growth is kept within a tenth a year. */
  readonly golf: Wave & { readonly n: number }
  /** Days until somebody is ready to leave. */
  readonly verblijfsduur: Schatting
  readonly verblijf: Duration
  /** Share that goes on to another product, to an own dwelling; the rest leaves the chain. */
  readonly vervolg: ReadonlyMap<Id | typeof WONING, Schatting>
  /** Days after which who waits gives up; null when too few did to say. */
  readonly afhaken: { readonly schatting: Schatting; readonly duur: Duration } | null
  /** Share that reports again within two years after leaving, and after how many days. */
  readonly terugkeer: { readonly schatting: Schatting; readonly duur: Duration } | null
}

export interface Ijking {
  readonly peildatum: PlainDate
  /** From when on the register saw everybody come and go; null when it has seen nobody leave yet. */
  readonly begin: PlainDate | null
  readonly producten: readonly Productijking[]
  /** Own dwellings a year for who waits for one in a place. */
  readonly woningen: Schatting
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
  const instroom = shrinkInstroom(feiten, komst, begin, kleinsteGetal)
  const producten = feiten.producten.map((product, p): Productijking => {
    const eigen = keten.verblijven.filter((verblijf) => verblijf.productId === product.id)
    const vanaf = begin && vertrekVanaf(eigen, begin, peildatum)
    const curve = estimateSurvival(
      eigen.map((verblijf) => observe(verblijf.van, verblijf.klaar, vanaf, peildatum)),
    )
    const duur = verblijfsduurVan(product, curve, kleinsteGetal, vanaf !== begin ? vanaf : null)
    const aanwezig = eigen.filter((verblijf) => verblijf.tot === null).length
    return {
      product,
      instroom: begin ? instroom[p]! : steadyInstroom(feiten, aanwezig, duur.schatting.waarde, kleinsteGetal),
      golf: golfVan(
        komst.filter((wacht) => wacht.productId === product.id),
        begin,
        peildatum,
      ),
      verblijfsduur: duur.schatting,
      verblijf: duur.duur,
      vervolg: vervolgVan(eigen, begin, kleinsteGetal),
      afhaken: afhakenVan(feiten, product, begin, kleinsteGetal),
      terugkeer: terugkeerVan(keten, eigen, begin, peildatum, kleinsteGetal),
    }
  })
  return { peildatum, begin, producten, woningen: woningenVan(keten, begin, peildatum, kleinsteGetal) }
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

function verblijfsduurVan(
  product: Ketenproduct,
  curve: SurvivalCurve,
  kleinsteGetal: number,
  vanaf: PlainDate | null,
) {
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
  const schatting = schatDuur(
    curve,
    vanaf && `Geteld vanaf ${formatLong(vanaf)}: eerder ging hier volgens het register niemand weg.`,
  )
  return { schatting, duur: durationOf(curve, 36_500) }
}

/**
 * First day from which the arrivals of a product were recorded. A silence in which more than five would have come at the
 * later rate is no chance: then the product came into the register later.
 */
function beginOf(komst: readonly Wachtfeit[], begin: PlainDate, peildatum: PlainDate): PlainDate {
  const first = komst.reduce((day, { op }) => (op < day ? op : day), peildatum)
  const after = Math.max(1, daysBetween(first, peildatum))
  return (komst.length * daysBetween(begin, first)) / after > 5 ? first : begin
}

function shrinkInstroom(
  { producten, gemeenten, peildatum }: Ketenfeiten,
  komst: readonly Wachtfeit[],
  begin: PlainDate | null,
  kleinsteGetal: number,
): Map<string, Schatting>[] {
  const columns = [...gemeenten.map(({ code }) => code), ELDERS]
  const areaOf = ({ gemeente }: Wachtfeit) => (gemeente && columns.includes(gemeente) ? gemeente : ELDERS)
  const perProduct = producten.map(({ id }) => komst.filter((wacht) => wacht.productId === id))
  const tel = perProduct.map((rows) =>
    columns.map((code) => rows.filter((wacht) => areaOf(wacht) === code).length),
  )
  const rates = shrinkRates(tel, 1)
  return producten.map((_, p) => {
    const from = begin && beginOf(perProduct[p]!, begin, peildatum)
    const perYear = from ? JAAR / Math.max(1, daysBetween(from, peildatum)) : 0
    return new Map(
      columns.map((code, g): [string, Schatting] => {
        const cell = rates[p]![g]!
        const few = cell.count > 0 && cell.count < kleinsteGetal
        // Too few to tell: what the rest of the table leads one to expect, and not the count itself.
        const rate = few ? cell.expected : cell.rate
        const schatting: Schatting = {
          waarde: rate * perYear,
          laag: (few ? Math.min(cell.low, rate) : cell.low) * perYear,
          hoog: (few ? Math.max(cell.high, rate) : cell.high) * perYear,
          n: few ? null : cell.count,
          bron: BRON,
          aanname: few
            ? 'Te weinig gevallen. Geschat uit wat het product en de gemeente verder laten zien.'
            : from && from > begin!
              ? `Geteld vanaf ${formatLong(from)}: eerder staat er voor dit product niemand in het register.`
              : null,
        }
        return [code, schatting]
      }),
    )
  })
}

/**
 * Before anybody was seen to leave: as many come as it takes to keep the places as full as they are now (Little's law turned
 * round), shared out as those who wait now are when no gemeente has few of them.
 */
function steadyInstroom(
  { gemeenten, wachtenden }: Ketenfeiten,
  aanwezig: number,
  verblijfsduur: number,
  kleinsteGetal: number,
): Map<string, Schatting> {
  const wacht = wachtenden.filter(({ gestartOp, wegOp }) => !gestartOp && !wegOp)
  const tel = gemeenten.map(({ code }) => wacht.filter(({ gemeente }) => gemeente === code).length)
  const total = tel.reduce((sum, count) => sum + count, 0)
  // A share of few is as good as the number itself.
  const verdeeld = total > 0 && tel.every((count) => count === 0 || count >= kleinsteGetal)
  return new Map(
    gemeenten.map(({ code }, g) => {
      const deel = verdeeld ? tel[g]! / total : 1 / gemeenten.length
      const waarde = (aanwezig / verblijfsduur) * JAAR * deel
      return [
        code,
        {
          waarde,
          laag: waarde / 2,
          hoog: waarde * 2,
          n: null,
          bron: bronAanname,
          aanname: `Er is nog geen vertrek vastgelegd. Aangenomen: er komen er zoveel dat de plekken even vol blijven, ${verdeeld ? 'verdeeld zoals wie nu wacht' : 'uit elke gemeente evenveel'}.`,
        },
      ]
    }),
  )
}

/** Who counts for no gemeente of the region. */
export const ELDERS = 'elders'

/** Most growth or decline a year that is carried into the years ahead: more is never the whole story. */
const MEESTE_GROEI = 0.1

function golfVan(
  komst: readonly Wachtfeit[],
  begin: PlainDate | null,
  peildatum: PlainDate,
): Wave & { n: number } {
  const months: { day: number; days: number; count: number }[] = []
  if (begin) {
    const from = beginOf(komst, begin, peildatum)
    const first = toDayNumber(from)
    const whole = Math.floor(daysBetween(from, peildatum) / MAAND)
    for (let m = 0; m < whole; m++) {
      const middle = addDays(from, Math.round((m + 0.5) * MAAND))
      const count = komst.filter(({ op }) => Math.floor((toDayNumber(op) - first) / MAAND) === m).length
      months.push({ day: daysBetween(`${middle.slice(0, 4)}-01-01`, middle), days: MAAND, count })
    }
  }
  const wave = fitWave(months)
  return { ...wave, trend: Math.max(-MEESTE_GROEI, Math.min(MEESTE_GROEI, wave.trend)), n: komst.length }
}

function vervolgVan(
  eigen: readonly Episode[],
  begin: PlainDate | null,
  kleinsteGetal: number,
): Map<Id | typeof WONING, Schatting> {
  const ended = eigen.filter((verblijf) => verblijf.naar !== null && begin && verblijf.tot! >= begin)
  // Who is ready and still there is not gone either: shared out as those who had to wait before them.
  const wacht = eigen.filter(({ naar, klaar }) => naar === null && klaar !== null).length
  const gewacht = ended.filter(({ gereedOp, tot }) => gereedOp && gereedOp < tot!)
  const n = ended.length + (gewacht.length > 0 ? wacht : 0)
  const found = new Map<Id | typeof WONING, Schatting>()
  for (const [naar, rijen] of groupBy(ended, (verblijf) => verblijf.naar!)) {
    if (naar === 'weg' || rijen.length < kleinsteGetal) continue
    const deel = gewacht.filter((verblijf) => verblijf.naar === naar).length / Math.max(1, gewacht.length)
    const { share, low, high } = shareOf(rijen.length + deel * wacht, n)
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
  return {
    schatting: schatDuur(curve, 'Wie een plek kreeg, had anders even lang gewacht als de anderen.'),
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
  if (!begin) return null
  const observations = eigen
    .filter(({ tot, naar }) => tot !== null && tot >= begin && (naar === WONING || naar === 'weg'))
    .map(({ wie, tot }): Observation => {
      const again = (keten.komst.get(wie) ?? []).filter((op) => op > tot!).sort()[0]
      const days = again ? daysBetween(tot!, again) : Number.POSITIVE_INFINITY
      if (days <= TERUG_BINNEN) return { entered: 0, lasted: days, cause: 0 }
      return { entered: 0, lasted: Math.max(0.5, Math.min(daysBetween(tot!, peildatum), TERUG_BINNEN)) }
    })
  const curve = estimateSurvival(observations)
  if (curve.ended < kleinsteGetal) return null
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
