import { sql } from 'kysely'
import type { Id } from '../../../shared/id.ts'

// What other modules may ask about handovers.

/** What each filter of the work list means, for the organisation of the asker; the block on Vandaag says the same. */
export function standSql(stand: 'wacht_op_mij' | 'eerste_contact' | 'bij_de_ander', mijnId: Id | null) {
  const gever = sql`o.van_organisatie_id = ${mijnId}::uuid`
  const ontvanger = sql`o.naar_organisatie_id = ${mijnId}::uuid`
  // Outside the region nobody can finish, so the giver does.
  const wieAfrondt = sql`((o.richting <> 'naar_buiten' and ${ontvanger}) or (o.richting = 'naar_buiten' and ${gever}))`
  return {
    wacht_op_mij: sql<boolean>`((o.status = 'aangeboden' and ${ontvanger}) or (o.status = 'geaccepteerd' and ${wieAfrondt}))`,
    eerste_contact: sql<boolean>`(o.status = 'afgerond' and o.eerste_contact_op is null and ${wieAfrondt})`,
    bij_de_ander: sql<boolean>`(${gever} and (o.status = 'aangeboden' or (o.status = 'geaccepteerd' and o.richting = 'binnen')))`,
  }[stand]
}
