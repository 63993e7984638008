import { z } from 'zod'

/**
 * A chain as data: places, lists, arrivals, stays, what follows, returns and dwellings. Unit of time: day, exact (not
 * rounded); day 0 is the start. Nothing in it is a person. The engine reads only this: see ../../bench/simulation for
 * the models A, B and C in this form.
 */

const Id = z.string().min(1).max(80)
const Chance = z.number().min(0).max(1)
const Days = z.number().positive().max(100_000)
const Day = z.number().min(0).max(10_000_000)
const Count = z.int().min(0).max(100_000)

/**
 * How long something lasts: a shape times `scale` in days.
 * - `exponential`: mean 1.
 * - `phases`: one exponential after the other; after a phase it goes on with `proceed`, else it ends (Coxian; Erlang
 *   with every `proceed` 1).
 * - `mixture`: one exponential, drawn by weight (hyperexponential).
 * - `table`: quantiles at equal steps from 0 to 1, linear between them (empirical).
 * - `constant`: always 1.
 */
export const Duration = z.discriminatedUnion('type', [
  z.object({ type: z.literal('exponential'), scale: Days }),
  z.object({
    type: z.literal('phases'),
    scale: Days,
    phases: z
      .array(z.object({ mean: z.number().positive().max(100_000), proceed: Chance }))
      .min(1)
      .max(50),
  }),
  z.object({
    type: z.literal('mixture'),
    scale: Days,
    of: z
      .array(z.object({ weight: Chance, mean: z.number().positive().max(100_000) }))
      .min(1)
      .max(20),
  }),
  z.object({
    type: z.literal('table'),
    scale: Days,
    quantiles: z.array(z.number().min(0).max(100_000)).min(2).max(1001),
  }),
  z.object({ type: z.literal('constant'), scale: Days }),
])
export type Duration = z.infer<typeof Duration>

/** Somebody leaves the chain and comes back with this chance, after this time, to a service or to where he first came. */
export const Return = z.object({
  chance: Chance,
  after: Duration,
  to: z.union([z.literal('entry'), z.object({ service: Id })]),
})
export type Return = z.infer<typeof Return>

/** A factor a profile; who is not named has 1. */
const Factors = z.record(Id, z.number().min(0).max(100))

/** Yearly wave: rate × (1 + amplitude × cos(2π (day of the year − peak) / 365.25)). */
const Season = z.object({ amplitude: Chance, peak: z.number().min(0).max(366) })

/** From `day` on the rate is multiplied by `factor`. */
const Level = z.object({ day: Day, factor: z.number().min(0).max(100) })

/** Something that comes again and again at random: a thinned Poisson stream. */
const Stream = z.object({
  /** Also the name of its random stream: keep it when everything else changes. */
  id: Id,
  /** A day, before season, trend and levels. */
  rate: z.number().min(0).max(1000),
  season: Season.optional(),
  /** Growth a year of 365.25 days, linear: × (1 + trend × years). */
  trend: z.number().min(-1).max(1).default(0),
  levels: z.array(Level).max(1000).default([]),
  /** Highest that trend × level ever reaches; fix it so that scenarios with other levels share their candidates. */
  ceiling: z.number().positive().max(1000).optional(),
})

export const Arrival = Stream.extend({
  profile: Id,
  /** Where this person reports; without it the entry of the profile. */
  entry: Id.optional(),
  /** Weight an area; without it every area alike. */
  areas: z.record(Id, z.number().min(0)).optional(),
})
export type Arrival = z.infer<typeof Arrival>

/** One place in the order of a list: who stands here, and whether he is bound to places that admit his area. */
const Rank = z.object({
  from: z.enum(['outside', 'inside', 'any']),
  classes: z.array(Id).min(1).optional(),
  bound: z.boolean().default(true),
})

