import { describe, expect, it } from 'vitest'
import { givenDesk, givenModel, readBenchModel } from '../../tests/given/simulation.ts'
import { studentT95 } from '../shared/student.ts'
import { createEngine, TooManyEvents } from './engine.ts'
import { WAIT_DAYS } from './layout.ts'
import type { ModelFile } from './model.ts'
import { compileNetwork } from './network.ts'
import { bands, combine, daysWaitedBy, estimate } from './results.ts'
import { type Batch, createRunner } from './run.ts'
import type { TraceKind } from './trace.ts'

const network = compileNetwork(givenModel({ ...readBenchModel('c'), luck: 'person' }))
const keep = Int32Array.of(0, 5, 30)
const bytes = (batch: { mean: Float64Array; kept: Float32Array; deviation: Float64Array }) =>
  [batch.mean, batch.deviation, batch.kept]
    .map((array) => Buffer.from(array.buffer).toString('base64'))
    .join()

describe('a run', () => {
  it('gives the same bytes however its replications are shared out', () => {
    const one = createRunner()
    const two = createRunner()
    const order = (first: number, count: number) => ({ seed: 7, first, count, keep })
    const whole = [0, 2, 4, 6].map((first) => one(network, order(first, 2)))
    const shared: Batch[] = []
    for (const first of [4, 0]) shared.push(two(network, order(first, 2)))
    for (const first of [6, 2]) shared.unshift(one(network, order(first, 2)))
    expect(bytes(combine(shared, 180, keep))).toBe(bytes(combine(whole, 180, keep)))
  })

  it('gives other bytes with another seed', () => {
    const run = createRunner()
    const order = (seed: number) => ({ seed, first: 0, count: 1, keep })
    expect(bytes(combine([run(network, order(1))], 180, keep))).not.toBe(
      bytes(combine([run(network, order(2))], 180, keep)),
    )
  })

  it('refuses a replication that is missing or counted twice', () => {
    const run = createRunner()
    const batch = (first: number) => run(network, { seed: 1, first, count: 1, keep })
    expect(() => combine([batch(0), batch(2)], 180, keep)).toThrow('replication 1 is missing')
    expect(() => combine([batch(0), batch(0)], 180, keep)).toThrow('counted twice')
  })

  it('makes room for a model that needs it, without changing the result', () => {
    const order = { seed: 3, first: 0, count: 1, keep }
    const small = createRunner({ persons: 256, entries: 512 })(network, order)
    const large = createRunner()(network, order)
    expect(small.sum).toEqual(large.sum)
    expect(small.events).toBe(large.events)
  })

  it('takes one model after another without one touching the other', () => {
    const run = createRunner()
    const order = { seed: 3, first: 0, count: 1, keep }
    const before = run(network, order)
    run(compileNetwork(givenModel({ ...readBenchModel('b'), bins: { from: 0, span: 365, count: 3 } })), order)
    expect(run(network, order).sum).toEqual(before.sum)
  })

  it('stops when there are more events than any chain has', () => {
    const engine = createEngine({ persons: 4096, entries: 4096 })
    const desk = compileNetwork(givenModel(givenDesk({ rate: 100, places: 30, stay: 0.1 })))
    engine.load(desk, { maxEvents: 1000 })
    const cells = new Float64Array(10 * desk.layout.width)
    expect(() => engine.replicate(1, 0, cells, new Float64Array(WAIT_DAYS))).toThrow(TooManyEvents)
  })
})

