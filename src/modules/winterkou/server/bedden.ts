import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'

/** What derives the beds of one night; undefined outside a periode and without a plan. */
export async function findBedden(
  work: Work,
  nacht: PlainDate,
): Promise<{ locatieId: Id; periodeId: Id; bedden: number; gasten: number }[]> {
  const { rows } = await sql<{ locatieId: Id; periodeId: Id; bedden: number; gasten: number }>`
    select b.locatie_id as "locatieId", b.winterperiode_id as "periodeId", b.bedden, s.gasten
    from onderdak.winterbedden(${nacht}::date, ${addDays(nacht, 1)}::date) b
    join onderdak.winterstand(${nacht}::date, ${addDays(nacht, 1)}::date) s on s.locatie_id = b.locatie_id`.execute(
    work.db,
  )
  return rows
}
