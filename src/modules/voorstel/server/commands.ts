import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { endBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { completeByVerblijf, markWachtend } from '../../wachtlijst/server/commands.ts'
import { canMove, type Status } from '../domain/rules.ts'
import { lockVoorstel, updateLocked, type VoorstelRow } from './store.ts'

/** The voorstel locked and allowed to move to `naar`, or why not. */
export async function lockToMove(work: Work, id: Id, naar: Status): Promise<VoorstelRow | Rejection> {
  const row = await lockVoorstel(work, id)
  if (!row) return notFound('Dit voorstel')
  work.saw(row.persoon_id)
  const kan = canMove(row.status as Status, naar)
  if (!kan.ok) return reject('stand_laat_dit_niet_toe', kan.reden)
  return row
}

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
  input: { voorstelId: Id; reden: string; op: PlainDate },
): Promise<Rejection | undefined> {
  const row = await lockToMove(work, input.voorstelId, 'niet_verschenen')
  if (isRejection(row)) return row
  if (input.op < row.vanaf || input.op > work.today)
    return reject('dag_onmogelijk', 'Kies een dag tussen de afgesproken eerste dag en vandaag.', {
      field: 'op',
      status: 422,
    })
  const versie = await updateLocked(work, row, { status: 'niet_verschenen', einde_reden: input.reden })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'NietVerschenen',
    onderwerpSoort: 'plaatsingsvoorstel',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: input.op,
    gegevens: { versie, reden: input.reden },
  })
  return backToWaiting(work, row, {
    volgendeStap: 'Nagaan waarom deze persoon niet kwam, en of het goed gaat',
    volgendeStapOp: addDays(work.today, 1),
  })
}

/** The person waits on with the clocks and so the rank kept; the aanbieder loses sight tomorrow; there is a next step. */
export async function backToWaiting(
  work: Work,
  row: VoorstelRow,
  next: {
    volgendeStap: string
    volgendeStapOp: PlainDate
    weigering?: boolean
    achteraan?: boolean
    organisatieId?: Id
    contactpersoonId?: Id
  },
): Promise<Rejection | undefined> {
  const { weigering, achteraan, ...step } = next
  const wachtend = await markWachtend(work, {
    wachtlijstplaatsingId: row.wachtlijstplaatsing_id,
    ...(weigering ? { weigering } : {}),
    ...(achteraan ? { achteraan } : {}),
  })
  if (isRejection(wachtend)) return wachtend
  await setOpvolging(work, { persoonId: row.persoon_id }, step)
  await endInvolvement(work, row)
  return undefined
}

/** From tomorrow, so that who answers can still read back what was answered today. */
async function endInvolvement(work: Work, row: VoorstelRow): Promise<void> {
  await endBetrokkenheid(work, {
    bronSoort: 'plaatsingsvoorstel',
    bronId: row.id,
    tot: addDays(work.today, 1),
  })
}
