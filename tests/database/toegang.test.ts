import { beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/app/modules.ts'
import { rollen } from '../../src/modules/beheer/domain/rollen.ts'
import { indicatoren } from '../../src/modules/monitor/server/indicatoren.ts'
import { isQuestion } from '../../src/platform/http/execute.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { createServer, type Server } from '../../src/platform/http/server.ts'
import { useDatabase } from '../given/database.ts'
import { type TestPlatform, testPlatform } from '../given/platform.ts'
import {
  createRandom,
  type Generator,
  operationsOf,
  randomValue,
  type Schema,
} from '../given/random-requests.ts'
import { givenRegio, type TestRegio } from '../given/regio.ts'
import { givenWereld, type Kenmerk, kenmerken } from '../given/wereld.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let server: Server
let ids: string[]
let bodies: Map<string, Schema | undefined>
let schemas: Record<string, Schema>

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  await givenWereld(platform, regio)
  server = await createServer({ platform, routes, isDemo: true, publicUrl: 'http://127.0.0.1:1' })
  await server.app.ready()
  const document = (await server.app.inject({ url: '/api/v1/openapi.json' })).json()
  schemas = document.components?.schemas ?? {}
  bodies = new Map(
    operationsOf(document).map((operation) => [`${operation.method} ${operation.path}`, operation.body]),
  )
  ids = await listIds()
}, 120_000)

/** Ids that a route could be asked for: everything about persons, and the places where they are. */
async function listIds(): Promise<string[]> {
  const { rows } = await database.login.query<{ tabel: string }>(
    `select distinct c.table_name as tabel from information_schema.columns c join information_schema.columns i using (table_schema, table_name)
     where c.table_schema = 'onderdak' and (c.column_name = 'persoon_id' or c.table_name in ('persoon', 'locatie', 'plek', 'melding', 'sleutelfiguur'))
       and i.column_name = 'id' and c.table_name not in ('gebeurtenis', 'betrokkenheid')`,
  )
  const found = await Promise.all(
    rows.map((row) => database.login.query<{ id: string }>(`select id from onderdak.${row.tabel}`)),
  )
  return [...new Set(found.flatMap((result) => result.rows.map((row) => row.id)))]
}

interface Signed {
  readonly cookies: { onderdak: string }
  readonly headers: { 'x-csrf-token': string }
}

async function signIn(organisatie: keyof TestRegio['organisaties'], rol: string): Promise<Signed> {
  const vrager = await regio.als(organisatie, rol)
  const token = await server.sessions.start(vrager.gebruikerId!, rol, '127.0.0.1', 'test')
  return { cookies: { onderdak: token }, headers: { 'x-csrf-token': platform.cipher.sign('csrf', token) } }
}

/** By the table of rights that a region begins with. */
function may(rol: string, { options: { permission } }: Route): boolean {
  const rights: readonly string[] = rollen.find((one) => one.code === rol)!.permissies
  return permission === 'aangemeld' || rights.includes(permission)
}

/** Of each kind of case one indicator: what is behind it is looked up in the register of that kind. */
const voorbeelden = [...new Map(indicatoren.map((one) => [one.zaak, one.id])).values()]

const nameOf = (route: Route) => `${route.endpoint.method} ${route.endpoint.path}`
const fill = (path: string, id: string) => `/api/v1${path.replace(/:\w+/g, id)}`
let keys = 0

function send(route: Route, user: Signed, url: string, payload: unknown) {
  return server.app.inject({
    method: route.endpoint.method,
    url,
    cookies: user.cookies,
    headers: { ...user.headers, 'idempotency-key': `toegang-${++keys}` },
    ...(route.endpoint.method !== 'GET' && { payload: payload as object }),
  })
}

describe('elke route × elke rol', () => {
  it.each(rollen.map((rol) => rol.code))('%s mag precies wat de rechten zeggen', async (rol) => {
    const organisatie = rol.startsWith('aanbieder')
      ? 'aanbieder'
      : rol.startsWith('vo_')
        ? 'vrouwenopvang'
        : 'loket'
    const user = await signIn(organisatie, rol)
    const wrong: string[] = []
    for (const route of routes) {
      const allowed = may(rol, route)
      const answer = await send(
        route,
        user,
        fill(route.endpoint.path, '01890000-0000-7000-8000-000000000000'),
        {},
      )
      const refused = answer.statusCode === 403 && answer.json().code === 'geen_recht'
      if (refused === allowed)
        wrong.push(`${nameOf(route)} (${route.options.permission}): ${answer.statusCode}`)
    }
    expect(wrong).toEqual([])
  })

  it('niemand komt ergens zonder in te loggen', async () => {
    for (const route of routes) {
      const answer = await server.app.inject({
        method: route.endpoint.method,
        url: fill(route.endpoint.path, 'x'),
        ...(route.endpoint.method !== 'GET' && { payload: {} }),
      })
      expect(answer.statusCode, nameOf(route)).toBe(401)
    }
  })
})

