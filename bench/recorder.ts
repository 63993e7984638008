import type pg from 'pg'
import pino from 'pino'
import { routes } from '../src/app/modules.ts'
import { systemClock } from '../src/platform/clock.ts'
import { appRole, createDb, createPool } from '../src/platform/db/connect.ts'
import { createServer } from '../src/platform/http/server.ts'
import type { BenchDatabase } from './data.ts'

export interface Statement {
  readonly name?: string
  readonly text: string
  readonly values: unknown[]
}

/**
 * The statements that one request sends in its own transaction, so that they can be asked again without our server and
 * without row-level security. The first has the settings of the asker; session and audit are left out.
 */
export async function recordStatements(
  database: BenchDatabase,
  path: string,
  cookie: string,
): Promise<Statement[]> {
  const perClient = new Map<pg.PoolClient, Statement[]>()
  const pool = createPool({ url: database.url, role: appRole, max: 2 })
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: unknown[]) => {
      const [first, values] = args as [string | Statement, unknown[]?]
      const statement = typeof first === 'string' ? { text: first, values: values ?? [] } : { ...first }
      perClient.set(client, [...(perClient.get(client) ?? []), statement])
      return query(...args)
    }) as typeof client.query
  })
  const db = createDb(pool)
  const { app } = await createServer({
    platform: { ...database.platform, db, clock: systemClock, log: pino({ level: 'error' }) },
    routes,
    isDemo: false,
    publicUrl: 'http://127.0.0.1',
  })
  const ask = () => app.inject({ url: path, headers: { cookie } })
  await ask() // the session is in memory after this one
  perClient.clear()
  const { statusCode, body } = await ask()
  await app.close()
  await db.destroy()
  if (statusCode !== 200) throw new Error(`${path}: ${statusCode} ${body.slice(0, 200)}`)
  const all = [...perClient.values()].flat()
  const start = all.findIndex(
    ({ text }) => text.startsWith('begin; select set_config') && text.includes('app.doel'),
  )
  const end = all.findIndex(({ text }, i) => i > start && text === 'commit')
  return all
    .slice(start, end)
    .map((statement) => ({ ...statement, text: statement.text.replace(/^begin; /, '') }))
}

/** Asks the statements as the login of the database, for which no policy holds, in one transaction. */
export async function replay(client: pg.PoolClient, statements: readonly Statement[]): Promise<void> {
  await client.query('begin')
  for (const statement of statements)
    await client.query(statement.values.length === 0 ? statement.text : { ...statement })
  await client.query('commit')
}
