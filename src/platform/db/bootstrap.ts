import pg from 'pg'
import { appRole, coreRole, ownerRole, publicRole, statsRole } from './connect.ts'

/** A database that cannot be prepared: Dutch for the administrator, with the SQL that repairs it. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
}

const extensions = ['btree_gist', 'pg_trgm', 'pgcrypto', 'unaccent'] as const

/** duplicate_object, unique_violation in pg_authid, and "tuple concurrently updated": another start did the same. */
const raceCodes = ['42710', '23505', 'XX000', '42P06', '40P01']

/**
 * Makes roles, schema and extensions; runs as the login, again and again without harm. Roles belong to the cluster, so
 * another database may be making them at this very moment: an advisory lock does not help there, trying again does.
 */
export async function bootstrap(client: pg.ClientBase): Promise<void> {
  const version = await requireVersion(client)
  for (const role of [ownerRole, appRole, coreRole, statsRole, publicRole]) await ensureRole(client, role)
  const { rows } = await client.query<{ db: string; login: string }>(
    'select current_database() as db, session_user as login',
  )
  const database = pg.escapeIdentifier(rows[0]!.db)
  const login = pg.escapeIdentifier(rows[0]!.login)
  for (const role of [ownerRole, appRole]) {
    // From 16 on, who makes a role is a member of it without being allowed to become it.
    const right = version >= 160_000 ? 'set' : 'member'
    const member = await client.query<{ ja: boolean }>('select pg_has_role(session_user, $1, $2) as ja', [
      role,
      right,
    ])
    if (!member.rows[0]!.ja) await attempt(client, `grant ${role} to ${login}`)
  }
  for (const role of [statsRole, publicRole]) await letAppTakeRole(client, role, version)
  await attempt(client, `grant connect, create, temporary on database ${database} to ${ownerRole}`)
  await attempt(client, `grant connect on database ${database} to ${appRole}`)
  for (const name of extensions) await ensureExtension(client, name)
  for (const schema of ['onderdak', 'graphile_worker']) {
    const found = await client.query('select 1 from pg_namespace where nspname = $1', [schema])
    if (found.rowCount === 0) await attempt(client, `create schema ${schema} authorization ${ownerRole}`)
    // Granted by the owner itself: the login need not be the owner.
    await asOwner(client, `grant usage on schema ${schema} to ${appRole}`)
    if (schema === 'onderdak')
      await asOwner(client, `grant usage on schema onderdak to ${statsRole}, ${publicRole}`)
  }
  await attempt(client, `grant usage on schema public to ${appRole}, ${ownerRole}, ${coreRole}`)
  // The owner hands functions over to the core role, which therefore may create in the schema.
  const core = await client.query<{ ja: boolean }>("select pg_has_role($1, $2, 'member') as ja", [
    ownerRole,
    coreRole,
  ])
  if (!core.rows[0]!.ja) await attempt(client, `grant ${coreRole} to ${ownerRole}`)
  await asOwner(client, `grant usage, create on schema onderdak to ${coreRole}`)
}

/** A request may become the role of the statistics or of the public, and has nothing of it before. */
async function letAppTakeRole(client: pg.ClientBase, role: string, version: number): Promise<void> {
  const { rows } = await client.query<{ ja: boolean }>("select pg_has_role($1, $2, 'member') as ja", [
    appRole,
    role,
  ])
  if (rows[0]!.ja) return
  if (version < 160_000) await attempt(client, `alter role ${appRole} noinherit`)
  const how = version < 160_000 ? '' : ' with inherit false, set true'
  await attempt(client, `grant ${role} to ${appRole}${how}`)
}

async function requireVersion(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
  const version = Number(rows[0]!.server_version_num)
  if (version < 150_000) {
    throw new DatabaseError(
      `Onderdak heeft PostgreSQL 15 of nieuwer nodig; deze server heeft versie ${Math.floor(version / 10_000)}.`,
    )
  }
  return version
}

async function ensureRole(client: pg.ClientBase, role: string): Promise<void> {
  const found = await client.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
    'select rolsuper, rolbypassrls from pg_roles where rolname = $1',
    [role],
  )
  const row = found.rows[0]
  if (!row) return attempt(client, `create role ${role} nologin nosuperuser nocreatedb nocreaterole`)
  if (row.rolsuper || row.rolbypassrls) {
    throw new DatabaseError(
      `De databaserol ${role} mag de afscherming van gegevens omzeilen. Voer uit: alter role ${role} nosuperuser nobypassrls;`,
    )
  }
}

async function ensureExtension(client: pg.ClientBase, name: string): Promise<void> {
  const found = await client.query('select 1 from pg_extension where extname = $1', [name])
  if (found.rowCount === 0) await attempt(client, `create extension if not exists ${name} with schema public`)
}

async function asOwner(client: pg.ClientBase, statement: string): Promise<void> {
  await client.query(`set role ${ownerRole}`)
  try {
    await attempt(client, statement)
  } finally {
    await client.query('reset role')
  }
}

async function attempt(client: pg.ClientBase, statement: string): Promise<void> {
  for (let turn = 1; ; turn++) {
    try {
      await client.query(statement)
      return
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error
      if (turn > 1 && (error.code === '42710' || error.code === '42P06')) return
      if (turn < 10 && raceCodes.includes(error.code ?? '')) {
        await new Promise((resolve) => setTimeout(resolve, 20 * turn))
        continue
      }
      if (error.code === '42501' || error.code === '58P01' || error.code === '0A000')
        throw notAllowed(statement, error)
      throw error
    }
  }
}

function notAllowed(statement: string, error: pg.DatabaseError): DatabaseError {
  return new DatabaseError(
    `De databasegebruiker mag de database niet inrichten. Laat de databasebeheerder dit uitvoeren: ${statement};\n  (${error.message})`,
    { cause: error },
  )
}
