import pg from 'pg'

export interface StoredTable {
  /** `schema.table` without quotes, as it stands in the back-up. */
  readonly name: string
  /** The same, quoted. */
  readonly sql: string
  readonly columns: readonly { readonly naam: string; readonly type: string }[]
}

/** History that the migrations write themselves. */
const skipped = ['onderdak.migratie', 'graphile_worker.migrations']

/** Every table of the application and of its job queue, with the columns that can be written. */
export async function listTables(client: pg.ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query<{
    schema: string
    table: string
    columns: { naam: string; type: string }[]
  }>(`
    select n.nspname as schema, c.relname as table,
      coalesce(json_agg(json_build_object('naam', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        filter (where a.attnum is not null), '[]') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where n.nspname in ('onderdak', 'graphile_worker') and c.relkind in ('r', 'p') and not c.relispartition
    group by n.nspname, c.relname order by n.nspname collate "C", c.relname collate "C"`)
  return rows
    .map((row) => ({
      name: `${row.schema}.${row.table}`,
      sql: `${pg.escapeIdentifier(row.schema)}.${pg.escapeIdentifier(row.table)}`,
      columns: row.columns,
    }))
    .filter((table) => !skipped.includes(table.name))
}

/** Where each sequence stands. Sequences stand outside the snapshot: a number may be skipped, never given twice. */
export async function readSequences(
  client: pg.ClientBase,
): Promise<{ naam: string; waarde: string; gebruikt: boolean }[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('onderdak', 'graphile_worker') and c.relkind = 'S' order by 1, 2`)
  const found = []
  for (const { schema, name } of rows) {
    const quoted = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`
    const state = await client.query<{ waarde: string; gebruikt: boolean }>(
      `select last_value::text as waarde, is_called as gebruikt from ${quoted}`,
    )
    found.push({ naam: quoted, ...state.rows[0]! })
  }
  return found
}
