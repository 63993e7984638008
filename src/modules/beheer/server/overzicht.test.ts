import { beforeAll, expect, it } from 'vitest'
import { useDatabase } from '../../../../tests/given/database.ts'
import { type TestPlatform, testPlatform, workAs } from '../../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../../tests/given/regio.ts'
import { getOverzicht } from './queries.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
})

it('de voorpagina telt elke soort instelling, en noemt wat er binnenkort verandert', async () => {
  await database.login.query(
    "insert into onderdak.ethos_regel (regio_id, grond, code, klasse, van) values ($1, 'woonsituatie', 'proef', 'E5', '2099-01-01')",
    [regio.regioId],
  )
  const beheerder = await regio.als('centrumgemeente', 'functioneel_beheerder')
  const overzicht = await workAs(platform, beheerder, (work) => getOverzicht(work))
  expect(overzicht.aantallen.ethos_regel).toBeGreaterThan(10)
  expect(overzicht.gepland).toContainEqual({
    wat: 'proef',
    onderdeel: 'ethos_regel',
    op: '2099-01-01',
    begint: true,
  })
})
