import { beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../src/app/modules.ts'
import { rollen } from '../../src/modules/beheer/domain/rollen.ts'
import { readSpreadsheet } from '../../src/platform/documents/spreadsheet-read.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { createServer, type Server } from '../../src/platform/http/server.ts'
import { isRejection } from '../../src/shared/rejection.ts'
import { useDatabase } from '../given/database.ts'
import { type TestPlatform, testPlatform } from '../given/platform.ts'
import { givenRegio, type TestRegio } from '../given/regio.ts'
import { givenWereld } from '../given/wereld.ts'

const database = useDatabase()
let platform: TestPlatform
let regio: TestRegio
let server: Server

beforeAll(async () => {
  platform = testPlatform(database)
  regio = await givenRegio(platform)
  await givenWereld(platform, regio)
  server = await createServer({ platform, routes, isDemo: true, publicUrl: 'http://127.0.0.1:1' })
  await server.app.ready()
}, 120_000)

/** Asks as someone of the desk with the first role that may. */
async function ask(route: Route, query: string) {
  const { permission } = route.options
  const rol = rollen.find(
    (one) => permission === 'aangemeld' || one.permissies.includes(permission as never),
  )!.code
  const vrager = await regio.als('loket', rol)
  const token = await server.sessions.start(vrager.gebruikerId!, rol, '127.0.0.1', 'test')
  return server.app.inject({
    url: `/api/v1${route.endpoint.path}?${query}`,
    cookies: { onderdak: token },
  })
}

type Shape = Record<string, { unwrap?: () => unknown; options?: readonly string[] } | undefined>
const shapeOf = (schema: unknown): Shape => (schema as { shape?: Shape }).shape ?? {}

const lists = routes.filter(
  (route) => route.endpoint.method === 'GET' && !route.endpoint.path.includes(':') && route.options.export,
)

describe('elke lijst is mee te nemen als bestand', () => {
  it('ziet genoeg lijsten om iets te betekenen', () => {
    expect(lists.length).toBeGreaterThan(20)
  })

  it.each(lists.map((route) => [route.endpoint.path, route] as const))(
    '%s als CSV, ODS en XLSX, met dezelfde rijen als op het scherm',
    async (_, route) => {
      const shown = (await ask(route, 'aantalPerPagina=200')).json() as { count: number; results: unknown[] }
      const labels = route.options.export!.kolommen.map((kolom) => kolom.label)
      for (const formaat of ['csv', 'ods', 'xlsx']) {
        const answer = await ask(route, `formaat=${formaat}`)
        expect(answer.statusCode, `${formaat} ${answer.body.slice(0, 300)}`).toBe(200)
        expect(answer.headers['content-disposition']).toMatch(
          new RegExp(`^attachment; filename="[a-z0-9-]+\\.${formaat}"$`),
        )
        const file = await readSpreadsheet(new Uint8Array(answer.rawPayload), `lijst.${formaat}`)
        if (isRejection(file)) throw new Error(`${formaat}: ${file.message}`)
        expect(file.header).toEqual(labels)
        // Each of these looks is itself a row of the audit book.
        const more = route.endpoint.path === '/auditregels' ? file.rows.length - shown.results.length : 0
        // The screen shows a page; the file has them all.
        const alle = shown.results.length < 200 ? shown.results.length : shown.count
        expect(file.rows.length - more, formaat).toBe(alle)
        expect(more).toBeGreaterThanOrEqual(0)
      }
    },
    60_000,
  )
})

/** Every order that a contract names, through the wrappers that Zod puts around an enum. */
function ordersOf(route: Route): readonly string[] {
  let field = shapeOf(route.endpoint.query).sorteer
  while (field && !field.options && field.unwrap) field = field.unwrap() as typeof field
  return field?.options ?? []
}

describe('elke lijst is te sorteren zoals zij zegt', () => {
  const sortable = routes.filter((route) => ordersOf(route).length > 0)
  it('ziet genoeg lijsten om iets te betekenen', () => {
    expect(sortable.length).toBeGreaterThan(7)
  })
  it.each(sortable.map((route) => [route.endpoint.path, route] as const))('%s', async (_, route) => {
    // A heading is pressed twice: every order has its reverse.
    const orders = ordersOf(route)
    expect(orders.filter((order) => !order.startsWith('-') && !orders.includes(`-${order}`))).toEqual([])
    for (const order of orders) {
      const answer = await ask(route, `sorteer=${order}`)
      expect(answer.statusCode, `${order} ${answer.body.slice(0, 300)}`).toBe(200)
    }
  })
})
