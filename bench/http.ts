import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { createSessionStore } from '../src/platform/auth/sessions.ts'
import { createCipher } from '../src/platform/cipher.ts'
import { createSystemIds, systemClock } from '../src/platform/clock.ts'
import { appRole, createDb, createPool } from '../src/platform/db/connect.ts'
import { startEmbedded } from '../src/platform/db/embedded.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { migrationsDir } from '../src/platform/root.ts'
import { givenRegio } from '../tests/given/regio.ts'
import { load, median, startTarget } from './load.ts'

// Goal H1 of the performance page: an empty authorised route against bare Fastify, in turns, in one run.

const rounds = Number(process.env.RONDEN ?? 5)
const seconds = Number(process.env.SECONDEN ?? 3)
const dataDir = mkdtempSync(join(tmpdir(), 'onderdak-bench-'))
const database = await startEmbedded({ dataDir })
try {
  await migrate({ url: database.url, dir: migrationsDir })
  const secret = randomBytes(32)
  const db = createDb(createPool({ url: database.url, role: appRole }))
  const platform = {
    db,
    clock: systemClock,
    newId: createSystemIds(systemClock),
    cipher: createCipher(secret),
    log: pino({ level: 'silent' }),
  }
  const regio = await givenRegio(platform)
  const vrager = await regio.als('loket', 'toegangsmedewerker')
  const token = await createSessionStore(platform).start(
    vrager.gebruikerId!,
    vrager.rol,
    '127.0.0.1',
    'bench',
  )
  const env = { BENCH_URL: database.url, BENCH_SECRET: secret.toString('base64') }
  const cookie = { cookie: `onderdak=${token}` }
  const found: Record<string, number[]> = {}
  for (let round = 0; round < rounds; round++) {
    for (const [kind, path] of [
      ['node', '/'],
      ['fastify', '/'],
      ['onderdak', '/api/v1/leeg'],
    ] as const) {
      const target = await startTarget(kind, env)
      await load(target.url + path, cookie, 1)
      const result = await load(target.url + path, cookie, seconds)
      if (result.failed > 0) throw new Error(`${kind}: ${result.failed} requests failed`)
      found[kind] = [...(found[kind] ?? []), result.perSecond]
      await target.stop()
    }
  }
  for (const [kind, values] of Object.entries(found))
    console.log(kind.padEnd(10), Math.round(median(values)), 'req/s', values.map(Math.round).join(' '))
  const ratios = found.onderdak!.map((value, i) => value / found.fastify![i]!)
  console.log(
    `H1 onderdak / fastify: ${median(ratios).toFixed(2)} (${ratios.map((r) => r.toFixed(2)).join(' ')})`,
  )
  await db.destroy()
} finally {
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
