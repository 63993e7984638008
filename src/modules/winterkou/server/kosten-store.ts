import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'

// The only place that writes winterkosten.

export async function insertKosten(
  work: Work,
  row: { id: Id; op: PlainDate; bedrag: number; omschrijving: string; bron: string | null },
): Promise<void> {
  await work.db
    .insertInto('winterkosten')
    .values({
      ...row,
      bedrag: row.bedrag.toFixed(2),
      regio_id: work.regioId,
      vastgelegd_op: work.now,
      vastgelegd_door: work.vrager.gebruikerId,
    })
    .execute()
}

/** `onbekend` when there is no such line, `al_ingetrokken` when it no longer counts. */
export async function withdrawKosten(
  work: Work,
  id: Id,
  reden: string,
): Promise<'gedaan' | 'al_ingetrokken' | 'onbekend'> {
  const row = await work.db
    .selectFrom('winterkosten')
    .select('ingetrokken_op')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return 'onbekend'
  if (row.ingetrokken_op !== null) return 'al_ingetrokken'
  await work.db
    .updateTable('winterkosten')
    .set({ ingetrokken_op: work.now, ingetrokken_door: work.vrager.gebruikerId, intrekking_reden: reden })
    .where('id', '=', id)
    .execute()
  return 'gedaan'
}
