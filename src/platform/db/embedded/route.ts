import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { EmbeddedError } from './error.ts'

/**
 * How PostgreSQL is run, as it refuses to run as root:
 * `self` as the current user; `nobody` as uid 65534 (everything must be reachable for it); `namespace` inside a user
 * namespace, where root looks like uid 65534 but still reads root's files; `copied` as uid 65534 with the binaries and
 * the data outside the closed folder.
 */
export type RouteName = 'self' | 'nobody' | 'namespace' | 'copied'

export interface Route {
  readonly name: RouteName
  readonly binaries: Binaries
  /** Folder of the cluster, log and socket. */
  readonly home: string
  /** uid that must own `home`; undefined on Windows. */
  readonly uid: number | undefined
}

/** nobody on Linux; no account has to be made. */
const nobody = 65534

export function chooseRoute(home: string, binaries: Binaries, allowed: readonly RouteName[]): Route {
  const uid = process.getuid?.()
  if (uid !== 0) return ordinaryRoute(home, binaries, uid)
  const tried: string[] = []
  const earlier = existsSync(join(dirname(home), elsewhere)) ? copiedRoute(home, binaries) : undefined
  if (earlier) return earlier
  if (allowed.includes('nobody')) {
    if (reachable(dirname(home)) && runsAsNobody(binaries))
      return { name: 'nobody', binaries, home, uid: nobody }
    tried.push('nobody: the folder or the binaries cannot be reached by uid 65534')
  }
  if (allowed.includes('namespace')) {
    const probe = spawnSync('unshare', ['--user', join(binaries.bin, 'postgres'), '--version'], {
      timeout: 20_000,
    })
    if (probe.status === 0) return { name: 'namespace', binaries, home, uid: 0 }
    tried.push(`namespace: ${String(probe.error ?? probe.stderr)}`)
  }
  if (allowed.includes('copied')) {
    const copy = copiedRoute(home, binaries)
    if (copy) return copy
    tried.push(
      'copied: no folder that uid 65534 can reach, or the database already exists in the closed folder',
    )
  }
  throw new EmbeddedError(
    'De database kan niet als beheerder (root) worden gestart. Start Onderdak als gewone gebruiker, zet de map buiten /root, of gebruik een eigen PostgreSQL-server met de variabele DATABASE_URL.',
    tried.join('; ').replace(/\s+/g, ' '),
  )
}

/** initdb looks up the user's name; containers often run under a number without one. In a namespace it is nobody's. */
function ordinaryRoute(home: string, binaries: Binaries, uid: number | undefined): Route {
  const name = hasName() || !namespaceWorks(binaries) ? 'self' : 'namespace'
  return { name, binaries, home, uid }
}

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function namespaceWorks(binaries: Binaries): boolean {
  const args = ['--user', join(binaries.bin, 'postgres'), '--version']
  return spawnSync('unshare', args, { timeout: 20_000 }).status === 0
}

/** True when every folder down to `dir` lets other users through. */
function reachable(dir: string): boolean {
  if (existsSync(dir) && (statSync(dir).mode & 0o001) === 0) return false
  return dirname(dir) === dir || reachable(dirname(dir))
}

function runsAsNobody(binaries: Binaries): boolean {
  const probe = spawnSync(join(binaries.bin, 'postgres'), ['--version'], {
    uid: nobody,
    gid: nobody,
    cwd: '/',
    timeout: 20_000,
  })
  return probe.status === 0
}

/** Names the folder where the data went, so that it is found again when another route has become possible. */
const elsewhere = 'database-staat-in'

function copiedRoute(home: string, binaries: Binaries): Route | undefined {
  const marker = join(dirname(home), elsewhere)
  const known = existsSync(marker) ? readFileSync(marker, 'utf8').trim() : undefined
  if (!known && existsSync(join(home, 'cluster'))) return undefined
  const key = createHash('sha256').update(home).digest('hex').slice(0, 16)
  const bases = known ? [dirname(known)] : ['/var/lib/onderdak', join(tmpdir(), 'onderdak-root')]
  for (const base of bases) {
    if (!ownedFolder(base) || !reachable(base)) continue
    // The size tells one release from the next without running it.
    const root = join(base, `postgresql-${statSync(join(binaries.bin, 'postgres')).size}`)
    if (!existsSync(root)) copyTree(binaries.root, root)
    const copy: Binaries = { root, bin: join(root, 'bin'), linkDir: undefined }
    if (runsAsNobody(copy)) {
      const data = known ?? join(base, key)
      mkdirSync(data, { recursive: true })
      writeFileSync(marker, data)
      return { name: 'copied', binaries: copy, home: data, uid: nobody }
    }
    rmSync(root, { recursive: true, force: true })
  }
  return undefined
}

/** A folder of root that nobody else can plant files in. */
function ownedFolder(dir: string): boolean {
  try {
    mkdirSync(dir, { recursive: true })
    const stat = lstatSync(dir)
    if (!stat.isDirectory() || stat.uid !== 0) return false
    chmodSync(dir, 0o711)
    return true
  } catch {
    return false
  }
}

function copyTree(from: string, to: string): void {
  const part = `${to}.${process.pid}`
  // Relative links must stay relative: an absolute one would point back into the closed folder.
  cpSync(from, part, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(part, to)
  } catch {
    rmSync(part, { recursive: true, force: true })
  }
}

/** Gives the cluster to the user that will run it, e.g. after Onderdak ran under another account. */
export function giveTo(uid: number | undefined, path: string): void {
  if (uid === undefined || process.getuid?.() !== 0) return
  if (!existsSync(path) || lstatSync(path).uid === uid) return
  chownTree(uid, path)
}

function chownTree(uid: number, path: string): void {
  if (lstatSync(path).isSymbolicLink()) return
  if (lstatSync(path).isDirectory()) {
    for (const name of readdirSync(path)) chownTree(uid, join(path, name))
  }
  chownSync(path, uid, uid)
}

/** Command and spawn options that run one of the programs along this route. */
export function commandFor(route: Route, program: string, args: readonly string[]) {
  const file = join(route.binaries.bin, process.platform === 'win32' ? `${program}.exe` : program)
  if (route.name === 'namespace') return { file: 'unshare', args: ['--user', file, ...args], identity: {} }
  const drops = route.name === 'nobody' || route.name === 'copied'
  return { file, args: [...args], identity: drops ? { uid: nobody, gid: nobody } : {} }
}
