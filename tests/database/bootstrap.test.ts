import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appRole, createPool } from '../../src/platform/db/connect.ts'
import { type Embedded, startEmbedded } from '../../src/platform/db/embedded.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { migrationsDir } from '../../src/platform/root.ts'

// A server of its own: these tests make and remove the roles that all databases of a server share.
const base = mkdtempSync(join(tmpdir(), 'onderdak-rollen-'))
const migrations = join(base, 'migraties')
let server: Embedded

beforeAll(async () => {
  const binDir = process.env.TEST_POSTGRES_BIN
  server = await startEmbedded({ dataDir: join(base, 'data'), fsync: false, binDir })
  mkdirSync(migrations)
  writeFileSync(
    join(migrations, '0001_ding.sql'),
    'create table onderdak.ding (id integer); grant select on onderdak.ding to onderdak_app;',
  )
})

afterAll(async () => {
  await server?.stop()
  rmSync(base, { recursive: true, force: true })
})

async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

function urlFor(login: string, database: string): string {
  const url = new URL(server.url)
  url.username = login
  url.pathname = `/${database}`
  return url.toString()
}

describe('a login that is not the superuser', () => {
  it('prepares everything when it may make roles and owns the database', async () => {
    await asSuperuser('create role bouwer login createrole', 'create database een owner bouwer')
    const url = urlFor('bouwer', 'een')
    expect(await migrate({ url, dir: migrations })).toHaveLength(1)
    expect(await migrate({ url, dir: migrations })).toEqual([])
    const app = createPool({ url, role: appRole, max: 1 })
    const { rows } = await app.query('select current_user as rol, (select count(*) from ding) as n')
    await app.end()
    expect(rows).toEqual([{ rol: appRole, n: 0 }])
  })

  it('prepares another database when it was given both roles', async () => {
    await asSuperuser(
      'create role gast login in role onderdak_eigenaar, onderdak_app',
      'create database twee owner gast',
    )
    expect(await migrate({ url: urlFor('gast', 'twee'), dir: migrations })).toHaveLength(1)
  })

  it("applies Onderdak's own migrations", async () => {
    await asSuperuser('create database echt owner bouwer')
    const applied = await migrate({ url: urlFor('bouwer', 'echt'), dir: migrationsDir })
    expect(applied.length).toBeGreaterThan(0)
  })

  it('says which statement the administrator must run when it may not', async () => {
    await asSuperuser('create role vreemde login', 'create database drie owner vreemde')
    await expect(migrate({ url: urlFor('vreemde', 'drie'), dir: migrations })).rejects.toThrow(
      /databasebeheerder dit uitvoeren: grant onderdak_eigenaar to "?vreemde"?;/,
    )
  })

  it('refuses an app role that may pass row-level security', async () => {
    await asSuperuser('alter role onderdak_app bypassrls')
    try {
      await expect(migrate({ url: server.url, dir: migrations })).rejects.toThrow(/nosuperuser nobypassrls/)
    } finally {
      await asSuperuser('alter role onderdak_app nobypassrls')
    }
  })
})
