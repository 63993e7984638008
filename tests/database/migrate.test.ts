import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Logger, runOnce } from 'graphile-worker'
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest'
import { appRole, createPool, ownerRole } from '../../src/platform/db/connect.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { dropDatabase, makeEmptyDatabase } from '../given/template.ts'

const dir = mkdtempSync(join(tmpdir(), 'onderdak-migraties-'))
const databases: string[] = []

const first = `create table onderdak.ding (id integer primary key, groot bigint, dag date, bedrag numeric, op timestamptz);
  grant select, insert on onderdak.ding to onderdak_app;`

async function emptyDatabase(): Promise<string> {
  const url = await makeEmptyDatabase(inject('templateUrl'))
  databases.push(url)
  return url
}

function write(files: Record<string, string>): string {
  const made = mkdtempSync(join(dir, 'm-'))
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(made, name), sql)
  return made
}

afterEach(async () => {
  for (const url of databases.splice(0)) await dropDatabase(url)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('migrate', () => {
  it('applies each file once and says which', async () => {
    const url = await emptyDatabase()
    const folder = write({ '0001_eerste.sql': first })
    expect((await migrate({ url, dir: folder })).map((m) => m.naam)).toEqual(['eerste'])
    writeFileSync(join(folder, '0002_tweede.sql'), 'create table onderdak.tweede (id integer);')
    expect((await migrate({ url, dir: folder })).map((m) => m.nummer)).toEqual([2])
    expect(await migrate({ url, dir: folder })).toEqual([])
  })

  it('lets the owner role own every table', async () => {
    const url = await emptyDatabase()
    await migrate({ url, dir: write({ '0001_eerste.sql': first }) })
    const pool = createPool({ url, role: 'login' })
    const { rows } = await pool.query(
      "select distinct tableowner from pg_tables where schemaname = 'onderdak'",
    )
    await pool.end()
    expect(rows).toEqual([{ tableowner: ownerRole }])
  })

  it('refuses a file that changed after it was applied', async () => {
    const url = await emptyDatabase()
    const folder = write({ '0001_eerste.sql': first })
    await migrate({ url, dir: folder })
    writeFileSync(join(folder, '0001_eerste.sql'), `${first} -- changed`)
    await expect(migrate({ url, dir: folder })).rejects.toThrow(
      /0001_eerste is gewijzigd nadat zij was toegepast/,
    )
  })

  it('refuses a database that is newer than the files', async () => {
    const url = await emptyDatabase()
    await migrate({ url, dir: write({ '0001_eerste.sql': first }) })
    await expect(migrate({ url, dir: write({}) })).rejects.toThrow(/nieuwer dan deze versie/)
  })

  it('refuses a gap and a wrong name', async () => {
    const url = await emptyDatabase()
    await expect(migrate({ url, dir: write({ '0002_tweede.sql': 'select 1' }) })).rejects.toThrow(
      /niet doorlopend/,
    )
    await expect(migrate({ url, dir: write({ 'eerste.sql': 'select 1' }) })).rejects.toThrow(
      /geen geldige naam/,
    )
  })

  it('rolls a failing file back and names the line', async () => {
    const url = await emptyDatabase()
    const folder = write({
      '0001_fout.sql': 'create table onderdak.half (id integer);\nselect * from bestaat_niet;',
    })
    await expect(migrate({ url, dir: folder })).rejects.toThrow(
      /0001_fout is mislukt en teruggedraaid.*regel 2/,
    )
    const pool = createPool({ url, role: 'login' })
    const { rows } = await pool.query(
      "select to_regclass('onderdak.half') as half, count(*)::int as n from onderdak.migratie",
    )
    await pool.end()
    expect(rows).toEqual([{ half: null, n: 0 }])
  })

  it('survives several processes and databases at once', async () => {
    const urls = [await emptyDatabase(), await emptyDatabase()]
    const folder = write({ '0001_eerste.sql': first })
    const results = await Promise.all([...urls, ...urls].map((url) => migrate({ url, dir: folder })))
    expect(results.map((r) => r.length).sort()).toEqual([0, 0, 1, 1])
  })

  it('lets the app role add and run jobs', async () => {
    const url = await emptyDatabase()
    await migrate({ url, dir: write({}) })
    const pool = createPool({ url, role: appRole })
    const ran: unknown[] = []
    await pool.query("select graphile_worker.add_job('proef', '{\"a\": 1}')")
    await runOnce({
      pgPool: pool,
      logger: new Logger(() => () => {}),
      noHandleSignals: true,
      taskList: { proef: async (payload) => void ran.push(payload) },
    })
    const left = await pool.query('select count(*)::int as n from graphile_worker.jobs')
    await pool.end()
    expect(ran).toEqual([{ a: 1 }])
    expect(left.rows).toEqual([{ n: 0 }])
  })
})

describe('connect', () => {
  it('reads dates and numerics as text, safe integers as numbers, and refuses unsafe ones', async () => {
    const url = await emptyDatabase()
    await migrate({ url, dir: write({ '0001_eerste.sql': first }) })
    const pool = createPool({ url, role: appRole })
    try {
      await pool.query(
        "insert into onderdak.ding values (1, 9007199254740991, '2026-03-29', 12.340, '2026-03-29T01:00Z')",
      )
      const { rows } = await pool.query('select groot, dag, bedrag, op, array[dag] as dagen from ding')
      expect(rows).toEqual([
        {
          groot: 9007199254740991,
          dag: '2026-03-29',
          bedrag: '12.340',
          op: new Date('2026-03-29T01:00Z'),
          dagen: ['2026-03-29'],
        },
      ])
      await expect(pool.query('select 9007199254740993::int8 as groot')).rejects.toThrow(/does not fit/)
    } finally {
      await pool.end()
    }
  })

  it('starts in the app role and returns to it', async () => {
    const url = await emptyDatabase()
    await migrate({ url, dir: write({}) })
    const pool = createPool({ url, role: appRole, max: 1 })
    await pool.query('set role onderdak_eigenaar')
    await pool.query('reset role')
    const { rows } = await pool.query('select current_user as rol')
    await expect(pool.query('create table onderdak.mag_niet (id integer)')).rejects.toThrow(
      /permission denied/,
    )
    await pool.end()
    expect(rows).toEqual([{ rol: appRole }])
  })
})
