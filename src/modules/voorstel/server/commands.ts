import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { nachtOp } from '../../../shared/nacht.ts'
import { addDays, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import { completeByVerblijf } from '../../wachtlijst/server/commands.ts'
import { backToWaiting, endInvolvement, lockToMove } from './settle.ts'
import { updateLocked } from './store.ts'

export { acceptVoorstel, refuseVoorstel, withdrawVoorstel } from './answer-commands.ts'
export { expireVoorstellen } from './expire-commands.ts'
export { type NieuwVoorstel, proposeVoorstel } from './propose-commands.ts'

/**
 * The stay started on the space that was held: the voorstel is done and so is the waiting. Call it after the stay has
 * given the aanbieder its own involvement; that of the voorstel ends tomorrow.
 */
export async function completeVoorstel(
  work: Work,
  input: { voorstelId: Id; verblijfId: Id; plekId: Id; op: PlainDate },
): Promise<Rejection | undefined> {
  const row = await lockToMove(work, input.voorstelId, 'gestart')
  if (isRejection(row)) return row
  const versie = await updateLocked(work, row, { status: 'gestart', plek_id: input.plekId })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'VoorstelGestart',
    onderwerpSoort: 'plaatsingsvoorstel',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: { versie, verblijfId: input.verblijfId, plekId: input.plekId },
  })
  const refused = await completeByVerblijf(work, {
    wachtlijstplaatsingId: row.wachtlijstplaatsing_id,
    gestartOp: input.op,
    viaVoorstel: true,
  })
  if (refused) return refused
  await endInvolvement(work, row)
  return undefined
}

/** Somebody did not come: the space is free again, the person waits on with the old clocks, and somebody goes and looks. */
export async function markNietVerschenen(
  work: Work,
  input: { voorstelId: Id; reden: string; toelichting: string | null; op: PlainDate },
): Promise<Rejection | undefined> {
  const row = await lockToMove(work, input.voorstelId, 'niet_verschenen')
  if (isRejection(row)) return row
  const nacht = nachtOp(work.now)
  if (row.vanaf > nacht)
    return reject(
      'nacht_nog_niet_begonnen',
      `De eerste nacht is die van ${formatLong(row.vanaf)} en moet nog beginnen. Daarna kunt u vastleggen dat niemand kwam.`,
      { field: 'op', status: 422 },
    )
  if (input.op < row.vanaf || input.op > nacht)
    return reject(
      'dag_onmogelijk',
      `Kies een nacht van ${formatLong(row.vanaf)} tot en met ${formatLong(nacht)}.`,
      { field: 'op', status: 422 },
    )
  if (!(await isKeuze(work, 'reden_niet_verschenen', input.reden)))
    return reject('reden_onbekend', 'Kies een reden uit de lijst.', { field: 'reden', status: 422 })
  const versie = await updateLocked(work, row, {
    status: 'niet_verschenen',
    niet_verschenen_reden: input.reden,
    einde_reden: input.toelichting || null,
  })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'NietVerschenen',
    onderwerpSoort: 'plaatsingsvoorstel',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: { versie, reden: input.reden, toelichting: input.toelichting },
  })
  const back = await backToWaiting(work, row, {
    volgendeStap: 'Nagaan waarom deze persoon niet kwam, en of het goed gaat',
    volgendeStapOp: addDays(work.today, 1),
  })
  return isRejection(back) ? back : undefined
}
