import pg from 'pg'
import {
  BackupError,
  type BackupHead,
  type BackupTail,
  damaged,
  readBackup,
  type StoredColumns,
  type TableSum,
  verifyBackup,
} from './backup-file.ts'
import { listTables, type StoredTable } from './backup-tables.ts'
import { createPool } from './connect.ts'
import { listApplied, migrate, readMigrations } from './migrate.ts'

export interface RestoreOptions {
  readonly url: string
  readonly file: string
  /** Folder of the migrations. */
  readonly dir: string
}

/**
 * Restores into a new database (which it migrates to the state of the back-up) or a migrated one without any rows;
 * refuses every other. The whole file is checked before anything is written, and the rows go in by one transaction. Afterwards the migrations that
 * are newer than the back-up are applied. Returns the rows per table.
 */
export async function restore(options: RestoreOptions): Promise<readonly TableSum[]> {
  const { head, tail } = await verifyBackup(options.file)
  checkHistory(head, options.dir)
  const last = head.migraties.at(-1)?.nummer ?? 0
  const pool = createPool({ url: options.url, role: 'login', max: 1 })
  try {
    const fresh = await isNew(pool)
    if (fresh) await migrate({ url: options.url, dir: options.dir, upTo: last })
    const client = await pool.connect()
    try {
      await client.query('begin')
      await prepare(client, fresh, last)
      await load(client, options.file, tail)
      await client.query('commit')
      await migrate({ url: options.url, dir: options.dir })
      return tail.tabellen
    } finally {
      client.release(true)
    }
  } finally {
    await pool.end()
  }
}

function checkHistory(head: BackupHead, dir: string): void {
  const files = readMigrations(dir)
  for (const done of head.migraties) {
    const file = files.find((migration) => migration.nummer === done.nummer)
    if (file?.sha256 !== done.sha256) {
      throw new BackupError(
        `De back-up hoort bij een andere versie van Onderdak (migratie ${done.nummer}_${done.naam}). Gebruik die of een nieuwere versie.`,
      )
    }
  }
}

async function isNew(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ table: string | null }>(
    "select to_regclass('onderdak.migratie') as table",
  )
  return rows[0]!.table === null
}

async function prepare(client: pg.ClientBase, fresh: boolean, last: number): Promise<void> {
  // The rows were valid when they were saved, and their triggers have already run: neither may happen again.
  try {
    await client.query('set local session_replication_role = replica')
    await client.query('set local row_security = off')
  } catch (error) {
    throw new BackupError(
      'Deze databasegebruiker mag geen back-up herstellen. Laat de beheerder uitvoeren: grant set on parameter session_replication_role to <gebruiker>; en geef bypassrls.',
      { cause: error },
    )
  }
  const tables = await listTables(client)
  if (fresh) {
    // Rows that migrations put in are in the back-up as well; this database is minutes old and ours.
    if (tables.length > 0) await client.query(`truncate ${tables.map((table) => table.sql).join(', ')}`)
    return
  }
  const applied = (await listApplied(client)).at(-1)?.nummer ?? 0
  if (applied !== last) {
    throw new BackupError(
      'De database heeft een andere versie dan de back-up. Herstel in een nieuwe, lege database.',
    )
  }
  for (const table of tables) {
    const found = await client.query(`select 1 from ${table.sql} limit 1`)
    if (found.rowCount !== 0) {
      throw new BackupError(
        `De database is niet leeg (${table.name}). Herstel alleen in een nieuwe, lege database.`,
      )
    }
  }
}

async function load(client: pg.ClientBase, file: string, tail: BackupTail): Promise<void> {
  const known = new Map((await listTables(client)).map((table) => [table.name, table]))
  if (tail.tabellen.length !== known.size) throw otherShape('het aantal tabellen')
  let current: Loader | undefined
  for await (const part of readBackup(file)) {
    if (part.kind === 'row') await current?.add(part.row)
    if (part.kind === 'row') continue
    await current?.flush()
    current = part.kind === 'table' ? new Loader(client, matching(known, part)) : undefined
  }
  for (const sum of tail.tabellen) await verifyCount(client, known.get(sum.tabel)!, sum.rijen)
  for (const { naam, waarde, gebruikt } of tail.reeksen) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [naam, waarde, gebruikt])
  }
}

function matching(known: ReadonlyMap<string, StoredTable>, stored: StoredColumns): StoredTable {
  const table = known.get(stored.tabel)
  if (!table || JSON.stringify(table.columns) !== JSON.stringify(stored.kolommen))
    throw otherShape(stored.tabel)
  return table
}

function otherShape(what: string): BackupError {
  return new BackupError(`De database ziet er anders uit dan de back-up (${what}). Er is niets hersteld.`)
}

async function verifyCount(client: pg.ClientBase, table: StoredTable, expected: number): Promise<void> {
  const { rows } = await client.query<{ n: number }>(`select count(*) as n from ${table.sql}`)
  if (rows[0]!.n !== expected) throw damaged(`${table.name}: ${rows[0]!.n} rows instead of ${expected}`)
}

/** Inserts the rows of one table in batches, each value cast from PostgreSQL's own text. */
class Loader {
  private rows: (string | null)[][] = []
  private readonly statement: string

  constructor(
    private readonly client: pg.ClientBase,
    private readonly table: StoredTable,
  ) {
    const names = table.columns.map((column) => pg.escapeIdentifier(column.naam))
    const casts = table.columns.map((column, i) => `r.c${i}::${column.type}`)
    const params = table.columns.map((_, i) => `$${i + 1}::text[]`)
    const aliases = table.columns.map((_, i) => `c${i}`)
    this.statement = `insert into ${table.sql} (${names.join(', ')}) overriding system value
      select ${casts.join(', ')} from unnest(${params.join(', ')}) as r(${aliases.join(', ')})`
  }

  async add(row: (string | null)[]): Promise<void> {
    this.rows.push(row)
    if (this.rows.length >= 1_000) await this.flush()
  }

  async flush(): Promise<void> {
    if (this.rows.length === 0) return
    const columns = this.table.columns.map((_, i) => this.rows.map((row) => row[i] ?? null))
    await this.client.query(this.statement, columns)
    this.rows = []
  }
}
