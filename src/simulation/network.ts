import { collectDurations, type DurationTables, meanOf } from './durations.ts'
import { edgesOf, type Layout, layoutOf } from './layout.ts'
import type { Facility, Model, Return, Service } from './model.ts'
import { hashName } from './random.ts'
import { compileStreams, cumulative, type StreamLevel, type StreamTables, weightsOf } from './streams.ts'

/** Nobody, nowhere, no end. */
export const NONE = -1

/** A checked model in flat arrays, as the engine reads it. Names are gone; order is that of the model. */
export interface Network {
  layout: Layout
  edges: Float64Array
  profiles: number
  classes: number
  lanes: number
  /** Width of a bucket of the calendar queue, as buckets a day. */
  bucketsPerDay: number
  single: boolean
  startDayOfYear: number
  streams: number
  arrivals: number
  tables: Tables
  changes: { day: number; facility: number; delta: number }[]
  levels: (StreamLevel | ServiceLevel)[]
  residents: Resident[]
  waiting: { service: number; profile: number; area: number; class: number; count: number; waited: number }[]
}

export interface Tables extends DurationTables, StreamTables, ServiceTables, FacilityTables, LaneTables {}

/** By service; what ends in `Chance` by service and profile. */
interface ServiceTables {
  supplies: Uint8Array
  facilityFrom: Int32Array
  ranks: Int32Array
  /** A service, inside or not, and class. */
  rankOf: Int32Array
  /** A service and rank, eight a service. */
  rankBound: Uint8Array
  longest: Int32Array
  term: Float64Array
  patience: Int32Array
  patienceScale: Float64Array
  giveUpChance: Float64Array
  giveUpAfter: Int32Array
  giveUpScale: Float64Array
  giveUpTo: Int32Array
  leaveChance: Float64Array
  leaveAfter: Int32Array
  leaveScale: Float64Array
  leaveTo: Int32Array
  reviewAt: Float64Array
  reviewChance: Float64Array
  reviewTo: Int32Array
  reviewFrom: Float64Array
  outsideWhenFull: Uint8Array
  /** A service and profile: its steps in `nextTo` and `nextChance`. */
  nextFrom: Int32Array
  nextTo: Int32Array
  nextChance: Float64Array
  /** A profile: where it reports, and its cumulative shares of the classes. */
  entry: Int32Array
  classShares: Float64Array
}

interface FacilityTables {
  /** Facilities of each service, from `facilityFrom`. */
  facilityList: Int32Array
  service: Int32Array
  places: Int32Array
  /** Hash of the name, for the luck of those who are there at the start. */
  facilityHash: Int32Array
  /** Bits of the areas. */
  admitsArea: Int32Array
  /** A facility and profile. */
  admitsProfile: Uint8Array
  stay: Int32Array
  /** A facility and profile. */
  stayScale: Float64Array
}

/** A lane holds those of one rank whom the same places admit. */
interface LaneTables {
  laneFrom: Int32Array
  laneGroups: Int32Array
  /** A service, area and profile. */
  laneGroup: Int32Array
  /** For each facility, then each supply, and each rank (eight): the lanes whose heads it may take. */
  lookFrom: Int32Array
  look: Int32Array
}

/** Factors of a service from a day on. */
export interface ServiceLevel {
  day: number
  service: number
  stay: number
  returns: number
}

export interface Resident {
  facility: number
  count: number
  profiles: Int32Array
  /** Cumulative, ends at 1. */
  shares: Float64Array
  areas: Float64Array
  /** NONE: drawn by profile. */
  class: number
  /** Days in the stay, or NONE for a uniform share. */
  elapsed: number
  ready: number
  /** Ready for `moveTo` on `moveDay`, when still here; NONE: nowhere. */
  moveTo: number
  moveDay: number
}

