import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { appRole, createPool } from '../../src/platform/db/connect.ts'
import { freeLeftJobs } from '../../src/platform/jobs/left-over.ts'
import { useDatabase } from '../given/database.ts'

const database = useDatabase()
const pools: ReturnType<typeof createPool>[] = []
const start = () => {
  const pool = createPool({ url: database.url, role: appRole, max: 1 })
  pools.push(pool)
  return freeLeftJobs(pool)
}
const held = async () =>
  (await database.login.query('select locked_by from graphile_worker._private_jobs')).rows.map(
    ({ locked_by }) => locked_by,
  )
const hold = (wie: string) =>
  database.login.query('update graphile_worker._private_jobs set locked_at = now(), locked_by = $1', [wie])

beforeEach(async () => {
  await database.login.query('delete from graphile_worker._private_jobs')
  await database.login.query("select graphile_worker.add_job('proef')")
})
afterAll(() => Promise.all(pools.map((pool) => pool.end())))

describe('werk dat een gestorven proces vasthield', () => {
  it('is meteen vrij als er verder geen proces is', async () => {
    await hold('worker-dood')
    const letGo = await start()
    expect(await held()).toEqual([null])
    letGo()
  })

  it('blijft van een proces dat nog leeft, tot ook dat er niet meer is', async () => {
    const eerste = await start()
    await hold('worker-levend')
    const tweede = await start()
    expect(await held()).toEqual(['worker-levend'])
    eerste()
    const derde = await start()
    expect(await held()).toEqual(['worker-levend'])
    tweede()
    derde()
    await expect
      .poll(async () => {
        const letGo = await start()
        letGo()
        return held()
      })
      .toEqual([null])
  })
})
