// npm start: install, build and run, each only when needed.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, requireNode, root } from './build.mjs'

requireNode()
ensureInstalled()
try {
  await ensureBuilt()
} catch (error) {
  console.error('Bouwen is niet gelukt.')
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

const server = spawn(
  process.execPath,
  ['--enable-source-maps', join(root, 'dist', 'server', 'main.js'), ...process.argv.slice(2)],
  { stdio: 'inherit', env: { NODE_ENV: 'production', ...process.env } },
)

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // Ctrl-C in a terminal already reaches the server: a second signal would cut its orderly stop short.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal)
  })
}

server.on('error', (error) => {
  console.error(`Onderdak kan niet worden gestart: ${error.message}`)
  process.exit(1)
})
server.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)))
