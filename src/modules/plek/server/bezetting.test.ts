import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { givenWereld } from '../../../../tests/given/wereld.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { listBezetting } from './lookup.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  await givenWereld(platform, regio)
  const { rows } = await database.login.query<{ id: string; plekken: string[] }>(
    `select l.id, array_agg(p.id order by p.naam) as plekken from onderdak.locatie l join onderdak.plek p on p.locatie_id = l.id group by l.id`,
  )
  await database.login.query(
    `insert into onderdak.buiten_gebruik (id, regio_id, plek_id, van, tot, reden) values (gen_random_uuid(), $1, $2, '2026-03-05', '2026-03-09', 'onderhoud')`,
    [regio.regioId, rows[0]!.plekken[2]],
  )
})

async function both(rol: Parameters<TestRegio['als']>, van: PlainDate, tot: PlainDate) {
  const vrager = await regio.als(...rol)
  return workAs(platform, vrager, async (work) => {
    const locaties = await work.db.selectFrom('locatie').select('id').execute()
    const all = await listBezetting(work, { van, tot })
    const own = await listBezetting(work, { van, tot, locatieIds: locaties.map((row) => row.id) })
    const none = await listBezetting(work, { van, tot, locatieIds: [] })
    const sort = (rows: typeof all) => rows.map((row) => JSON.stringify(row)).sort()
    return { all: sort(all), own: sort(own), none }
  })
}

describe('de bezetting van enkele locaties', () => {
  it('is dezelfde als die van de hele regio, voor elke dag en elke vrager', async () => {
    let seen = 0
    for (const rol of [
      ['loket', 'toegangsmedewerker'],
      ['aanbieder', 'aanbieder_planner'],
      ['vrouwenopvang', 'vo_medewerker'],
    ] as const)
      for (let day = -3; day < 12; day++)
        for (const length of [1, 30]) {
          const van = addDays('2026-03-02', day)
          const { all, own, none } = await both([...rol], van, addDays(van, length))
          expect(own, `${rol[0]} ${van} ${length}`).toEqual(all)
          expect(none).toEqual([])
          seen += all.length
        }
    expect(seen).toBeGreaterThan(50)
  })
})