/**
 * Asks every question of the API that the role may ask, for every id, with every export, and returns per route which
 * persons were seen. That the others are refused whatever the id is in the table above.
 */
async function lookEverywhere(user: Signed, rol: string): Promise<Map<Kenmerk, string[]>> {
  const seen = new Map<Kenmerk, string[]>()
  const g: Generator = { random: createRandom(1), schemas, ids, malice: 0 }
  for (const route of routes.filter(isQuestion).filter((one) => may(rol, one))) {
    const asked = route.endpoint.path.includes(':')
      ? (route.endpoint.path.includes(':indicator') ? voorbeelden : ids).map((id) =>
          fill(route.endpoint.path, id),
        )
      : [fill(route.endpoint.path, '')]
    const variants = asked.flatMap((url) => [
      url,
      ...(route.endpoint.path.includes(':')
        ? []
        : Object.values(kenmerken).map((text) => `${url}?zoek=${encodeURIComponent(text)}`)),
      ...(route.options.export ? ['csv'].map((format) => `${url}?formaat=${format}`) : []),
    ])
    const schema = bodies.get(`${route.endpoint.method} ${route.endpoint.path.replace(/:(\w+)/g, '{$1}')}`)
    for (const url of variants) {
      const payloads =
        route.endpoint.method === 'GET'
          ? [undefined]
          : [
              ...Object.values(kenmerken).map((naam) => ({ naam, zoek: naam, achternaam: naam })),
              randomValue(g, schema),
            ]
      for (const payload of payloads) {
        const answer = await send(route, user, url, payload)
        expect(answer.statusCode, `${nameOf(route)} ${url} ${answer.body.slice(0, 200)}`).toBeLessThan(500)
        if (answer.statusCode !== 200) continue
        for (const [kenmerk, text] of Object.entries(kenmerken) as [Kenmerk, string][]) {
          if (answer.body.includes(text))
            seen.set(kenmerk, [...new Set([...(seen.get(kenmerk) ?? []), nameOf(route)])])
        }
      }
    }
  }
  return seen
}

const vanDossiers: readonly Kenmerk[] = [
  'verblijf',
  'wachtend',
  'traject',
  'signaal',
  'deling',
  'woonwens',
  'woning',
  'nazorg',
  'terugvalplan',
  'overdracht',
  'casus',
  'casusVraag',
  'casusActie',
  'casusLes',
]
/** Signals, contacts and bemoeizorg of the loket, for who has the rights. */
const signalen: readonly Kenmerk[] = ['signaalVanPartner', 'signaalToelichting', 'bemoeizorg', 'straat']
/** Of who left: seen by who had the stay, for the days in which a departure can be taken back, and by who gives nazorg. */
const vertrokken: readonly Kenmerk[] = ['nazorg', 'terugvalplan']
/** With the right to read ondersteuningsplannen, and to book a time-out place. */
const vanDossiersMetPlan: readonly Kenmerk[] = [...vanDossiers, 'plan', 'timeOut']
const vanLoket: readonly Kenmerk[] = [...vanDossiersMetPlan, ...signalen]

