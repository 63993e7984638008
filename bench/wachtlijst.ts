import { performance } from 'node:perf_hooks'
import { createPool } from '../src/platform/db/connect.ts'
import { type BenchDatabase, startBenchDatabase } from './data.ts'
import { load, median, startTarget } from './load.ts'
import { recordStatements, type Statement } from './recorder.ts'

// Goal H2 of the performance page: the waiting-list route (session, right, scope, count, query, audit) against Fastify with
// only the query of that page, in turns, in one run.

const rounds = Number(process.env.RONDEN ?? 5)
const seconds = Number(process.env.SECONDEN ?? 3)
const personen = Number(process.env.PERSONEN ?? 1000)
const path = '/api/v1/wachtlijst'

/** The settings of the asker for a whole connection, and the statement that takes longest: the page itself. */
async function theOneQuery(
  database: BenchDatabase,
  cookie: string,
): Promise<{ settings: Statement; query: Statement }> {
  const [first, ...rest] = await recordStatements(database, path, cookie)
  const settings = { ...first!, text: first!.text.replaceAll(', true)', ', false)') }
  const pool = createPool({ url: database.url, role: 'login', max: 1 })
  const client = await pool.connect()
  await client.query(settings)
  const timed: { ms: number; query: Statement }[] = []
  for (const query of rest) {
    const start = performance.now()
    await client.query({ ...query })
    timed.push({ ms: performance.now() - start, query })
  }
  client.release()
  await pool.end()
  return { settings, query: timed.sort((a, b) => b.ms - a.ms)[0]!.query }
}

const database = await startBenchDatabase(personen)
try {
  const cookie = await database.cookieOf('loket.toegangsmedewerker')
  const one = await theOneQuery(database, cookie)
  const env = {
    BENCH_URL: database.url,
    BENCH_SECRET: database.secret.toString('base64'),
    BENCH_SETTINGS: JSON.stringify(one.settings),
    BENCH_QUERY: JSON.stringify(one.query),
  }
  const found: Record<string, number[]> = {}
  for (let round = 0; round < rounds; round++) {
    for (const [kind, where] of [
      ['fastify-query', '/'],
      ['onderdak', path],
    ] as const) {
      const target = await startTarget(kind, env)
      await load(target.url + where, { cookie }, 1)
      const result = await load(target.url + where, { cookie }, seconds)
      if (result.failed > 0) throw new Error(`${kind}: ${result.failed} requests failed`)
      found[kind] = [...(found[kind] ?? []), result.perSecond]
      await target.stop()
    }
  }
  for (const [kind, values] of Object.entries(found))
    console.log(kind.padEnd(14), Math.round(median(values)), 'req/s', values.map(Math.round).join(' '))
  const ratios = found.onderdak!.map((value, i) => value / found['fastify-query']![i]!)
  const listed = ratios.map((ratio) => ratio.toFixed(2)).join(' ')
  console.log(
    `H2 onderdak / fastify with the query: ${median(ratios).toFixed(2)} (${listed}), ${personen} personen`,
  )
} finally {
  await database.stop()
}
