import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { backup } from '../../src/platform/db/backup.ts'
import { appRole, createPool } from '../../src/platform/db/connect.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { restore } from '../../src/platform/db/restore.ts'
import { migrationsDir } from '../../src/platform/root.ts'
import { dropDatabase, makeEmptyDatabase } from '../given/template.ts'

const work = mkdtempSync(join(tmpdir(), 'onderdak-backup-'))
const dir = mkdtempSync(join(work, 'migraties-'))
const file = join(work, 'proef.onderdak')
const urls: string[] = []
let source: string

// Every kind of value, a cycle of foreign keys, forced row security, and a trigger that must not run again.
const schema = `
  create table onderdak.regio (id integer primary key, naam text not null);
  insert into onderdak.regio values (1, 'uit de migratie');
  create table onderdak.persoon (
    id bigint generated always as identity primary key, regio_id integer not null references onderdak.regio,
    partner_id bigint references onderdak.persoon, op timestamptz, lokaal timestamp, bedrag numeric, namen text[],
    blok bytea, los jsonb, periode daterange, kommagetal double precision, duur interval,
    dubbel numeric generated always as (bedrag * 2) stored);
  alter table onderdak.persoon enable row level security;
  alter table onderdak.persoon force row level security;
  create table onderdak.spoor (persoon_id bigint not null);
  create function onderdak.spoor_na() returns trigger language plpgsql as
    $$ begin insert into onderdak.spoor values (new.id); return new; end $$;
  create trigger spoor after insert on onderdak.persoon for each row execute function onderdak.spoor_na();`

const rowsSql = `
  insert into onderdak.persoon (regio_id, op, lokaal, bedrag, namen, blok, los, periode, kommagetal, duur) values
  (1, '2026-03-29 01:59:59.123456+01', '2026-01-02 03:04:05.678901', 12345678901234567890.10, array['a"b', 'c,d', null, 'é\\'],
   '\\x00ff0a', '{"b": 1.10, "a": [null, "x"]}', '[2026-01-01,2026-02-01)', 0.1::float8 + 0.2, '1 month 2 days 03:04:05.6'),
  (1, null, null, null, null, null, null, null, null, null), (1, '-infinity', 'infinity', 'NaN', '{}', '', 'null', 'empty', '-0', '0')`

async function newDatabase(): Promise<string> {
  const url = await makeEmptyDatabase(inject('templateUrl'))
  urls.push(url)
  return url
}

