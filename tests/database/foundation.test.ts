import { generate } from 'otplib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { registerGebruiker } from '../../src/modules/beheer/server/commands.ts'
import { type AuditRow, createAuditWriter, verifyAudit } from '../../src/platform/audit/audit.ts'
import { createDb } from '../../src/platform/db/connect.ts'
import { draftRoutes } from '../../src/platform/drafts/draft-routes.ts'
import { route } from '../../src/platform/http/route.ts'
import { createServer, type Server } from '../../src/platform/http/server.ts'
import { endpoint } from '../../src/shared/endpoint.ts'
import { useDatabase } from '../given/database.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../given/platform.ts'
import { givenRegio, type TestRegio } from '../given/regio.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let server: Server
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** A question whose answer waits until the test says so. */
const waiting = gate()
const wachten = route(
  endpoint({
    method: 'GET',
    path: '/proef-wachten',
    name: 'wachtProef',
    summary: 'Wacht',
    response: z.object({}),
  }),
  {
    permission: 'aangemeld',
    audit: { event: 'proef.gewacht', personen: 'geen' },
    handle: async () => {
      waiting.arrive()
      await waiting.opened
      return {}
    },
  },
)

function gate() {
  let arrive = () => {}
  let goOn = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const opened = new Promise<void>((resolve) => {
    goOn = resolve
  })
  return { arrive, goOn, arrived, opened }
}

function countConnections(of: Server): Promise<number> {
  return new Promise((resolve, reject) =>
    of.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  )
}

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  server = await createServer({
    platform,
    routes: [...draftRoutes, wachten],
    isDemo: true,
    publicUrl: 'http://127.0.0.1:1',
  })
  accepted(
    await workAs(platform, regio.systeem, (work) =>
      registerGebruiker(work, {
        organisatieId: regio.organisaties.loket,
        gebruikersnaam: 'proef',
        naam: 'Proef Loket',
        rollen: ['toegangsmedewerker'],
        van: '2020-01-01',
        wachtwoord: 'geheim-woord',
        totpGeheim: secret,
      }),
    ),
  )
})

afterAll(() => server.app.close())

async function login(code?: string, wachtwoord = 'geheim-woord') {
  return server.app.inject({
    method: 'POST',
    url: '/api/v1/inloggen',
    payload: {
      gebruikersnaam: 'Proef',
      wachtwoord,
      code: code ?? (await generate({ secret, epoch: platform.clock.now().getTime() / 1000 })),
    },
  })
}

describe('signing in with password and code', () => {
  it('gives a session with a CSRF token and refuses a code that was used before', async () => {
    const first = await login()
    expect(first.statusCode).toBe(200)
    expect(first.json()).toMatchObject({ rol: 'toegangsmedewerker', demo: true })
    const again = await login()
    expect(again.statusCode).toBe(403)
    expect(again.json()).toMatchObject({ code: 'aanmelden_mislukt' })
  })

  it('closes the account for a while after five wrong passwords, also for the right one', async () => {
    platform.clock.advance(60_000)
    for (let i = 0; i < 5; i++) await login(undefined, 'fout')
    platform.clock.advance(30_000)
    expect((await login()).json()).toMatchObject({ code: 'account_geblokkeerd' })
    platform.clock.advance(60_000)
    expect((await login()).statusCode).toBe(200)
  })
})

describe('a session', () => {
  it('is refused without cookie, for a write without CSRF token, after idling and after signing out', async () => {
    platform.clock.advance(120_000)
    const signedIn = await login()
    const cookies = { onderdak: signedIn.cookies[0]!.value }
    const csrf = signedIn.json().csrf as string
    expect((await server.app.inject({ url: '/api/v1/sessie' })).statusCode).toBe(401)
    const put = (headers: Record<string, string>) =>
      server.app.inject({
        method: 'PUT',
        url: '/api/v1/concepten/proef',
        cookies,
        headers,
        payload: { inhoud: { a: 1 } },
      })
    expect((await put({ 'idempotency-key': 'sleutel-0001' })).json()).toMatchObject({
      code: 'csrf_ontbreekt',
    })
    expect((await put({ 'x-csrf-token': csrf })).json()).toMatchObject({ code: 'sleutel_ontbreekt' })
    expect((await put({ 'x-csrf-token': csrf, 'idempotency-key': 'sleutel-0001' })).statusCode).toBe(200)
    const replay = await put({ 'x-csrf-token': csrf, 'idempotency-key': 'sleutel-0001' })
    expect(replay.headers['idempotent-replayed']).toBe('true')
    expect((await server.app.inject({ url: '/api/v1/concepten/proef', cookies })).json()).toMatchObject({
      concept: { inhoud: { a: 1 } },
    })
    platform.clock.advance(31 * 60_000)
    expect((await server.app.inject({ url: '/api/v1/sessie', cookies })).statusCode).toBe(401)
  })
})

describe('the audit book', () => {
  it('refuses an impossible row without failing the questions that were asked at the same moment', async () => {
    const writer = createAuditWriter(platform.db)
    const row = (netwerkadres: string): AuditRow => ({
      vrager: regio.systeem,
      tijd: platform.clock.now(),
      gebeurtenis: 'proef',
      actie: 'R',
      uitkomst: 0,
      doel: 'proef',
      route: 'GET /proef',
      personen: [],
      verzoekId: platform.newId(),
      netwerkadres,
    })
    const answers = await Promise.allSettled(
      ['10.0.0.1', '10.0.0.2', undefined as unknown as string, '10.0.0.3'].map((adres) =>
        writer.append(row(adres)),
      ),
    )
    expect(answers.map((answer) => answer.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
  })

  it('knows where a question came from when the asker left before the answer', async () => {
    platform.clock.advance(120_000)
    const cookie = `onderdak=${(await login()).cookies[0]!.value}`
    const url = await server.app.listen({ host: '127.0.0.1', port: 0 })
    const leaving = new AbortController()
    const asked = fetch(`${url}/api/v1/proef-wachten`, { headers: { cookie }, signal: leaving.signal })
    try {
      await Promise.race([waiting.arrived, asked])
      leaving.abort()
      await expect(asked).rejects.toThrow()
      await expect.poll(() => countConnections(server), { timeout: 30_000 }).toBe(0)
    } finally {
      waiting.goOn()
    }
    const audited = () =>
      database.login.query("select netwerkadres from onderdak.audit where gebeurtenis = 'proef.gewacht'")
    await expect
      .poll(async () => (await audited()).rows, { timeout: 30_000 })
      .toEqual([{ netwerkadres: '127.0.0.1' }])
  })

  it('is chained, cannot be changed by the application, and names the first broken row', async () => {
    const owner = createDb(database.owner)
    expect(await verifyAudit(owner)).toMatchObject({ fouten: [] })
    await expect(database.app.query('update onderdak.audit set rol = $1', ['x'])).rejects.toThrow(
      /permission denied/,
    )
    await expect(database.app.query('delete from onderdak.audit')).rejects.toThrow(/permission denied/)
    await expect(database.app.query('update onderdak.gebeurtenis set soort = $1', ['x'])).rejects.toThrow(
      /permission denied/,
    )
    await expect(database.app.query('delete from onderdak.gebeurtenis')).rejects.toThrow(/permission denied/)
    const { rowCount } = await database.login.query(
      "update onderdak.audit set gebruiker_naam = 'iemand anders' where volgnummer = 2",
    )
    expect(rowCount).toBe(1)
    expect((await verifyAudit(owner)).fouten).toEqual([
      { regio: 'TST', volgnummer: 2, fout: 'hash_klopt_niet' },
    ])
  })
})
