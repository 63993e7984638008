#!/usr/bin/env node
// The command line: builds when needed, then hands over. See `onderdak --help`.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ensureInstalled, requireNode, root } from './build.mjs'

requireNode()
ensureInstalled()
try {
  await ensureBuilt({ web: false })
} catch (error) {
  console.error(`Bouwen is niet gelukt: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
await import(pathToFileURL(join(root, 'dist', 'server', 'onderdak.js')).href)