/** Compiles a model that `faultsOf` found nothing against. */
export function compileNetwork(model: Model): Network {
  const { areas, classes, profiles, services, facilities } = model
  const serviceIndex = indexOf(services.map((service) => service.id))
  const areaIndex = indexOf(areas)
  const profileIndex = indexOf(profiles.map((profile) => profile.id))
  const durations = collectDurations()
  const duration = (index: (service: Service) => Service['stay']) => ({
    shape: Int32Array.from(services, (s) => {
      const found = index(s)
      return found ? durations.add(found) : NONE
    }),
    scale: Float64Array.from(services, (s) => index(s)?.scale ?? 0),
  })
  const patience = duration((service) => service.patience)
  const chances = (of: (service: Service) => Return | undefined, factors: boolean) =>
    Float64Array.from(
      services.flatMap((s) =>
        profiles.map((p) => (of(s)?.chance ?? 0) * (factors ? (s.returnFactors?.[p.id] ?? 1) : 1)),
      ),
    )
  const destinations = (of: (service: Service) => Return | undefined) =>
    Int32Array.from(services, (s) => {
      const to = of(s)?.to
      return to === undefined || to === 'entry' ? NONE : serviceIndex.get(to.service)!
    })
  const giveUp = duration((s) => s.afterGivingUp?.after)
  const leave = duration((s) => s.afterLeaving?.after)

  const byService = services.map((_, s) =>
    facilities.flatMap((facility, f) => (serviceIndex.get(facility.service) === s ? [f] : [])),
  )
  const facilityFrom = new Int32Array(services.length + 1)
  byService.forEach((list, s) => {
    facilityFrom[s + 1] = facilityFrom[s]! + list.length
  })
  const admitsArea = Int32Array.from(facilities, (facility) => maskOf(facility, areas, areaIndex))
  const admitsProfile = Uint8Array.from(
    facilities.flatMap((facility) =>
      profiles.map((p) => (facility.profiles?.includes(p.id) === false ? 0 : 1)),
    ),
  )

  const next = services.flatMap((service) =>
    profiles.map((profile) =>
      service.next.map((step) => ({
        to: serviceIndex.get(step.to)!,
        chance: step.chance * (step.factors?.[profile.id] ?? 1),
      })),
    ),
  )
  const nextFrom = new Int32Array(next.length + 1)
  next.forEach((steps, i) => {
    nextFrom[i + 1] = nextFrom[i]! + steps.length
  })

  const stayOf = facilities.map((facility) => services[serviceIndex.get(facility.service)!]!)
  const order = compileOrder(model)
  const { lanes, ...laneTables } = compileLanes(
    model,
    order,
    serviceIndex,
    areaIndex,
    admitsArea,
    admitsProfile,
  )
  const streams = compileStreams(model, serviceIndex, profileIndex)
  const stay = Int32Array.from(stayOf, (service) => durations.add(service.stay!))
  return {
    layout: layoutOf(model),
    edges: edgesOf(model),
    profiles: profiles.length,
    classes: classes.length,
    lanes,
    bucketsPerDay: bucketsFor(model),
    single: model.luck === 'one',
    startDayOfYear: model.startDayOfYear,
    streams: model.arrivals.length + model.supplies.length,
    arrivals: model.arrivals.length,
    tables: {
      ...order,
      ...laneTables,
      ...streams.tables,
      ...durations.build(),
      supplies: Uint8Array.from(services, (s) => (s.kind === 'supply' ? 1 : 0)),
      facilityFrom,
      facilityList: Int32Array.from(byService.flat()),
      longest: Int32Array.from(services, (s) => s.longest ?? NONE),
      term: Float64Array.from(services, (s) => s.term ?? Number.POSITIVE_INFINITY),
      patience: patience.shape,
      patienceScale: patience.scale,
      giveUpChance: chances((s) => s.afterGivingUp, false),
      giveUpAfter: giveUp.shape,
      giveUpScale: giveUp.scale,
      giveUpTo: destinations((s) => s.afterGivingUp),
      leaveChance: chances((s) => s.afterLeaving, true),
      leaveAfter: leave.shape,
      leaveScale: leave.scale,
      leaveTo: destinations((s) => s.afterLeaving),
      reviewAt: Float64Array.from(services, (s) => s.review?.at ?? Number.POSITIVE_INFINITY),
      reviewChance: Float64Array.from(services, (s) => s.review?.chance ?? 0),
      reviewTo: Int32Array.from(services, (s) => (s.review ? serviceIndex.get(s.review.to)! : NONE)),
      reviewFrom: Float64Array.from(services, (s) => s.review?.from ?? 0),
      outsideWhenFull: Uint8Array.from(services, (s) => (s.whenFull === 'outside' ? 1 : 0)),
      nextFrom,
      nextTo: Int32Array.from(next.flat(), (step) => step.to),
      nextChance: Float64Array.from(next.flat(), (step) => step.chance),
      entry: Int32Array.from(profiles, (profile) => serviceIndex.get(profile.entry)!),
      classShares: Float64Array.from(
        profiles.flatMap((profile) => [...cumulative(weightsOf(classes, profile.classes))]),
      ),
      service: Int32Array.from(facilities, (facility) => serviceIndex.get(facility.service)!),
      places: Int32Array.from(facilities, (facility) => facility.places),
      facilityHash: Int32Array.from(facilities, (facility) => hashName(facility.id)),
      admitsArea,
      admitsProfile,
      stay,
      stayScale: Float64Array.from(
        facilities.flatMap((facility, f) =>
          profiles.map(
            (p) => stayOf[f]!.stay!.scale * (stayOf[f]!.stayFactors?.[p.id] ?? 1) * facility.stayFactor,
          ),
        ),
      ),
    },
    changes: facilities.flatMap((facility, f) =>
      facility.changes.map((change) => ({ day: change.day, facility: f, delta: change.delta })),
    ),
    levels: [
      ...streams.levels,
      ...services.flatMap((service, s) => service.changes.map((change) => ({ service: s, ...change }))),
    ],
    residents: facilities.flatMap((facility, f) =>
      facility.start.map((group) => ({
        facility: f,
        count: group.count,
        profiles: Int32Array.from(group.profiles, (share) => profileIndex.get(share.profile)!),
        shares: cumulative(group.profiles.map((share) => share.weight)),
        areas: cumulative(weightsOf(areas, group.areas)),
        class: group.class === undefined ? NONE : classes.indexOf(group.class),
        elapsed: group.left === 'share' ? NONE : group.left.elapsed,
        ready: group.ready === undefined ? NONE : serviceIndex.get(group.ready)!,
        moveTo: group.move === undefined ? NONE : serviceIndex.get(group.move.to)!,
        moveDay: group.move?.day ?? 0,
      })),
    ),
    waiting: model.waiting.map((row) => ({
      service: serviceIndex.get(row.service)!,
      profile: profileIndex.get(row.profile)!,
      area: areaIndex.get(row.area)!,
      class: classes.indexOf(row.class),
      count: row.count,
      waited: row.waited,
    })),
  }
}

