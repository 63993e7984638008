import type { Updateable } from 'kysely'
import type { Id } from '../shared/id.ts'
import { isRejection, type Rejection } from '../shared/rejection.ts'
import { conflict } from './conflict.ts'
import { catchConstraint } from './db/constraints.ts'
import type { DB } from './db/tables.ts'
import type { Work } from './work.ts'

/** The tables that know their version and who changed it last. */
type Versietabel = {
  [T in keyof DB]: DB[T] extends { id: unknown; regio_id: unknown; versie: unknown; gewijzigd_door: unknown }
    ? T
    : never
}[keyof DB]

/**
 * Writes a locked row of the region with the version that the editor saw; returns the new version, the Rejection of a
 * named constraint, or who was first.
 */
export async function updateRow<T extends Versietabel>(
  work: Work,
  tabel: T,
  seen: { readonly id: Id; readonly versie: number },
  values: Updateable<DB[T]>,
  constraints: Parameters<typeof catchConstraint>[1],
): Promise<number | Rejection> {
  const versie = seen.versie + 1
  const set = { ...values, versie, gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId }
  const done = await catchConstraint(
    work.db
      .updateTable(tabel as 'signaal')
      .set(set as Updateable<DB['signaal']>)
      .where('regio_id', '=', work.regioId)
      .where('id', '=', seen.id)
      .where('versie', '=', seen.versie)
      .executeTakeFirst(),
    constraints,
  )
  if (isRejection(done)) return done
  return done.numUpdatedRows === 1n ? versie : conflict(work, tabel, seen.id, seen.versie)
}
