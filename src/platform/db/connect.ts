import { Kysely } from 'kysely'
import pg from 'pg'
import { LeanPostgresDialect } from './lean-driver.ts'
import { preparing } from './prepare.ts'
import type { DB } from './tables.ts'

/** Roles of the whole cluster: the owner of all tables, and the role in which every request runs. */
export const ownerRole = 'onderdak_eigenaar'
export const appRole = 'onderdak_app'
/** Owns the few functions that look past row-level security (db/migrations/0003_persoon.sql); nobody signs in as it. */
export const coreRole = 'onderdak_kern'
/** Reads facts under a pseudonym and nothing else (db/migrations/0039_feiten.sql); a request takes it for its figures. */
export const statsRole = 'onderdak_statistiek'
/** Reads what was published and nothing else (db/migrations/0049_openbaar.sql); who asks without an account reads figures as it. */
export const publicRole = 'onderdak_publiek'

/** Settings that every connection gets, whatever the server's defaults are. */
const commonOptions =
  '-c search_path=onderdak,public -c timezone=UTC -c datestyle=ISO,YMD -c intervalstyle=iso_8601'

export type PoolRole = typeof ownerRole | typeof appRole | 'login'

export interface PoolOptions {
  readonly url: string
  /** Role that the connection starts in and that `reset role` returns to. */
  readonly role: PoolRole
  readonly max?: number
  readonly onError?: (error: Error) => void
  /** More settings of the session, e.g. `-c synchronous_commit=off`. */
  readonly settings?: string
}

/**
 * Values as the code wants them: date and numeric as text, int8 as a number (refused when it would lose digits),
 * timestamptz as a Date.
 */
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.NUMERIC, (text) => text],
  [pg.types.builtins.INT8, safeInteger],
  // Text, because the driver's own parser does not know the ISO form that every session asks for.
  [pg.types.builtins.INTERVAL, (text) => text],
  [1231, (text) => parseTextArray(text)], // numeric[]
  [1182, (text) => parseTextArray(text)], // date[]
  [1016, (text) => parseTextArray(text).map((item) => (item === null ? null : safeInteger(item)))], // int8[]
])

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, (format ?? 'text') as 'text'),
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit in a number`)
  return value
}

type TypeId = Parameters<typeof pg.types.getTypeParser>[0]

const textArray = pg.types.getTypeParser(1009 as TypeId, 'text') as (text: string) => (string | null)[]

function parseTextArray(text: string): (string | null)[] {
  return textArray(text)
}

/** A pool that survives a server stopping under it; the caller ends it. */
export function createPool(options: PoolOptions): pg.Pool {
  const role = options.role === 'login' ? '' : ` -c role=${options.role}`
  const onError = options.onError ?? (() => {})
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 10,
    options: `${commonOptions}${role} ${options.settings ?? ''}`,
    types,
    // A statement is sent without waiting for the answer to the one before it (lean-driver.ts).
    pipeline: true,
    application_name: 'onderdak',
    connectionTimeoutMillis: 60_000,
  })
  // Without listeners a server that stops would end the process; idle and busy clients each report their own loss.
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  return pool
}

/** Kysely on a pool; `destroy()` ends the pool as well. */
export function createDb(pool: pg.Pool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new LeanPostgresDialect({ pool: preparing(pool) }) })
}
