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
 * Steps of the region in one pass: a row a day by its number from `van` on (all before it is day -1), and a row a product, so that
 * the others can be chosen too.
 */
export function stappenSql({ tel, productId, van, tot }: Stapvraag): RawBuilder<Staprij> {
  const veld = sql.ref(tel)
  const aantal =
    productId === undefined ? veld : sql`case when s.product_id = ${productId} then ${veld} else 0 end`
  return sql<Staprij>`
    select s.dag, s.product_id as "productId", sum(s.aantal)::int as aantal
    from (select greatest(s.dag - ${van}::date, -1) as dag, s.product_id, ${aantal} as aantal from onderdak.bezetting_stap s where s.dag < ${tot}::date) s
    group by grouping sets ((s.dag), (s.product_id))`
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
