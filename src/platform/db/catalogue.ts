import type pg from 'pg'

export interface Table {
  readonly name: string
  readonly kind: 'table' | 'view'
  readonly comment: string | null
  readonly rls: boolean
  readonly forcedRls: boolean
  readonly columns: readonly Column[]
  readonly constraints: readonly Constraint[]
}

export interface Column {
  readonly name: string
  /** As PostgreSQL writes it, e.g. `timestamp with time zone`. */
  readonly type: string
  /** Name of the base type, of the element type for an array: `timestamptz`. */
  readonly baseType: string
  readonly isArray: boolean
  /** Values of an enum type, else empty. */
  readonly values: readonly string[]
  readonly required: boolean
  readonly hasDefault: boolean
  /** Computed by the database; can never be written. */
  readonly computed: boolean
  readonly comment: string | null
}

export interface Constraint {
  readonly name: string
  readonly definition: string
  readonly comment: string | null
}

/** Every table and view of schema onderdak, by name; partitions are left out, their parent stands for them. */
export async function readCatalogue(client: pg.ClientBase | pg.Pool): Promise<Table[]> {
  const tables = await client.query<Omit<Table, 'columns' | 'constraints'>>(tablesSql)
  const columns = await client.query<Column & { table: string }>(columnsSql)
  const constraints = await client.query<Constraint & { table: string }>(constraintsSql)
  return tables.rows.map((table) => ({
    ...table,
    columns: columns.rows.filter((column) => column.table === table.name),
    constraints: constraints.rows.filter((constraint) => constraint.table === table.name),
  }))
}

const ours = `n.nspname = 'onderdak' and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition`

const tablesSql = `
  select c.relname as name, case when c.relkind in ('v', 'm') then 'view' else 'table' end as kind,
    obj_description(c.oid, 'pg_class') as comment, c.relrowsecurity as rls, c.relforcerowsecurity as "forcedRls"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${ours} order by c.relname collate "C"`

const columnsSql = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    base.typname as "baseType", plain.typelem <> 0 and plain.typlen = -1 as "isArray",
    array(select e.enumlabel::text from pg_enum e where e.enumtypid = base.oid order by e.enumsortorder) as values,
    a.attnotnull as required, a.atthasdef or a.attidentity <> '' as "hasDefault",
    a.attgenerated <> '' or a.attidentity = 'a' as computed, col_description(c.oid, a.attnum) as comment
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  join pg_type plain on plain.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
  join pg_type base on base.oid = case when plain.typelem <> 0 and plain.typlen = -1 then plain.typelem else plain.oid end
  where ${ours} order by c.relname collate "C", a.attnum`

// Type 'n' (not null as a constraint) exists from PostgreSQL 18 on and is said by the column already.
const constraintsSql = `
  select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition,
    obj_description(k.oid, 'pg_constraint') as comment
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_constraint k on k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c', 'x')
  where ${ours}
  union all
  select c.relname, i.relname, pg_get_indexdef(x.indexrelid), obj_description(i.oid, 'pg_class')
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_index x on x.indrelid = c.oid and x.indisunique
  join pg_class i on i.oid = x.indexrelid
  where ${ours} and not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
  order by 1, 2`

/** What the model rules demand of a table; each fault is a Dutch sentence. */
export function modelFaults(tables: readonly Table[]): string[] {
  return tables.flatMap((table) => {
    const faults: string[] = []
    if (!table.comment)
      faults.push(
        `${table.kind === 'view' ? 'View' : 'Tabel'} ${table.name} heeft geen toelichting (comment on).`,
      )
    if (table.kind === 'view') return faults
    for (const column of table.columns) {
      if (!column.comment)
        faults.push(`Kolom ${table.name}.${column.name} heeft geen toelichting (comment on).`)
    }
    if (aboutPerson(table) && !(table.rls && table.forcedRls)) {
      faults.push(
        `Tabel ${table.name} gaat over een persoon maar heeft geen verplichte afscherming per rij (force row level security).`,
      )
    }
    return faults
  })
}

function aboutPerson(table: Table): boolean {
  return table.name === 'persoon' || table.columns.some((column) => column.name === 'persoon_id')
}
