import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAlive, processMark } from '../../src/platform/db/embedded/lock.ts'
import { isPostgres } from '../../src/platform/db/embedded/server.ts'
import { type Embedded, type EmbeddedOptions, startEmbedded } from '../../src/platform/db/embedded.ts'

const unix = process.platform !== 'win32'
const root = process.getuid?.() === 0
const canUnshare = root && spawnSync('unshare', ['--user', 'true']).status === 0
const script = fileURLToPath(new URL('start-child.ts', import.meta.url))

/** Another user must be able to reach node, the packages and this folder. */
const publicCode =
  root &&
  spawnSync(
    process.execPath,
    ['--import', 'tsx', '--eval', `require('fs').accessSync(${JSON.stringify(script)})`],
    { uid: 54_321, gid: 54_321, cwd: dirname(script) },
  ).status === 0

let base: string
const children: ChildProcess[] = []
const servers: Embedded[] = []
const pids = new Set<number>()

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'onderdak-start-'))
  chmodSync(base, 0o755)
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of servers.splice(0)) await server.stop()
  for (const pid of pids) if (isPostgres(pid)) process.kill(pid, 'SIGQUIT')
  await expect.poll(() => [...pids].filter(isPostgres), { timeout: 10_000 }).toEqual([])
  pids.clear()
  rmSync(base, { recursive: true, force: true })
})

// The route `copied` keeps the programs for a next start; leave the machine as it was.
const copies = '/var/lib/onderdak'
const hadCopies = existsSync(copies)
afterAll(() => {
  if (!hadCopies) rmSync(copies, { recursive: true, force: true })
})

async function start(dataDir: string, more: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, ...more })
  servers.push(server)
  pids.add(server.pid)
  return server
}

interface Started {
  readonly child: ChildProcess
  readonly pid: number
  readonly url: string
  readonly started: boolean
  readonly route: string
}

function spawnChild(dataDir: string, identity: { uid?: number; gid?: number } = {}): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    ...identity,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  return child
}

async function startChild(dataDir: string, identity: { uid?: number; gid?: number } = {}): Promise<Started> {
  const child = spawnChild(dataDir, identity)
  for await (const line of createInterface({ input: child.stdout! })) {
    const said = JSON.parse(line) as Omit<Started, 'child'>
    pids.add(said.pid)
    return { child, ...said }
  }
  throw new Error('the child ended without starting the database')
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null)
    await new Promise((resolve) => child.once('exit', resolve))
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

describe.skipIf(!unix)('startEmbedded', () => {
  it('makes a checked UTF-8 cluster with Dutch ordering, reachable by socket only', async () => {
    const server = await start(join(base, 'data'))
    const rows = await query(
      server.url,
      `select current_setting('data_checksums') as sums, current_setting('listen_addresses') as addresses,
         current_setting('server_encoding') as encoding, current_setting('fsync') as fsync, datlocprovider as provider
       from pg_database where datname = current_database()`,
    )
    expect(rows).toEqual([{ sums: 'on', addresses: '', encoding: 'UTF8', fsync: 'on', provider: 'i' }])
    expect(await query(server.url, "select 'é' < 'f' as dutch")).toEqual([{ dutch: true }])
  })

  it('takes over the living server after node was killed', async () => {
    const dir = join(base, 'data')
    const first = await startChild(dir)
    await query(first.url, 'create table blijft (id integer)')
    first.child.kill('SIGKILL')
    await ended(first.child)
    const second = await start(dir)
    expect(second).toMatchObject({ pid: first.pid, started: false })
    expect(await query(second.url, 'select count(*)::int as n from blijft')).toEqual([{ n: 0 }])
  })

  it('starts again after the server was killed', async () => {
    const dir = join(base, 'data')
    const first = await startChild(dir)
    await query(first.url, 'create table blijft as select 1 as id')
    process.kill(first.pid, 'SIGKILL')
    first.child.kill('SIGKILL')
    await ended(first.child)
    const second = await start(dir)
    expect(second.started).toBe(true)
    expect(await query(second.url, 'select id from blijft')).toEqual([{ id: 1 }])
  })

  it('starts cleanly after being killed in initdb', async () => {
    const dir = join(base, 'data')
    const home = join(dir, 'postgres')
    const child = spawnChild(dir)
    const making = () =>
      existsSync(home) && readdirSync(home).some((name) => name.startsWith('cluster.nieuw-'))
    await expect.poll(making, { timeout: 20_000, interval: 5 }).toBe(true)
    child.kill('SIGKILL')
    await ended(child)
    const server = await start(dir)
    expect(server.started).toBe(true)
    expect(making()).toBe(false)
  })

  it('serves two first starts at once from one server', async () => {
    const dir = join(base, 'data')
    const [one, two] = await Promise.all([startChild(dir), startChild(dir)])
    expect(one.pid).toBe(two.pid)
    expect([one.started, two.started].sort()).toEqual([false, true])
  })

  it('serves two warm starts at once, and the last to stop stops the server', async () => {
    const dir = join(base, 'data')
    await (await start(dir)).stop()
    const [one, two] = await Promise.all([startChild(dir), startChild(dir)])
    expect(one.pid).toBe(two.pid)
    one.child.stdin!.write('stop\n')
    await ended(one.child)
    expect(await query(two.url, 'select 1 as leeft')).toEqual([{ leeft: 1 }])
    two.child.stdin!.write('stop\n')
    await ended(two.child)
    expect(isPostgres(two.pid)).toBe(false)
  })

  it('ignores a lock and a postmaster.pid of processes that are gone or are something else', async () => {
    const dir = join(base, 'data')
    await (await start(dir)).stop()
    writeFileSync(join(dir, 'database.slot'), '999999 1')
    writeFileSync(
      join(dir, 'postgres', 'cluster', 'postmaster.pid'),
      `${process.pid}\n/x\n1\n5432\n/nergens\n\n`,
    )
    expect((await start(dir)).started).toBe(true)
  })

  it('never takes over the server of the folder that this one was copied from', async () => {
    const dir = join(base, 'data')
    const copy = join(base, 'kopie')
    const original = await start(dir)
    await query(original.url, 'create table van as select 1 as id')
    cpSync(dir, copy, { recursive: true, filter: (path) => !lstatSync(path).isSocket() })
    await expect(start(copy, { database: 'vreemd' })).rejects.toThrow(
      `${join(copy, 'postgres')} is gekopieerd uit ${join(dir, 'postgres')}`,
    )
    expect(await query(original.url, "select 1 from pg_database where datname = 'vreemd'")).toEqual([])
    expect(await query(original.url, 'select id from van')).toEqual([{ id: 1 }])
    for (const folder of [dir, copy])
      expect(readdirSync(join(folder, 'postgres', 'cluster')).join(' ')).not.toContain('onderdak')
  })

  it('takes over the living server when the folder is reached by another path', async () => {
    const dir = join(base, 'data')
    const first = await start(dir)
    symlinkSync(dir, join(base, 'verwijzing'))
    expect(await start(join(base, 'verwijzing'))).toMatchObject({ pid: first.pid, started: false })
  })

  it('works in a folder too deep for a socket path', async () => {
    const server = await start(join(base, 'diep'.repeat(20), 'dieper'.repeat(10), 'data'))
    expect(Buffer.byteLength(server.connection.host)).toBeLessThan(90)
    expect(await query(server.url, 'select 1 as een')).toEqual([{ een: 1 }])
    rmSync(server.connection.host, { recursive: true, force: true })
  })

  it('says in Dutch what to do with a folder that is not a database', async () => {
    const home = join(base, 'data', 'postgres', 'cluster')
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'brief.txt'), 'x')
    await expect(start(join(base, 'data'))).rejects.toThrow(/is geen database en is niet leeg/)
  })
})

