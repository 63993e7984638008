import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { createOidcLogin } from '../platform/auth/oidc.ts'
import { createCipher } from '../platform/cipher.ts'
import { type Clock, createSystemIds } from '../platform/clock.ts'
import { type Config, ConfigError } from '../platform/config.ts'
import { appRole, createDb, createPool } from '../platform/db/connect.ts'
import { migrate } from '../platform/db/migrate.ts'
import { openDatabase } from '../platform/db/open.ts'
import { createServer } from '../platform/http/server.ts'
import { startJobs } from '../platform/jobs/runner.ts'
import { createLog } from '../platform/log.ts'
import { createMailer } from '../platform/mail/mailer.ts'
import type { Platform } from '../platform/platform.ts'
import { migrationsDir, projectRoot } from '../platform/root.ts'
import { clearHalfDemo, loadDemo, needsDemo } from './demo.ts'
import { herhaaldeTaken, publicRoutes, routes, taken } from './modules.ts'
import { serveWaitingPage, type WaitingPage } from './waiting-page.ts'

export interface Running {
  readonly url: string
  stop(): Promise<void>
}

/** Opens the database, brings it up to date, serves, and tells where everything is. */
export async function startServer(config: Config, clock: Clock): Promise<Running> {
  const log = createLog(config.logLevel)
  const database = await openDatabase(config)
  const pool = createPool({
    url: database.appUrl,
    role: appRole,
    max: 16,
    onError: (error) => log.warn({ reden: error.message }, 'databaseverbinding verbroken'),
  })
  const db = createDb(pool)
  const stopDatabase = async () => {
    await db.destroy()
    await database.stop()
  }
  try {
    if (config.mode === 'demo' && database.embedded) await clearHalfDemo(database.url)
    await migrate({ url: database.url, dir: migrationsDir })
    const platform: Platform = {
      db,
      clock,
      newId: createSystemIds(clock),
      cipher: createCipher(config.geheim),
      log,
      mail: config.mail && createMailer({ ...config.mail, url: config.url }),
    }
    const isDemo = config.mode === 'demo'
    if (!isDemo) await refuseDemoData(platform)
    const waiting =
      isDemo && (await needsDemo(platform)) ? await makeDemo(platform, config, database.appUrl) : undefined

    const webRoot = join(projectRoot, 'dist', 'web')
    const server = await createServer({
      platform,
      routes,
      publicRoutes,
      isDemo,
      publicUrl: config.url,
      oidc: config.oidc && createOidcLogin(platform, { ...config.oidc, publicUrl: config.url }),
      webRoot: existsSync(webRoot) ? webRoot : undefined,
    })
    const jobs = await startJobs({ platform, pool, taken, herhaald: herhaaldeTaken })
    await waiting?.close()
    await server.app.listen({ host: config.host, port: config.port })
    const address = server.app.server.address()
    const port = typeof address === 'object' && address ? address.port : config.port
    const url = config.port === 0 ? `http://${config.host}:${port}` : config.url
    await announce(platform, config, { url, port, embedded: database.embedded })
    return {
      url,
      async stop() {
        await server.app.close()
        await jobs.stop()
        await stopDatabase()
      },
    }
  } catch (error) {
    await stopDatabase()
    throw error
  }
}

/** First start: the address answers at once and says how far it is. The caller closes the page when the server is ready. */
async function makeDemo(platform: Platform, config: Config, appUrl: string): Promise<WaitingPage> {
  const page = await serveWaitingPage(config)
  console.log(
    `\nEerste start: de demoregio's worden gemaakt, met vijf jaar verzonnen geschiedenis. Dat duurt enkele minuten.`,
  )
  console.log(
    `Open alvast http://${config.host}:${page.port}: daar ziet u hoe ver het is, en het inlogscherm komt vanzelf.`,
  )
  let next = 0
  try {
    await loadDemo(platform, appUrl, (stap, deel) => {
      page.show({ stap, deel })
      const procent = Math.floor(deel * 100)
      if (procent < next) return
      next = procent + (procent < 8 ? 1 : 10)
      console.log(`  ${String(procent).padStart(3)}%  ${stap}`)
    })
  } catch (error) {
    await page.close()
    throw error
  }
  return page
}

/** Production never runs on invented people or accounts whose password everyone knows. */
async function refuseDemoData(platform: Platform): Promise<void> {
  const { rows } = await sql<{
    code: string
  }>`select code from onderdak.regio where is_demo order by code`.execute(platform.db)
  if (rows.length > 0) {
    throw new ConfigError([
      `Deze database bevat de demoregio's ${rows.map((row) => row.code).join(' en ')}. Gebruik voor productie een lege database.`,
    ])
  }
}

interface Served {
  readonly url: string
  readonly port: number
  readonly embedded: boolean
}

async function announce(platform: Platform, config: Config, { url, port, embedded }: Served): Promise<void> {
  console.log(`\nOnderdak draait op ${url}`)
  if (port !== config.port || !url.endsWith(`:${port}`))
    console.log(`De server luistert op ${config.host}:${port}`)
  console.log(`Gegevens: ${embedded ? resolve(config.dataDir) : 'de database van DATABASE_URL'}`)
  if (config.mode !== 'demo') return
  const { demoLogins, demoPassword } = await import('../platform/auth/demo-logins.ts')
  const logins = await demoLogins(platform)
  console.log(`\nDemo: alle personen zijn verzonnen. Wachtwoord van elk account: ${demoPassword}`)
  console.log('De code van 6 cijfers staat op het inlogscherm bij elk account.\n')
  const width = Math.max(0, ...logins.map((login) => login.gebruikersnaam.length))
  for (const login of logins)
    console.log(
      `  ${login.gebruikersnaam.padEnd(width)}  ${login.rolNaam}, ${login.organisatie} (${login.regio})`,
    )
  console.log('\nStoppen: Ctrl-C')
}
