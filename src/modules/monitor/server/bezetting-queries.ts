import { sql } from 'kysely'
import { listPage } from '../../../platform/list-page.ts'
import { asStatistics } from '../../../platform/statistics.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
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
  const { begin, stappen, producten } = await readStappen(work, { ...query, van, tot })
  const maanden = perMaand(fillDays(begin, stappen, van, tot), van)
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

/** Steps of the region, and how many there were the day before `van`. */
async function readStappen(
  work: Work,
  { tel, productId, van, tot }: Query & { readonly van: PlainDate; readonly tot: PlainDate },
): Promise<{ begin: number; stappen: Stap[]; producten: Id[] }> {
  const veld = sql.ref(tel)
  const { rows } = await asStatistics(work, () =>
    sql<{ productId: Id; dag: PlainDate | null; aantal: number }>`
      select product_id as "productId", null::date as dag, sum(${veld})::int as aantal
      from onderdak.bezetting_stap where dag < ${van}::date group by 1
      union all
      select product_id, dag, ${veld} from onderdak.bezetting_stap where dag >= ${van}::date and dag < ${tot}::date`.execute(
      work.db,
    ),
  )
  const gevraagd = rows.filter((row) => productId === undefined || row.productId === productId)
  return {
    begin: gevraagd.reduce((som, { dag, aantal }) => (dag === null ? som + aantal : som), 0),
    stappen: gevraagd.filter((row): row is typeof row & Stap => row.dag !== null),
    producten: [...new Set(rows.map((row) => row.productId))],
  }
}
