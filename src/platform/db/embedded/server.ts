import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { environment } from './binaries.ts'
import { clusterDir, clusterUser, readPassword } from './cluster.ts'
import { EmbeddedError, errorCode, sleep } from './error.ts'
import { commandFor, giveTo, type Route } from './route.ts'

export interface Connection {
  /** Folder of the unix socket, or 127.0.0.1 on Windows. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string | undefined
}

export interface RunningServer {
  readonly pid: number
  readonly connection: Connection
}

const windows = process.platform === 'win32'

/** What postmaster.pid says: pid, folder, start time, port, socket folder, address. */
export function readPostmaster(home: string): RunningServer | undefined {
  const file = join(clusterDir(home), 'postmaster.pid')
  let lines: string[]
  try {
    lines = readFileSync(file, 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  const host = windows ? '127.0.0.1' : lines[4]
  if (!Number.isInteger(pid) || pid <= 0 || !host) return undefined
  return {
    pid,
    connection: { host, port: Number(lines[3]), user: clusterUser, password: readPassword(home) },
  }
}

/** True when the pid lives and, where that can be seen, is a PostgreSQL. */
export function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false
  }
  if (process.platform !== 'linux') return true
  try {
    const zombie = /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
    return !zombie && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('postgres')
  } catch {
    return false
  }
}

/** What a server says of the folder it works in. */
interface Answer {
  readonly folder: string
  /** False when it works in another folder than that of `home`. */
  readonly isOurs: boolean
}

/**
 * Asks the server whether it sees what is put in the cluster folder of `home`: a path says too little, as a folder may be moved,
 * linked or mounted elsewhere. Undefined when it does not answer.
 */
async function ask(connection: Connection, home: string): Promise<Answer | undefined> {
  const sign = `onderdak-${randomUUID()}`
  const file = join(clusterDir(home), sign)
  const client = new pg.Client({ ...connection, database: 'postgres', connectionTimeoutMillis: 3_000 })
  client.on('error', () => {})
  try {
    const connected = client.connect().then(
      () => true,
      () => false,
    )
    if (!(await connected)) return undefined
    writeFileSync(file, '')
    const said = await client
      .query<Answer>(
        `select current_setting('data_directory') as folder, (pg_stat_file($1, true)).size is not null as "isOurs"`,
        [sign],
      )
      .catch(() => undefined)
    return said?.rows[0]
  } finally {
    rmSync(file, { force: true })
    await client.end().catch(() => {})
  }
}

/** Takes over a server that outlived its process; waits while it is still starting or recovering. */
export async function findLiving(home: string): Promise<RunningServer | undefined> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const found = readPostmaster(home)
    if (!found || !isPostgres(found.pid)) return undefined
    const answer = await ask(found.connection, home)
    if (answer?.isOurs) return found
    if (answer) throw copiedWhileRunning(home, found.pid, answer.folder)
    await sleep(100)
  }
  const found = readPostmaster(home)
  if (!found || !isPostgres(found.pid)) return undefined
  throw new EmbeddedError(
    `Er draait al een database in ${home}, maar die antwoordt niet. Stop proces ${found.pid} en probeer het opnieuw.`,
    'a living postmaster does not accept connections',
  )
}

/** Not started either: files that were copied one after the other, while they changed, need not fit together. */
function copiedWhileRunning(home: string, pid: number, folder: string): EmbeddedError {
  return new EmbeddedError(
    `De map ${home} is gekopieerd uit ${dirname(folder)} terwijl de database daar draaide. Zo'n kopie kan onvolledig zijn en wordt niet gestart. Stop Onderdak daar en kopieer de map opnieuw, of gebruik daar de opdracht "backup".`,
    `postmaster.pid names process ${pid}, which serves ${folder}`,
  )
}

/** Starts the server; tries again while processes of a killed predecessor let go of its memory. */
export async function launch(route: Route, fsync: boolean): Promise<RunningServer> {
  const stale = readPostmaster(route.home)
  if (stale && !isPostgres(stale.pid)) rmSync(join(clusterDir(route.home), 'postmaster.pid'), { force: true })
  const until = Date.now() + 60_000
  for (;;) {
    const server = await launchOnce(route, fsync, until)
    if (server) return server
    const log = tailOfLog(route.home)
    if (Date.now() > until || !/still in use|lock file/.test(log)) throw startFailed(route, log)
    await sleep(300)
  }
}

