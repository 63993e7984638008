import type { Insertable, Selectable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { dutchDateOf, formatLong } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'

// The only place that writes inleesbestand.

export type InleesbestandRij = Selectable<DB['inleesbestand']>

export async function insertInleesbestand(work: Work, row: Insertable<DB['inleesbestand']>): Promise<void> {
  await work.db.insertInto('inleesbestand').values(row).execute()
}

export async function lockInleesbestand(work: Work, id: Id): Promise<InleesbestandRij | undefined> {
  return work.db.selectFrom('inleesbestand').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** When this very file was loaded before; of files of other organisations only the day is told. */
export async function findIngelezen(
  work: Work,
  file: { soort: string; sha256: string },
): Promise<Rejection | undefined> {
  const row = await work.db
    .selectFrom('inleesbestand')
    .select(['bestandsnaam', 'ingelezen_op'])
    .where('regio_id', '=', work.regioId)
    .where('soort', '=', file.soort)
    .where('sha256', '=', file.sha256)
    .where('status', '=', 'ingelezen')
    .executeTakeFirst()
  return (
    row &&
    alIngelezen(
      `Dit bestand is al ingelezen op ${formatLong(dutchDateOf(row.ingelezen_op!))}, als “${row.bestandsnaam}”.`,
    )
  )
}

const alIngelezen = (melding: string) =>
  reject('al_ingelezen', `${melding} Twee keer inlezen zou alles dubbel maken.`, {
    field: 'inhoud',
    possible: ['Haal de rijen die er al zijn uit het bestand.'],
  })

/** The unique index decides when two people load the same file at the same time. The content is thrown away. */
export async function markIngelezen(
  work: Work,
  id: Id,
  samenvatting: string,
): Promise<undefined | Rejection> {
  return catchConstraint(
    work.db
      .updateTable('inleesbestand')
      .set({ status: 'ingelezen', ingelezen_op: work.now, inhoud_versleuteld: null, samenvatting })
      .where('id', '=', id)
      .execute()
      .then(() => undefined),
    { inleesbestand_een_keer: alIngelezen('Dit bestand is net al ingelezen.') },
  )
}

/** Checked content that nobody loaded is not kept for longer than this. */
const bewaardagen = 7

export async function dropOldContent(work: Work): Promise<void> {
  await work.db
    .updateTable('inleesbestand')
    .set({ inhoud_versleuteld: null })
    .where('regio_id', '=', work.regioId)
    .where('inhoud_versleuteld', 'is not', null)
    .where('gemaakt_op', '<', new Date(work.now.getTime() - bewaardagen * 86_400_000))
    .execute()
}
