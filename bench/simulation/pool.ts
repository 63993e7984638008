import { readFileSync } from 'node:fs'
import { runOpdracht } from '../../src/modules/prognose/server/rekenpool.ts'
import type { ModelFile } from '../../src/simulation/model.ts'

/**
 * Model C by the threads of the product when they are warm, as a line of JSON for a comparison in turns.
 * Usage: pool.ts <orders at a time>
 */
const atATime = Number(process.argv[2] ?? 2)
const file = JSON.parse(readFileSync(new URL('model-c.json', import.meta.url), 'utf8')) as ModelFile
const ORDER = 25

async function run(orders: number, atOnce: number): Promise<number> {
  let events = 0
  let next = 0
  const line = async () => {
    while (next < orders) {
      const answer = await runOpdracht({
        sleutel: 'c',
        model: file,
        zaad: 1,
        eerste: ORDER * next++,
        aantal: ORDER,
      })
      if ('fout' in answer) throw new Error(answer.fout)
      events += answer.gebeurtenissen
    }
  }
  await Promise.all(Array.from({ length: atOnce }, line))
  return events
}

// Two at once, so that both threads are there and warm, whichever of them gets the work after that.
await run(16, 2)
const started = performance.now()
const events = await run(20, atATime)
const sec = (performance.now() - started) / 1000
console.log(
  JSON.stringify({ tool: 'onderdak', model: 'c', atATime, events, sec, evps: Math.round(events / sec) }),
)
process.exit()
