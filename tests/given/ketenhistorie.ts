import type {
  Ketenfeiten,
  Ketenproduct,
  Verblijffeit,
  Wachtfeit,
} from '../../src/modules/prognose/domain/ketenfeiten.ts'
import type { Id } from '../../src/shared/id.ts'
import { addDays, daysBetween, type PlainDate } from '../../src/shared/plain-date.ts'
import { createEngine } from '../../src/simulation/engine.ts'
import { WAIT_DAYS } from '../../src/simulation/layout.ts'
import type { ModelFile } from '../../src/simulation/model.ts'
import { compileNetwork } from '../../src/simulation/network.ts'
import { givenModel } from './simulation.ts'

export const opvang = 'opvang' as Id
export const wonen = 'wonen' as Id
export const producten: Ketenproduct[] = [
  { id: opvang, naam: 'Opvang', domein: 'MO', termijn: null },
  { id: wonen, naam: 'Beschermd wonen', domein: 'BW', termijn: null },
]
export const gemeenten = [
  { code: 'GM1', naam: 'Grote gemeente' },
  { code: 'GM2', naam: 'Kleine gemeente' },
]

/** What the history below is made with. */
export const WAARHEID = {
  instroom: { GM1: 90, GM2: 30 },
  verblijf: { opvang: 120, wonen: 500 },
  naarWonen: 0.15,
  naarWoning: 0.4,
  terug: 0.25,
  afhaken: 90,
}

const exact = (days: number) => ({ type: 'exponential' as const, scale: days })

interface Verandering {
  /** From this day on so many times as many report. */
  readonly op: PlainDate
  readonly instroom: number
}

const start = '2021-01-01'