describe('what happens in the chain', () => {
  const exact = (days: number) => ({ type: 'constant' as const, scale: days })
  /** One shelter with one place, and one home that follows it. */
  function chain(over: Partial<ModelFile> = {}): ModelFile {
    return {
      version: 1,
      name: 'chain',
      bins: { from: 0, span: 10, count: 4 },
      areas: ['near', 'far'],
      classes: ['urgent', 'other'],
      profiles: [{ id: 'person', entry: 'shelter' }],
      services: [
        {
          id: 'shelter',
          order: [
            { from: 'any', classes: ['urgent'] },
            { from: 'any', classes: ['other'] },
          ],
          stay: exact(10),
          next: [{ to: 'home', chance: 1 }],
        },
        { id: 'home', order: [{ from: 'any' }], stay: exact(15) },
      ],
      facilities: [
        { id: 'shelter', service: 'shelter', places: 1 },
        { id: 'home', service: 'home', places: 1 },
      ],
      arrivals: [],
      waiting: [],
      ...over,
    }
  }
  function follow(file: ModelFile) {
    const compiled = compileNetwork(givenModel(file))
    const engine = createEngine({ persons: 4096, entries: 4096 })
    const seen: string[] = []
    engine.load(compiled, {
      trace: (kind: TraceKind, day, person, where) => seen.push(`${day} ${kind} ${person} ${where}`),
    })
    const cells = new Float64Array(4 * compiled.layout.width)
    engine.replicate(1, 0, cells, new Float64Array(4 * WAIT_DAYS))
    const again = () => {
      seen.length = 0
      engine.replicate(1, 1, cells, new Float64Array(4 * WAIT_DAYS))
      return seen
    }
    return { seen, cells, layout: compiled.layout, again }
  }
  const waiting = (klass: 'urgent' | 'other', area = 'near') => ({
    service: 'shelter',
    profile: 'person',
    area,
    class: klass,
    waited: 0,
  })

  it('wie spoed heeft gaat voor, ook als hij later kwam', () => {
    const { seen } = follow(chain({ waiting: [waiting('other'), waiting('urgent')] }))
    expect(seen.filter((line) => line.includes('begin'))).toEqual([
      '0 begin 1 0',
      '10 begin 1 1',
      '10 begin 0 0',
      '25 begin 0 1',
    ])
  })

  it('wie klaar is houdt zijn plek tot de volgende vrij is; die dagen tellen als geblokkeerd', () => {
    const { cells, layout } = follow(chain({ waiting: [waiting('other'), waiting('other')] }))
    const blocked = [0, 1, 2, 3].map((bin) => cells[bin * layout.width + layout.blocked]! * 10)
    // The second is ready on day 20 and goes on when the first leaves the home on day 25.
    expect(blocked).toEqual([0, 0, 5, 0])
  })

  it('wie niet mag blijven zitten wacht buiten en zijn plek is vrij', () => {
    const file = chain({ waiting: [waiting('other'), waiting('other'), waiting('other')] })
    file.services[0]!.whenFull = 'outside'
    const { seen } = follow(file)
    expect(seen).toContain('20 wait 1 1')
    expect(seen).toContain('20 begin 2 0')
  })

  it('een woning gaat naar wie uit die gemeente het langst wacht', () => {
    const file = chain({ waiting: [waiting('other', 'far'), waiting('other', 'near')] })
    file.facilities[0]!.places = 2
    file.facilities = [file.facilities[0]!]
    file.services[1] = { id: 'home', kind: 'supply', order: [{ from: 'any' }] }
    file.supplies = [{ id: 'dwellings', service: 'home', area: 'near', rate: 1 }]
    const { seen } = follow(file)
    expect(seen.filter((line) => line.includes('housed')).map((line) => line.split(' ')[2])).toEqual(['1'])
  })

  it('een plek alleen voor de eigen gemeente laat een ander wachten, ook als hij vrij is', () => {
    const file = chain({ waiting: [waiting('other', 'far')] })
    file.facilities[0]!.areas = ['near']
    const { cells, layout } = follow(file)
    expect(cells[layout.inPlace]).toBe(0)
    expect(cells[layout.outside + 1]).toBe(1)
  })

  it('minder plekken gaat in als er iemand vertrekt; erbij is meteen vol', () => {
    const file = chain({ waiting: [waiting('other'), waiting('other'), waiting('other')] })
    file.services[0]!.next = []
    file.facilities[0]!.changes = [
      { day: 5, delta: 1 },
      { day: 6, delta: -1 },
    ]
    const { seen } = follow(file)
    // The third would have had the place of the first on day 10, but it is gone by then.
    expect(seen.filter((line) => line.includes('begin'))).toEqual([
      '0 begin 0 0',
      '5 begin 1 0',
      '15 begin 2 0',
    ])
  })

  it('na twaalf weken is een deel klaar voor de volgende stap', () => {
    const file = chain({ waiting: [waiting('other')] })
    file.services[0]!.review = { at: 4, chance: 1, to: 'home', from: 0 }
    expect(follow(file).seen).toContain('4 begin 0 1')
  })

  it('wie wacht op een plek die er is, krijgt hem bij het begin', () => {
    const { seen } = follow(chain({ waiting: [{ ...waiting('other'), waited: 30 }] }))
    expect(seen).toEqual(['0 wait 0 0', '0 begin 0 0', '10 begin 0 1', '25 left 0 1', '25 gone 0 1'])
  })

  it('een verblijf duurt korter voor wie na de ingangsdatum begint, en in de volgende herhaling begint het opnieuw', () => {
    const file = chain({ waiting: [waiting('other'), waiting('other'), waiting('other')] })
    const home = { ...file.services[1]!, stay: exact(1) }
    const services = [{ ...file.services[0]!, changes: [{ day: 5, stay: 0.5 }] }, home]
    const starts = ['0 begin 0 0', '10 begin 1 0', '15 begin 2 0']
    const { seen, again } = follow({ ...file, services })
    expect(seen.filter((line) => line.endsWith(' 0') && line.includes('begin'))).toEqual(starts)
    expect(again().filter((line) => line.endsWith(' 0') && line.includes('begin'))).toEqual(starts)
  })

  it('wie na de ingangsdatum vertrekt komt minder vaak terug', () => {
    const back = { chance: 1, after: exact(3), to: 'entry' as const }
    const one = chain({ waiting: [waiting('other'), waiting('other')] })
    const services = [
      { ...one.services[0]!, next: [], afterLeaving: back, changes: [{ day: 15, returns: 0 }] },
      one.services[1]!,
    ]
    const { seen } = follow({ ...one, services })
    // The first leaves on day 10 and comes back; whoever leaves from day 15 on does not.
    expect(seen.filter((line) => line.includes(' return '))).toEqual(['13 return 0 0'])
  })

  it('wie op de dag van de overstap nog binnen is gaat dan naar de volgende plek; wie eerder klaar is volgt zijn eigen weg', () => {
    const one = chain()
    const resident = (elapsed: number) => ({
      count: 1,
      profiles: [{ profile: 'person', weight: 1 }],
      left: { elapsed },
      move: { to: 'home', day: 6 },
    })
    const { seen } = follow({
      ...one,
      services: [{ ...one.services[0]!, next: [] }, one.services[1]!],
      facilities: [
        { id: 'shelter', service: 'shelter', places: 2, start: [resident(1), resident(5)] },
        one.facilities[1]!,
      ],
    })
    expect(seen.filter((line) => !line.includes('resident'))).toEqual([
      '5 left 1 0',
      '5 gone 1 0',
      '6 begin 0 1',
      '21 left 0 1',
      '21 gone 0 1',
    ])
  })
})

