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

export interface OpenOpvolging {
  readonly id: Id
  readonly organisatieId: Id
  readonly contactpersoonId: Id
  readonly volgendeStap: string
  readonly volgendeStapOp: string
}

/** The open step of a person; undefined when there is none or the asker does not see the person. */
export async function findOpvolging(work: Work, persoonId: Id): Promise<OpenOpvolging | undefined> {
  const row = await work.db
    .selectFrom('opvolging')
    .select(['id', 'organisatie_id', 'contactpersoon_id', 'volgende_stap', 'volgende_stap_op'])
    .where('persoon_id', '=', persoonId)
    .where('status', '=', 'open')
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        organisatieId: row.organisatie_id,
        contactpersoonId: row.contactpersoon_id,
        volgendeStap: row.volgende_stap!,
        volgendeStapOp: row.volgende_stap_op!,
      }
    : undefined
}
