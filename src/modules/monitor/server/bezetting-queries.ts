import { type RawBuilder, sql } from 'kysely'
import { listPage } from '../../../platform/list-page.ts'
import { asStatistics } from '../../../platform/statistics.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import { protectRows } from '../domain/afscherming.ts'
import { fillDays, perMaand, type Stap } from '../domain/bezettingsverloop.ts'
import { definities } from '../domain/definities.ts'
import { groepNamen } from './groepnamen.ts'
import { findKleinsteGetal, monthsBefore } from './stand.ts'

const JAREN = 5

interface Query {
  readonly pagina: number
  readonly aantalPerPagina: number
  readonly sorteer?: string | undefined
  readonly tel: 'huishoudens' | 'mensen'
  readonly productId?: Id | undefined
}

/** Five years of whole months: how many were there, from the steps that were written with each stay. */
export async function readBezettingsverloop(work: Work, query: Query) {
  const [van, tot] = [monthsBefore(work.today, JAREN * 12), monthsBefore(work.today, 0)]
  const { stappen, producten } = await readStappen(work, { ...query, van, tot })
  const maanden = perMaand(fillDays(stappen, daysBetween(van, tot)), van)
  const min = await findKleinsteGetal(work)
  const { rijen } = protectRows(
    maanden.map((maand) => ({ ...maand, zichtbaar: false })),
    null,
    { hoofd: 'laagste', aantallen: ['hoogste', 'laagste', 'eind'], rustOp: { gemiddeld: 'laagste' } },
    min,
  )
  const naam = await groepNamen(work, 'product')
  return {
    ...listPage(rijen as ((typeof rijen)[number] & { maand: PlainDate })[], query, '-maand'),
    definitie: definities.bezettingsverloop,
    van,
    peildatum: addDays(tot, -1),
    kleinsteGetal: min,
    producten: producten
      .map((id) => ({ id, naam: naam(id) }))
      .sort((a, b) => a.naam.localeCompare(b.naam, 'nl')),
  }
}

interface Stapvraag extends Pick<Query, 'tel' | 'productId'> {
  readonly van: PlainDate
  readonly tot: PlainDate
}

/**
 * A row a day by its number from `van` on (the first of a month), with all the months before as day -1, and a row a product that
 * can be chosen: of which somebody was there the first night, or came later. Where nobody is nobody leaves, so that who comes
 * first is always a step up. Each part reads an index in its own order, so that nothing is hashed or sorted.
 */
export function stappenSql({ tel, productId, van, tot }: Stapvraag): RawBuilder<Staprij> {
  const aantal = sql`sum(s.${sql.ref(tel)})::int`
  const gevraagd = productId === undefined ? sql`` : sql`and s.product_id = ${productId}`
  return sql<Staprij>`
    select -1 as dag, null::uuid as "productId", coalesce(${aantal}, 0) as aantal from onderdak.bezetting_maand s where s.maand < ${van}::date ${gevraagd}
    union all
    select s.dag - ${van}::date, null, ${aantal} from onderdak.bezetting_stap s where s.dag >= ${van}::date and s.dag < ${tot}::date ${gevraagd} group by s.dag
    union all
    select null, p.sleutel, 0 from onderdak.feit_product p where p.bekend_tot = 'infinity' and (
      exists (select 1 from onderdak.bezetting_stap s where s.product_id = p.sleutel and s.dag > ${van}::date and s.dag < ${tot}::date and s.mensen > 0)
      or coalesce((select sum(s.mensen) from onderdak.bezetting_maand s where s.product_id = p.sleutel and s.maand < ${van}::date), 0)
        + coalesce((select sum(s.mensen) from onderdak.bezetting_stap s where s.product_id = p.sleutel and s.dag = ${van}::date), 0) > 0)`
}
interface Staprij {
  readonly dag: number | null
  readonly productId: Id | null
  readonly aantal: number
}

async function readStappen(work: Work, vraag: Stapvraag): Promise<{ stappen: Stap[]; producten: Id[] }> {
  const { rows } = await asStatistics(work, () => stappenSql(vraag).execute(work.db))
  return {
    stappen: rows.filter((row): row is typeof row & Stap => row.dag !== null),
    producten: rows.flatMap(({ productId }) => productId ?? []),
  }
}
