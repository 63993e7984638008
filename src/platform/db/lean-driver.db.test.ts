import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { useDatabase } from '../../../tests/given/database.ts'
import { testPlatform } from '../../../tests/given/platform.ts'

const database = useDatabase()
const voeg = sql`insert into onderdak.gemeente (code, naam) values ('9999', 'Proefstad')`
const steden = async () =>
  (await database.login.query("select 1 from onderdak.gemeente where code = '9999'")).rowCount

it('sends the settings with the first statement, which sees them; after the transaction they are gone', async () => {
  const { db } = testPlatform(database)
  const asked = sql<{
    rol: string | null
  }>`select nullif(current_setting('app.rol', true), '') as rol where ${1} = 1`
  const within = await db.transaction().execute(async (trx) => {
    await sql`select set_config('app.rol', 'proef', true)`.execute(trx)
    return (await asked.execute(trx)).rows
  })
  expect(within).toEqual([{ rol: 'proef' }])
  expect((await asked.execute(db)).rows).toEqual([{ rol: null }])
})

it('writes nothing when the settings are refused, and tells what was wrong with them', async () => {
  const { db } = testPlatform(database)
  const work = db.transaction().execute(async (trx) => {
    await sql`select set_config('geen naam', 'proef', true)`.execute(trx)
    await voeg.execute(trx)
  })
  await expect(work).rejects.toMatchObject({ code: '42704' })
  expect(await steden()).toBe(0)
  expect((await sql`select 1 as een`.execute(db)).rows).toEqual([{ een: 1 }])
})

it('does nothing at all when a transaction has only settings', async () => {
  const { db } = testPlatform(database)
  await db.transaction().execute((trx) => sql`select set_config('geen naam', 'proef', true)`.execute(trx))
  expect(await steden()).toBe(0)
})
