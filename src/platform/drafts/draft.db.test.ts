import { beforeAll, expect, it } from 'vitest'
import { useDatabase } from '../../../tests/given/database.ts'
import { type TestPlatform, testPlatform, workAs } from '../../../tests/given/platform.ts'
import { givenRegio, type TestRegio } from '../../../tests/given/regio.ts'
import { createServer, type Server } from '../http/server.ts'
import { draftRoutes } from './draft-routes.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let server: Server

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  server = await createServer({
    platform,
    routes: draftRoutes,
    isDemo: false,
    publicUrl: 'http://127.0.0.1:1',
  })
})

it('een concept komt terug zoals het was, en staat versleuteld in de database', async () => {
  const vrager = await regio.als('vrouwenopvang', 'vo_medewerker')
  const token = await server.sessions.start(vrager.gebruikerId!, 'vo_medewerker', '127.0.0.1', 'test')
  const csrf = (await server.sessions.find(token))!.csrf
  const ask = (method: 'GET' | 'PUT', payload?: object) =>
    server.app.inject({
      method,
      url: '/api/v1/concepten/bronwaarde-wachtenden_BW',
      cookies: { onderdak: token },
      headers: { 'x-csrf-token': csrf, 'idempotency-key': platform.newId() },
      ...(payload && { payload }),
    })
  const inhoud = { naam: 'Huis Anker', adres: 'Geheimstraat 1' }
  expect((await ask('PUT', { inhoud })).statusCode).toBe(200)
  expect((await ask('GET')).json().concept.inhoud).toEqual(inhoud)
  const stored = await workAs(platform, vrager, (work) =>
    work.db.selectFrom('concept').select('inhoud').execute(),
  )
  expect(stored).toHaveLength(1)
  expect(JSON.stringify(stored)).not.toContain('Geheimstraat')
})
