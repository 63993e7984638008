import { beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../seed/demo.ts'
import { useDatabase } from '../given/database.ts'
import { testPlatform } from '../given/platform.ts'

const database = useDatabase()

beforeAll(async () => {
  const platform = testPlatform(database)
  platform.clock.set('2026-11-22')
  await seedDemo(platform, (line) => console.log(line))
}, 300_000)

describe('de demoregio’s', () => {
  it('zijn er', async () => {
    const { rows } = await database.login.query('select code from onderdak.regio order by code')
    expect(rows.map((row) => row.code)).toEqual(['DWO', 'MVS'])
  })
})