describe('figures over replications', () => {
  it("Student's t is within a hundredth of the printed tables", () => {
    for (const [freedom, exact] of [
      [3, 3.1824],
      [5, 2.5706],
      [10, 2.2281],
      [30, 2.0423],
      [100, 1.984],
    ] as const) {
      expect(Math.abs(studentT95(freedom) / exact - 1)).toBeLessThan(0.01)
    }
  })

  it('an estimate says how well the mean is known', () => {
    const { mean, halfWidth } = estimate([9, 10, 11])
    expect(mean).toBe(10)
    expect(halfWidth).toBeCloseTo(4.303 / Math.sqrt(3), 6)
  })

  it('a band holds the share of the replications it names', () => {
    const outcome = {
      replications: 5,
      bins: 2,
      keep: Int32Array.of(7, 9),
      // Replication, bin, cell: in the second bin 7 and 9 add up to 0, 10, 20, 30 and 40.
      kept: Float32Array.from([0, 10, 20, 30, 40].flatMap((sum) => [1, 1, sum, 0])),
    } as Parameters<typeof bands>[0]
    expect(bands(outcome, [7, 9], [0, 0.5, 1])).toEqual([
      [2, 2, 2],
      [0, 20, 40],
    ])
    expect(() => bands(outcome, [8], [0.5])).toThrow('cell 8 is not kept')
  })

  it('says within how many days a share was placed', () => {
    const layout = network.layout
    const waits = new Float64Array(layout.services * layout.areas * WAIT_DAYS)
    waits[0] = 50
    waits[10] = 45
    waits[400] = 5
    const outcome = { waits } as Parameters<typeof daysWaitedBy>[0]
    expect(daysWaitedBy(outcome, layout, [0], [0], 0.5)).toBe(0)
    expect(daysWaitedBy(outcome, layout, [0], [0], 0.95)).toBe(10)
    expect(daysWaitedBy(outcome, layout, [0], [0], 1)).toBe(400)
    expect(daysWaitedBy(outcome, layout, [1], [0], 0.5)).toBeUndefined()
  })
})
