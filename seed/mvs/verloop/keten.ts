import { daysBetween, type PlainDate } from '../../../src/shared/plain-date.ts'
import { checkModel } from '../../../src/simulation/check.ts'
import type { Duration, Model, ModelFile } from '../../../src/simulation/model.ts'
import { voorzieningen } from '../voorzieningen.ts'

/**
 * The chain of MVS that the history of the demo is drawn from. Places, their locaties and for whom they are come from the
 * sources (`voorzieningen.ts`); every other number here is invented for the demo, and says what it was fitted to.
 */

export const gemeenten = ['GM0622', 'GM0606', 'GM0556'] as const
export type Gemeente = (typeof gemeenten)[number]
export type Soort = 'mo' | 'gezin' | 'vo' | 'bw'

/** Share of each gemeente in who reports. Invented; Vlaardingen and Schiedam are about as large, Maassluis is smaller. */
export const aandeel: Readonly<Record<Gemeente, number>> = { GM0622: 0.44, GM0606: 0.4, GM0556: 0.16 }

/** More people report when it is cold: a third more around New Year than on average. Invented. */
export const seizoen = { amplitude: 0.3, peak: 5 } as const

/** Dwellings a year for who waits for one in a place, for the first of the region: urgentie goes by the SUWR (regiovisie MVS bijlage 2). The number is invented. */
export const woningenPerJaar = 72

/** Mean days until somebody who left reports again. Invented. */
export const TERUG_NA = 130

export interface Ketendeel {
  readonly soort: Soort
  /** Admitted from outside a year. */
  readonly instroom: number
  /** Share that stands above the others on the list by the rules of the region: sleeps outside (MO), has children (VO). */
  readonly voorrang: number
  /** Mean days until somebody is ready to leave. */
  readonly verblijf: number
  /** Mean days after which who waits gives up. */
  readonly geduld: number
  /** Goes on to another product, or to a dwelling; the rest leaves. */
  readonly vervolg: Readonly<Partial<Record<Product | 'woning', number>>>
  /** Of who first came here, reports again after leaving the chain. */
  readonly terug: number
}

export type Product = 'crisisopvang_mo' | 'gezinsopvang' | 'crisisopvang_vo' | 'opvang_hg' | 'bw'

/** All invented, so that houses are about as full as the sources say and the lists neither empty nor endless. */
export const ketendelen: Readonly<Record<Product, Ketendeel>> = {
  // Regiovisie MVS §5.3: 12 to 17 weeks, waiting for a dwelling included.
  crisisopvang_mo: {
    soort: 'mo',
    instroom: 92,
    voorrang: 0.35,
    verblijf: 80,
    geduld: 200,
    vervolg: { woning: 0.34 },
    terug: 0.17,
  },
  gezinsopvang: {
    soort: 'gezin',
    instroom: 22,
    voorrang: 0,
    verblijf: 540,
    geduld: 300,
    vervolg: { woning: 0.72 },
    terug: 0.1,
  },
  // Regiovisie MVS §6: 12 weeks at most, and then on to the opvang for who is not safe yet.
  crisisopvang_vo: {
    soort: 'vo',
    instroom: 9,
    voorrang: 0.55,
    verblijf: 65,
    geduld: 150,
    vervolg: { opvang_hg: 0.3, woning: 0.35 },
    terug: 0.12,
  },
  // Regiovisie MVS §6.3: 9 months at most.
  opvang_hg: {
    soort: 'vo',
    instroom: 13,
    voorrang: 0.55,
    verblijf: 220,
    geduld: 180,
    vervolg: { woning: 0.65 },
    terug: 0.12,
  },
  bw: {
    soort: 'bw',
    instroom: 31,
    voorrang: 0,
    verblijf: 1300,
    geduld: 500,
    vervolg: { woning: 0.32 },
    terug: 0.12,
  },
}
export const producten = Object.keys(ketendelen) as Product[]

/** Clients with an indication for beschermd wonen per gemeente, July 2023 (regiovisie MVS §4; woonzorgvisie §3.2.2). */
export const bwStand: Readonly<Record<Gemeente, number>> = { GM0556: 13, GM0622: 33, GM0606: 67 }
/** The source counts them on this day: until then nobody comes or leaves, so that its figures stay true. */
export const bwPeildatum: PlainDate = '2023-07-01'
/** First working day on which Rogplus carries out beschermd wonen for the three gemeenten. */
export const overname: PlainDate = '2022-01-03'

/** Who reports where, from which gemeente, and whether with priority: one profile each. */
export interface Profiel {
  readonly product: Product
  readonly gemeente: Gemeente
  readonly voorrang: boolean
}

const profielNaam = ({ product, gemeente, voorrang }: Profiel) =>
  `${product} ${gemeente}${voorrang ? ' voorrang' : ''}`

export const profielen: ReadonlyMap<string, Profiel> = new Map(
  producten.flatMap((product) =>
    gemeenten.flatMap((gemeente) =>
      [true, false]
        .filter((voorrang) => !voorrang || ketendelen[product].voorrang > 0)
        .map((voorrang) => ({ product, gemeente, voorrang }))
        .map((profiel): [string, Profiel] => [profielNaam(profiel), profiel]),
    ),
  ),
)

