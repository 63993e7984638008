import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../src/platform/audit/audit.ts'
import { createSessionStore } from '../../src/platform/auth/sessions.ts'
import { createCipher } from '../../src/platform/cipher.ts'
import { createSystemIds, systemClock } from '../../src/platform/clock.ts'
import { appRole, createDb, createPool, ownerRole } from '../../src/platform/db/connect.ts'
import { type Embedded, startEmbedded } from '../../src/platform/db/embedded.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { migrationsDir, projectRoot } from '../../src/platform/root.ts'
import { accepted, workAs } from '../given/platform.ts'
import { givenRegio } from '../given/regio.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'onderdak-kill-'))
const secret = randomBytes(32)
let embedded: Embedded
let signedIn: { cookie: string; csrf: string }
let child: ChildProcess | undefined

beforeAll(async () => {
  embedded = await startEmbedded({ dataDir })
  await migrate({ url: embedded.url, dir: migrationsDir })
  const db = createDb(createPool({ url: embedded.url, role: appRole }))
  const platform = {
    db,
    clock: systemClock,
    newId: createSystemIds(systemClock),
    cipher: createCipher(secret),
    log: pino({ level: 'silent' }),
  }
  const regio = await givenRegio(platform)
  await workAs(platform, regio.systeem, async (work) => {
    accepted(await work.db.updateTable('regio').set({ is_demo: false }).execute())
  })
  const vrager = await regio.als('loket', 'toegangsmedewerker')
  const token = await createSessionStore(platform).start(vrager.gebruikerId!, vrager.rol, '127.0.0.1', 'test')
  signedIn = { cookie: `__Host-onderdak=${token}`, csrf: platform.cipher.sign('csrf', token) }
  await db.destroy()
}, 120_000)

afterAll(async () => {
  child?.kill('SIGKILL')
  await embedded.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** The real server process on the same data folder; resolves when it serves. */
async function startProcess(): Promise<string> {
  const started = spawn(process.execPath, ['--import', 'tsx', join(projectRoot, 'src/app/main.ts')], {
    cwd: projectRoot,
    env: {
      ...process.env,
      ONDERDAK_DATA: dataDir,
      ONDERDAK_MODE: 'productie',
      ONDERDAK_GEHEIM: secret.toString('base64'),
      ONDERDAK_URL: 'https://onderdak.example',
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      DATABASE_URL: '',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child = started
  return new Promise((resolve, reject) => {
    let text = ''
    const read = (chunk: Buffer) => {
      text += chunk
      const port = /luistert op 127\.0\.0\.1:(\d+)/.exec(text)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    }
    started.stdout!.on('data', read)
    started.stderr!.on('data', read)
    started.once('exit', (code) => reject(new Error(`The server stopped with ${code}: ${text}`)))
  })
}

const acknowledged = new Map<string, string>()
let serial = 0

/** Writes until the server is gone; notes what it promised. */
async function writeUntilGone(url: string): Promise<void> {
  for (;;) {
    const key = `kill-proef-${++serial}`
    try {
      const answer = await fetch(`${url}/api/v1/meldingen`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key,
          'x-csrf-token': signedIn.csrf,
          cookie: signedIn.cookie,
        },
        body: JSON.stringify({
          kanaal: 'balie',
          melderSoort: 'zelf',
          hulpvraag: 'Proefmelding',
          persoon: {
            achternaam: `Proef ${serial}`,
            geboortejaar: 1985,
            geenBsnReden: 'nog_niet_gevraagd',
            herkomstOnbekendReden: 'nog_navragen',
            woonplaatsOnbekendReden: 'nog_navragen',
          },
        }),
      })
      const body = (await answer.json()) as { id: string }
      if (answer.status === 201) acknowledged.set(key, body.id)
      else if (answer.status < 500) throw new Error(`Refused: ${JSON.stringify(body)}`)
    } catch (error) {
      if (error instanceof TypeError) return // the connection broke: the server is gone
      throw error
    }
  }
}

async function round(kill: () => void, writes: number): Promise<void> {
  const url = await startProcess()
  const before = acknowledged.size
  const lanes = Array.from({ length: 8 }, () => writeUntilGone(url))
  let refused: unknown
  for (const lane of lanes) lane.catch((error: unknown) => (refused ??= error))
  while (acknowledged.size < before + writes && refused === undefined) {
    await new Promise((resolve) => setImmediate(resolve))
  }
  const gone = new Promise((resolve) => child!.once('exit', resolve))
  kill()
  child!.kill('SIGKILL')
  await Promise.all([gone, ...lanes])
}

describe('kill -9 while writing', () => {
  it('keeps every acknowledged melding, whole, and leaves no half command', async () => {
    await round(() => child!.kill('SIGKILL'), 40)
    await round(() => process.kill(embedded.pid, 'SIGKILL'), 40)
    embedded = await startEmbedded({ dataDir })
    await round(() => child!.kill('SIGKILL'), 40)

    const login = createPool({ url: embedded.url, role: 'login' })
    const one = async (text: string, values: unknown[] = []) =>
      (await login.query<{ n: number }>(text, values)).rows[0]!.n
    expect(
      await one('select count(*)::int as n from onderdak.melding where id = any($1)', [
        [...acknowledged.values()],
      ]),
    ).toBe(acknowledged.size)
    const halves = await one(`
      select count(*)::int as n from onderdak.melding m where not exists (select 1 from onderdak.persoon p where p.id = m.persoon_id)
        or not exists (select 1 from onderdak.opvolging o where o.persoon_id = m.persoon_id and o.status = 'open')
        or not exists (select 1 from onderdak.gebeurtenis e where e.onderwerp_id = m.id)
        or not exists (select 1 from onderdak.audit a where m.persoon_id = any(a.personen))`)
    expect(halves).toBe(0)
    const meldingen = await one('select count(*)::int as n from onderdak.melding')
    expect(
      await one(
        "select count(*)::int as n from onderdak.verzoek where route = 'POST /meldingen' and status = 201",
      ),
    ).toBe(meldingen)
    expect(await one('select count(*)::int as n from onderdak.persoon')).toBe(meldingen)
    const owner = createPool({ url: embedded.url, role: ownerRole })
    expect((await verifyAudit(createDb(owner))).fouten).toEqual([])
    await owner.end()
    await login.end()
  }, 900_000)
})
