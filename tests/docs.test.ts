import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { dwo } from '../seed/dwo/regio.ts'
import { mvs } from '../seed/mvs/regio.ts'
import { commands } from '../src/app/cli/commands.ts'
import { rollen } from '../src/modules/beheer/domain/rollen.ts'
import { demoPassword } from '../src/platform/auth/demo-logins.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Doc {
  readonly path: string
  readonly text: string
}

const docs: Doc[] = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

const handleiding = docs.filter(({ path }) => path.startsWith(join('docs', 'handleiding')))
const readme = docs[0]!

/** As GitHub makes the anchor of a heading. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((found) =>
    found[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )
}

function brokenLinks({ path, text }: Doc): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((found) => found[1]!)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [file, anchor] = link.split('#') as [string, string?]
      const target = file === '' ? join(root, path) : resolve(root, dirname(path), file)
      if (!existsSync(target)) return true
      return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor)
    })
    .map((link) => `${path}: ${link}`)
}

/** Every path of a page, as the web modules write it: `at('/x', …)`, a key of a list of pages, or `pad: '/x'`. */
function webPaths(): string[] {
  const modules = join(root, 'src', 'modules')
  return readdirSync(modules, { recursive: true, encoding: 'utf8' })
    .filter((name) => /[\\/]web[\\/].*\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(modules, name), 'utf8'))
    .flatMap((text) =>
      [...text.matchAll(/(?:at\(|\[|pad: |path: |^ {2})'(\/[a-z$/-]*)'/gm)].map((found) => found[1]!),
    )
}

function codeIn({ text }: Doc): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map((found) => found[1]!)
}

/** Which page of the handleiding is for which role. */
const eersteDag: Readonly<Record<string, string>> = {
  toegangsmedewerker: 'toegangsmedewerker',
  consulent_daklozenloket: 'consulent-daklozenloket',
  centrumgemeente_beslisser: 'beslisser',
  wachtlijstbeheerder: 'wachtlijstbeheerder',
  aanbieder_planner: 'planner',
  aanbieder_begeleider: 'begeleider',
  vo_medewerker: 'medewerker-vrouwenopvang',
  casusregisseur: 'casusregisseur',
  regiocoordinator: 'regiocoordinator',
  programmamanager: 'programmamanager',
  beleidsmedewerker: 'beleidsmedewerker',
  corporatie_medewerker: 'corporatie-en-partner',
  convenantpartner: 'corporatie-en-partner',
  privacy_officer: 'privacy-officer',
  functioneel_beheerder: 'functioneel-beheerder',
}

const pages = webPaths()
const isPage = (path: string) => pages.includes(path)
const accounts = [...mvs.gebruikers, ...dwo.gebruikers].map((one) => one.gebruikersnaam)

/** Looks like `toegang.mvs`: letters, a dot, and a part that some account ends in. */
function accountsIn(doc: Doc): string[] {
  const endings = new Set(accounts.map((name) => name.split('.')[1]!))
  const beginnings = new Set(accounts.map((name) => name.split('.')[0]!))
  return codeIn(doc).filter((code) => {
    const [first, last, ...rest] = code.split('.')
    return rest.length === 0 && last !== undefined && (endings.has(last) || beginnings.has(first!))
  })
}

describe('the documents', () => {
  it('link only to what is there', () => {
    expect(docs.flatMap(brokenLinks)).toEqual([])
  })

  it('were really read', () => {
    expect(handleiding.length).toBeGreaterThanOrEqual(13)
    expect(pages.length).toBeGreaterThan(40)
    expect(handleiding.flatMap(accountsIn).length).toBeGreaterThan(10)
    expect(handleiding.flatMap(codeIn).filter((code) => code.startsWith('/')).length).toBeGreaterThan(20)
  })
})

describe('the handleiding', () => {
  it('names only pages that exist', () => {
    const named = handleiding.flatMap((doc) =>
      codeIn(doc)
        .filter((code) => /^\/[a-z-]+(\/[a-z-]+)*$/.test(code))
        .map((code) => ({ page: code, path: doc.path })),
    )
    expect(named.filter(({ page }) => !isPage(page))).toEqual([])
  })

  it('has a first day for each role', () => {
    const missing = rollen
      .map((rol) => eersteDag[rol.code] ?? `nothing for ${rol.code}`)
      .filter(
        (name) =>
          !handleiding.some(
            ({ path, text }) => path.endsWith(`${name}.md`) && text.startsWith('# Eerste dag'),
          ),
      )
    expect(missing).toEqual([])
  })

  it('has every page in its table of contents', () => {
    const index = handleiding.find(({ path }) => path.endsWith('README.md'))!
    const missing = handleiding
      .filter((doc) => doc !== index)
      .map(({ path }) => relative(join('docs', 'handleiding'), path))
      .filter((name) => !index.text.includes(`(${name})`))
    expect(missing).toEqual([])
  })
})

describe('the demo accounts', () => {
  it('that the documents name exist, with the password that they say', () => {
    for (const doc of [readme, ...handleiding])
      for (const name of accountsIn(doc)) expect(accounts, doc.path).toContain(name)
    expect(readme.text).toContain(`\`${demoPassword}\``)
  })
})

describe('the command line in the README', () => {
  const names = commands.map((command) => command.name)

  it('is complete', () => {
    const table = readme.text.split('## Command line')[1]!.split('\n## ')[0]!
    const listed = [...table.matchAll(/^\| `([a-z]+)/gm)].map((found) => found[1]!)
    expect(listed).toEqual(names)
  })

  it('is called with subcommands that exist, in every document', () => {
    const called = docs.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:onderdak\.mjs|`onderdak) ([a-z]+)/g)].map((found) => ({
        name: found[1]!,
        path,
      })),
    )
    expect(called.length).toBeGreaterThan(5)
    expect(called.filter(({ name }) => !names.includes(name))).toEqual([])
  })
})
