import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { z } from 'zod'
import { BackupError, digest, type TableSum } from './backup.ts'
import { listTables, type StoredTable } from './backup-tables.ts'
import { createPool } from './connect.ts'
import { listApplied, migrate, readMigrations } from './migrate.ts'

const Head = z.object({
  soort: z.literal('onderdak-backup'),
  versie: z.literal(1),
  gemaaktOp: z.string(),
  migraties: z.array(z.object({ nummer: z.number().int(), naam: z.string(), sha256: z.string() })),
})
const TableLine = z.object({
  tabel: z.string(),
  kolommen: z.array(z.object({ naam: z.string(), type: z.string() })),
})
const Tail = z.object({
  einde: z.literal(true),
  tabellen: z.array(z.object({ tabel: z.string(), rijen: z.number().int(), sha256: z.string() })),
  reeksen: z.array(z.object({ naam: z.string(), waarde: z.string(), gebruikt: z.boolean() })),
})
type Tail = z.infer<typeof Tail>
const Row = z.array(z.string().nullable())

export interface RestoreOptions {
  readonly url: string
  readonly file: string
  /** Folder of the migrations. */
  readonly dir: string
}

/**
 * Restores into a new database (which it migrates to the state of the back-up) or a migrated one without any rows;
 * refuses every other. All in one transaction: a damaged file leaves nothing behind. Afterwards the migrations that
 * are newer than the back-up are applied. Returns the rows per table.
 */
export async function restore(options: RestoreOptions): Promise<TableSum[]> {
  const head = await readHead(options.file)
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
      const sums = await load(client, options.file)
      await client.query('commit')
      await migrate({ url: options.url, dir: options.dir })
      return sums
    } finally {
      client.release(true)
    }
  } finally {
    await pool.end()
  }
}

async function* linesOf(file: string): AsyncGenerator<unknown> {
  const input = createReadStream(file)
  const gunzip = createGunzip()
  input.on('error', (error) => gunzip.destroy(error))
  const lines = createInterface({ input: input.pipe(gunzip), crlfDelay: Number.POSITIVE_INFINITY })
  let broken: unknown
  gunzip.on('error', (error) => {
    broken = error
    lines.close()
  })
  try {
    for await (const line of lines) yield JSON.parse(line)
  } catch (error) {
    throw damaged(String(error))
  } finally {
    input.destroy()
  }
  if (broken) throw damaged(String(broken))
}

function damaged(why: string): BackupError {
  return new BackupError(`De back-up is beschadigd of onvolledig. Er is niets hersteld. (${why})`)
}

async function readHead(file: string): Promise<z.infer<typeof Head>> {
  for await (const line of linesOf(file)) {
    const head = Head.safeParse(line)
    if (head.success) return head.data
    throw new BackupError('Dit bestand is geen back-up van Onderdak, of is met een nieuwere versie gemaakt.')
  }
  throw damaged('empty file')
}

function checkHistory(head: z.infer<typeof Head>, dir: string): void {
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

async function load(client: pg.ClientBase, file: string): Promise<TableSum[]> {
  const known = new Map((await listTables(client)).map((table) => [table.name, table]))
  const sums: TableSum[] = []
  let current: Loader | undefined
  let tail: Tail | undefined
  let first = true
  for await (const line of linesOf(file)) {
    if (first) {
      first = false
    } else if (Array.isArray(line)) {
      if (!current) throw damaged('row without table')
      await current.add(Row.parse(line))
    } else {
      if (current) sums.push(await current.finish())
      current = undefined
      const ending = Tail.safeParse(line)
      if (ending.success) tail = ending.data
      else current = loaderFor(client, known, TableLine.parse(line))
    }
  }
  if (!tail) throw damaged('no tail')
  if (JSON.stringify(sums) !== JSON.stringify(tail.tabellen)) throw damaged('counts or checksums differ')
  if (sums.length !== known.size) throw damaged('tables differ')
  for (const sum of sums) await verifyCount(client, known.get(sum.tabel)!, sum.rijen)
  for (const { naam, waarde, gebruikt } of tail.reeksen) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [naam, waarde, gebruikt])
  }
  return sums
}

function loaderFor(
  client: pg.ClientBase,
  known: Map<string, StoredTable>,
  line: z.infer<typeof TableLine>,
): Loader {
  const table = known.get(line.tabel)
  if (!table || JSON.stringify(table.columns) !== JSON.stringify(line.kolommen)) {
    throw new BackupError(
      `Tabel ${line.tabel} ziet er in de database anders uit dan in de back-up. Er is niets hersteld.`,
    )
  }
  return new Loader(client, table)
}

async function verifyCount(client: pg.ClientBase, table: StoredTable, expected: number): Promise<void> {
  const { rows } = await client.query<{ n: number }>(`select count(*) as n from ${table.sql}`)
  if (rows[0]!.n !== expected) throw damaged(`${table.name}: ${rows[0]!.n} rows instead of ${expected}`)
}

/** Inserts the rows of one table in batches, each value cast from PostgreSQL's own text. */
class Loader {
  private rows: (string | null)[][] = []
  private count = 0
  private readonly hash: Hash = createHash('sha256')
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
    if (row.length !== this.table.columns.length) throw damaged(`${this.table.name}: wrong number of values`)
    this.hash.update(`${JSON.stringify(row)}\n`)
    this.rows.push(row)
    this.count++
    if (this.rows.length >= 1_000) await this.flush()
  }

  async finish(): Promise<TableSum> {
    await this.flush()
    return { tabel: this.table.name, rijen: this.count, sha256: digest(this.hash) }
  }

  private async flush(): Promise<void> {
    if (this.rows.length === 0) return
    await this.client.query(
      this.statement,
      this.table.columns.map((_, i) => this.rows.map((row) => row[i] ?? null)),
    )
    this.rows = []
  }
}
