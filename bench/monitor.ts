import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type RawBuilder, sql } from 'kysely'
import { fillDays, perMaand } from '../src/modules/monitor/domain/bezettingsverloop.ts'
import { stappenSql } from '../src/modules/monitor/server/bezetting-queries.ts'
import { indicatoren } from '../src/modules/monitor/server/indicatoren.ts'
import { kaderVan } from '../src/modules/monitor/server/telling.ts'
import { createDb, createPool } from '../src/platform/db/connect.ts'
import { startEmbedded } from '../src/platform/db/embedded.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { migrationsDir } from '../src/platform/root.ts'
import { median } from './load.ts'

// Figures of one of 43 regions with 15 years of facts, in turns with a sequential scan of the facts of stays in the same database.

const rounds = Number(process.env.RONDEN ?? 7)
const regios = Number(process.env.REGIOS ?? 43)

const kept = process.env.BENCH_DATA && join(process.env.BENCH_DATA, 'monitor')
const dataDir = kept || mkdtempSync(join(tmpdir(), 'onderdak-bench-monitor-'))
const database = await startEmbedded({ dataDir })
await migrate({ url: database.url, dir: migrationsDir })
const pool = createPool({ url: database.url, role: 'login', max: 1 })
const db = createDb(pool)
if ((await pool.query('select 1 from regio limit 1')).rows.length === 0) await fill()
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

const stand = {
  maand: '2025-11',
  van: '2025-11-01',
  tot: '2025-12-01',
  peildatum: '2025-11-30',
  bekendOp: null,
  kleinsteGetal: 8,
}
const toen = { ...stand, maand: '2022-05', van: '2022-05-01', tot: '2022-06-01', peildatum: '2022-05-31' }
const vijfJaar = { tel: 'huishoudens', van: '2021-01-01', tot: '2026-01-01' } as const
const compile = (vraag: RawBuilder<unknown>) => {
  const { sql: text, parameters } = vraag.compile(db)
  return { text, values: [...parameters] }
}
const gevallen = (id: string, op = stand) =>
  compile(
    sql`select count(*)::int, count(distinct wie)::int, percentile_disc(0.5) within group (order by waarde)
    from (${indicatoren.find((one) => one.id === id)!.gevallen(kaderVan(op))}) g`,
  )

const scan = {
  text: "select count(*), sum(van - date '2000-01-01') from feit_verblijf where regio_id is not null",
  values: [],
}
const vragen: readonly (readonly [string, { text: string; values: unknown[] }])[] = [
  ['D1 bezetting per dag, regio, 5 jaar', compile(stappenSql(vijfJaar))],
  [
    'idem, elke stap per locatie en product',
    {
      text: `select locatie_id, product_id, null::date as dag, sum(huishoudens)::int from bezetting_stap where dag < '2021-01-01' group by 1, 2
             union all select locatie_id, product_id, dag, huishoudens from bezetting_stap where dag >= '2021-01-01' and dag < '2026-01-01'`,
      values: [],
    },
  ],
  [
    'D2 wachtlijst nu, met rang en dagen',
    {
      text: `select sleutel, product_id, row_number() over (partition by product_id order by besloten_op, sleutel), date '2025-12-31' - besloten_op
             from feit_wacht where bekend_tot = 'infinity' and tot is null`,
      values: [],
    },
  ],
  ['D3 wachtlijst op een dag in het verleden', gevallen('wachttijd_wachtenden', toen)],
  [
    'D4 in en uit per maand en gemeente, 15 jaar',
    {
      text: `select date_trunc('month', d.dag)::date, f.gemeente_code, count(*) filter (where d.erin)::int, count(*) filter (where not d.erin)::int
             from feit_verblijf f cross join lateral (values (f.van, true), (f.tot, false)) d (dag, erin)
             where f.bekend_tot = 'infinity' and f.is_hoofd and d.dag is not null group by 1, 2`,
      values: [],
    },
  ],
  ['D6 terug na 0 tot en met 180 dagen', gevallen('terug_na_0_tot_180_dagen')],
  ['bezetting van alle plekken', gevallen('bezetting')],
]

