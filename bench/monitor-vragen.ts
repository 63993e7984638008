import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'
import { stappenSql } from '../src/modules/monitor/server/bezetting-queries.ts'
import { indicatoren } from '../src/modules/monitor/server/indicatoren.ts'
import { kaderVan } from '../src/modules/monitor/server/telling.ts'

// What the figures of one region ask, as the pages ask it.

export interface Vraag {
  readonly text: string
  readonly values: unknown[]
}

/** Writes statements and asks nothing. */
const bouwer = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

export const stand = {
  maand: '2025-11',
  van: '2025-11-01',
  tot: '2025-12-01',
  peildatum: '2025-11-30',
  bekendOp: null,
  kleinsteGetal: 8,
}
const toen = { ...stand, maand: '2022-05', van: '2022-05-01', tot: '2022-06-01', peildatum: '2022-05-31' }
export const vijfJaar = { tel: 'huishoudens', van: '2021-01-01', tot: '2026-01-01' } as const
/** Turns a question into the text and values that any connection takes. */
export const compile = (vraag: RawBuilder<unknown>): Vraag => {
  const { sql: text, parameters } = vraag.compile(bouwer)
  return { text, values: [...parameters] }
}
const gevallen = (id: string, op = stand) =>
  compile(
    sql`select count(*)::int, count(distinct wie)::int, percentile_disc(0.5) within group (order by waarde)
    from (${indicatoren.find((one) => one.id === id)!.gevallen(kaderVan(op))}) g`,
  )

export const scan: Vraag = {
  text: "select count(*), sum(van - date '2000-01-01') from feit_verblijf where regio_id is not null",
  values: [],
}
export const vragen: readonly (readonly [string, Vraag])[] = [
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

export const ethosVraag = compile(
  sql`select e.klasse, e.gemeente, count(*)::int from ${kaderVan({ ...stand, peildatum: '2023-06-30' }).ethos()} e group by 1, 2`,
)
