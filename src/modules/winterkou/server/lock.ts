import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { type GastRij, lockGast } from './store.ts'

/** The guest as the asker saw it, locked; or why that cannot be. */
export async function lockGezien(
  work: Work,
  input: { id: Id; versie: number },
): Promise<GastRij | Rejection> {
  const gast = await lockGast(work, input.id)
  if (!gast) return notFound('Deze gast')
  if (gast.versie !== input.versie) return conflict(work, 'wintergast', input.id, input.versie)
  if (gast.ongedaan_op !== null) return reject('al_ongedaan', 'Deze registratie is al ongedaan gemaakt.')
  return gast
}