async function time({ text, values }: { text: string; values: unknown[] }): Promise<number> {
  const start = performance.now()
  await pool.query({ text, values })
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
const alle = sql`${sql.join(
  indicatoren.map(
    (one) =>
      sql`select ${one.id}::text, count(*)::int, count(distinct g.wie)::int from (${one.gevallen(kaderVan(stand))}) g`,
  ),
  sql` union all `,
)}`.compile(db)
const tijden = []
for (let i = 0; i < 3; i++) tijden.push(await time({ text: alle.sql, values: [...alle.parameters] }))
console.log(
  `Alle ${indicatoren.length} indicatoren van een maand in één vraag: ${median(tijden).toFixed(0)} ms`,
)

await db.destroy()
await database.stop()
if (!kept) rmSync(dataDir, { recursive: true, force: true })

/** D5: everybody's class on one day in every region, as the statistics role asks it, region by region. */
async function benchEthos(): Promise<void> {
  const ids = (await asLogin('select id from regio order by code')).map((row) => row.id as string)
  const vraag = compile(
    sql`select e.klasse, e.gemeente, count(*)::int from ${kaderVan({ ...stand, peildatum: '2023-06-30' }).ethos()} e group by 1, 2`,
  )
  let mensen = 0
  const land = async () => {
    let som = 0
    mensen = 0
    for (const id of ids) {
      await pool.query("select set_config('app.regio', $1, false)", [id])
      const start = performance.now()
      const { rows } = await pool.query(vraag)
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

function triggers(aan: 'disable' | 'enable'): string {
  const tabellen = [
    'feit_verblijf',
    'feit_wacht',
    'feit_melding',
    'feit_in_beeld',
    'feit_product',
    'ethos_regel',
  ]
  return tabellen.map((tabel) => `alter table ${tabel} ${aan} trigger user;`).join(' ')
}

/** Facts straight into their tables: how they come from the register is for tests/database/feiten.test.ts. */
async function fill(): Promise<void> {
  await pool.query(`
    create function pg_temp.kies(i bigint, zout int, n int) returns int language sql immutable return (hashint8extended(i, zout) & 2147483647)::int % n;
    insert into regio (id, code, naam) select gen_random_uuid(), 'R' || lpad(r::text, 2, '0'), 'Regio ' || r from generate_series(1, ${regios}) r;
    create temp table ruimte as select id, row_number() over (order by code) as r from regio;
    create temp table huis as select r.id as regio, r.r, l, gen_random_uuid() as locatie, l % 6 as soort, 'GM' || lpad((r.r * 10 + l % 5)::text, 4, '0') as gemeente from ruimte r, generate_series(1, 12) l;
    create temp table soorten as select r.id as regio, s, gen_random_uuid() as product from ruimte r, generate_series(0, 5) s;
    ${triggers('disable')}
    create temp table mens as select r.id as regio, r.r, n, gen_random_uuid() as wie from ruimte r, generate_series(1, 9800) n;
    insert into feit_verblijf (regio_id, sleutel, pseudoniem, is_hoofd, product_id, plek_id, locatie_id, gemeente_code, soort, van, tot, heeft_reden, eindreden, bestemming, bekend_van)
    select m.regio, gen_random_uuid(), m.wie, true, s.product, gen_random_uuid(), h.locatie, h.gemeente, 'regulier', x.van, case when x.van + x.duur < '2026-01-01' then x.van + x.duur end, false,
      case when x.van + x.duur < '2026-01-01' then 'eigen_keuze' end, case when x.van + x.duur < '2026-01-01' then 'zelfstandig' end, x.van
    from mens m cross join lateral (select date '2011-01-01' + pg_temp.kies(m.r * 100000 + m.n, k, 5479) as van, 3 + pg_temp.kies(m.r * 100000 + m.n, 10 + k, 400) as duur, k
        from generate_series(1, case when m.n % 2 = 0 then 1 else 2 end) k) x
      join huis h on h.regio = m.regio and h.l = 1 + pg_temp.kies(m.r * 100000 + m.n, 20 + x.k, 12) join soorten s on s.regio = m.regio and s.s = h.soort;
    insert into feit_wacht (regio_id, sleutel, pseudoniem, product_id, richting, gemeente_code, personen, kinderen, gemeld_op, besloten_op, gestart_op, wachtreden, overbrugging, tot, bekend_van)
    select m.regio, gen_random_uuid(), m.wie, s.product, 'instroom', 'GM' || lpad((m.r * 10 + m.n % 5)::text, 4, '0'), 1, 0, x.dag, x.dag, x.tot, 'geen_plek', 'eigen_netwerk', x.tot, x.dag
    from mens m cross join lateral (select d as dag, case when d + w < '2026-01-01' then d + w end as tot from (select date '2011-01-01' + pg_temp.kies(m.r * 100000 + m.n, 30 + k, 5479) as d, 1 + pg_temp.kies(m.r * 100000 + m.n, 40 + k, 60) as w
        from generate_series(1, case when m.n % 5 = 0 then 2 else 1 end) k) y) x
      join soorten s on s.regio = m.regio and s.s = m.n % 6;
    insert into feit_melding (regio_id, sleutel, pseudoniem, organisatie_id, gemeente_code, meldingsdatum, slaapplek_vannacht, is_spoed, volwassenen, kinderen, uiterlijk_op, vorige_geweigerd, is_herinstroom, woonsituatie, bekend_van)
    select m.regio, gen_random_uuid(), m.wie, null, 'GM' || lpad((m.r * 10 + m.n % 5)::text, 4, '0'), d, 'nee', false, 1, 0, d + 42, false, false, 'bij_anderen', d from mens m cross join lateral (select date '2011-01-01' + pg_temp.kies(m.r * 100000 + m.n, 50, 5479) as d) x;
    insert into feit_in_beeld (regio_id, sleutel, keer, pseudoniem, van, tot, bekend_van)
    select f.regio_id, gen_random_uuid(), 1, f.pseudoniem, f.meldingsdatum, case when f.meldingsdatum + 300 < '2026-01-01' then f.meldingsdatum + 300 end, f.meldingsdatum from feit_melding f;
    insert into feit_product (regio_id, sleutel, code, domein, bekend_van) select s.regio, s.product, 'product_' || s.s, (array['MO', 'MO', 'BW', 'BT', 'MO', 'WONEN'])[s.s + 1], '2011-01-01' from soorten s;
    insert into ethos_regel (regio_id, grond, code, klasse, van)
    select r.id, x.grond, x.code, x.klasse, date '2010-01-01' from ruimte r cross join (values ('domein', 'MO', 'E3'), ('domein', 'BW', 'niet'), ('domein', 'BT', 'niet'), ('domein', 'WONEN', 'niet'),
      ('woonsituatie', 'bij_anderen', 'E6'), ('overbrugging', 'eigen_netwerk', 'E6'), ('bestemming', 'zelfstandig', 'niet'), ('uitstroom', 'geen_woning', 'E4')) x (grond, code, klasse);
    ${triggers('enable')}
    select herreken_bezetting();
  `)
  await pool.query('vacuum analyze')
  const { rows } = await pool.query('select id from regio order by code')
  const tijden = []
  for (const { id } of rows)
    tijden.push(await time({ text: 'select herbouw_ethos_perioden($1)', values: [id] }))
  console.log(`Perioden van ETHOS Light van een regio opnieuw maken: ${median(tijden).toFixed(0)} ms`)
  await pool.query('vacuum analyze')
}
