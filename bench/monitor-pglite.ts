import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import type pg from 'pg'
import { bootstrap } from '../src/platform/db/bootstrap.ts'
import { ownerRole, statsRole } from '../src/platform/db/connect.ts'
import { migrationsDir } from '../src/platform/root.ts'
import { median } from './load.ts'
import { ethosVraag, scan, type Vraag, vragen } from './monitor-vragen.ts'

/** As far as it is used here. */
interface Pglite {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
  exec(text: string): Promise<{ rows: Record<string, unknown>[] }[]>
  close(): Promise<void>
}

/** Everything that the questions read. */
const tabellen = [
  'regio',
  'feit_product',
  'feit_verblijf',
  'feit_wacht',
  'feit_melding',
  'feit_in_beeld',
  'ethos_regel',
  'ethos_periode',
  'bezetting_stap',
  'bezetting_maand',
]
const perKeer = 5000

/**
 * D7: the questions of one region in PGlite and in PostgreSQL, in turns, with the same migrations, rows, role and policies.
 * Stops when the two answer differently.
 */
export async function compareWithPglite(
  pool: pg.Pool,
  { folder, regio, rounds }: { readonly folder: string; readonly regio: string; readonly rounds: number },
): Promise<void> {
  const lite = await openPglite(folder)
  await pool.query('reset role')
  await copy(pool, lite)
  await pool.query('vacuum analyze')
  await lite.exec('vacuum analyze')
  const instellingen = `select set_config('app.regio', '${regio}', false); set jit = off; set max_parallel_workers_per_gather = 0; set role ${statsRole}`
  await pool.query(instellingen)
  await lite.exec(instellingen)
  const in_ = {
    postgres: ({ text, values }: Vraag) => pool.query(text, values),
    pglite: ({ text, values }: Vraag) => lite.query(text, values),
  }
  const tijd = async (waar: keyof typeof in_, vraag: Vraag) => {
    const start = performance.now()
    await in_[waar](vraag)
    return performance.now() - start
  }
  console.log(
    '| Vraag | Rijen | PostgreSQL ms | PGlite ms | Verhouding | Snelste door snelste | Laagste en hoogste |\n|---|---:|---:|---:|---:|---:|---|',
  )
  for (const [naam, vraag] of [
    ...vragen,
    ['D5 ETHOS op een dag', ethosVraag] as const,
    ['scan van de feiten over verblijf', scan] as const,
  ]) {
    const rijen = await expectSame(naam, vraag)
    const paren: [number, number][] = []
    for (let i = 0; i < rounds; i++) paren.push([await tijd('postgres', vraag), await tijd('pglite', vraag)])
    /** Of a busy machine the fastest round tells most. */
    const snelste = (nr: 0 | 1) => Math.min(...paren.map((paar) => paar[nr]))
    const keer = paren.map(([a, b]) => b / a)
    console.log(
      `| ${naam} | ${rijen} | ${median(paren.map(([a]) => a)).toFixed(1)} | ${median(paren.map(([, b]) => b)).toFixed(1)} | ${median(keer).toFixed(2)} | ${(snelste(1) / snelste(0)).toFixed(2)} | ${Math.min(...keer).toFixed(2)} tot ${Math.max(...keer).toFixed(2)} |`,
    )
  }
  await lite.close()

  async function expectSame(naam: string, { text, values }: Vraag): Promise<number> {
    const alsTekst = { text: `select q::text as rij from (${text}) q`, values }
    const [hier, daar] = [await in_.postgres(alsTekst), await in_.pglite(alsTekst)].map(({ rows }) =>
      rows.map((row) => String(row.rij)).sort(),
    )
    if (JSON.stringify(hier) !== JSON.stringify(daar)) throw new Error(`${naam} differs in PGlite`)
    return hier!.length
  }
}

/** A new one in memory, with the whole schema. */
async function openPglite(folder: string): Promise<Pglite> {
  const need = createRequire(join(resolve(folder), 'index.js'))
  const load = async (naam: string) =>
    (await import(need.resolve(`@electric-sql/pglite${naam}`))) as Record<string, unknown>
  const namen = ['btree_gist', 'pg_trgm', 'pgcrypto', 'unaccent']
  const extensions = Object.fromEntries(
    await Promise.all(namen.map(async (naam) => [naam, (await load(`/contrib/${naam}`))[naam]])),
  )
  const { PGlite } = (await load('')) as { PGlite: { create(options: object): Promise<Pglite> } }
  const start = performance.now()
  const lite = await PGlite.create({ extensions })
  const begonnen = performance.now()
  const client = {
    query: async (text: string, values?: unknown[]) => {
      const rows = (values ? await lite.query(text, values) : (await lite.exec(text)).at(-1))?.rows ?? []
      return { rows, rowCount: rows.length }
    },
  }
  await bootstrap(client as never)
  await lite.exec(`set search_path = onderdak, public; set role ${ownerRole}`)
  for (const bestand of readdirSync(migrationsDir).sort())
    await lite.exec(`begin; ${readFileSync(join(migrationsDir, bestand), 'utf8')}; commit`)
  await lite.exec('reset role')
  const { rows } = await lite.query('select version()')
  console.log(rows[0]!.version)
  console.log(
    `Beginnen ${(begonnen - start).toFixed(0)} ms, alle migraties ${(performance.now() - begonnen).toFixed(0)} ms`,
  )
  return lite
}

async function copy(pool: pg.Pool, lite: Pglite): Promise<void> {
  await lite.exec('set session_replication_role = replica')
  for (const tabel of tabellen) {
    const { rows: kolommen } = await pool.query(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as lijst from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [tabel],
    )
    const { lijst } = kolommen[0]
    for (let vanaf = 0; ; vanaf += perKeer) {
      const { rows } = await pool.query(
        `select jsonb_agg(to_jsonb(t)) as rijen from (select ${lijst} from ${tabel} order by ctid offset ${vanaf} limit ${perKeer}) t`,
      )
      if (rows[0].rijen === null) break
      await lite.query(
        `insert into onderdak.${tabel} (${lijst}) select ${lijst} from jsonb_populate_recordset(null::onderdak.${tabel}, $1::jsonb)`,
        [JSON.stringify(rows[0].rijen)],
      )
    }
  }
  await lite.exec('reset session_replication_role')
}
