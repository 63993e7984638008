import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'

/** Organisations that are involved today and could work on a goal, the asker's own first. */
export async function listBetrokkenOrganisaties(
  work: Work,
  persoonId: Id,
): Promise<{ id: Id; naam: string }[]> {
  const { rows } = await sql<{ id: Id; naam: string }>`
    select o.id, o.naam from onderdak.organisatie o
    where o.id in (select b.organisatie_id from onderdak.betrokkenen(${persoonId}::uuid) b
      where b.van <= ${work.today}::date and (b.tot is null or b.tot > ${work.today}::date))
    order by (o.id = ${work.vrager.organisatieId}::uuid) desc, o.naam collate "und-x-icu", o.id`.execute(
    work.db,
  )
  return rows
}
