import { performance } from 'node:perf_hooks'
import type pg from 'pg'
import { median } from './load.ts'

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
export async function fill(pool: pg.Pool, regios: number): Promise<void> {
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
  for (const { id } of rows) {
    const start = performance.now()
    await pool.query('select herbouw_ethos_perioden($1)', [id])
    tijden.push(performance.now() - start)
  }
  console.log(`Perioden van ETHOS Light van een regio opnieuw maken: ${median(tijden).toFixed(0)} ms`)
  await pool.query('vacuum analyze')
}
