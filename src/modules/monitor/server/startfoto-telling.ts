import { type RawBuilder, sql } from 'kysely'
import { asStatistics } from '../../../platform/statistics.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { Celstroom, Fotocel, Telling } from '../domain/startfoto.ts'
import { kaderVan, type Maandstand } from './telling.ts'

/** One row a case: telling, key of the case, product and gemeente. */
function gevallenSql(stand: Maandstand, producten: readonly Id[]): RawBuilder<unknown> {
  const { feit, op } = kaderVan(stand)
  const binnen = sql`f.product_id = any (${producten}::uuid[])`
  const opDag = sql`f.van <= ${op}::date and coalesce(f.tot, 'infinity') > ${op}::date`
  return sql`
    select 'plekken' as telling, f.sleutel, f.product_id, case when not f.is_geheim then f.gemeente_code end as gemeente from ${feit('plek')} f where ${binnen} and ${opDag}
    union all select 'verblijf', f.sleutel, f.product_id, f.gemeente_code from ${feit('verblijf')} f where ${binnen} and f.is_hoofd and ${opDag}
    union all select 'herkomst', f.sleutel, f.product_id, p.herkomst_gemeente from ${feit('verblijf')} f left join ${feit('persoon')} p on p.pseudoniem = f.pseudoniem
      where ${binnen} and f.is_hoofd and ${opDag}
    union all select 'wacht', f.sleutel, f.product_id, f.gemeente_code from ${feit('wacht')} f where ${binnen} and f.besloten_op <= ${op}::date and coalesce(f.tot, 'infinity') > ${op}::date`
}

export async function countCellen(
  work: Work,
  stand: Maandstand,
  producten: readonly Id[],
): Promise<Fotocel[]> {
  const { rows } = await asStatistics(work, () =>
    sql<{ telling: Telling; productId: Id; gemeente: string | null; aantal: number }>`
      select g.telling, g.product_id as "productId", g.gemeente, count(distinct g.sleutel)::int as aantal
      from (${gevallenSql(stand, producten)}) g group by 1, 2, 3`.execute(work.db),
  )
  return rows
}

/**
 * Per cell: what came and went between the days, both with what is known at the other moment, and how many there are then. What the
 * foto itself says is not counted again: it is frozen.
 */
export async function countStromen(
  work: Work,
  foto: Maandstand,
  ander: Maandstand,
  producten: readonly Id[],
): Promise<Celstroom[]> {
  const bij = { ...foto, bekendOp: ander.bekendOp }
  const { rows } = await asStatistics(work, () =>
    sql<Celstroom>`
      with m as (select distinct * from (${gevallenSql(bij, producten)}) x), b as (select distinct * from (${gevallenSql(ander, producten)}) x),
        alles as (
          select telling, product_id, gemeente, 1 as bij, 0 as af, 0 as nu from b where not exists (select 1 from m where (m.telling, m.sleutel, m.product_id) = (b.telling, b.sleutel, b.product_id) and m.gemeente is not distinct from b.gemeente)
          union all select telling, product_id, gemeente, 0, 1, 0 from m where not exists (select 1 from b where (b.telling, b.sleutel, b.product_id) = (m.telling, m.sleutel, m.product_id) and b.gemeente is not distinct from m.gemeente)
          union all select telling, product_id, gemeente, 0, 0, 1 from b)
      select telling, product_id as "productId", gemeente, sum(bij)::int as bij, sum(af)::int as af, sum(nu)::int as aantal from alles group by 1, 2, 3`.execute(
      work.db,
    ),
  )
  return rows
}
