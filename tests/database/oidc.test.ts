import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerGebruiker } from '../../src/modules/beheer/server/commands.ts'
import { createOidcLogin } from '../../src/platform/auth/oidc.ts'
import { createServer, type Server } from '../../src/platform/http/server.ts'
import { useDatabase } from '../given/database.ts'
import { browse, startProvider, type TestProvider } from '../given/oidc-provider.ts'
import { accepted, type TestPlatform, testPlatform, workAs } from '../given/platform.ts'
import { givenRegio } from '../given/regio.ts'

const database = useDatabase()
let platform: TestPlatform
let provider: TestProvider
let server: Server
let own: string

beforeAll(async () => {
  platform = testPlatform(database)
  platform.clock.set(new Date().toISOString()) // the provider's tokens carry the real time
  const regio = await givenRegio(platform)
  for (const naam of ['bekend@proef.example', 'ongeverifieerd@proef.example', 'vertrokken@proef.example']) {
    accepted(
      await workAs(platform, regio.systeem, (work) =>
        registerGebruiker(work, {
          organisatieId: regio.organisaties.loket,
          gebruikersnaam: naam,
          naam: 'Proef',
          rollen: ['toegangsmedewerker'],
          van: '2020-01-01',
        }),
      ),
    )
  }
  await database.db
    .updateTable('gebruiker')
    .set({ tot: '2020-06-01' })
    .where('gebruikersnaam', 'like', 'vertrokken%')
    .execute()
  // The callback address must be known to the provider before Onderdak listens: take a free port first.
  const { createServer: listen } = await import('node:net')
  const port = await new Promise<number>((resolve) => {
    const probe = listen().listen(0, '127.0.0.1', () => {
      const found = (probe.address() as { port: number }).port
      probe.close(() => resolve(found))
    })
  })
  own = `http://127.0.0.1:${port}`
  provider = await startProvider({
    clientId: 'onderdak',
    clientSecret: 'proefgeheim',
    redirectUri: `${own}/api/v1/oidc/terug`,
    verified: (sub) => !sub.startsWith('ongeverifieerd'),
  })
  const oidc = createOidcLogin(platform, {
    issuer: provider.issuer,
    clientId: 'onderdak',
    clientSecret: 'proefgeheim',
    publicUrl: own,
    naam: 'Proefgemeente',
    insecure: true,
  })
  server = await createServer({ platform, routes: [], isDemo: false, publicUrl: own, oidc })
  await server.app.listen({ host: '127.0.0.1', port })
})

afterAll(async () => {
  await server.app.close()
  await provider.close()
})

const isOwnPage = (url: URL) => url.origin === own && !url.pathname.startsWith('/api/')

describe('signing in through the own organisation (OpenID Connect)', () => {
  it('opens a session for a known account and goes back to the page that was asked', async () => {
    const end = await browse(`${own}/api/v1/oidc/start?terug=/meldingen`, isOwnPage, 'bekend@proef.example')
    expect(end.pathname).toBe('/meldingen')
    const bound = await database.db
      .selectFrom('gebruiker')
      .select('oidc_onderwerp')
      .where('gebruikersnaam', '=', 'bekend@proef.example')
      .executeTakeFirstOrThrow()
    expect(bound.oidc_onderwerp).toBe(`${provider.issuer}|bekend@proef.example`)
    expect(await database.db.selectFrom('sessie').select('rol_code').execute()).toEqual([
      { rol_code: 'toegangsmedewerker' },
    ])
  })

  it.each(['onbekend@proef.example', 'ongeverifieerd@proef.example', 'vertrokken@proef.example'])(
    'refuses %s',
    async (naam) => {
      const end = await browse(`${own}/api/v1/oidc/start`, isOwnPage, naam)
      expect(end.href).toBe(`${own}/inloggen?fout=account_onbekend`)
    },
  )

  it('refuses an answer with another state, and one without the cookie of the start', async () => {
    const started = await fetch(`${own}/api/v1/oidc/start`, { redirect: 'manual' })
    const cookie = started.headers.getSetCookie()[0]!.split(';')[0]!
    const forged = await fetch(`${own}/api/v1/oidc/terug?code=abc&state=verzonnen`, {
      redirect: 'manual',
      headers: { cookie },
    })
    expect(forged.headers.get('location')).toBe('/inloggen?fout=aanmelden_mislukt')
    const bare = await fetch(`${own}/api/v1/oidc/terug?code=abc&state=verzonnen`, { redirect: 'manual' })
    expect(bare.headers.get('location')).toBe('/inloggen?fout=aanmelden_mislukt')
  })

  it('never sends the browser to another site', async () => {
    for (const terug of ['//kwaad.example', '/\\kwaad.example', 'https://kwaad.example']) {
      const end = await browse(
        `${own}/api/v1/oidc/start?terug=${encodeURIComponent(terug)}`,
        (url) => isOwnPage(url) || !url.host.startsWith('127.'),
        'bekend@proef.example',
      )
      expect(end.origin).toBe(own)
      expect(end.pathname).toBe('/')
    }
  })
})