describe.skipIf(!root)('startEmbedded as root', () => {
  it('runs as nobody in a public folder', async () => {
    expect((await start(join(base, 'data'))).route).toBe('nobody')
  })

  it.skipIf(!canUnshare)('runs in a user namespace under a closed folder', async () => {
    chmodSync(base, 0o700)
    const server = await start(join(base, 'data'))
    expect(server.route).toBe('namespace')
    expect(await query(server.url, 'select 1 as een')).toEqual([{ een: 1 }])
  })

  it('runs from a copy under a closed folder without namespaces, and finds its data again', async () => {
    chmodSync(base, 0o700)
    const first = await start(join(base, 'data'), { routes: ['nobody', 'copied'] })
    expect(first.route).toBe('copied')
    await query(first.url, 'create table blijft as select 1 as id')
    await first.stop()
    const second = await start(join(base, 'data'))
    expect(await query(second.url, 'select id from blijft')).toEqual([{ id: 1 }])
    await second.stop()
    rmSync(join(second.connection.host, '..'), { recursive: true, force: true })
  })

  it('hands a cluster over from one way of running to another', async () => {
    await (await start(join(base, 'data'))).stop()
    chmodSync(base, 0o700)
    expect((await start(join(base, 'data'), { routes: ['nobody', 'namespace'] })).started).toBe(true)
  })

  it
    .skipIf(!publicCode)
    .each([
      ['self', 65_534, 'is an ordinary one'],
      ...(canUnshare ? [['namespace', 54_321, 'has no name'] as const] : []),
    ] as const)('runs by the route %s when user %i %s', async (route, uid) => {
    chownSync(base, uid, uid)
    const said = await startChild(join(base, 'data'), { uid, gid: uid })
    expect(said.route).toBe(route)
    expect(statSync(join(base, 'data', 'postgres', 'cluster')).uid).toBe(uid)
  })

  it('names the way out when nothing works', async () => {
    chmodSync(base, 0o700)
    await expect(start(join(base, 'data'), { routes: ['nobody'] })).rejects.toThrow(/als gewone gebruiker/)
  })
})

describe('process marks', () => {
  it('tell a living process from a later one with the same number', () => {
    expect(isAlive(processMark(process.pid))).toBe(true)
    expect(isAlive('999999 5')).toBe(false)
    expect(isAlive('rommel')).toBe(false)
    if (process.platform === 'linux') expect(isAlive(`${process.pid} 1`)).toBe(false)
  })
})
