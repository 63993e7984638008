import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import { fillDays, perMaand } from '../src/modules/monitor/domain/bezettingsverloop.ts'
import { stappenSql } from '../src/modules/monitor/server/bezetting-queries.ts'
import { indicatoren } from '../src/modules/monitor/server/indicatoren.ts'
import { kaderVan } from '../src/modules/monitor/server/telling.ts'
import { createPool } from '../src/platform/db/connect.ts'
import { startEmbedded } from '../src/platform/db/embedded.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { migrationsDir } from '../src/platform/root.ts'
import { median } from './load.ts'
import { fill } from './monitor-data.ts'
import { compareWithPglite } from './monitor-pglite.ts'
import { compile, ethosVraag, scan, stand, type Vraag, vijfJaar, vragen } from './monitor-vragen.ts'

// Figures of one of 43 regions with 15 years of facts, in turns with a sequential scan of the facts of stays in the same database.

const rounds = Number(process.env.RONDEN ?? 7)
/** D7: the same questions in PGlite, which is no dependency: a folder where it is installed. It has one region, and so has the database beside it. */
const pglite = process.env.PGLITE
const regios = pglite ? 1 : Number(process.env.REGIOS ?? 43)

const kept = process.env.BENCH_DATA && join(process.env.BENCH_DATA, pglite ? 'monitor-een' : 'monitor')
const dataDir = kept || mkdtempSync(join(tmpdir(), 'onderdak-bench-monitor-'))
const database = await startEmbedded({ dataDir })
await migrate({ url: database.url, dir: migrationsDir })
const pool = createPool({ url: database.url, role: 'login', max: 1 })
if ((await pool.query('select 1 from regio limit 1')).rows.length === 0) await fill(pool, regios)
const { rows: counts } = await pool.query(
  `select (select count(*)::int from feit_verblijf) as verblijven, (select count(*)::int from feit_wacht) as wacht, (select count(*)::int from feit_melding) as meldingen,
     (select count(*)::int from bezetting_stap) as stappen,
     (select count(*)::int from bezetting_maand) as maanden, (select count(*)::int from ethos_periode) as perioden`,
)
console.log(`${regios} regio's, 15 jaar:`, counts[0])

const regio = (
  await pool.query('select id from regio order by code offset $1 limit 1', [Math.min(6, regios - 1)])
).rows[0].id as string
await pool.query("select set_config('app.regio', $1, false)", [regio])
await pool.query('set role onderdak_statistiek')
await pool.query('set jit = off')
await pool.query('set max_parallel_workers_per_gather = 0')

async function time(vraag: Vraag): Promise<number> {
  const start = performance.now()
  await pool.query(vraag)
  return performance.now() - start
}
/** The scan sees every region: as the login, for whom no policy holds. */
async function timeScan(wat = scan): Promise<number> {
  await pool.query('reset role')
  await pool.query('set enable_indexscan = off; set enable_indexonlyscan = off; set enable_bitmapscan = off')
  const took = await time(wat)
  await pool.query('reset enable_indexscan; reset enable_indexonlyscan; reset enable_bitmapscan')
  await pool.query('set role onderdak_statistiek')
  return took
}

if (pglite) {
  await compareWithPglite(pool, { folder: pglite, regio, rounds })
  await stop()
  process.exit()
}

console.log('| Vraag | ms | Scan ms | Verhouding |\n|---|---:|---:|---:|')
for (const [naam, vraag] of vragen) {
  await time(vraag)
  await timeScan()
  const paren: [number, number][] = []
  for (let i = 0; i < rounds; i++) paren.push([await time(vraag), await timeScan()])
  const van = (nr: 0 | 1) => median(paren.map((paar) => paar[nr]))
  console.log(
    `| ${naam} | ${van(0).toFixed(1)} | ${van(1).toFixed(1)} | ${median(paren.map(([a, b]) => a / b)).toFixed(3)} |`,
  )
}
await benchEthos()
await benchDicht()
const alle = compile(
  sql`${sql.join(
    indicatoren.map(
      (one) =>
        sql`select ${one.id}::text, count(*)::int, count(distinct g.wie)::int from (${one.gevallen(kaderVan(stand))}) g`,
    ),
    sql` union all `,
  )}`,
)
const tijden = []
for (let i = 0; i < 3; i++) tijden.push(await time(alle))
console.log(
  `Alle ${indicatoren.length} indicatoren van een maand in één vraag: ${median(tijden).toFixed(0)} ms`,
)

await stop()

async function stop(): Promise<void> {
  await pool.end()
  await database.stop()
  if (!kept) rmSync(dataDir, { recursive: true, force: true })
}

