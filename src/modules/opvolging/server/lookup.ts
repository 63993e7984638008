import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'

export interface UitBeeld {
  readonly persoonId: Id | null
  readonly meldingId: Id | null
  readonly situatie: 'melding' | 'wachtlijst' | 'verblijf'
}

/**
 * Check on promise 1: open situations without an open opvolging. Must be empty, always. Run as the system; for others it
 * only sees what they see.
 */
export async function listUitBeeld(work: Work): Promise<UitBeeld[]> {
  const { rows } = await sql<UitBeeld>`
    with situatie as (
      select persoon_id, id as melding_id, 'melding' as soort from onderdak.melding
        where regio_id = ${work.regioId} and status not in ('besloten', 'gesloten')
      union all
      select persoon_id, null, 'wachtlijst' from onderdak.wachtlijstplaatsing
        where regio_id = ${work.regioId} and status in ('wachtend', 'opgeschort', 'voorgesteld')
      union all
      select persoon_id, null, 'verblijf' from onderdak.verblijf_persoon where regio_id = ${work.regioId} and tot is null
    )
    select s.persoon_id as "persoonId", s.melding_id as "meldingId", s.soort as situatie
    from situatie s left join onderdak.persoon p on p.id = s.persoon_id
    where not exists (
      select 1 from onderdak.opvolging o where o.status = 'open'
        and (o.persoon_id = coalesce(p.samengevoegd_in, s.persoon_id) or (s.persoon_id is null and o.melding_id = s.melding_id))
    )
    order by s.soort, s.persoon_id, s.melding_id`.execute(work.db)
  return rows
}
