import pino from 'pino'
import { nieuwsbriefTaken } from '../../src/modules/rapportage/server/nieuwsbrief-tasks.ts'
import { createCipher } from '../../src/platform/cipher.ts'
import { createSystemIds, systemClock } from '../../src/platform/clock.ts'
import { appRole, createDb, createPool } from '../../src/platform/db/connect.ts'
import { startJobs } from '../../src/platform/jobs/runner.ts'
import { createMailer } from '../../src/platform/mail/mailer.ts'

// A process of its own that sends the nieuwsbrief, as a server does, until it is killed or nobody is left who started it.
const [url, smtpUrl] = process.argv.slice(2)
if (!url || !smtpUrl) throw new Error('url is missing')
const pool = createPool({ url, role: appRole })
await startJobs({
  platform: {
    db: createDb(pool),
    clock: systemClock,
    newId: createSystemIds(systemClock),
    cipher: createCipher(Buffer.alloc(32, 7)),
    log: pino({ level: 'warn' }, pino.destination(2)),
    mail: createMailer({
      smtpUrl,
      van: 'Regio Proef <nieuws@regio.example>',
      url: 'https://onderdak.example',
    }),
  },
  pool,
  taken: nieuwsbriefTaken,
  herhaald: [],
})
console.log('ready')
process.stdin.resume().once('end', () => process.exit(0))