/** Where those of the source stay until the day on which it counts them. */
const STAND = 'bw stand'
const WONING = 'woning'
const JAAR = 365.25

const exponential = (mean: number): Duration => ({ type: 'exponential', scale: mean })

/** The chain as the core reads it, from the first day of a history until some days after its last. */
export function makeKeten(van: PlainDate, dagen: number): Model {
  const namen = [...profielen.keys()]
  const terug = Object.fromEntries(
    [...profielen].map(([naam, { product }]) => [naam, ketendelen[product].terug]),
  )
  const afterLeaving = { chance: 1, after: exponential(TERUG_NA), to: 'entry' as const }
  const bwDag = Math.max(0, daysBetween(van, bwPeildatum))
  const metStand = van <= overname
  const order = [
    { from: 'inside' as const },
    { from: 'outside' as const, classes: ['voorrang'] },
    { from: 'outside' as const, classes: ['gewoon'] },
  ]
  const file: ModelFile = {
    version: 1,
    name: 'MVS, verzonnen geschiedenis',
    startDayOfYear: daysBetween(`${van.slice(0, 4)}-01-01`, van),
    bins: { edges: [0, dagen] },
    areas: ['MVS'],
    classes: ['voorrang', 'gewoon'],
    profiles: [...profielen].map(([id, { product, voorrang }]) => ({
      id,
      entry: product,
      classes: { [voorrang ? 'voorrang' : 'gewoon']: 1 },
    })),
    services: [
      ...producten.map((product) => {
        const { verblijf, geduld, vervolg } = ketendelen[product]
        return {
          id: product,
          order,
          stay: exponential(verblijf),
          patience: exponential(geduld),
          afterLeaving,
          returnFactors: terug,
          next: Object.entries(vervolg).map(([to, chance]) => ({ to, chance })),
        }
      }),
      { id: WONING, kind: 'supply', order: [{ from: 'any' }], afterLeaving, returnFactors: terug },
      ...(metStand
        ? [
            {
              id: STAND,
              order,
              stay: { type: 'constant' as const, scale: bwDag },
              next: [{ to: 'bw', chance: 1 }],
            },
          ]
        : []),
    ],
    facilities: [
      ...huizen.map(({ code, product, plekken, gemeente }) => ({
        id: code,
        service: product,
        places: plekken,
        ...(gemeente && { profiles: namen.filter((naam) => profielen.get(naam)!.gemeente === gemeente) }),
      })),
      ...(metStand ? [standOf(bwStand)] : []),
    ],
    arrivals: [...profielen].map(([profile, { product, gemeente, voorrang }]) => {
      const deel = ketendelen[product]
      return {
        id: profile,
        profile,
        rate: (deel.instroom / JAAR) * (voorrang ? deel.voorrang : 1 - deel.voorrang) * aandeel[gemeente],
        season: seizoen,
        ...(product === 'bw' &&
          bwDag > 0 && {
            levels: [
              { day: 0, factor: 0 },
              { day: bwDag, factor: 1 },
            ],
          }),
      }
    }),
    supplies: [{ id: WONING, service: WONING, area: 'MVS', rate: woningenPerJaar / JAAR }],
  }
  const { model, faults } = checkModel(file)
  if (!model) throw new Error(faults.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  return model
}

function standOf(stand: Readonly<Record<Gemeente, number>>) {
  const groups = gemeenten.map((gemeente) => ({ gemeente, count: stand[gemeente] }))
  return {
    id: STAND,
    service: STAND,
    places: groups.reduce((sum, { count }) => sum + count, 0),
    start: groups.map(({ gemeente, count }) => ({
      count,
      profiles: [{ profile: profielNaam({ product: 'bw', gemeente, voorrang: false }), weight: 1 }],
      left: { elapsed: 0 },
    })),
  }
}

export interface Huis {
  /** Code of the voorziening; each has one locatie. */
  readonly code: string
  readonly organisatie: string
  readonly product: Product
  readonly plekken: number
  /** Only for people from here. */
  readonly gemeente: Gemeente | null
}

/** Houses for one gemeente first: who has nowhere else to go leaves the others free. */
export const huizen: readonly Huis[] = voorzieningen
  .flatMap(({ code, organisatie, bereik, gemeenteCode, locaties }) => {
    const plekken = locaties.flatMap((locatie) => locatie.plekken ?? [])
    const product = producten.find((one) => one === plekken[0]?.product)
    if (!product || organisatie === null) return []
    const gemeente = bereik === 'lokaal' ? gemeenten.find((one) => one === gemeenteCode) : undefined
    const aantal = plekken.reduce((sum, groep) => sum + groep.aantal, 0)
    return [{ code, organisatie, product, plekken: aantal, gemeente: gemeente ?? null }]
  })
  .sort((a, b) => Number(a.gemeente === null) - Number(b.gemeente === null))
