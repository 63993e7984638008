import { conflict, tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection } from '../../../shared/rejection.ts'
import { canTraject, type TrajectActie, type TrajectToestand, toestandVan } from '../domain/toestanden.ts'
import { lockTraject, type TrajectRow } from './store.ts'

export interface Gelockt {
  readonly row: TrajectRow
  readonly toestand: TrajectToestand
  readonly onderbreking: {
    readonly soort: string
    readonly van: string
    readonly verblijfId: Id | null
  } | null
}

/** The traject locked, in a state in which `actie` may be done, with the version that the editor saw. */
export async function lockVoor(
  work: Work,
  input: { trajectId: Id; versie: number },
  actie: TrajectActie | null,
): Promise<Gelockt | Rejection> {
  const row = await lockTraject(work, input.trajectId)
  if (!row) return notFound('Dit traject')
  work.saw(row.persoon_id)
  const onderbreking =
    (await work.db
      .selectFrom('traject_onderbreking')
      .select(['soort', 'van', 'verblijf_id as verblijfId'])
      .where('traject_id', '=', row.id)
      .where('tot', 'is', null)
      .executeTakeFirst()) ?? null
  const toestand = toestandVan({ geeindigdOp: row.geeindigd_op, onderbreking: onderbreking?.soort ?? null })
  // Whatever has no action of its own, like a route, goes on for as long as the traject does.
  const mag = canTraject(toestand, actie ?? 'fase')
  if (!mag.ok) return tooLate(work, 'traject', row.id, { code: 'kan_nu_niet', reden: mag.reden })
  if (row.versie !== input.versie) return conflict(work, 'traject', row.id, input.versie)
  return { row, toestand, onderbreking }
}

/** What a command answers: the id and the new version, or why not. */
export function gedaan(id: Id, versie: number | Rejection): { id: Id; versie: number } | Rejection {
  return isRejection(versie) ? versie : { id, versie }
}
