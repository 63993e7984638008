import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { bootstrap, DatabaseError } from './bootstrap.ts'
import { appRole, createPool, ownerRole } from './connect.ts'

export interface Migration {
  readonly nummer: number
  readonly naam: string
  readonly sha256: string
  readonly sql: string
}

export type AppliedMigration = Pick<Migration, 'nummer' | 'naam' | 'sha256'>

export interface MigrateOptions {
  /** URL of a login that may become owner and app role. */
  readonly url: string
  /** Folder of `NNNN_name.sql`. */
  readonly dir: string
  /** Apply no further than this number; used to restore an older back-up. */
  readonly upTo?: number
}

/** One key for the whole system, so that processes that start together migrate one after the other. */
const lockKey = 7_304_190_621

const filePattern = /^(\d{4})_([a-z0-9_]+)\.sql$/

/** The files in order; refuses wrong names, doubles and gaps. */
export function readMigrations(dir: string): Migration[] {
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return files.map((name, index) => {
    const match = filePattern.exec(name)
    if (!match)
      throw new DatabaseError(`De migratie ${name} heeft geen geldige naam (verwacht: 0001_naam.sql).`)
    const nummer = Number(match[1])
    if (nummer !== index + 1) {
      throw new DatabaseError(
        `De migraties zijn niet doorlopend genummerd: ${name} staat op plaats ${index + 1}.`,
      )
    }
    const sql = readFileSync(join(dir, name), 'utf8').replaceAll('\r\n', '\n')
    return { nummer, naam: match[2]!, sha256: createHash('sha256').update(sql).digest('hex'), sql }
  })
}

/** Prepares the database and applies what is missing; returns what was applied now. Safe from several processes at once. */
export async function migrate(options: MigrateOptions): Promise<AppliedMigration[]> {
  const migrations = readMigrations(options.dir)
  const pool = createPool({ url: options.url, role: 'login', max: 1 })
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await bootstrap(client)
    await client.query(`set role ${ownerRole}`)
    await client.query(historyTable)
    const pending = pendingOf(migrations, await listApplied(client)).filter(
      (migration) => migration.nummer <= (options.upTo ?? Number.MAX_SAFE_INTEGER),
    )
    for (const migration of pending) await apply(client, migration)
    await client.query('reset role')
    await migrateJobs(options.url)
    return pending.map(({ nummer, naam, sha256 }) => ({ nummer, naam, sha256 }))
  } finally {
    // Ending the session frees the advisory lock, also after an error.
    client.release(true)
    await pool.end()
  }
}

const historyTable = `
  create table if not exists onderdak.migratie (
    nummer integer primary key,
    naam text not null,
    sha256 text not null,
    toegepast_op timestamptz not null default now()
  );
  comment on table onderdak.migratie is 'Toegepaste wijzigingen van de databasestructuur, in volgorde.';
  comment on column onderdak.migratie.nummer is 'Volgnummer van het migratiebestand.';
  comment on column onderdak.migratie.naam is 'Naam van het migratiebestand zonder nummer.';
  comment on column onderdak.migratie.sha256 is 'Controlegetal van de inhoud; een gewijzigd bestand wordt geweigerd.';
  comment on column onderdak.migratie.toegepast_op is 'Moment waarop de migratie is toegepast.';
  grant select on onderdak.migratie to ${appRole};`

export async function listApplied(client: pg.ClientBase | pg.Pool): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'select nummer, naam, sha256 from onderdak.migratie order by nummer',
  )
  return rows
}

/** What still has to be applied; throws when the applied history differs from the files. */
export function pendingOf(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration[] {
  for (const done of applied) {
    const file = migrations.find((migration) => migration.nummer === done.nummer)
    const label = `${String(done.nummer).padStart(4, '0')}_${done.naam}`
    if (!file) {
      throw new DatabaseError(
        `De database is nieuwer dan deze versie van Onderdak: migratie ${label} is toegepast maar ontbreekt. Gebruik de nieuwste versie.`,
      )
    }
    if (file.sha256 !== done.sha256) {
      throw new DatabaseError(
        `Migratie ${label} is gewijzigd nadat zij was toegepast. Zet het oorspronkelijke bestand terug en maak een nieuwe migratie.`,
      )
    }
  }
  return migrations.filter((migration) => !applied.some((done) => done.nummer === migration.nummer))
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query(`set local role ${ownerRole}`)
    await client.query('insert into onderdak.migratie (nummer, naam, sha256) values ($1, $2, $3)', [
      migration.nummer,
      migration.naam,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new DatabaseError(
      `Migratie ${String(migration.nummer).padStart(4, '0')}_${migration.naam} is mislukt en teruggedraaid: ${describe(error, migration.sql)}`,
      { cause: error },
    )
  }
}

function describe(error: unknown, sql: string): string {
  if (!(error instanceof pg.DatabaseError)) return String(error)
  const line = error.position ? ` (regel ${sql.slice(0, Number(error.position)).split('\n').length})` : ''
  return `${error.message}${line}${error.detail ? ` — ${error.detail}` : ''}`
}

const silent = new Logger(() => () => {})

/** The job queue's own tables, owned by the owner; the app role may add, run and clean up jobs. */
async function migrateJobs(url: string): Promise<void> {
  const pool = createPool({ url, role: ownerRole, max: 1 })
  try {
    await runMigrations({ pgPool: pool, logger: silent, schema: 'graphile_worker' })
    await pool.query(`
      grant usage on schema graphile_worker to ${appRole};
      grant select, insert, update, delete on all tables in schema graphile_worker to ${appRole};
      grant usage, select, update on all sequences in schema graphile_worker to ${appRole};
      grant execute on all functions in schema graphile_worker to ${appRole};
      do $$
      declare wachtrij record;
      begin
        for wachtrij in
          select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'graphile_worker' and c.relkind in ('r', 'p') and c.relrowsecurity
            and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'onderdak_app')
        loop
          execute format('create policy onderdak_app on graphile_worker.%I to ${appRole} using (true) with check (true)',
            wachtrij.relname);
        end loop;
      end $$;`)
  } finally {
    await pool.end()
  }
}
