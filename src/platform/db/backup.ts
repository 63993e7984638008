import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { BackupError, type BackupHead, type BackupTail, type TableSum } from './backup-file.ts'
import { listTables, readSequences, type StoredTable } from './backup-tables.ts'
import { createPool } from './connect.ts'
import { listApplied } from './migrate.ts'

const batch = 2_000

/** Writes one consistent snapshot of every table; the file appears under its name only when complete. */
export async function backup(url: string, file: string): Promise<BackupTail> {
  const pool = createPool({ url, role: 'login', max: 1 })
  const part = `${file}.deel`
  try {
    const client = await pool.connect()
    try {
      await client.query('begin isolation level repeatable read read only')
      // An error instead of a back-up that silently misses the rows this login may not see.
      await client.query('set local row_security = off')
      const tail = await writeSnapshot(client, part)
      await client.query('commit')
      renameSync(part, file)
      return tail
    } finally {
      client.release(true)
    }
  } catch (error) {
    rmSync(part, { force: true })
    throw explain(error)
  } finally {
    await pool.end()
  }
}

async function writeSnapshot(client: pg.ClientBase, part: string): Promise<BackupTail> {
  const gzip = createGzip({ level: 6 })
  const out = createWriteStream(part, { mode: 0o600, flush: true })
  const done = finished(gzip.pipe(out))
  // Reported by `await done`; without a listener a full disk would end the process first.
  done.catch(() => {})
  gzip.on('error', () => {})
  const write = async (value: unknown) => {
    const line = `${JSON.stringify(value)}\n`
    if (!gzip.write(line)) await Promise.race([once(gzip, 'drain'), done])
    return line
  }
  const head: BackupHead = {
    soort: 'onderdak-backup',
    versie: 1,
    gemaaktOp: new Date().toISOString(),
    migraties: await listApplied(client),
  }
  await write(head)
  const tabellen: TableSum[] = []
  for (const table of await listTables(client)) {
    await write({ tabel: table.name, kolommen: table.columns })
    tabellen.push(await writeRows(client, table, write))
  }
  const tail: BackupTail = { einde: true, tabellen, reeksen: await readSequences(client) }
  await write(tail)
  gzip.end()
  await done
  return tail
}

async function writeRows(
  client: pg.ClientBase,
  table: StoredTable,
  write: (value: unknown) => Promise<string>,
): Promise<TableSum> {
  const hash = createHash('sha256')
  const columns = table.columns.map((column) => `${pg.escapeIdentifier(column.naam)}::text`)
  const selected = columns.length === 0 ? "''" : columns.join(', ')
  await client.query(`declare rijen no scroll cursor for select ${selected} from ${table.sql}`)
  let rijen = 0
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `fetch ${batch} from rijen`,
      rowMode: 'array',
    })
    for (const row of rows) hash.update(await write(row))
    rijen += rows.length
    if (rows.length < batch) break
  }
  await client.query('close rijen')
  return { tabel: table.name, rijen, sha256: hash.digest('hex') }
}

function explain(error: unknown): unknown {
  if (error instanceof pg.DatabaseError && error.code === '42501') {
    return new BackupError(
      `Deze databasegebruiker mag niet alle rijen lezen. Gebruik een gebruiker met bypassrls. (${error.message})`,
      { cause: error },
    )
  }
  return error
}
