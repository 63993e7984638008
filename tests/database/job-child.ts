import pino from 'pino'
import { prognoseHerhaald, prognoseTaken } from '../../src/modules/prognose/server/tasks.ts'
import { rapportageTaken } from '../../src/modules/rapportage/server/tasks.ts'
import { createCipher } from '../../src/platform/cipher.ts'
import { createSystemIds, systemClock } from '../../src/platform/clock.ts'
import { appRole, createDb, createPool } from '../../src/platform/db/connect.ts'
import { startJobs } from '../../src/platform/jobs/runner.ts'

// A process of its own that works off the queue, as a server does, until it is killed or nobody is left who started it.
const [url, concurrency] = process.argv.slice(2)
if (!url) throw new Error('url is missing')
const pool = createPool({ url, role: appRole })
await startJobs({
  platform: {
    db: createDb(pool),
    clock: systemClock,
    newId: createSystemIds(systemClock),
    cipher: createCipher(Buffer.alloc(32, 7)),
    log: pino({ level: 'warn' }, pino.destination(2)),
  },
  pool,
  taken: [...prognoseTaken, ...rapportageTaken],
  herhaald: prognoseHerhaald,
  concurrency: Number(concurrency ?? 2),
})
console.log('ready')
process.stdin.resume().once('end', () => process.exit(0))