const indexOf = (ids: readonly string[]) => new Map(ids.map((id, index) => [id, index]))

function maskOf(facility: Facility, areas: readonly string[], index: Map<string, number>): number {
  return (facility.areas ?? areas).reduce((mask, area) => mask | (1 << index.get(area)!), 0)
}

type Order = Pick<Tables, 'ranks' | 'rankOf' | 'rankBound'>

function compileOrder({ services, classes }: Model): Order {
  const rankBound = new Uint8Array(services.length * 8)
  const rankOf = new Int32Array(services.length * 2 * classes.length).fill(NONE)
  services.forEach((service, s) => {
    service.order.forEach((rank, r) => {
      rankBound[s * 8 + r] = rank.bound ? 1 : 0
      for (const inside of [0, 1]) {
        if (rank.from !== 'any' && (rank.from === 'inside') !== (inside === 1)) continue
        classes.forEach((name, c) => {
          if (!rank.classes || rank.classes.includes(name)) rankOf[(s * 2 + inside) * classes.length + c] = r
        })
      }
    })
  })
  return { ranks: Int32Array.from(services, (service) => service.order.length), rankOf, rankBound }
}

/** Groups (area, profile) by the places that admit them, so that a free place looks at few heads. */
function compileLanes(
  model: Model,
  order: Order,
  serviceIndex: Map<string, number>,
  areaIndex: Map<string, number>,
  admitsArea: Int32Array,
  admitsProfile: Uint8Array,
) {
  const { areas, profiles, services, facilities, supplies } = model
  /** Places and supplies, in the order of `lookFrom`. */
  const takers = [
    ...facilities.map((facility, f) => ({
      service: serviceIndex.get(facility.service)!,
      area: (a: number) => ((admitsArea[f]! >> a) & 1) === 1,
      profile: (p: number) => admitsProfile[f * profiles.length + p] === 1,
      /** A dwelling is always for its own area. */
      always: false,
    })),
    ...supplies.map((supply) => ({
      service: serviceIndex.get(supply.service)!,
      area: (a: number) => areaIndex.get(supply.area) === a,
      profile: () => true,
      always: true,
    })),
  ]
  const cells = areas.length * profiles.length
  const laneGroup = new Int32Array(services.length * cells)
  const laneFrom = new Int32Array(services.length)
  const laneGroups = new Int32Array(services.length)
  const members: { area: number; profile: number }[][] = []
  let lanes = 0
  services.forEach((service, s) => {
    const groups = new Map<string, number>()
    members[s] = []
    for (let a = 0; a < areas.length; a++) {
      for (let p = 0; p < profiles.length; p++) {
        const key = takers
          .filter((taker) => taker.service === s)
          .map((taker) => `${+taker.area(a)}${+taker.profile(p)}`)
          .join()
        if (!groups.has(key)) {
          groups.set(key, groups.size)
          members[s].push({ area: a, profile: p })
        }
        laneGroup[s * cells + a * profiles.length + p] = groups.get(key)!
      }
    }
    laneFrom[s] = lanes
    laneGroups[s] = groups.size
    lanes += groups.size * service.order.length
  })
  const look: number[] = []
  const lookFrom = new Int32Array(takers.length * 8 + 1)
  takers.forEach((taker, t) => {
    const s = taker.service
    for (let r = 0; r < 8; r++) {
      if (r < order.ranks[s]!) {
        const bound = taker.always || order.rankBound[s * 8 + r] === 1
        members[s]!.forEach((member, g) => {
          if ((!bound || taker.area(member.area)) && taker.profile(member.profile)) {
            look.push(laneFrom[s]! + r * laneGroups[s]! + g)
          }
        })
      }
      lookFrom[t * 8 + r + 1] = look.length
    }
  })
  return { laneFrom, laneGroups, laneGroup, lanes, lookFrom, look: Int32Array.from(look) }
}

/** About five events a bucket: fewer and empty buckets are walked, more and the sorting of the open one costs. */
function bucketsFor(model: Model): number {
  const perDay = model.arrivals.reduce((sum, arrival) => sum + arrival.rate, 0) * 2
  const stays = model.facilities.reduce((sum, facility) => {
    const stay = model.services.find((service) => service.id === facility.service)?.stay
    return sum + (stay ? facility.places / meanOf(stay) : 0)
  }, 0)
  const wanted = (perDay + stays) / 5
  return 2 ** Math.max(-4, Math.min(8, Math.round(Math.log2(Math.max(wanted, 1e-6)))))
}