/** Years of a chain as the core runs it, told as the register would tell it. */
export function givenHistory(years: number, seed: number, verandering?: Verandering): Ketenfeiten {
  const days = Math.round(years * 365.25)
  const file: ModelFile = {
    version: 1,
    name: 'waarheid',
    bins: { edges: [0, days] },
    areas: ['GM1', 'GM2'],
    classes: ['gewoon'],
    profiles: [{ id: 'wie', entry: 'opvang' }],
    services: [
      {
        id: 'opvang',
        order: [{ from: 'any' }],
        stay: exact(WAARHEID.verblijf.opvang),
        patience: exact(WAARHEID.afhaken),
        afterLeaving: { chance: WAARHEID.terug, after: exact(150), to: 'entry' },
        next: [
          { to: 'wonen', chance: WAARHEID.naarWonen },
          { to: 'woning', chance: WAARHEID.naarWoning },
        ],
      },
      { id: 'wonen', order: [{ from: 'any' }], stay: exact(WAARHEID.verblijf.wonen) },
      {
        id: 'woning',
        kind: 'supply',
        order: [{ from: 'any' }],
        afterLeaving: { chance: WAARHEID.terug, after: exact(150), to: 'entry' },
      },
    ],
    facilities: [
      {
        id: 'opvang',
        service: 'opvang',
        places: 40,
        start: [
          {
            count: 38,
            profiles: [{ profile: 'wie', weight: 1 }],
            areas: { GM1: 3, GM2: 1 },
            left: { elapsed: 0 },
          },
        ],
      },
      { id: 'wonen', service: 'wonen', places: 60, start: [] },
    ],
    arrivals: Object.entries(WAARHEID.instroom).map(([code, rate]) => ({
      id: `instroom ${code}`,
      rate: rate / 365.25,
      profile: 'wie',
      areas: { [code]: 1 },
      ...(verandering && {
        levels: [{ day: daysBetween(start, verandering.op), factor: verandering.instroom }],
      }),
    })),
    supplies: ['GM1', 'GM2'].map((area, i) => ({
      id: `woning ${area}`,
      rate: i ? 0.06 : 0.17,
      service: 'woning',
      area,
    })),
  }
  const network = compileNetwork(givenModel(file))
  const engine = createEngine({ persons: 1 << 13, entries: 1 << 12 })
  const verblijven: (Verblijffeit & { open: boolean })[] = []
  const wachtenden: Wachtfeit[] = []
  const at = (day: number) => addDays(start, Math.floor(day))
  const names = new Map<number, { wie: string; gemeente: string }>()
  const stay = new Map<number, number>()
  const wait = new Map<number, number>()
  let count = 0
  const products = [opvang, wonen]
  const report = (person: number, day: number) => {
    wait.set(person, wachtenden.length)
    wachtenden.push({ ...names.get(person)!, productId: opvang, op: at(day), gestartOp: null, wegOp: null })
  }
  const change = <T>(list: T[], i: number | undefined, with_: Partial<T>) => {
    if (i !== undefined) list[i] = { ...list[i]!, ...with_ }
  }
  engine.load(network, {
    trace: (kind, day, person, where) => {
      const open = stay.get(person)
      switch (kind) {
        case 'resident':
          names.set(person, { wie: `p${count++}`, gemeente: 'GM1' })
          stay.set(person, verblijven.length)
          verblijven.push({
            wie: names.get(person)!.wie,
            productId: opvang,
            locatieId: null,
            van: at(day),
            gereedOp: null,
            tot: null,
            bestemming: null,
            open: true,
          })
          break
        case 'arrive':
          names.set(person, { wie: `p${count++}`, gemeente: where === 0 ? 'GM1' : 'GM2' })
          stay.delete(person)
          report(person, day)
          break
        case 'return':
          report(person, day)
          break
        case 'wait':
          // Waits in a place for the next one: ready since today.
          if (open !== undefined) change(verblijven, open, { gereedOp: at(day) })
          break
        case 'begin':
          if (open !== undefined) {
            change(verblijven, open, { tot: at(day), bestemming: 'beschermd_wonen' })
            if (!verblijven[open]!.gereedOp) change(verblijven, open, { gereedOp: at(day) })
          } else {
            change(wachtenden, wait.get(person), { gestartOp: at(day) })
          }
          stay.set(person, verblijven.length)
          verblijven.push({
            wie: names.get(person)!.wie,
            productId: products[where]!,
            locatieId: null,
            van: at(day),
            gereedOp: null,
            tot: null,
            bestemming: null,
            open: true,
          })
          break
        case 'gaveUp':
          change(wachtenden, wait.get(person), { wegOp: at(day) })
          break
        case 'left':
        case 'housed':
          change(verblijven, open, {
            tot: at(day),
            bestemming: kind === 'housed' ? 'eigen_woning' : 'andere_regio',
          })
          stay.delete(person)
          break
      }
    },
  })
  engine.replicate(seed, 0, new Float64Array(network.layout.width), new Float64Array(6 * WAIT_DAYS))
  return {
    peildatum: addDays(start, days),
    producten,
    gemeenten,
    verblijven: verblijven.filter(({ van, tot }) => tot === null || tot > van),
    wachtenden,
    plekken: [
      ...Array.from({ length: 40 }, () => ({ productId: opvang, locatieId: null, van: start, tot: null })),
      ...Array.from({ length: 60 }, () => ({ productId: wonen, locatieId: null, van: start, tot: null })),
    ],
  }
}

/** What such a register said at the end of an earlier day. */
export function knownOn(feiten: Ketenfeiten, op: PlainDate): Ketenfeiten {
  const until = <T extends PlainDate | null>(day: T) => (day !== null && day <= op ? day : null)
  return {
    ...feiten,
    peildatum: op,
    verblijven: feiten.verblijven
      .filter(({ van }) => van <= op)
      .map((een) => ({
        ...een,
        gereedOp: until(een.gereedOp),
        tot: until(een.tot),
        bestemming: until(een.tot) && een.bestemming,
      })),
    wachtenden: feiten.wachtenden
      .filter((een) => een.op <= op)
      .map((een) => ({ ...een, gestartOp: until(een.gestartOp), wegOp: until(een.wegOp) })),
  }
}
