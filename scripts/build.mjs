// Installs and builds what is missing. Only node's own modules at the top: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Onderdak heeft Node.js 20.19 of nieuwer nodig; dit is ${process.versions.node}.`)
  console.error('Installeer een nieuwere versie van https://nodejs.org en probeer het opnieuw.')
  process.exit(1)
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex')

/** Runs `npm ci` when the installed packages are not those of package-lock.json. */
export function ensureInstalled() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const marker = join(root, 'node_modules', '.onderdak-lock')
  const wanted = sha256(lock)
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return
  if (!installedBySomeoneElse(JSON.parse(lock.toString()))) {
    console.log('Onderdelen installeren (eenmalig, ongeveer een minuut) …')
    const npm = process.env.npm_execpath
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
    const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }
    const run = npm?.endsWith('.js')
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
    if (run.status !== 0) {
      console.error('Installeren is niet gelukt. Controleer de internetverbinding en voer uit: npm ci')
      process.exit(1)
    }
  }
  writeFileSync(marker, wanted)
}

/** True when a plain `npm ci` or `npm install` put exactly these packages in place; saves a second installation. */
function installedBySomeoneElse(lock) {
  const hidden = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(hidden)) return false
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages
  return Object.entries(lock.packages).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') || !needed(entry)) return true
    return present[path]?.version === entry.version && existsSync(join(root, path))
  })
}

/** Optional packages belong here only when they name this platform. */
function needed(entry) {
  if (!entry.optional) return true
  const fits = entry.os?.includes(process.platform) && entry.cpu?.includes(process.arch) && !entry.libc
  return fits === true
}

function filesUnder(dir) {
  if (!existsSync(dir)) return []
  const found = []
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue
    const path = join(dir, entry.name)
    if (entry.isDirectory()) found.push(...filesUnder(path))
    else found.push(path)
  }
  return found.sort()
}

function hashOfSources() {
  const hash = createHash('sha256')
  const loose = [
    'vite.config.ts',
    'index.html',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
    'scripts/build.mjs',
  ]
  const files = [
    ...filesUnder(join(root, 'src')),
    ...filesUnder(join(root, 'packages')),
    ...filesUnder(join(root, 'seed')),
  ]
  for (const file of [...files, ...loose.map((name) => join(root, name)).filter(existsSync)]) {
    if (/\.test\.tsx?$/.test(file)) continue
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Builds pages (dist/web) and server (dist/server) when a source has changed since the last build. */
export async function ensureBuilt({ web = true } = {}) {
  const wanted = hashOfSources()
  const done = (part) => join(root, 'dist', `.${part}`)
  const isDone = (part) => existsSync(done(part)) && readFileSync(done(part), 'utf8') === wanted
  const parts = [
    ...(web && existsSync(join(root, 'vite.config.ts')) && !isDone('web') ? [['web', buildWeb]] : []),
    ...(isDone('server') ? [] : [['server', buildServer]]),
  ]
  if (parts.length === 0) return
  // To stderr: the output of a command may be piped.
  console.error('Bouwen …')
  for (const [part, build] of parts) {
    rmSync(done(part), { force: true })
    await build()
    writeFileSync(done(part), wanted)
  }
}

async function buildServer() {
  const { build } = await import('esbuild')
  const out = join(root, 'dist', 'server')
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const entries = ['src/app/main.ts', 'src/app/cli/onderdak.ts']
    .map((name) => join(root, name))
    .filter(existsSync)
  // Work in a thread of its own needs a file of its own.
  const workers = filesUnder(join(root, 'src')).filter((file) => file.endsWith('.worker.ts'))
  await build({
    absWorkingDir: root,
    entryPoints: [...entries, ...workers],
    entryNames: '[name]',
    outdir: out,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Puts constants of other modules in place: the forecast core reads some of them for every event.
    minifySyntax: true,
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'warning',
  })
}

function buildWeb() {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = ['build', '--logLevel', 'warn', '--outDir', join(root, 'dist', 'web'), '--emptyOutDir']
  const run = spawnSync(process.execPath, [vite, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
  if (run.status !== 0) throw new Error("Het bouwen van de pagina's is niet gelukt.")
}
