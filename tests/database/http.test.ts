import { beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/app/modules.ts'
import { createServer, type Server } from '../../src/platform/http/server.ts'
import { useDatabase } from '../given/database.ts'
import { type TestPlatform, testPlatform } from '../given/platform.ts'
import { givenRegio, type TestRegio } from '../given/regio.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let server: Server
let production: Server

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  server = await createServer({ platform, routes, isDemo: true, publicUrl: 'http://127.0.0.1:1' })
  production = await createServer({ platform, routes, isDemo: false, publicUrl: 'https://onderdak.example' })
})

async function signIn(rol = 'toegangsmedewerker') {
  const vrager = await regio.als('loket', rol)
  const token = await server.sessions.start(vrager.gebruikerId!, rol, '127.0.0.1', 'test')
  return {
    gebruikerId: vrager.gebruikerId!,
    token,
    cookies: { onderdak: token },
    csrf: platform.cipher.sign('csrf', token),
  }
}

const sessie = (cookies: { onderdak: string }) => server.app.inject({ url: '/api/v1/sessie', cookies })

describe('every answer', () => {
  it('carries the headers of the API Design Rules, also when it refuses', async () => {
    for (const url of ['/api/v1/sessie', '/api/v1/bestaat-niet', `/api/v1/${'x'.repeat(300)}`, '/api/v1/%']) {
      const answer = await production.app.inject({ url })
      expect(answer.statusCode, url).toBeGreaterThanOrEqual(400)
      expect(answer.headers, url).toMatchObject({
        'api-version': '1.0.0',
        'cache-control': 'no-store',
        'content-type': 'application/problem+json; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
      })
      const policy = String(answer.headers['content-security-policy'])
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(answer.json(), url).toMatchObject({ type: 'about:blank', status: answer.statusCode })
    }
  })

  it('that refuses a form names every fault at once, in Dutch, with the path of the field', async () => {
    const { cookies, csrf } = await signIn()
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/v1/meldingen',
      cookies,
      headers: { 'x-csrf-token': csrf, 'idempotency-key': 'fouten-0001' },
      payload: { kanaal: 'balie', hulpvraag: '', persoon: { geboortedatum: '31-2-1980' } },
    })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    const fouten = answer.json().fouten as { veld: string; melding: string }[]
    const velden = fouten.map((fout) => fout.veld)
    expect(velden).toEqual(expect.arrayContaining(['melderSoort', 'hulpvraag', 'persoon.geboortedatum']))
    for (const { melding } of fouten) expect(melding).not.toMatch(/invalid|expected|required/i)
  })

  it('that refuses a text of three megabytes says what to do, and keeps nothing of it', async () => {
    const { cookies, csrf } = await signIn('programmamanager')
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/v1/programmas',
      cookies,
      headers: { 'x-csrf-token': csrf, 'idempotency-key': 'te-groot-0001' },
      payload: { code: 'UP', naam: 'x'.repeat(3 * 1024 * 1024) },
    })
    expect(answer.statusCode).toBe(413)
    expect(answer.json()).toMatchObject({
      code: 'te_groot',
      detail: 'De inhoud is te groot. Stuur een kleiner bestand of minder tekst.',
    })
    const { rows } = await database.login.query('select count(*)::int as aantal from onderdak.programma')
    expect(rows).toEqual([{ aantal: 0 }])
  })
})

describe('the description of the API', () => {
  it('is OpenAPI 3.1 with every route, and a page that a person can read', async () => {
    const document = (await server.app.inject({ url: '/api/v1/openapi.json' })).json()
    expect(document.openapi).toBe('3.1.0')
    for (const { endpoint } of routes) {
      const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
      expect(document.paths[path]?.[endpoint.method.toLowerCase()], path).toMatchObject({
        operationId: endpoint.name,
        summary: endpoint.summary,
      })
    }
    const page = await server.app.inject({ url: '/api/v1/documentatie' })
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.body).toContain('<html lang="nl">')
    for (const { endpoint } of routes) expect(page.body).toContain(endpoint.path.replace(/:(\w+)/g, '{$1}'))
  })
})

describe('a session', () => {
  it('ends twelve hours after signing in, however busy', async () => {
    const { cookies } = await signIn()
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      platform.clock.advance(20 * 60_000)
      expect((await sessie(cookies)).statusCode, `${minutes + 20} minutes`).toBe(200)
    }
    platform.clock.advance(20 * 60_000)
    expect((await sessie(cookies)).statusCode).toBe(401)
  })

  it('can be taken back, one or all of a user, and is felt at once in this process', async () => {
    const one = await signIn()
    const two = await signIn()
    expect((await sessie(one.cookies)).statusCode).toBe(200)
    await server.sessions.revoke(one.token)
    expect((await sessie(one.cookies)).statusCode).toBe(401)
    expect((await sessie(two.cookies)).statusCode).toBe(200)
    await server.sessions.revokeAll(two.gebruikerId)
    expect((await sessie(two.cookies)).statusCode).toBe(401)
  })

  it('taken back by another process is felt within five seconds', async () => {
    const { cookies, token } = await signIn()
    expect((await sessie(cookies)).statusCode).toBe(200)
    await production.sessions.revoke(token)
    platform.clock.advance(5_001)
    expect((await sessie(cookies)).statusCode).toBe(401)
  })
})

describe('production', () => {
  it('has no demo accounts to choose from', async () => {
    expect((await server.app.inject({ url: '/api/v1/demo/logins' })).statusCode).toBe(200)
    expect((await production.app.inject({ url: '/api/v1/demo/logins' })).statusCode).toBe(404)
  })
})
