import { Writable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { publicRoutes, routes } from '../../src/app/modules.ts'
import { isQuestion } from '../../src/platform/http/execute.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { createServer, type Server } from '../../src/platform/http/server.ts'
import { createLog } from '../../src/platform/log.ts'
import { useDatabase } from '../given/database.ts'
import { type Geheim, type GeheimeZaak, geheimen, givenGeheimeZaak } from '../given/geheime-zaak.ts'
import { leesbaar } from '../given/leesbaar.ts'
import { type TestPlatform, testPlatform } from '../given/platform.ts'
import { createRandom, operationsOf, randomValue, type Schema } from '../given/random-requests.ts'
import { givenRegio, type TestRegio } from '../given/regio.ts'

// A secret address stands only where it may: every question, every export in every format, every letter, every refusal,
// the log of the server and the database itself, as every role that the chain has.

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let server: Server
let zaak: GeheimeZaak
let ids: string[]
/** One of each kind, for what changes something: its refusals do not depend on more. */
let van: string[]
let schemas: Record<string, Schema>
let bodies: Map<string, Schema | undefined>
const log: string[] = []

beforeAll(async () => {
  const stream = new Writable({
    write(chunk, _, done) {
      log.push(chunk.toString())
      done()
    },
  })
  platform = { ...testPlatform(database), log: createLog('trace', stream) }
  regio = await givenRegio(platform)
  zaak = await givenGeheimeZaak(platform, regio)
  server = await createServer({
    platform,
    routes,
    publicRoutes,
    isDemo: true,
    publicUrl: 'http://127.0.0.1:1',
  })
  await server.app.ready()
  const document = (await server.app.inject({ url: '/api/v1/openapi.json' })).json()
  schemas = document.components?.schemas ?? {}
  bodies = new Map(operationsOf(document).map((one) => [`${one.method} ${one.path}`, one.body]))
  ids = await listIds()
  van = await listHoofdIds()
}, 240_000)

/** Every row about the people of the case, and the house. */
async function listIds(): Promise<string[]> {
  const { rows } = await database.login.query<{ tabel: string; persoon: boolean }>(
    `select c.relname as tabel, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'persoon_id') as persoon
     from pg_class c where c.relnamespace = 'onderdak'::regnamespace and c.relkind in ('r', 'p')
       and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'id')
       and (c.relname in ('persoon', 'locatie', 'plek', 'voorziening', 'melding_overdracht') or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'persoon_id'))
       and c.relname not in ('gebeurtenis', 'betrokkenheid')`,
  )
  const found = await Promise.all(
    rows.map((row) =>
      database.login.query<{ id: string }>(
        `select id from onderdak.${row.tabel} ${row.persoon ? 'where persoon_id is not null' : ''}`,
      ),
    ),
  )
  return [...new Set(found.flatMap((result) => result.rows.map((row) => row.id)))]
}

async function listHoofdIds(): Promise<string[]> {
  const of = async (tabel: string) =>
    (
      await database.login.query(`select id from onderdak.${tabel} where persoon_id = $1 limit 1`, [
        zaak.persoonId,
      ])
    ).rows.map((row) => row.id as string)
  const found = await Promise.all(['melding', 'verblijf', 'plaatsingsvoorstel', 'traject'].map(of))
  return [zaak.persoonId, zaak.locatieId, ...found.flat()]
}

const nameOf = (route: Route) => `${route.endpoint.method} ${route.endpoint.path}`
const schemaOf = (route: Route) =>
  bodies.get(`${route.endpoint.method} ${route.endpoint.path.replace(/:(\w+)/g, '{$1}')}`)
let serial = 0

type Gezien = Map<Geheim, Set<string>>

/** Asks every route, for every id, in every format and with every secret as a search, and says where which secret stood. */
async function lees(organisatie: keyof TestRegio['organisaties'], rol: string): Promise<Gezien> {
  const vrager = await regio.als(organisatie, rol)
  const token = await server.sessions.start(vrager.gebruikerId!, rol, '127.0.0.1', 'test')
  const gezien: Gezien = new Map()
  const ask = async (route: Route, url: string, payload?: unknown) => {
    const answer = await server.app.inject({
      method: route.endpoint.method,
      url: `/api/v1${url}`,
      cookies: { onderdak: token },
      headers: { 'x-csrf-token': platform.cipher.sign('csrf', token), 'idempotency-key': `zaak-${++serial}` },
      ...(route.endpoint.method !== 'GET' && { payload: (payload ?? {}) as object }),
    })
    expect(answer.statusCode, `${nameOf(route)} ${url} ${answer.body.slice(0, 300)}`).toBeLessThan(500)
    // A refusal may repeat what the asker typed, as here the secrets as a search: only an answer tells something.
    const asked = answer.statusCode === 200 || payload === undefined
    const text = asked ? `${JSON.stringify(answer.headers)}\n${leesbaar(answer.rawPayload)}` : ''
    for (const [geheim, woord] of Object.entries(geheimen) as [Geheim, string][])
      if (text.includes(woord)) gezien.set(geheim, (gezien.get(geheim) ?? new Set()).add(nameOf(route)))
  }
  const g = { random: createRandom(7), schemas, ids, malice: 0 }
  for (const route of routes) {
    const isOne = route.endpoint.path.includes(':')
    const about = isQuestion(route) ? ids : van
    const urls = isOne ? about.map((id) => route.endpoint.path.replace(/:\w+/g, id)) : [route.endpoint.path]
    for (const url of urls) {
      if (!isQuestion(route)) {
        // Who may write here is looked at in the table of writes; who may not, learns nothing from the refusal.
        if (rol !== 'vo_medewerker' || organisatie !== 'vrouwenopvang') await ask(route, url)
        continue
      }
      await ask(route, url, route.endpoint.method === 'GET' ? undefined : randomValue(g, schemaOf(route)))
      for (const formaat of route.options.export && !isOne ? ['csv', 'ods'] : [])
        await ask(route, `${url}?formaat=${formaat}`)
      if (isOne) continue
      for (const woord of [geheimen.naam, geheimen.adres])
        await ask(route, route.endpoint.method === 'GET' ? `${url}?zoek=${encodeURIComponent(woord)}` : url, {
          naam: woord,
          zoek: woord,
          achternaam: woord,
          geboortedatum: '1990-01-01',
        })
    }
  }
  return gezien
}

/** Everyone but the house itself: nothing at all, not even that she is there. */
const niets: readonly [keyof TestRegio['organisaties'], string][] = [
  ['loket', 'toegangsmedewerker'],
  ['loket', 'consulent_daklozenloket'],
  ['loket', 'wachtlijstbeheerder'],
  ['loket', 'casusregisseur'],
  ['rogplus', 'centrumgemeente_beslisser'],
  ['aanbieder', 'aanbieder_planner'],
  ['aanbieder', 'aanbieder_begeleider'],
  ['centrumgemeente', 'regiocoordinator'],
  ['centrumgemeente', 'programmamanager'],
  ['centrumgemeente', 'beleidsmedewerker'],
  ['loket', 'corporatie_medewerker'],
  ['centrumgemeente', 'privacy_officer'],
  ['centrumgemeente', 'functioneel_beheerder'],
  // In the house, without the right of the vrouwenopvang.
  ['vrouwenopvang', 'aanbieder_planner'],
  ['vrouwenopvang', 'toegangsmedewerker'],
]

describe('een geheim adres staat alleen waar het mag', () => {
  it.each(niets)(
    '%s als %s leest nergens waar of wie zij is',
    async (organisatie, rol) => {
      const gezien = await lees(organisatie, rol)
      expect([...gezien].map(([geheim, where]) => `${geheim} via ${[...where].join(', ')}`)).toEqual([])
    },
    300_000,
  )

  it('een medewerker vrouwenopvang van een ander huis ziet dat er een plek is, niet waar, hoe te bellen of wie er is', async () => {
    const gezien = await lees('wijkteam', 'vo_medewerker')
    expect([...gezien.keys()]).toEqual(['huisNaam'])
  }, 300_000)

  it('het huis zelf leest het adres alleen op de plaats die daarvoor is', async () => {
    const gezien = await lees('vrouwenopvang', 'vo_medewerker')
    expect(
      Object.fromEntries([...gezien].map(([geheim, where]) => [geheim, [...where].sort()])),
    ).toMatchObject({
      adres: ['GET /personen/:id'],
      huisAdres: ['GET /locaties/:id/adres', 'GET /personen/:id/vrouwenopvang'],
      plan: ['GET /personen/:id/vrouwenopvang'],
      huisverbod: ['GET /personen/:id/vrouwenopvang'],
    })
    // The letter was read, not only fetched: her name stands in it, and no address.
    expect([...gezien.get('naam')!]).toContain('GET /brieven/:id')
    expect(gezien.get('huisTelefoon')!.size).toBeGreaterThan(0)
  }, 300_000)

  it('wie niet is ingelogd leest niets, ook niet op de openbare bladzijden', async () => {
    expect(publicRoutes.length).toBeGreaterThan(0)
    for (const route of publicRoutes) {
      const [method, url] =
        'give' in route || 'press' in route
          ? (['GET', route.path] as const)
          : ([route.endpoint.method, `/api/v1${route.endpoint.path}`] as const)
      const answer = await server.app.inject({ method: method as 'GET', url })
      for (const woord of Object.values(geheimen)) expect(answer.body, url).not.toContain(woord)
    }
  })

  it('het staat in geen regel van het logboek van de server', async () => {
    platform.log.error(
      { adres: geheimen.adres, err: new Error('proef') },
      'controle: het logboek wordt gelezen',
    )
    const text = log.join('')
    expect(text).toContain('controle: het logboek wordt gelezen')
    for (const woord of [
      geheimen.adres,
      geheimen.huisAdres,
      geheimen.huisTelefoon,
      geheimen.naam,
      geheimen.plan,
    ])
      expect(text).not.toContain(woord)
  })

  it('de adressen en het veiligheidsplan staan nergens leesbaar in de database', async () => {
    const { rows } = await database.login.query<{ tabel: string }>(
      `select relname as tabel from pg_class where relnamespace = 'onderdak'::regnamespace and relkind = 'r'`,
    )
    expect(rows.length).toBeGreaterThan(60)
    const found: string[] = []
    for (const { tabel } of [
      ...rows.map((row) => ({ tabel: `onderdak.${row.tabel}` })),
      { tabel: 'graphile_worker.jobs' },
    ])
      for (const woord of [geheimen.adres, geheimen.huisAdres, geheimen.plan]) {
        const { rowCount } = await database.login.query(
          `select 1 from ${tabel} t where t::text like '%' || $1 || '%' limit 1`,
          [woord],
        )
        if (rowCount) found.push(`${woord} in ${tabel}`)
      }
    expect(found).toEqual([])
  })
})

/** Numbers over the region, for who sees no person (VO-13). */
describe('cijfers over de regio noemen niets van de vrouwenopvang dat iemand aanwijst', () => {
  const cijfers = routes.filter((route) => route.options.permission === 'cijfers.lezen')

  it.each(['beleidsmedewerker', 'programmamanager', 'regiocoordinator'])(
    'als %s, op het scherm en in elk bestand',
    async (rol) => {
      expect(cijfers.length).toBeGreaterThan(8)
      const vrager = await regio.als('centrumgemeente', rol)
      const token = await server.sessions.start(vrager.gebruikerId!, rol, '127.0.0.1', 'test')
      const { rows: plekken } = await database.login.query(
        'select id from onderdak.plek where locatie_id = $1',
        [zaak.locatieId],
      )
      const wijstAan = [
        ...Object.values(geheimen),
        zaak.persoonId,
        zaak.locatieId,
        ...plekken.map((row) => row.id as string),
      ]
      for (const route of cijfers.filter((one) => one.endpoint.method === 'GET'))
        for (const formaat of ['', ...(route.options.export ? ['csv', 'ods', 'xlsx'] : [])]) {
          const per = ['', 'per=locatie', 'per=gemeente', 'per=product', 'per=domein']
          for (const query of per) {
            const path = route.endpoint.path.replace(':indicator', 'verblijvenden')
            const url = `/api/v1${path}?${[query, formaat && `formaat=${formaat}`].filter(Boolean).join('&')}`
            const answer = await server.app.inject({ url, cookies: { onderdak: token } })
            expect(answer.statusCode, url).toBeLessThan(500)
            const text = leesbaar(answer.rawPayload)
            for (const woord of wijstAan) expect(text, url).not.toContain(woord)
          }
        }
    },
    120_000,
  )

  it('een klein aantal in de vrouwenopvang blijft verborgen: nergens staat een getal onder de kleinste cel', async () => {
    const vrager = await regio.als('centrumgemeente', 'beleidsmedewerker')
    const token = await server.sessions.start(vrager.gebruikerId!, vrager.rol, '127.0.0.1', 'test')
    const gezien: string[] = []
    for (const path of [
      '/cijfers/verblijven',
      '/cijfers/wachtlijst',
      '/cijfers/beschikkingen',
      '/cijfers/plekken',
    ]) {
      const answer = await server.app.inject({
        url: `/api/v1${path}?per=product`,
        cookies: { onderdak: token },
      })
      const rows = answer.json().results as Record<string, unknown>[]
      for (const row of rows.filter((one) => Object.values(one).includes('Crisisopvang VO'))) {
        gezien.push(path)
        const klein = Object.entries(row).filter(
          ([, value]) => typeof value === 'number' && value > 0 && value < 8,
        )
        expect(klein, path).toEqual([])
      }
    }
    // The product is counted, so that hiding was needed.
    expect(gezien).toContain('/cijfers/verblijven')
  })
})
