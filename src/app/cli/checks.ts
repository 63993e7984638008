import type pg from 'pg'
import type { Config } from '../../platform/config.ts'
import { modelFaults, readCatalogue } from '../../platform/db/catalogue.ts'
import { appRole } from '../../platform/db/connect.ts'
import { listApplied, pendingOf, readMigrations } from '../../platform/db/migrate.ts'
import { migrationsDir } from '../../platform/root.ts'

export interface CheckInput {
  readonly config: Config
  /** Pool of the login that manages the database. */
  readonly login: pg.Pool
  /** Pool in the role of the app. */
  readonly app: pg.Pool
}

/** One thing `onderdak controleer` looks at. Faults are Dutch sentences; none means that it is right. */
export interface Check {
  readonly name: string
  run(input: CheckInput): Promise<readonly string[]>
}

const migrations: Check = {
  name: 'De structuur van de database is bij',
  async run({ login }) {
    const pending = pendingOf(readMigrations(migrationsDir), await listApplied(login))
    return pending.map(
      ({ nummer, naam }) => `Migratie ${nummer}_${naam} is nog niet toegepast. Voer uit: onderdak migreer`,
    )
  },
}

const model: Check = {
  name: 'Elke tabel is toegelicht en afgeschermd',
  run: async ({ login }) => modelFaults(await readCatalogue(login)),
}

const role: Check = {
  name: 'De toepassing kan de afscherming niet omzeilen',
  async run({ app }) {
    const { rows } = await app.query<{ rol: string; omzeilt: boolean; bezit: number }>(
      `select current_user::text as rol, r.rolsuper or r.rolbypassrls as omzeilt,
         (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'onderdak' and c.relowner = r.oid) as bezit
       from pg_roles r where r.rolname = current_user`,
    )
    const row = rows[0]
    if (row?.rol !== appRole)
      return [`De toepassing werkt als ${row?.rol ?? 'onbekend'} in plaats van als ${appRole}.`]
    return [
      ...(row.omzeilt ? [`De rol ${appRole} mag de afscherming per rij omzeilen.`] : []),
      ...(row.bezit > 0 ? [`De rol ${appRole} is eigenaar van ${row.bezit} tabel(len).`] : []),
    ]
  },
}

/** In order; a module adds its own here (for example the chain of the audit log). */
export const checks: readonly Check[] = [migrations, model, role]