async function launchOnce(route: Route, fsync: boolean, until: number): Promise<RunningServer | undefined> {
  const connection = await placeOf(route)
  const command = commandFor(route, 'postgres', settings(route, connection, fsync))
  const log = openSync(logFile(route.home), isLarge(logFile(route.home)) ? 'w' : 'a', 0o600)
  // Detached: Ctrl-C in the terminal must reach Onderdak only, which then stops the server in order.
  const child = spawn(command.file, command.args, {
    ...command.identity,
    cwd: '/',
    env: environment(route.binaries),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.once('error', () => {
    ended = true
  })
  child.unref()
  while (!ended && Date.now() < until) {
    if (child.pid !== undefined && (await ask(connection, route.home))?.isOurs)
      return { pid: child.pid, connection }
    await sleep(20)
  }
  if (!ended) child.kill('SIGQUIT')
  return undefined
}

function settings(route: Route, connection: Connection, fsync: boolean): string[] {
  const values: Record<string, string> = {
    listen_addresses: windows ? '127.0.0.1' : '',
    unix_socket_directories: windows ? '' : connection.host,
    unix_socket_permissions: '0700',
    port: String(connection.port),
    // Containers often have a shared-memory mount of 64 MB or none.
    dynamic_shared_memory_type: windows ? 'windows' : 'mmap',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  }
  return ['-D', clusterDir(route.home), ...Object.entries(values).flatMap(([k, v]) => ['-c', `${k}=${v}`])]
}

async function placeOf(route: Route): Promise<Connection> {
  const base = { user: clusterUser, password: readPassword(route.home) }
  if (windows) return { ...base, host: '127.0.0.1', port: await freePort() }
  return { ...base, host: socketDir(route), port: 5432 }
}

/** A socket path may hold about 107 bytes (103 on macOS); a deep folder gets a short one under the temp folder. */
function socketDir(route: Route): string {
  const near = join(route.home, 'socket')
  const far = join(tmpdir(), `onderdak-${createHash('sha256').update(route.home).digest('hex').slice(0, 12)}`)
  const dir = Buffer.byteLength(near) + '/.s.PGSQL.5432.lock'.length <= 103 ? near : far
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const stat = lstatSync(dir)
  const mine = stat.uid === process.getuid?.() || stat.uid === route.uid
  if (!stat.isDirectory() || !mine) {
    throw new EmbeddedError(
      `De map ${dir} is van een andere gebruiker. Verwijder deze map, of kies met ONDERDAK_DATA een map met een korter pad.`,
      'socket folder is not ours',
    )
  }
  chmodSync(dir, 0o700)
  giveTo(route.uid, dir)
  return dir
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

export async function shutDown(route: Route, pid: number): Promise<void> {
  if (windows) {
    spawnSync(join(route.binaries.bin, 'pg_ctl.exe'), ['stop', '-m', 'fast', '-D', clusterDir(route.home)])
    return
  }
  // Fast shutdown first; an immediate one is safe as well, the next start then replays the log.
  for (const [signal, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 10],
    ['SIGKILL', 5],
  ] as const) {
    if (!isPostgres(pid)) return
    process.kill(pid, signal)
    for (const until = Date.now() + seconds * 1000; isPostgres(pid) && Date.now() < until; ) await sleep(20)
  }
}

export function logFile(home: string): string {
  return join(home, 'postgres.log')
}

function isLarge(file: string): boolean {
  try {
    return statSync(file).size > 5_000_000
  } catch {
    return false
  }
}

function tailOfLog(home: string): string {
  try {
    return readFileSync(logFile(home), 'utf8').slice(-1500)
  } catch {
    return ''
  }
}

function startFailed(route: Route, log: string): EmbeddedError {
  return new EmbeddedError(
    `De database is niet gestart. Het logboek staat in ${logFile(route.home)}.`,
    `postgres did not start (${route.name}): ${log.replace(/\s+/g, ' ').slice(-600)}`,
  )
}
