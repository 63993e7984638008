import { sql } from 'kysely'
import { asStatistics } from '../../../platform/statistics.ts'
import type { Work } from '../../../platform/work.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { Ketenfeiten, Ketenproduct, Plekfeit, Verblijffeit, Wachtfeit } from '../domain/ketenfeiten.ts'

/** Every product that the region has on a day, with places or without. */
export async function readKetenproducten(work: Work, peildatum: PlainDate): Promise<Ketenproduct[]> {
  const { rows } = await sql<Ketenproduct>`
    select p.id, p.naam, p.domein,
      (select case r.maximum_eenheid when 'dagen' then 1 when 'weken' then 7 when 'maanden' then 30.4375 else 365.25 end * r.maximum_aantal
        from onderdak.product_regel r where r.product_id = p.id and r.van <= ${peildatum}::date and (r.tot is null or r.tot > ${peildatum}::date))::float as termijn
    from onderdak.product p
    where p.regio_id = ${work.regioId} and p.van <= ${peildatum}::date and (p.tot is null or p.tot > ${peildatum}::date)
    order by p.naam, p.id`.execute(work.db)
  return rows
}

/**
 * What the register knows of the chain up to a day, now or as it was known at the end of that day, read as the statistics role:
 * nothing of a person but a pseudonym.
 */
export async function readKetenfeiten(
  work: Work,
  { peildatum, zoalsToen }: { readonly peildatum: PlainDate; readonly zoalsToen?: boolean } = {
    peildatum: work.today,
  },
): Promise<Ketenfeiten> {
  const moment = sql`((${peildatum}::date + 1)::timestamp at time zone 'Europe/Amsterdam')`
  const bekend = zoalsToen
    ? sql`f.bekend_van < ${moment} and f.bekend_tot >= ${moment}`
    : sql`f.bekend_tot = 'infinity'`
  const producten = await readKetenproducten(work, peildatum)
  const { rows: gemeenten } = await sql<{ code: string; naam: string }>`
    select g.code, g.naam from onderdak.regio_gemeente r join onderdak.gemeente g on g.code = r.gemeente_code
    where r.regio_id = ${work.regioId} and r.van <= ${peildatum}::date and (r.tot is null or r.tot > ${peildatum}::date) order by g.naam`.execute(
    work.db,
  )
  const feiten = await asStatistics(work, async () => ({
    verblijven: await list<Verblijffeit>(
      work,
      sql`select coalesce(f.pseudoniem, f.sleutel) as wie, f.product_id as "productId", f.locatie_id as "locatieId", f.van,
        case when f.uitstroomgereed_op <= ${peildatum}::date then f.uitstroomgereed_op end as "gereedOp", case when f.tot <= ${peildatum}::date then f.tot end as tot,
        case when f.tot <= ${peildatum}::date then f.bestemming end as bestemming
      from feit_verblijf f where ${bekend} and f.is_hoofd and f.product_id is not null and f.van <= ${peildatum}::date and (f.tot is null or f.tot > f.van)
      order by f.van, f.sleutel`,
    ),
    wachtenden: await list<Wachtfeit>(
      work,
      sql`select coalesce(f.pseudoniem, f.sleutel) as wie, f.product_id as "productId", f.gemeente_code as gemeente, f.besloten_op as op,
        case when f.gestart_op <= ${peildatum}::date then f.gestart_op end as "gestartOp",
        case when f.gestart_op is null and f.beeindigd_op <= ${peildatum}::date then f.beeindigd_op end as "wegOp"
      from feit_wacht f where ${bekend} and f.richting = 'instroom' and f.besloten_op <= ${peildatum}::date order by f.besloten_op, f.sleutel`,
    ),
    plekken: await list<Plekfeit>(
      work,
      sql`select f.product_id as "productId", case when not f.is_geheim then f.locatie_id end as "locatieId", f.van, f.tot
      from feit_plek f where ${bekend} and not f.is_tijdelijk and (f.tot is null or f.tot > ${peildatum}::date) order by f.sleutel, f.van`,
    ),
  }))
  // A place may be hidden from who asks; that there are places for a product is not.
  const metPlek = new Set(feiten.plekken.map((plek) => plek.productId))
  return { peildatum, gemeenten, ...feiten, producten: producten.filter(({ id }) => metPlek.has(id)) }
}

/** Whether what was known at the end of that day was kept. */
export async function isBijgehouden(work: Work, op: PlainDate): Promise<boolean> {
  const { rows } = await asStatistics(work, () =>
    sql<{ eerder: boolean }>`
      select ((${op}::date + 1)::timestamp at time zone 'Europe/Amsterdam') < vanaf as eerder from onderdak.feit_begin`.execute(
      work.db,
    ),
  )
  return !rows[0]?.eerder
}

async function list<T>(work: Work, query: ReturnType<typeof sql>): Promise<T[]> {
  const { rows } = await query.execute(work.db)
  return rows as T[]
}
