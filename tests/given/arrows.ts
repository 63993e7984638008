import { hasExportAll, type Import, importsOf, type SourceFile } from './imports.ts'

/** Where a file stands in the shape of design.md §2. */
interface Place {
  readonly area: 'app' | 'modules' | 'simulation' | 'platform' | 'ui' | 'shared' | 'package' | 'other'
  readonly module?: string
  readonly layer?: string
}

/** Modules that read the others and that nobody but app may import. */
const readers = ['monitor', 'opgave', 'prognose', 'financien']

/** Modules that bring figures outside, or beside what is done about them, ask the registry of monitor for them. */
const bringers = ['openbaar', 'levering', 'programma', 'rapportage']

/** What the kernel may use from outside. */
const sharedPackages = ['zod', 'temporal-polyfill']

/** Packages with I/O have no place in pure code. */
const purePackages = ['zod', 'temporal-polyfill']

export const maxLines = 400

function placeOf(path: string): Place {
  const parts = path.split('/')
  if (parts[0] !== 'src')
    return {
      area:
        path.includes('/') && !path.startsWith('@') && !path.startsWith('node:') && isOwn(path)
          ? 'other'
          : 'package',
    }
  const area = parts[1]
  if (area === 'modules') return { area, module: parts[2] ?? '', layer: parts[3] ?? '' }
  if (area === 'app' || area === 'simulation' || area === 'platform' || area === 'ui' || area === 'shared')
    return { area }
  return { area: 'other' }
}

function isOwn(path: string): boolean {
  return ['tests/', 'seed/', 'scripts/', 'bench/', 'db/', 'packages/', 'docs/', 'dist/'].some((dir) =>
    path.startsWith(dir),
  )
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

/** All breaches of the import rules, as `rule: file → target`. Tests next to the code may use tests/given. */
export function arrowFaults(files: readonly SourceFile[]): string[] {
  const sources = files.filter((file) => file.path.startsWith('src/'))
  const imports = sources.filter((file) => !isTest(file.path)).flatMap(importsOf)
  const faults = imports.flatMap((arrow) => {
    const why = forbidden(arrow)
    return why ? [`${why}: ${arrow.from} → ${arrow.to}`] : []
  })
  return [...faults, ...cycles(imports), ...sources.flatMap(shapeFaults)]
}

function forbidden(arrow: Import): string | undefined {
  const from = placeOf(arrow.from)
  const to = placeOf(arrow.to)
  if (from.area === 'app')
    return to.area === 'other' && !arrow.to.startsWith('seed/') ? 'app stays inside src' : undefined
  if (to.area === 'app') return 'only app may import app'
  if (to.area === 'other') return 'src imports nothing outside src'
  if (to.area === 'package') return forbiddenPackage(from, arrow.to)
  if (from.area === 'shared') return to.area === 'shared' ? undefined : 'shared imports nothing'
  if (from.area === 'modules') return forbiddenFromModule(from, to, arrow)
  // simulation, platform and ui: themselves and shared.
  return to.area === from.area || to.area === 'shared' ? undefined : `${from.area} imports only shared`
}

function forbiddenPackage(from: Place, name: string): string | undefined {
  const allowed = (list: readonly string[]) =>
    list.some((item) => name === item || name.startsWith(`${item}/`))
  if (from.area === 'shared')
    return allowed(sharedPackages) ? undefined : 'shared uses only zod and temporal-polyfill'
  if (from.area === 'simulation') return name === 'zod' ? undefined : 'simulation uses only zod'
  if (from.area === 'modules' && from.layer === 'domain')
    return allowed(purePackages) ? undefined : 'domain is pure'
  const browser = from.area === 'ui' || (from.area === 'modules' && from.layer === 'web')
  return browser && name.startsWith('node:') ? 'the browser has no node' : undefined
}

function forbiddenFromModule(from: Place, to: Place, arrow: Import): string | undefined {
  const own = to.area === 'modules' && to.module === from.module
  const brings = to.module === 'monitor' && bringers.includes(from.module ?? '')
  if (to.area === 'modules' && !own && !brings && readers.includes(to.module ?? ''))
    return `nobody imports ${to.module}`
  if (to.area === 'shared') return undefined
  switch (from.layer) {
    case 'domain':
      if (to.area === 'simulation' && from.module === 'prognose') return undefined
      return to.layer === 'domain' ? undefined : 'domain imports only shared and domain'
    case 'server':
      return fromServer(from, to, own, arrow)
    case 'web':
      if (to.area === 'ui') return undefined
      return to.layer === 'domain' || to.layer === 'web'
        ? undefined
        : 'web imports only domain, web, ui and shared'
    default:
      return 'a module has only domain, server and web'
  }
}

function fromServer(from: Place, to: Place, own: boolean, arrow: Import): string | undefined {
  if (to.area === 'platform' || to.layer === 'domain') return undefined
  if (to.area === 'simulation')
    return from.module === 'prognose' ? undefined : 'only prognose drives simulation'
  if (own && to.layer === 'server') return undefined
  const offered = to.layer === 'server' && /\/server\/(commands|lookup|betrokkenheid)\.ts$/.test(arrow.to)
  return offered ? undefined : "server uses another module's domain and server/commands.ts only"
}

/** Cycles between the domains of modules; types count, because they tie the words together as well. */
function cycles(imports: readonly Import[]): string[] {
  const edges = new Map<string, Set<string>>()
  for (const arrow of imports) {
    const [from, to] = [placeOf(arrow.from), placeOf(arrow.to)]
    if (from.layer !== 'domain' || to.layer !== 'domain' || from.module === to.module) continue
    edges.set(from.module!, (edges.get(from.module!) ?? new Set()).add(to.module!))
  }
  const reach = (start: string) => {
    const seen = new Set<string>()
    const queue = [...(edges.get(start) ?? [])]
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (!seen.has(next)) queue.push(...(edges.get(next) ?? []))
      seen.add(next)
    }
    return seen
  }
  const circular = [...edges.keys()].filter((module) => reach(module).has(module)).sort()
  return circular.length === 0 ? [] : [`domains form a cycle: ${circular.join(', ')}`]
}

/** Rules about a file by itself. */
function shapeFaults(file: SourceFile): string[] {
  const faults: string[] = []
  if (/\/(utils?|helpers|common|misc)(\/|\.tsx?$)/.test(file.path))
    faults.push(`no utils folder: ${file.path}`)
  if (hasExportAll(file)) faults.push(`no export *: ${file.path}`)
  const lines = file.text.split('\n').length - 1
  // Generated; nobody reads it from top to bottom.
  if (lines > maxLines && file.path !== 'src/platform/db/tables.ts')
    faults.push(`longer than ${maxLines} lines (${lines}): ${file.path}`)
  return faults
}
