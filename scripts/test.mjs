// npm test: every gate in order, then one line with the sum. A gate counts as one, every test as one.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureInstalled, requireNode, root } from './build.mjs'

requireNode()
ensureInstalled()

const report = join(root, 'node_modules', '.cache', 'onderdak-vitest.json')
let passed = 0
let failed = 0
let current

/** Runs a program of node_modules without standard input; resolves to the exit code and what it wrote. */
function run(script, args, { quiet = true } = {}) {
  return new Promise((resolve) => {
    const output = quiet ? 'pipe' : 'inherit'
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
    })
    current = child
    const text = []
    child.stdout?.on('data', (chunk) => text.push(chunk))
    child.stderr?.on('data', (chunk) => text.push(chunk))
    child.on('error', (error) => resolve({ code: 1, text: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, text: Buffer.concat(text).toString() }))
  })
}

async function gate(name, script, args) {
  const started = Date.now()
  const { code, text } = await run(script, args)
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name}  (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (code === 0) passed++
  else failed++
  if (code !== 0) console.log(text.trim().slice(-8000))
}

/** Tests from the report; a file that could not be loaded has no tests and counts as one failure. */
function count() {
  if (!existsSync(report)) return { passed: 0, failed: 0 }
  const result = JSON.parse(readFileSync(report, 'utf8'))
  const broken = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + broken.length,
    skipped: result.numPendingTests,
  }
}

async function tests(args) {
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run('vitest/vitest.mjs', ['run', ...reporters, ...args], { quiet: false })
  const sum = count()
  passed += sum.passed
  // An error outside any test, such as a server that does not start, must never end in "0 failed".
  failed += sum.failed === 0 && code !== 0 ? 1 : sum.failed
  if (sum.skipped) console.log(`${sum.skipped} skipped`)
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    current?.kill(signal)
    failed++
  })
}

// `npm test -- <names>` runs only the tests that match.
const only = process.argv.slice(2)
if (only.length === 0) {
  await gate('biome check', '@biomejs/biome/bin/biome', [
    'check',
    '--error-on-warnings',
    '--max-diagnostics=50',
  ])
  await gate('types (tsc)', 'typescript/bin/tsc', ['--noEmit'])
  await gate('architecture', 'vitest/vitest.mjs', ['run', '--project', 'unit', 'tests/architecture.test.ts'])
  // Before the application is there, everything it will use looks unused.
  if (existsSync(join(root, 'src/app/main.ts')))
    await gate('unused code (knip)', 'knip/bin/knip.js', ['--no-progress'])
}
await tests(only)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
