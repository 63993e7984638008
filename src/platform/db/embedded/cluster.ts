import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { environment } from './binaries.ts'
import { EmbeddedError } from './error.ts'
import { commandFor, giveTo, type Route } from './route.ts'

export const clusterUser = 'onderdak'

export function clusterDir(home: string): string {
  return join(home, 'cluster')
}

/** Dutch ordering where the server knows it; the character class decides how full-text search splits words. */
const localeChoices: readonly (readonly [icu: string, ctype: string])[] = [
  ['nl', 'C.UTF-8'],
  ['nl', 'C'],
  ['und', 'C'],
]

/**
 * Makes the cluster in a sibling folder and renames it when complete, so a start that was killed halfway leaves
 * nothing that looks like a database. The caller holds the lock.
 */
export function ensureCluster(route: Route, fsync: boolean): void {
  mkdirSync(route.home, { recursive: true })
  chmodSync(route.home, 0o700)
  const final = clusterDir(route.home)
  removeHalfMade(route.home)
  giveTo(route.uid, route.home)
  if (existsSync(join(final, 'PG_VERSION'))) {
    giveTo(route.uid, final)
    return
  }
  if (existsSync(final) && readdirSync(final).length > 0) {
    throw new EmbeddedError(
      `De map ${final} is geen database en is niet leeg. Verplaats deze map of kies met ONDERDAK_DATA een andere map.`,
      'cluster folder without PG_VERSION',
    )
  }
  rmSync(final, { recursive: true, force: true })
  const part = join(route.home, `cluster.nieuw-${process.pid}`)
  initialise(route, part, fsync)
  renameSync(part, final)
  // An initdb that outlived the process that was killed may have begun its folder after the first clearing.
  removeHalfMade(route.home)
}

function removeHalfMade(home: string): void {
  for (const name of readdirSync(home)) {
    if (name.startsWith('cluster.nieuw-'))
      rmSync(join(home, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

function initialise(route: Route, dir: string, fsync: boolean): void {
  const passwordFile = join(route.home, 'wachtwoord')
  const tcp = process.platform === 'win32'
  if (tcp && !existsSync(passwordFile)) {
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  }
  const failures: string[] = []
  for (const [icu, ctype] of localeChoices) {
    rmSync(dir, { recursive: true, force: true })
    mkdirSync(dir, { mode: 0o700 })
    giveTo(route.uid, dir)
    const run = runInitdb(route, [
      ...['-D', dir, '-U', clusterUser, '--encoding=UTF8', '--data-checksums', '--no-instructions'],
      ...['--locale-provider=icu', `--icu-locale=${icu}`, '--locale=C', `--lc-ctype=${ctype}`],
      ...(tcp ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`] : ['--auth=trust']),
      ...(fsync ? [] : ['--no-sync']),
    ])
    if (run.status === 0) return
    failures.push(`${icu}/${ctype}: ${String(run.error ?? run.stderr).trim()}`)
  }
  rmSync(dir, { recursive: true, force: true })
  if (failures.some((failure) => failure.includes('user does not exist'))) {
    throw new EmbeddedError(
      `De gebruiker waaronder Onderdak draait (nummer ${route.uid}) heeft op dit systeem geen naam. Voeg deze toe aan /etc/passwd of start Onderdak als een gewone gebruiker.`,
      `initdb failed (${route.name}): ${failures[0]}`,
    )
  }
  throw new EmbeddedError(
    `De database kon niet worden aangemaakt in ${route.home}. Controleer of er genoeg schijfruimte is en of u in deze map mag schrijven.`,
    `initdb failed (${route.name}): ${failures.join(' | ').replace(/\s+/g, ' ')}`,
  )
}

function runInitdb(route: Route, args: readonly string[]) {
  const command = commandFor(route, 'initdb', args)
  return spawnSync(command.file, command.args, {
    ...command.identity,
    cwd: '/',
    env: environment(route.binaries),
    encoding: 'utf8',
    timeout: 120_000,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

/** The password of the Windows cluster; undefined where the socket's folder is the guard. */
export function readPassword(home: string): string | undefined {
  const file = join(home, 'wachtwoord')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}
