import { beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/app/modules.ts'
import { rollen } from '../../src/modules/beheer/domain/rollen.ts'
import { createServer, type Server } from '../../src/platform/http/server.ts'
import { useDatabase } from '../given/database.ts'
import { type TestPlatform, testPlatform } from '../given/platform.ts'
import {
  createRandom,
  type Generator,
  operationsOf,
  randomRequest,
  type Schema,
} from '../given/random-requests.ts'
import { givenRegio, type TestRegio } from '../given/regio.ts'

const database = useDatabase()
const total = Number(process.env.VERZOEKEN ?? 10_000)
const atOnce = 16
/** Would sign the other requests out. */
const endsSession = new Set(['/inloggen', '/uitloggen', '/sessie/rol'])
let platform: TestPlatform
let regio: TestRegio
let server: Server

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  server = await createServer({ platform, routes, isDemo: true, publicUrl: 'http://127.0.0.1:1' })
  await server.app.ready()
})

interface Signed {
  readonly cookie: string
  readonly csrf: string
}

async function signIn(organisatie: keyof TestRegio['organisaties'], rol: string): Promise<Signed> {
  const vrager = await regio.als(organisatie, rol)
  const token = await server.sessions.start(vrager.gebruikerId!, rol, '127.0.0.1', 'test')
  return { cookie: token, csrf: platform.cipher.sign('csrf', token) }
}

/** Ids of every table, so that a part of the requests reaches existing rows. */
async function listIds(): Promise<string[]> {
  const { rows } = await database.login.query<{ table_name: string }>(
    "select table_name from information_schema.columns where table_schema = 'onderdak' and column_name = 'id' and data_type = 'uuid'",
  )
  const found = await Promise.all(
    rows.map((row) =>
      database.login.query<{ id: string }>(`select id from onderdak.${row.table_name} limit 5`),
    ),
  )
  return found.flatMap((result) => result.rows.map((row) => row.id))
}

describe(`${total} random and malformed requests from the OpenAPI document`, () => {
  it('never give a server error, never leak how it works, never hang', async () => {
    const document = (await server.app.inject({ url: '/api/v1/openapi.json' })).json() as {
      paths: Record<string, Record<string, unknown>>
      components?: { schemas?: Record<string, Schema> }
    }
    const operations = operationsOf(document).filter((operation) => !endsSession.has(operation.path))
    expect(operations.length).toBeGreaterThanOrEqual(routes.length)
    const users = await Promise.all(
      rollen.map((rol) =>
        signIn(
          rol.code.startsWith('aanbieder')
            ? 'aanbieder'
            : rol.code.startsWith('vo_')
              ? 'vrouwenopvang'
              : 'loket',
          rol.code,
        ),
      ),
    )
    const g: Generator = {
      random: createRandom(20_261_122),
      schemas: document.components?.schemas ?? {},
      ids: await listIds(),
      malice: 0.06,
    }
    const wrong: string[] = []
    const statuses = new Map<number, number>()
    let sent = 0
    const one = async (): Promise<void> => {
      const operation = operations[sent % operations.length]!
      const user = users[Math.floor(g.random() * users.length)]!
      const request = randomRequest(g, operation)
      const key = `proef-${sent++}-sleutel`
      const answer = await server.app.inject({
        method: request.method as 'GET',
        url: request.url,
        headers: { 'content-type': request.contentType, 'idempotency-key': key, 'x-csrf-token': user.csrf },
        cookies: { onderdak: user.cookie },
        ...(request.payload !== undefined && { payload: request.payload }),
      })
      statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
      const leak =
        answer.statusCode >= 400 &&
        /node_modules|at async|select |insert into|onderdak\.|\/src\/|postgres/i.test(answer.body)
      if (answer.statusCode >= 500 || leak || answer.headers['api-version'] === undefined) {
        wrong.push(
          `${answer.statusCode} ${request.method} ${request.url.slice(0, 200)} ${request.payload?.slice(0, 400)} → ${answer.body.slice(0, 200)}`,
        )
      }
    }
    const lane = async () => {
      while (sent < total && wrong.length < 10) await one()
    }
    await Promise.all(Array.from({ length: atOnce }, lane))
    expect(wrong).toEqual([])
    expect(sent).toBeGreaterThanOrEqual(total)
    expect(statuses.get(200) ?? 0, JSON.stringify([...statuses])).toBeGreaterThan(0)
  }, 1_200_000)
})
