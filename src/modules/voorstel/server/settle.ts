import { tooLate } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { endBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { markWachtend } from '../../wachtlijst/server/commands.ts'
import { canMove, type Status } from '../domain/rules.ts'
import { lockVoorstel, type VoorstelRow } from './store.ts'

// What every end of a voorstel shares.

/** The voorstel locked and allowed to move to `naar`, or why not. */
export async function lockToMove(work: Work, id: Id, naar: Status): Promise<VoorstelRow | Rejection> {
  const row = await lockVoorstel(work, id)
  if (!row) return notFound('Dit voorstel')
  work.saw(row.persoon_id)
  const kan = canMove(row.status as Status, naar)
  if (!kan.ok)
    return tooLate(work, 'plaatsingsvoorstel', row.id, { code: 'stand_laat_dit_niet_toe', reden: kan.reden })
  return row
}

/** The person waits on with the clocks and so the rank kept; the aanbieder loses sight; there is a next step. */
export async function backToWaiting(
  work: Work,
  row: VoorstelRow,
  next: {
    volgendeStap: string
    volgendeStapOp: PlainDate
    weigering?: boolean
    achteraan?: boolean
    zichtDagen?: number
  },
): Promise<{ aantalWeigeringen: number } | Rejection> {
  const wachtend = await markWachtend(work, {
    wachtlijstplaatsingId: row.wachtlijstplaatsing_id,
    weigering: next.weigering ?? false,
    achteraan: next.achteraan ?? false,
  })
  if (isRejection(wachtend)) return wachtend
  await setOpvolging(
    work,
    { persoonId: row.persoon_id },
    { volgendeStap: next.volgendeStap, volgendeStapOp: next.volgendeStapOp },
  )
  await endInvolvement(work, row, next.zichtDagen)
  return { aantalWeigeringen: wachtend.aantal_weigeringen }
}

/** From tomorrow unless said otherwise, so that who answers can still read back what was answered today. */
export async function endInvolvement(work: Work, row: VoorstelRow, dagen = 1): Promise<void> {
  await endBetrokkenheid(work, {
    bronSoort: 'plaatsingsvoorstel',
    bronId: row.id,
    tot: addDays(work.today, dagen),
  })
}
