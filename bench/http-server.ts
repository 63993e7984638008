import { createServer as createNodeServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fastify from 'fastify'
import pino from 'pino'
import { z } from 'zod'
import { routes } from '../src/app/modules.ts'
import { createCipher } from '../src/platform/cipher.ts'
import { createSystemIds, systemClock } from '../src/platform/clock.ts'
import { appRole, createDb, createPool } from '../src/platform/db/connect.ts'
import { route } from '../src/platform/http/route.ts'
import { createServer } from '../src/platform/http/server.ts'
import { endpoint } from '../src/shared/endpoint.ts'

// One server under load, in a process of its own: `node --import tsx bench/http-server.ts <kind>`; prints its port.

const [kind] = process.argv.slice(2)
const answer = { status: 'ok' }

const leeg = route(
  endpoint({
    method: 'GET',
    path: '/leeg',
    name: 'leeg',
    summary: 'Leeg',
    response: z.object({ status: z.string() }),
  }),
  { permission: 'vandaag.lezen', audit: { geen: 'Meting' }, answer: () => answer },
)

/** The one query as the login of the database, prepared, with the settings of the asker set once per connection. */
async function bareQuery(): Promise<() => Promise<unknown[]>> {
  const pool = createPool({ url: process.env.BENCH_URL!, role: 'login', max: 10 })
  const settings = JSON.parse(process.env.BENCH_SETTINGS!)
  const query = { ...JSON.parse(process.env.BENCH_QUERY!), name: 'de vraag' }
  pool.on('connect', (client) => void client.query(settings))
  return async () => (await pool.query({ ...query })).rows
}

async function start(): Promise<number> {
  if (kind === 'node') {
    const server = createNodeServer((_request, response) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answer))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return (server.address() as AddressInfo).port
  }
  if (kind === 'fastify' || kind === 'fastify-query') {
    const app = fastify()
    app.get('/*', kind === 'fastify' ? async () => answer : await bareQuery())
    await app.listen({ port: 0, host: '127.0.0.1' })
    return (app.server.address() as AddressInfo).port
  }
  const pool = createPool({ url: process.env.BENCH_URL!, role: appRole, max: 10 })
  const platform = {
    db: createDb(pool),
    clock: systemClock,
    newId: createSystemIds(systemClock),
    cipher: createCipher(Buffer.from(process.env.BENCH_SECRET!, 'base64')),
    log: pino({ level: 'silent' }),
  }
  const { app } = await createServer({
    platform,
    routes: [...routes, leeg],
    isDemo: false,
    publicUrl: 'http://127.0.0.1',
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return (app.server.address() as AddressInfo).port
}

const port = await start()
console.log(JSON.stringify({ port }))
process.on('message', () => {
  process.send?.({ rss: process.memoryUsage().rss })
})
