import { tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import { type CasusActie, type CasusToestand, canCasus } from '../domain/toestanden.ts'
import { type CasusRow, lockRow } from './store.ts'

/** The casus locked, in a state in which `actie` may be done. */
export async function lockCasus(work: Work, id: Id, actie: CasusActie): Promise<CasusRow | Rejection> {
  const row = await lockRow(work, 'casus', id)
  if (isRejection(row)) return row
  const mag = canCasus(row.status as CasusToestand, actie)
  return mag.ok ? row : tooLate(work, 'casus', id, { code: 'kan_nu_niet', reden: mag.reden })
}
