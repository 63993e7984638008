import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { arrowFaults, maxLines } from './given/arrows.ts'
import { importsOf, type SourceFile } from './given/imports.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

function readSources(): SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }))
}

function faultsOf(files: Record<string, string>): string[] {
  return arrowFaults(Object.entries(files).map(([path, text]) => ({ path, text })))
}

describe('the code', () => {
  const files = readSources()

  it('keeps to the arrows of the design', () => {
    expect(arrowFaults(files)).toEqual([])
  })

  it('was really looked at', () => {
    // A scanner that sees nothing finds no faults either.
    expect(files.length).toBeGreaterThan(20)
    expect(files.flatMap(importsOf).length).toBeGreaterThan(50)
    const modules = files.filter((file) => file.path.startsWith('src/modules/'))
    const withImports = modules.filter((file) => importsOf(file).length > 0)
    expect(withImports.length).toBeGreaterThanOrEqual(modules.length / 2)
  })
})

describe('the scanner', () => {
  it('sees every form of import', () => {
    const text = `import a from './a.ts'
import type { B } from "./b.ts"
import {
  c,
  type D,
} from '../c.ts'
import './e.css'
export { f } from './f.ts'
const g = await import('./g.ts'); const h = require('h')
// import x from './comment.ts'
/* import y from './comment2.ts' */
const url = 'https://x/y' // import z from './comment3.ts'
`
    expect(importsOf({ path: 'src/x/y.ts', text }).map((found) => found.to)).toEqual([
      'src/x/a.ts',
      'src/x/b.ts',
      'src/c.ts',
      'src/x/e.css',
      'src/x/f.ts',
      'src/x/g.ts',
      'h',
    ])
  })

  const module = (layer: string, name = 'plek') => `src/modules/${name}/${layer}`
  const planted: [rule: string, path: string, text: string][] = [
    ['shared imports nothing', 'src/shared/id.ts', "import { x } from '../platform/log.ts'"],
    ['shared uses only zod', 'src/shared/id.ts', "import fs from 'node:fs'"],
    ['simulation imports only shared', 'src/simulation/run.ts', "import { x } from '../platform/log.ts'"],
    ['simulation uses only zod', 'src/simulation/run.ts', "import pg from 'pg'"],
    [
      'domain imports only shared and domain',
      module('domain/rules.ts'),
      "import { x } from '../server/store.ts'",
    ],
    ['domain is pure', module('domain/rules.ts'), "import pg from 'pg'"],
    [
      "server uses another module's domain",
      module('server/commands.ts'),
      "import { x } from '../../persoon/server/store.ts'",
    ],
    [
      "server uses another module's domain",
      module('server/routes.ts'),
      "import type { X } from '../../persoon/server/queries.ts'",
    ],
    [
      "server uses another module's domain",
      module('server/routes.ts'),
      "import { X } from '../web/page.tsx'",
    ],
    [
      'only prognose drives simulation',
      module('server/routes.ts'),
      "import { X } from '../../../simulation/run.ts'",
    ],
    ['web imports only', module('web/page.tsx'), "import { x } from '../server/queries.ts'"],
    ['web imports only', module('web/page.tsx'), "import { x } from '../../../platform/log.ts'"],
    ['the browser has no node', module('web/page.tsx'), "import fs from 'node:fs'"],
    [
      'nobody imports monitor',
      module('server/queries.ts'),
      "import { x } from '../../monitor/domain/rules.ts'",
    ],
    [
      'nobody imports financien',
      module('domain/rules.ts', 'monitor'),
      "import { x } from '../../financien/domain/rules.ts'",
    ],
    [
      'platform imports only shared',
      'src/platform/http/server.ts',
      "import { x } from '../../modules/plek/domain/rules.ts'",
    ],
    ['ui imports only shared', 'src/ui/table.tsx', "import { x } from '../modules/plek/web/page.tsx'"],
    ['only app may import app', module('server/routes.ts'), "import { x } from '../../../app/main.ts'"],
    [
      'src imports nothing outside src',
      'src/platform/log.ts',
      "const x = import('../../tests/given/database.ts')",
    ],
    [
      'a module has only domain, server and web',
      module('misc.ts'),
      "import { x } from '../persoon/domain/rules.ts'",
    ],
    ['no utils folder', 'src/platform/utils/text.ts', ''],
    ['no export *', 'src/shared/index.ts', "export * from './id.ts'"],
    [`longer than ${maxLines} lines`, 'src/shared/id.ts', '\n'.repeat(maxLines + 1)],
  ]
  it.each(planted)('reports: %s (%s)', (rule, path, text) => {
    expect(faultsOf({ [path]: text }).join('\n')).toContain(rule)
  })

  it('reports domains that import each other in a circle', () => {
    const from = (name: string, to: string) => ({
      [module('domain/rules.ts', name)]: `import type { X } from '../../${to}/domain/contract.ts'`,
    })
    expect(
      faultsOf({ ...from('plek', 'persoon'), ...from('persoon', 'regel'), ...from('regel', 'plek') }),
    ).toEqual(['domains form a cycle: persoon, plek, regel'])
    expect(faultsOf({ ...from('plek', 'persoon'), ...from('verblijf', 'plek') })).toEqual([])
  })

  it('allows what the design allows', () => {
    const allowed = {
      'src/app/main.ts': "import { x } from '../modules/plek/server/routes.ts'",
      [module('server/commands.ts')]:
        "import { x } from '../../persoon/server/commands.ts'\nimport { y } from './store.ts'\nimport { z } from '../../../platform/log.ts'",
      [module('web/page.tsx')]:
        "import { x } from '../../persoon/web/kaart.tsx'\nimport { y } from '../../../ui/table.tsx'\nimport React from 'react'",
      [module('server/jobs.ts', 'prognose')]: "import { run } from '../../../simulation/run.ts'",
      [module('domain/keten.ts', 'prognose')]: "import { Model } from '../../../simulation/model.ts'",
      'src/simulation/model.ts': "import { z } from 'zod'",
      [module('server/store.test.ts')]: "import { useDatabase } from '../../../../tests/given/database.ts'",
    }
    expect(faultsOf(allowed)).toEqual([])
  })
})
