import { it } from 'vitest'
import { sql } from 'kysely'
import { loadRegio } from '../../seed/load-regio.ts'
import { dwo } from '../../seed/dwo/regio.ts'
import { loadStand } from '../../seed/dwo/stand.ts'
import { useDatabase } from '../given/database.ts'
import { testPlatform } from '../given/platform.ts'
import { load } from '../../seed/world.ts'
const database = useDatabase()
it('prof', async () => {
  const platform = testPlatform(database)
  platform.clock.set('2026-11-22')
  const r = await loadRegio(platform, dwo)
  await loadStand(platform, r)
  const explain = async (label: string) => load(platform, r.als('delft_support'), async (work) => {
    const { rows: [o] } = await sql<any>`select id, persoon_id from onderdak.opvolging limit 1`.execute(work.db)
    for (const q of [sql`explain (analyze, buffers) select * from onderdak.opvolging where persoon_id = ${o.persoon_id} for update`, sql`explain (analyze, buffers) update onderdak.opvolging set volgende_stap='x' where id = ${o.id}`]) {
      const { rows } = await q.execute(work.db); console.log(label, rows.map((x: any) => x['QUERY PLAN']).join('\n'))
    }
  })
  await explain('before analyze')
  await database.login.query('analyze')
  await explain('after analyze')
  console.log((await database.app.query('show jit')).rows, (await database.app.query('show plan_cache_mode')).rows)
}, 300_000)
