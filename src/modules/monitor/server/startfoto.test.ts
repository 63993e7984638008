import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { givenFeit } from '../../../../tests/given/feiten.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenProduct } from '../../../../tests/given/plek.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import type { Vrager } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { makeStartfoto } from './startfoto-commands.ts'
import { readFotocellen, readStartfoto } from './startfoto-queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let manager: Vrager
let bw: Id
let foto: Id

const feit = (naam: 'wacht' | 'verblijf' | 'plek', rij: object) =>
  givenFeit(database, regio.regioId, naam, rij as never)
const maak = (maand: string) =>
  workAs(platform, manager, (work) => makeStartfoto(work, { naam: 'Startfoto', domein: 'BW', maand }))
const cellen = async (met: string) =>
  accepted(
    await workAs(platform, manager, (work) =>
      readFotocellen(work, foto, { met: met as never, telling: 'wacht', pagina: 1, aantalPerPagina: 200 }),
    ),
  ).results.map(({ gemeenteCode, was, later, bij, af, is }) => [gemeenteCode, was, later, bij, af, is])

/** Product columns take the id itself here: the foto asks the register which products there are. */
async function wachten(aantal: number, meer: Record<string, unknown>) {
  for (let i = 0; i < aantal; i++) {
    await feit('wacht', {
      wie: `w ${JSON.stringify(meer)} ${i}`,
      gemeente_code: 'GM0622',
      besloten_op: '2026-01-12',
      ...meer,
    })
    await database.login.query(
      'update onderdak.feit_wacht set product_id = $1 where regio_id = $2 and product_id is distinct from $1',
      [bw, regio.regioId],
    )
  }
}

// At the end of January 20 wait in Vlaardingen and 9 in Schiedam. It is 10 February 2026 when the foto is made.
beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set('2026-02-10')
  regio = await givenRegio(platform)
  manager = await regio.als('centrumgemeente', 'programmamanager')
  bw = await givenProduct(platform, regio, { naam: 'Beschermd wonen', domein: 'BW' })
  await wachten(20, {})
  await wachten(9, { gemeente_code: 'GM0606' })
  foto = accepted(await maak('2026-01')).id
}, 120_000)

describe('een startfoto', () => {
  it('is van een maand die voorbij is, en één keer te maken', async () => {
    expect(await maak('2026-02')).toMatchObject({ code: 'maand_niet_voorbij' })
    expect(await maak('2026-01')).toMatchObject({ code: 'foto_bestaat' })
  })
  it('telt opnieuw hetzelfde, ook nadat er is gecorrigeerd', async () => {
    // Ten of Vlaardingen turn out later to have been there, and eight come in February.
    await wachten(10, { bekend_van: '2026-02-20' })
    await wachten(8, { gemeente_code: 'GM0606', besloten_op: '2026-02-15', bekend_van: '2026-02-15' })
    platform.clock.set('2026-03-10')
    const { isGelijk, controlegetal } = accepted(
      await workAs(platform, manager, (work) => readStartfoto(work, foto)),
    )
    expect([isGelijk, controlegetal]).toEqual([true, expect.stringMatching(/^[0-9a-f]{64}$/)])
  })
  it('zegt naast nu wat later bekend werd en wat erbij kwam', async () => {
    expect(await cellen('nu')).toEqual([
      ['GM0606', 9, 0, 8, 0, 17],
      ['GM0622', 20, 10, 0, 0, 30],
    ])
    expect(await cellen('toen')).toEqual([
      ['GM0606', 9, 0, 0, 0, 9],
      ['GM0622', 20, 10, 0, 0, 30],
    ])
  })
  it('is naast een andere foto te zetten', async () => {
    const later = accepted(await maak('2026-02')).id
    expect(await cellen(later)).toEqual(await cellen('nu'))
  })
  it('staat naast een ander moment zoals zij bevroren is, ook als opnieuw tellen iets anders geeft', async () => {
    // Nineteen facts of then are gone, as after a repair by hand: counting again gives 1, the foto says 20.
    await database.login.query(
      `delete from onderdak.feit_wacht where sleutel in (select sleutel from onderdak.feit_wacht where gemeente_code = 'GM0622' and bekend_van < '2026-02-10' order by sleutel limit 19)`,
    )
    const { isGelijk } = accepted(await workAs(platform, manager, (work) => readStartfoto(work, foto)))
    expect(isGelijk).toBe(false)
    expect(await cellen('nu')).toEqual([
      ['GM0606', 9, 0, 8, 0, 17],
      ['GM0622', 20, -9, 0, 0, 11],
    ])
    const { anderen } = accepted(await workAs(platform, manager, (work) => readStartfoto(work, foto)))
    expect(await cellen(anderen[0]!.id)).toEqual([
      ['GM0606', 9, 0, 8, 0, 17],
      ['GM0622', 20, 10, 0, 0, 30],
    ])
  })
  it('is niet te wijzigen of weg te gooien', async () => {
    for (const doe of [
      (work: never) =>
        (work as { db: { deleteFrom: (t: string) => { execute: () => Promise<unknown> } } }).db
          .deleteFrom('startfoto_cel')
          .execute(),
      (work: never) =>
        (
          work as {
            db: { updateTable: (t: string) => { set: (v: object) => { execute: () => Promise<unknown> } } }
          }
        ).db
          .updateTable('startfoto')
          .set({ naam: 'Anders' })
          .execute(),
    ])
      await expect(workAs(platform, manager, doe as never)).rejects.toThrow(/permission denied/)
  })
})