async function withPool<T>(url: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = createPool({ url, role: 'login', max: 1 })
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

function contents(url: string) {
  return withPool(url, async (pool) => {
    const persons = await pool.query('select p::text as rij from onderdak.persoon p order by id')
    const traces = await pool.query('select persoon_id from onderdak.spoor order by 1')
    const jobs = await pool.query('select task_identifier from graphile_worker.jobs')
    return { persons: persons.rows, traces: traces.rows, jobs: jobs.rows }
  })
}

beforeAll(async () => {
  writeFileSync(join(dir, '0001_begin.sql'), schema)
  source = await newDatabase()
  await migrate({ url: source, dir })
  await withPool(source, async (pool) => {
    await pool.query(rowsSql)
    await pool.query(`insert into onderdak.persoon (regio_id) select 1 from generate_series(1, 4500)`)
    await pool.query('update onderdak.persoon set partner_id = 4 - id where id < 4')
    await pool.query(`select graphile_worker.add_job('brief', '{"aan": 1}')`)
  })
})

beforeEach(() => rmSync(file, { force: true }))

afterAll(async () => {
  for (const url of urls) await dropDatabase(url)
  rmSync(work, { recursive: true, force: true })
})

describe('backup and restore', () => {
  it('give back every value exactly, with jobs and sequences, and run no trigger twice', async () => {
    const tail = await backup(source, file)
    expect(tail.tabellen).toContainEqual(expect.objectContaining({ tabel: 'onderdak.persoon', rijen: 4503 }))
    const target = await newDatabase()
    expect(await restore({ url: target, file, dir })).toEqual(tail.tabellen)
    expect(await contents(target)).toEqual(await contents(source))
    const next = await withPool(target, (pool) =>
      pool.query('insert into onderdak.persoon (regio_id) values (1) returning id'),
    )
    expect(next.rows).toEqual([{ id: 4504 }])
  })

  it('apply the migrations that came after the back-up', async () => {
    await backup(source, file)
    const newer = mkdtempSync(join(work, 'migraties-'))
    writeFileSync(join(newer, '0001_begin.sql'), schema)
    writeFileSync(
      join(newer, '0002_later.sql'),
      "alter table onderdak.regio add column code text not null default 'x'",
    )
    const target = await newDatabase()
    await restore({ url: target, file, dir: newer })
    const { rows } = await withPool(target, (pool) => pool.query('select * from onderdak.regio'))
    expect(rows).toEqual([{ id: 1, naam: 'uit de migratie', code: 'x' }])
  })

  it("give back a database with Onderdak's own migrations", async () => {
    const own = await newDatabase()
    await migrate({ url: own, dir: migrationsDir })
    const tail = await backup(own, file)
    const target = await newDatabase()
    expect(await restore({ url: target, file, dir: migrationsDir })).toEqual(tail.tabellen)
    expect((await backup(target, file)).tabellen).toEqual(tail.tabellen)
  })

  it('refuse a database with rows', async () => {
    await backup(source, file)
    await expect(restore({ url: source, file, dir })).rejects.toThrow(/De database is niet leeg/)
  })

  it('refuse a file that was cut off, and leave nothing behind', async () => {
    await backup(source, file)
    truncateSync(file, Math.floor(readFileSync(file).length / 2))
    const target = await newDatabase()
    await expect(restore({ url: target, file, dir })).rejects.toThrow(/beschadigd of onvolledig/)
    const { rows } = await withPool(target, (pool) =>
      pool.query("select to_regclass('onderdak.persoon') as tabel"),
    )
    expect(rows).toEqual([{ tabel: null }])
    await expect(restore({ url: target, file: `${file}.weg`, dir })).rejects.toThrow(/bestaat niet/)
  })

  it('refuse a file in which one value was changed or a tail is missing', async () => {
    await backup(source, file)
    const text = gunzipSync(readFileSync(file)).toString()
    const target = await newDatabase()
    writeFileSync(file, gzipSync(text.replace('12345678901234567890.10', '12345678901234567890.11')))
    await expect(restore({ url: target, file, dir })).rejects.toThrow(/checksums differ/)
    writeFileSync(file, gzipSync(text.slice(0, text.lastIndexOf('{"einde"'))))
    await expect(restore({ url: target, file, dir })).rejects.toThrow(/no tail/)
    writeFileSync(file, gzipSync('{"iets": "anders"}\n'))
    await expect(restore({ url: target, file, dir })).rejects.toThrow(/geen back-up van Onderdak/)
  })

  it('refuse a back-up of another version', async () => {
    await backup(source, file)
    const other = mkdtempSync(join(work, 'migraties-'))
    writeFileSync(join(other, '0001_begin.sql'), `${schema} -- anders`)
    await expect(restore({ url: await newDatabase(), file, dir: other })).rejects.toThrow(
      /andere versie van Onderdak/,
    )
  })

  it('leave no half file when the login may not see every row', async () => {
    await withPool(source, (pool) =>
      pool.query(`grant select on all tables in schema onderdak to ${appRole}`),
    )
    const name = `lezer_${process.pid}`
    await withPool(source, (pool) =>
      pool.query(`create role ${name} login in role ${appRole} password 'lezer'`),
    )
    try {
      const url = new URL(source)
      url.username = name
      url.password = 'lezer'
      await expect(backup(url.toString(), file)).rejects.toThrow(/mag niet alle rijen lezen/)
      expect(() => readFileSync(`${file}.deel`)).toThrow()
    } finally {
      await withPool(source, (pool) => pool.query(`drop role ${name}`))
    }
  })
})
