import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { findBinaries } from './embedded/binaries.ts'
import { ensureCluster } from './embedded/cluster.ts'
import { isAlive, processMark, withLock } from './embedded/lock.ts'
import { chooseRoute, type Route, type RouteName } from './embedded/route.ts'
import {
  type Connection,
  findLiving,
  isPostgres,
  launch,
  type RunningServer,
  shutDown,
} from './embedded/server.ts'

export interface EmbeddedOptions {
  /** Folder for everything the database keeps (ONDERDAK_DATA); made when absent. */
  readonly dataDir: string
  /** Off only in tests: a power failure may then lose the database. */
  readonly fsync?: boolean
  /** Database that is made when absent. */
  readonly database?: string
  /** Folder with `initdb` and `postgres` of another PostgreSQL (15 or newer). */
  readonly binDir?: string
  /** Ways to run as root that may be tried, in this order. */
  readonly routes?: readonly RouteName[]
}

export interface Embedded {
  /** Connection URL of the database; its login owns the cluster. */
  readonly url: string
  readonly connection: Connection & { readonly database: string }
  readonly pid: number
  readonly route: RouteName
  /** False when a living server was taken over. */
  readonly started: boolean
  /** Stops the server, unless another living process uses it as well. */
  stop(): Promise<void>
}

/**
 * Starts the built-in PostgreSQL, or takes over the one that outlived its process. Safe to call from several processes
 * at once. Throws EmbeddedError with a Dutch message.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir)
  makeDataDir(dataDir)
  const binaries = findBinaries(join(dataDir, 'lib'), options.binDir)
  const lock = join(dataDir, 'database.slot')
  return withLock(lock, 180_000, async () => {
    const route = chooseRoute(
      join(dataDir, 'postgres'),
      binaries,
      options.routes ?? ['nobody', 'namespace', 'copied'],
    )
    const living = await findLiving(route.home)
    const server = living ?? (await startServer(route, options.fsync ?? true))
    const database = options.database ?? 'onderdak'
    await ensureDatabase(server.connection, database)
    const mark = registerUser(dataDir)
    return {
      url: urlOf(server.connection, database),
      connection: { ...server.connection, database },
      pid: server.pid,
      route: route.name,
      started: living === undefined,
      stop: () => withLock(lock, 60_000, () => release(dataDir, mark, route, server.pid)),
    }
  })
}

async function startServer(route: Route, fsync: boolean): Promise<RunningServer> {
  ensureCluster(route, fsync)
  return launch(route, fsync)
}

/** For root the folder lets others through but not list: the database user must reach its own subfolder. */
function makeDataDir(dataDir: string): void {
  if (existsSync(dataDir)) return
  mkdirSync(dataDir, { recursive: true })
  chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700)
}

async function ensureDatabase(connection: Connection, name: string): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

function urlOf(connection: Connection, database: string): string {
  const password = connection.password ? `:${encodeURIComponent(connection.password)}` : ''
  const base = `postgresql://${connection.user}${password}@127.0.0.1:${connection.port}/${encodeURIComponent(database)}`
  return connection.host.startsWith('/') ? `${base}?host=${encodeURIComponent(connection.host)}` : base
}

let starts = 0

/** One file per running start, so that the last one to stop puts out the light. */
function registerUser(dataDir: string): string {
  const dir = join(dataDir, 'gebruikers')
  mkdirSync(dir, { recursive: true })
  const file = join(dir, `${process.pid}-${starts++}`)
  writeFileSync(file, processMark(process.pid))
  return file
}

async function release(dataDir: string, mark: string, route: Route, pid: number): Promise<void> {
  if (!existsSync(mark)) return
  rmSync(mark, { force: true })
  const dir = join(dataDir, 'gebruikers')
  for (const name of readdirSync(dir)) {
    if (isAlive(readFileSync(join(dir, name), 'utf8'))) return
    rmSync(join(dir, name), { force: true })
  }
  if (isPostgres(pid)) await shutDown(route, pid)
}
