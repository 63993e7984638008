import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenProduct, givenWachtende, type TestWachtende } from '../../../../tests/given/wachtlijst.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { risicos } from '../domain/rules.ts'
import { recordWachtcontact } from './edit-commands.ts'
import { listRisicos, type RisicosQuery } from './risico-queries.ts'
import { searchWachtenden } from './zoek-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let loket: Vrager
let ander: Vrager
let productId: Id

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  loket = await regio.als('loket', 'wachtlijstbeheerder')
  ander = await regio.als('aanbieder', 'aanbieder_planner')
  productId = await givenProduct({ platform, regio }, { code: 'risico' })
})

const wachtende = (achternaam: string, more: Partial<TestWachtende> = {}) =>
  givenWachtende(platform, loket, { productId, achternaam, ...more })
const contact = (id: Id, risico: keyof typeof risicos, volgendeControleOp: string | null = null) =>
  workAs(platform, loket, (work) =>
    recordWachtcontact(work, {
      id,
      versie: 1,
      op: '2026-03-02',
      wachtNog: true,
      risico,
      uitkomst: `Gesproken over ${risico}`,
      volgendeControleOp,
    }),
  )
const list = (wie: Vrager, more: Partial<RisicosQuery> = {}) =>
  workAs(platform, wie, (work) => listRisicos(work, { productId, pagina: 1, aantalPerPagina: 50, ...more }))

describe('risico tijdens het wachten (WL-08)', () => {
  it('toont het dringendst eerst: een risico dat te laat opnieuw is bekeken, dan de andere, dan wie nooit is beoordeeld', async () => {
    const geen = await wachtende('Geen')
    const moed = await wachtende('Moed')
    const nooit = await wachtende('Nooit')
    const terug = await wachtende('Terug')
    const escalatie = await wachtende('Escalatie')
    accepted(await contact(geen.id, 'geen'))
    accepted(await contact(moed.id, 'demotivatie', '2026-03-04'))
    accepted(await contact(terug.id, 'terugval'))
    accepted(await contact(escalatie.id, 'escalatie'))
    platform.clock.set('2026-03-09')
    const { count, results } = await list(loket)
    expect(count).toBe(5)
    expect(results.map((row) => row.id)).toEqual([moed.id, escalatie.id, terug.id, nooit.id, geen.id])
    expect(results[0]).toMatchObject({
      risico: 'demotivatie',
      beoordeeldOp: '2026-03-02',
      uitkomst: 'Gesproken over demotivatie',
      volgendeOp: '2026-03-04',
      dagenTeLaat: 5,
    })
    expect(results[3]).toMatchObject({ risico: null, beoordeeldOp: null, uitkomst: null })
    expect((await list(loket, { teLaat: 'ja' })).results.map((row) => row.id)).toEqual([moed.id])
    expect((await list(loket, { risico: 'gezien' })).count).toBe(3)
    expect((await list(loket, { risico: 'niet_beoordeeld' })).results.map((row) => row.id)).toEqual([
      nooit.id,
    ])
    platform.clock.set('2026-03-02')
  })

  it('wie niet betrokken is ziet niemand', async () => {
    expect((await list(ander)).count).toBe(0)
  })
})

describe('twee mensen zoeken om te vergelijken', () => {
  it('vindt op een deel van de naam wie wacht, op dezelfde lijst, en alleen wie u mag zien', async () => {
    const een = await wachtende('Vergelijkman')
    const twee = await wachtende('Vergelijkvrouw')
    const elders = await givenProduct({ platform, regio }, { code: 'elders' })
    await wachtende('Vergelijkelders', { productId: elders })
    const search = (wie: Vrager, zoek: string, naast: Id | null = null) =>
      workAs(platform, wie, (work) => searchWachtenden(work, { zoek, naast }))
    expect(accepted(await search(loket, 'vergelijk')).count).toBe(3)
    expect(accepted(await search(loket, 'vergelijk', een.id)).results).toMatchObject([{ id: twee.id }])
    expect(accepted(await search(loket, 'ver%ijk')).count).toBe(0)
    expect(accepted(await search(ander, 'vergelijk')).count).toBe(0)
    expect(await search(ander, 'vergelijk', een.id)).toMatchObject({ code: 'niet_gevonden' })
  })
})
