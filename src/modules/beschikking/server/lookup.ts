import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'

// What other modules may ask about beschikkingen. Reads only; row-level security decides what the asker sees.

export interface GeldigeBeschikking {
  readonly id: Id
  readonly nummer: string
  readonly productId: Id
  readonly geldigVan: PlainDate
  /** First day on which it no longer holds; null without end. */
  readonly geldigTot: PlainDate | null
}

/** The granted beschikking for a product that holds on `op`; undefined without one. */
export async function findGeldigeBeschikking(
  work: Work,
  input: { persoonId: Id; productId: Id; op?: PlainDate },
): Promise<GeldigeBeschikking | undefined> {
  const op = input.op ?? work.today
  const row = await work.db
    .selectFrom('beschikking')
    .select(['id', 'nummer', 'geldig_van', 'geldig_tot'])
    .where('persoon_id', '=', input.persoonId)
    .where('product_id', '=', input.productId)
    .where('status', '=', 'beschikt')
    .where('soort', 'in', ['toekenning', 'herziening'])
    .where('geldig_van', '<=', op)
    .where((e) => e.or([e('geldig_tot', 'is', null), e('geldig_tot', '>', op)]))
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    nummer: row.nummer,
    productId: input.productId,
    geldigVan: row.geldig_van!,
    geldigTot: row.geldig_tot,
  }
}

/** Name of a person on screens, as SQL over the table alias of `persoon`; for lists that sort on it. */
export function persoonNaamSql(alias: string): RawBuilder<string> {
  const p = (column: string) => sql.ref(`${alias}.${column}`)
  const name = sql`concat_ws(' ', coalesce(${p('roepnaam')}, ${p('voornamen')}), ${p('tussenvoegsel')}, ${p('achternaam')})`
  return sql<string>`case when ${p('is_nn')} then 'NN ' || ${p('geslacht')} || coalesce(', ' || coalesce(extract(year from ${p('geboortedatum')})::text, 'ca. ' || ${p('geboortejaar')}), '') else ${name} end`
}
