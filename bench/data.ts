import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { createSessionStore } from '../src/platform/auth/sessions.ts'
import { createCipher } from '../src/platform/cipher.ts'
import { createSystemIds, systemClock } from '../src/platform/clock.ts'
import { appRole, createDb, createPool } from '../src/platform/db/connect.ts'
import { startEmbedded } from '../src/platform/db/embedded.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import type { Platform } from '../src/platform/platform.ts'
import { migrationsDir } from '../src/platform/root.ts'
import { givenRegio } from '../tests/given/regio.ts'

export interface BenchDatabase {
  readonly url: string
  readonly platform: Platform
  readonly secret: Buffer
  /** A session of a user of an organisation in a role: the cookie of the requests. */
  cookieOf(asker: Asker): Promise<string>
  stop(): Promise<void>
}

export type Asker = 'loket.toegangsmedewerker' | 'aanbieder.aanbieder_planner'

const secret = Buffer.alloc(32, 7)

/**
 * A migrated database with a region of so many persons. In BENCH_DATA (a folder) it is kept and used again; otherwise it
 * is made in a temporary folder and thrown away.
 */
export async function startBenchDatabase(personen: number): Promise<BenchDatabase> {
  const kept = process.env.BENCH_DATA && join(process.env.BENCH_DATA, String(personen))
  const dataDir = kept || mkdtempSync(join(tmpdir(), 'onderdak-bench-'))
  const database = await startEmbedded({ dataDir })
  const { url } = database
  await migrate({ url, dir: migrationsDir })
  const platform = {
    db: createDb(createPool({ url, role: appRole })),
    clock: systemClock,
    newId: createSystemIds(systemClock),
    cipher: createCipher(secret),
    log: pino({ level: 'silent' }),
  }
  const known = await platform.db
    .selectFrom('regio')
    .select('id')
    .where('code', '=', 'TST')
    .executeTakeFirst()
  if (!known) await fill(url, platform, personen)
  return {
    url,
    platform,
    secret,
    cookieOf: (asker) => cookieOf(platform, asker),
    async stop() {
      await platform.db.destroy()
      await database.stop()
      if (!kept) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function fill(url: string, platform: Platform, personen: number): Promise<void> {
  const regio = await givenRegio(platform)
  await regio.als('loket', 'toegangsmedewerker')
  await regio.als('aanbieder', 'aanbieder_planner')
  const pool = createPool({ url, role: 'login', max: 1 })
  try {
    const sql = readFileSync(new URL('data.sql', import.meta.url), 'utf8')
    // Plans made while the tables were empty would read all of a table for each row; planning anew for each row takes
    // minutes.
    await pool.query(
      `begin; set local enable_seqscan = off; set local plan_cache_mode = force_generic_plan; set local bench.personen = ${Number(personen)}; ${sql}; commit`,
    )
    await pool.query('vacuum analyze')
  } finally {
    await pool.end()
  }
}

async function cookieOf(platform: Platform, asker: Asker): Promise<string> {
  const { id } = await platform.db
    .selectFrom('gebruiker')
    .select('id')
    .where('gebruikersnaam', '=', `${asker}.tst`)
    .executeTakeFirstOrThrow()
  const token = await createSessionStore(platform).start(id, asker.split('.')[1]!, '127.0.0.1', 'bench')
  return `onderdak=${token}`
}