/** D5: everybody's class on one day in every region, as the statistics role asks it, region by region. */
async function benchEthos(): Promise<void> {
  const ids = (await asLogin('select id from regio order by code')).map((row) => row.id as string)
  let mensen = 0
  const land = async () => {
    let som = 0
    mensen = 0
    for (const id of ids) {
      await pool.query("select set_config('app.regio', $1, false)", [id])
      const start = performance.now()
      const { rows } = await pool.query(ethosVraag)
      som += performance.now() - start
      for (const { count } of rows) mensen += count
    }
    await pool.query("select set_config('app.regio', $1, false)", [regio])
    return som
  }
  const bronnen = {
    text: `select (select count(*) from feit_verblijf where tot is distinct from van), (select count(*) from feit_wacht where tot is distinct from besloten_op),
      (select count(*) from feit_melding where woonsituatie is not null), (select count(*) from feit_in_beeld where tot is distinct from van)`,
    values: [],
  }
  await land()
  const paren: [number, number, number][] = []
  for (let i = 0; i < rounds; i++) paren.push([await land(), await timeScan(bronnen), await timeScan()])
  const van = (nr: 0 | 1 | 2) => median(paren.map((paar) => paar[nr]))
  console.log(
    `| D5 ETHOS op een dag, land (${mensen} mensen), naast de feiten die zij leest | ${van(0).toFixed(0)} | ${van(1).toFixed(0)} | ${median(paren.map(([a, b]) => a / b)).toFixed(3)} |`,
  )
  console.log(
    `| idem, naast de feiten over verblijf alleen | ${van(0).toFixed(0)} | ${van(2).toFixed(0)} | ${median(paren.map(([a, , b]) => a / b)).toFixed(3)} |`,
  )
}

/** D8: what the server does with the steps for the screen, next to a sweep over the stays of the region in typed arrays. */
async function benchDicht(): Promise<void> {
  const { rows } = await pool.query(compile(stappenSql(vijfJaar)))
  const { rows: verblijven } = await pool.query(
    "select van - date '2021-01-01' as van, coalesce(tot, '2026-01-01') - date '2021-01-01' as tot, dense_rank() over (order by locatie_id)::int - 1 as locatie from feit_verblijf where bekend_tot = 'infinity' and is_hoofd",
  )
  const [van, tot, locatie] = (['van', 'tot', 'locatie'] as const).map((veld) =>
    Int32Array.from(verblijven, (row) => row[veld]),
  )
  const dagen = 1826
  const locaties = Math.max(...locatie!) + 1
  const dicht = new Int32Array(dagen * locaties)
  const sweep = () => {
    dicht.fill(0)
    for (let i = 0; i < van!.length; i++) {
      const [a, b, rij] = [van![i]!, tot![i]!, locatie![i]! * dagen]
      if (b <= 0 || a >= dagen) continue
      dicht[rij + Math.max(a, 0)]!++
      if (b < dagen) dicht[rij + b]!--
    }
    for (let l = 0; l < locaties; l++) {
      const rij = l * dagen
      for (let i = 1; i < dagen; i++) dicht[rij + i]! += dicht[rij + i - 1]!
    }
    return dicht
  }
  const server = () => {
    const stappen = rows.filter((row) => row.dag !== null)
    const perDag = fillDays(stappen, dagen)
    return { perDag, maanden: perMaand(perDag, vijfJaar.van) }
  }
  const klok = (doe: () => unknown) => {
    const start = performance.now()
    doe()
    return performance.now() - start
  }
  // Both give the same on every day, or the times say nothing.
  const som = (i: number) =>
    Array.from({ length: locaties }, (_, l) => sweep()[l * dagen + i]!).reduce((a, b) => a + b)
  const { perDag } = server()
  for (const i of [0, 1, 700, dagen - 1])
    if (perDag[i] !== som(i)) throw new Error(`Day ${i} differs: ${perDag[i]} and ${som(i)}`)
  for (let i = 0; i < 200; i++) {
    sweep()
    server()
  }
  const paren: [number, number][] = []
  for (let i = 0; i < 101; i++) paren.push([klok(server), klok(sweep)])
  console.log(
    `| D8 werk van de server na de vraag, naast de sweep over ${verblijven.length} verblijven | ${median(paren.map(([a]) => a)).toFixed(2)} | ${median(paren.map(([, b]) => b)).toFixed(2)} | ${median(paren.map(([a, b]) => a / b)).toFixed(2)} |`,
  )
}

async function asLogin(text: string) {
  await pool.query('reset role')
  const { rows } = await pool.query(text)
  await pool.query('set role onderdak_statistiek')
  return rows
}