export const Service = z.object({
  id: Id,
  /** `places`: facilities. `supply`: dwellings that come free and are then gone. */
  kind: z.enum(['places', 'supply']).default('places'),
  /** Order of the list, best first; every class, from outside and from inside, must stand in exactly one. */
  order: z.array(Rank).min(1).max(8),
  /** Who comes from outside while so many wait from outside is refused and does not wait. */
  longest: Count.optional(),
  stay: Duration.optional(),
  /** Times the scale of the stay. */
  stayFactors: Factors.optional(),
  /** A stay never lasts longer than this (maximum term). */
  term: Days.optional(),
  /** Who waits from outside gives up after this time; without it nobody does. */
  patience: Duration.optional(),
  /** Who gave up or was refused. */
  afterGivingUp: Return.optional(),
  /** Who left from here. For a dwelling: who lost it. */
  afterLeaving: Return.optional(),
  returnFactors: Factors.optional(),
  /** At `at` days in the stay this person is, with `chance`, ready for `to`; from `from` on. */
  review: z.object({ at: Days, chance: Chance, to: Id, from: Day.default(0) }).optional(),
  /** What follows a stay; the rest leaves. A factor a profile multiplies the chance. */
  next: z
    .array(z.object({ to: Id, chance: Chance, factors: Factors.optional() }))
    .max(30)
    .default([]),
  /** From `day` on: factors for stays that begin then (`stay`), and for the chance to come back of who leaves then. */
  changes: z
    .array(
      z.object({
        day: Day,
        stay: z.number().positive().max(100).default(1),
        returns: z.number().min(0).max(100).default(1),
      }),
    )
    .max(100)
    .default([]),
  /** Nothing free in the next service: keep the place (it is blocked), or give it up and wait outside. */
  whenFull: z.enum(['keep', 'outside']).default('keep'),
})
export type Service = z.infer<typeof Service>

/** Who is in place at the start: drawn by weight, in the order given. */
const Residents = z.object({
  count: Count,
  profiles: z
    .array(z.object({ profile: Id, weight: z.number().positive() }))
    .min(1)
    .max(200),
  areas: z.record(Id, z.number().min(0)).optional(),
  /** Without it drawn as for who arrives. */
  class: Id.optional(),
  /** `share`: a uniform share of a fresh stay is left. `elapsed`: the stay given that it lasted `elapsed` days already. */
  left: z.union([z.literal('share'), z.object({ elapsed: z.number().min(0).max(100_000) })]),
  /** Ready for this service already: keeps the place and stands on its list. */
  ready: Id.optional(),
  /** Whoever is still here on this day is then ready for this service. */
  move: z.object({ to: Id, day: Day }).optional(),
})

export const Facility = z.object({
  id: Id,
  service: Id,
  places: Count,
  changes: z
    .array(z.object({ day: Day, delta: z.int().min(-100_000).max(100_000) }))
    .max(1000)
    .default([]),
  /** Areas and profiles that may stay here; without it all. */
  areas: z.array(Id).min(1).optional(),
  profiles: z.array(Id).min(1).optional(),
  /** Times the scale of the stay of the service. */
  stayFactor: z.number().positive().max(100).default(1),
  start: z.array(Residents).max(2000).default([]),
})
export type Facility = z.infer<typeof Facility>

/** Dwellings: one an event, for the first on the list from this area. */
export const Supply = Stream.extend({ service: Id, area: Id })

/** Who waits from outside at the start. */
export const Waiting = z.object({
  service: Id,
  profile: Id,
  area: Id,
  class: Id,
  count: Count.default(1),
  /** Days waited already; the patience is conditional on it. */
  waited: z.number().min(0).max(100_000),
})

/** When figures are closed: `count` equal spans from `from`, or the given edges. The run ends at the last edge. */
const Bins = z.union([
  z.object({ from: Day.default(0), span: z.number().positive(), count: z.int().min(1).max(5000) }),
  z.object({ edges: z.array(Day).min(2).max(5001) }),
])

export const Model = z.object({
  version: z.literal(1),
  name: z.string().max(200),
  /** Day of the year (0 = 1 January) of day 0, for the season. */
  startDayOfYear: z.number().min(0).max(366).default(0),
  bins: Bins,
  areas: z.array(Id).min(1).max(30),
  classes: z.array(Id).min(1).max(6),
  profiles: z
    .array(
      z.object({
        id: Id,
        /** Service where somebody with this profile reports. */
        entry: Id,
        /** Weight a class; without it every class alike. */
        classes: z.record(Id, z.number().min(0)).optional(),
      }),
    )
    .min(1)
    .max(200),
  services: z.array(Service).min(1).max(60),
  facilities: z.array(Facility).max(500),
  arrivals: z.array(Arrival).max(2000),
  supplies: z.array(Supply).max(500).default([]),
  waiting: z.array(Waiting).max(20_000).default([]),
  /** `person`: a random stream a person and a stream, so that scenarios share their luck. `one`: a single stream. */
  luck: z.enum(['person', 'one']).default('person'),
})
export type Model = z.infer<typeof Model>
/** As written down: what has a default may be left out. */
export type ModelFile = z.input<typeof Model>
