import { sql } from 'kysely'
import type { PlainDate } from '../../../shared/plain-date.ts'

// What other modules may ask about casussen.

/** No overleg was held and no besluit taken since the level began. Over `n`, the row of casus_niveau that runs. */
export const casusZonderStapSql = sql<boolean>`(not exists (select 1 from onderdak.casus_overleg h where h.casus_id = n.casus_id and h.status = 'gehouden'
    and (h.geeindigd_op at time zone 'Europe/Amsterdam')::date >= n.van)
  and not exists (select 1 from onderdak.casus_actie b where b.casus_id = n.casus_id and b.soort = 'besluit' and b.op >= n.van))`

/** Too late: the term of the level passed without a step (CAS-02). */
export function casusTeLaatSql(today: PlainDate) {
  return sql<boolean>`(n.uiterlijk_op < ${today}::date and ${casusZonderStapSql})`
}
