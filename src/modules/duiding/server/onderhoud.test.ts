import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager, Work } from '../../../platform/work.ts'
import { EigenaarInvoer, OnderhoudInvoer } from '../domain/onderhoud-contract.ts'
import { decideOnderhoud, setEigenaar } from './commands.ts'
import { findBeeindigd, findEigenaren } from './lookup.ts'
import { listOnderhoudRijen, readGeschiedenis, readOnderhoudkeuzes } from './onderhoud-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
}, 60_000)

const as = <T>(wie: Vrager, run: (work: Work) => Promise<T>) => workAs(platform, wie, run)
const kies = (over: object) =>
  as(manager, (work) =>
    setEigenaar(
      work,
      EigenaarInvoer.parse({ indicator: 'wachtenden', gebruikerId: null, vanaf: '2026-01-01', ...over }),
    ),
  )
const besluit = (over: object) =>
  as(manager, (work) =>
    decideOnderhoud(
      work,
      OnderhoudInvoer.parse({ indicator: 'wachtenden', jaar: 2026, notitie: null, ...over }),
    ),
  )

describe('de eigenaar van een indicator (MON-01)', () => {
  it('geldt vanaf een dag, de vorige eindigt dan, en er is er nooit meer dan één', async () => {
    accepted(await kies({ functie: 'Beleidsadviseur' }))
    accepted(
      await kies({ functie: 'Programmamanager', gebruikerId: manager.gebruikerId, vanaf: '2026-02-01' }),
    )
    expect(await kies({ functie: 'Controller', vanaf: '2026-02-01' })).toMatchObject({
      code: 'eigenaar_vanaf_later',
      field: 'vanaf',
    })
    const op = (dag: string) =>
      as(manager, async (work) => (await findEigenaren(work, dag)).get('wachtenden'))
    expect(await op('2025-12-31')).toBeUndefined()
    expect(await op('2026-01-31')).toBe('Beleidsadviseur')
    expect(await op('2026-02-01')).toBe('Programmamanager (Proef programmamanager centrumgemeente)')
    expect(await kies({ functie: 'X', gebruikerId: regio.regioId, vanaf: '2026-03-01' })).toMatchObject({
      code: 'gebruiker_onbekend',
    })
    const { gebruikers } = await as(manager, readOnderhoudkeuzes)
    expect(gebruikers.map(({ id }) => id)).toContain(manager.gebruikerId)
  })
})

describe('de jaarlijkse ronde (MON-11)', () => {
  it('bewaart elke beslissing, en de laatste van een jaar geldt', async () => {
    expect(
      OnderhoudInvoer.safeParse({ indicator: 'wachtenden', jaar: 2026, uitkomst: 'beeindigd', notitie: null })
        .success,
    ).toBe(false)
    accepted(await besluit({ jaar: 2025, uitkomst: 'bevestigd' }))
    accepted(await besluit({ uitkomst: 'gewijzigd', notitie: 'Telt nu ook gezinsleden.' }))
    platform.clock.set('2026-03-03')
    accepted(await besluit({ uitkomst: 'beeindigd', notitie: 'Niemand kijkt ernaar.' }))
    const lijst = (query: object) =>
      as(manager, (work) =>
        listOnderhoudRijen(work, { pagina: 1, aantalPerPagina: 200, sorteer: 'volgorde', ...query }),
      )
    const { results, besloten, totaal } = await lijst({})
    expect([besloten, results.length]).toEqual([1, totaal])
    expect(results.find(({ indicator }) => indicator === 'wachtenden')).toMatchObject({
      functie: 'Programmamanager',
      uitkomst: 'beeindigd',
      notitie: 'Niemand kijkt ernaar.',
      beslistOp: '2026-03-03',
      vorigJaar: 'bevestigd',
    })
    expect((await lijst({ stand: 'open' })).results).toHaveLength(totaal - 1)
    const { beslissingen } = await as(manager, (work) => readGeschiedenis(work, 'wachtenden'))
    expect(beslissingen.map(({ jaar, uitkomst }) => [jaar, uitkomst])).toEqual([
      [2026, 'beeindigd'],
      [2026, 'gewijzigd'],
      [2025, 'bevestigd'],
    ])
    await expect(database.db.deleteFrom('indicator_onderhoud').execute()).rejects.toThrow()
  })

  it('wat stopt is weg vanaf dat jaar, tot een latere ronde het weer opneemt', async () => {
    const weg = (jaar: number) =>
      as(manager, async (work) => [...(await findBeeindigd(work, jaar, work.now))])
    expect(await weg(2025)).toEqual([])
    expect(await weg(2026)).toEqual(['wachtenden'])
    expect(await weg(2027)).toEqual(['wachtenden'])
    // As it was decided before that.
    expect(
      await as(manager, async (work) => [
        ...(await findBeeindigd(work, 2026, new Date('2026-03-02T12:00:00Z'))),
      ]),
    ).toEqual([])
    accepted(await besluit({ jaar: 2027, uitkomst: 'bevestigd' }))
    expect(await weg(2027)).toEqual([])
    expect(await weg(2026)).toEqual(['wachtenden'])
  })
})
