import type pg from 'pg'
import { type BrokenLink, verifyAudit } from '../../platform/audit/audit.ts'
import type { Config } from '../../platform/config.ts'
import { modelFaults, readCatalogue } from '../../platform/db/catalogue.ts'
import { appRole, createDb } from '../../platform/db/connect.ts'
import { listApplied, pendingOf, readMigrations } from '../../platform/db/migrate.ts'
import { migrationsDir } from '../../platform/root.ts'

export interface CheckInput {
  readonly config: Config
  /** Pool of the login that manages the database. */
  readonly login: pg.Pool
  /** Pool in the role of the app. */
  readonly app: pg.Pool
  /** Pool in the role of the owner of all tables, which may read the audit book of every region. */
  readonly owner: pg.Pool
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

const breuken: Readonly<Record<BrokenLink['fout'], string>> = {
  hash_klopt_niet: 'deze regel is na het schrijven gewijzigd',
  keten_onderbroken: 'deze regel sluit niet aan op de regel ervoor',
  rij_ontbreekt: 'voor deze regel is iets verwijderd',
  einde_ontbreekt: 'de laatste regel is verwijderd of vervangen',
}

const auditChain: Check = {
  name: 'Het logboek is compleet en niet gewijzigd',
  async run({ owner }) {
    const { rows } = await owner.query<{ er: boolean }>(
      "select to_regclass('onderdak.audit') is not null as er",
    )
    if (!rows[0]!.er) return ['Er is nog geen logboek. Voer uit: onderdak migreer']
    const { fouten } = await verifyAudit(createDb(owner))
    return fouten.map(
      ({ regio, volgnummer, fout }) =>
        `Regio ${regio}, eerste foute regel is nummer ${volgnummer}: ${breuken[fout]}.`,
    )
  },
}

const feiten: Check = {
  name: 'Cijfers worden geteld uit wat het register zegt',
  async run({ owner }) {
    const { rows } = await owner.query<{ feit: string; wat: string; aantal: number; voorbeeld: string }>(
      `select feit, wat, count(*)::int as aantal, min(sleutel::text) as voorbeeld from onderdak.controleer_feiten() group by 1, 2 order by 1, 2`,
    )
    const { rows: stappen } = await owner.query<{ aantal: number }>(
      'select count(*)::int as aantal from onderdak.controleer_bezetting()',
    )
    const bezetting =
      stappen[0]!.aantal === 0
        ? []
        : [`Het verloop van de bezetting klopt op ${stappen[0]!.aantal} dagen niet.`]
    const { rows: perioden } = await owner.query<{ aantal: number }>(
      'select count(*)::int as aantal from onderdak.controleer_ethos()',
    )
    const ethos =
      perioden[0]!.aantal === 0
        ? []
        : [`De perioden van ETHOS Light kloppen ${perioden[0]!.aantal} keer niet.`]
    return [
      ...bezetting,
      ...ethos,
      ...rows.map(
        ({ feit, wat, aantal, voorbeeld }) =>
          `Feiten over ${feit}: ${aantal} keer ${wat}, bijvoorbeeld ${voorbeeld}.`,
      ),
    ]
  },
}

/** In order of how much depends on them. */
export const checks: readonly Check[] = [migrations, model, role, auditChain, feiten]