/** Who may see whom, by the steps of the chain in `givenWereld`. */
const sight: readonly [keyof TestRegio['organisaties'], string, readonly Kenmerk[]][] = [
  ['loket', 'toegangsmedewerker', vanLoket],
  ['loket', 'wachtlijstbeheerder', vanDossiers],
  ['loket', 'casusregisseur', vanLoket],
  // Who steers reads the lesson, and not of whom or of which casus it came.
  ['loket', 'programmamanager', ['casusLes']],
  ['loket', 'beleidsmedewerker', ['casusLes']],
  ['loket', 'functioneel_beheerder', []],
  // The register of sharing shows why and with whom, never about whom.
  ['loket', 'privacy_officer', ['deling']],
  ['vrouwenopvang', 'privacy_officer', ['deling']],
  ['loket', 'regiocoordinator', ['casusLes']],
  ['loket', 'corporatie_medewerker', []],
  // The corporatie knows the home that it offered, and not for whom.
  ['corporatie', 'corporatie_medewerker', ['woning']],
  ['corporatie', 'aanbieder_begeleider', []],
  ['loket', 'vo_medewerker', vanDossiersMetPlan],
  ['loket', 'aanbieder_begeleider', [...vanDossiersMetPlan, 'bemoeizorg', 'straat']],
  ['wijkteam', 'toegangsmedewerker', ['melding']],
  ['aanbieder', 'aanbieder_planner', ['verblijf', 'bijnaam', 'plan', 'timeOut', ...vertrokken]],
  ['aanbieder', 'aanbieder_begeleider', ['verblijf', 'bijnaam', 'plan', 'timeOut', ...vertrokken]],
  // Who is asked sees the offer of a handover, not the dossier. By the agreement about nazorg, and of a signal what it wrote of the place, and nothing more.
  // The organisation that owns an action of a casus reads its text; only the one who is invited sees who it is about.
  ['andereAanbieder', 'aanbieder_planner', ['signaalVanPartner', 'overdracht', 'casusActie', ...vertrokken]],
  [
    'andereAanbieder',
    'aanbieder_begeleider',
    ['signaalVanPartner', 'overdracht', 'casusActie', 'casus', ...vertrokken],
  ],
  ['andereAanbieder', 'casusregisseur', ['signaalVanPartner', 'overdracht', 'casusActie', ...vertrokken]],
  ['andereAanbieder', 'corporatie_medewerker', ['signaalVanPartner', 'casusActie']],
  ['andereAanbieder', 'convenantpartner', ['signaalVanPartner', 'casusActie']],
  ['aanbieder', 'convenantpartner', []],
  ['rogplus', 'centrumgemeente_beslisser', []],
  ['vrouwenopvang', 'vo_medewerker', ['geheim', 'geheimAdres']],
  ['vrouwenopvang', 'aanbieder_planner', []],
  ['vrouwenopvang', 'toegangsmedewerker', []],
]

describe('elke vraag aan de API × elke relatie: lijsten, tellingen, zoeken, dossier en export', () => {
  it.each(sight)(
    '%s als %s ziet alleen: %j',
    async (organisatie, rol, expected) => {
      const seen = await lookEverywhere(await signIn(organisatie, rol), rol)
      const wrong = [...seen]
        .filter(([kenmerk]) => !expected.includes(kenmerk))
        .map(([kenmerk, where]) => `${kenmerk} via ${where.join(', ')}`)
      expect(wrong).toEqual([])
      for (const kenmerk of expected)
        expect(seen.get(kenmerk)?.length ?? 0, `${kenmerk} is nergens te zien`).toBeGreaterThan(0)
    },
    900_000,
  )
})

/** Open trajecten that an organisation sees in its list, and delingen that it sees in the dossier. */
const tellingen: readonly [
  keyof TestRegio['organisaties'],
  string,
  { trajecten: number; delingen: number },
][] = [
  ['loket', 'toegangsmedewerker', { trajecten: 3, delingen: 3 }],
  ['loket', 'casusregisseur', { trajecten: 3, delingen: 3 }],
  ['aanbieder', 'aanbieder_planner', { trajecten: 2, delingen: 0 }],
  ['aanbieder', 'aanbieder_begeleider', { trajecten: 2, delingen: 0 }],
  ['andereAanbieder', 'aanbieder_planner', { trajecten: 1, delingen: 0 }],
  ['wijkteam', 'toegangsmedewerker', { trajecten: 0, delingen: 0 }],
  ['vrouwenopvang', 'vo_medewerker', { trajecten: 0, delingen: 0 }],
]

describe('trajecten en delingen: tellingen en export volgen dezelfde relatie', () => {
  it.each(tellingen)('%s als %s: %j', async (organisatie, rol, expected) => {
    const user = await signIn(organisatie, rol)
    const ask = (url: string) => server.app.inject({ url: `/api/v1${url}`, ...user })
    const list = (await ask('/trajecten')).json()
    expect([list.count, list.results.length]).toEqual([expected.trajecten, expected.trajecten])
    const csv = (await ask('/trajecten?formaat=csv')).body.trim().split('\n')
    expect(csv.length - 1).toBe(expected.trajecten)
    expect((await ask('/trajecten?stand=wlz')).json().count).toBe(expected.delingen === 0 ? 0 : 1)
    const { rows } = await database.login.query('select id from onderdak.persoon where achternaam = $1', [
      kenmerken.traject,
    ])
    const dossier = await ask(`/personen/${rows[0].id}/delingen`)
    expect(dossier.statusCode).toBe(expected.delingen === 0 ? 404 : 200)
    expect(dossier.json().delingen ?? []).toHaveLength(expected.delingen)
  })

  it('het register van delingen telt alles in de regio en noemt niemand', async () => {
    const answer = await server.app.inject({
      url: '/api/v1/delingen',
      ...(await signIn('centrumgemeente', 'privacy_officer')),
    })
    expect(answer.json()).toMatchObject({ count: 7 })
    expect(answer.body).not.toContain(kenmerken.traject)
  })
})
