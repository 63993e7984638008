import { startEmbedded } from '../../src/platform/db/embedded.ts'

// A process of its own for the launcher tests: start, say what happened, then wait for a line, stop or be killed.
const [dataDir] = process.argv.slice(2)
if (!dataDir) throw new Error('dataDir is missing')
const server = await startEmbedded({ dataDir })
console.log(
  JSON.stringify({ pid: server.pid, url: server.url, started: server.started, route: server.route }),
)
process.stdin.once('data', async () => {
  await server.stop()
  process.exit(0)
})
