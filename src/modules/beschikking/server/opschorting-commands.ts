import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import type * as contract from '../domain/contract.ts'
import { decideUiterlijk, explainTermijn, type Opschorting } from '../domain/rules.ts'
import { openForDecision, readOpschortingen, recordChange, termijnFeiten } from './dossier.ts'
import { type BeschikkingRow, endOpschortingRow, insertOpschorting, updateBeschikking } from './store.ts'

type Body<E extends { body: z.ZodType }> = z.output<E['body']>

/** Stops the clock (Awb art. 4:15): the term stands still from the day after the letter or the consent. */
export async function beginOpschorting(
  work: Work,
  id: Id,
  input: Body<typeof contract.startOpschorting>,
): Promise<{ uiterlijkOp: PlainDate } | Rejection> {
  const before = await openForDecision(work, id, input.versie)
  if (isRejection(before)) return before
  const van = addDays(input.gevraagdOp, 1)
  const opschortingen = await readOpschortingen(work, id)
  const feiten = await termijnFeiten(work, before.aangevraagd_op, opschortingen)
  const { uiterlijk } = decideUiterlijk(feiten, work.today)
  const wrong = checkOpschortbaar({ gevraagdOp: input.gevraagdOp, uiterlijk, before }, work.today)
  if (wrong) return wrong
  const opschorting: Opschorting = {
    van,
    tot: null,
    verwachtTot: input.antwoordUiterlijk ? addDays(input.antwoordUiterlijk, 1) : null,
    grond: input.grond,
  }
  // What ended by itself is closed first, so that the constraint sees where it ended.
  for (const one of opschortingen)
    if (one.tot === null && one.verwachtTot !== null && one.verwachtTot <= van)
      await endOpschortingRow(work, one.id, one.verwachtTot)
  const refused = await insertOpschorting(work, {
    id: work.newId(),
    beschikking_id: id,
    persoon_id: before.persoon_id,
    van,
    verwacht_tot: opschorting.verwachtTot,
    grond: input.grond,
    reden: input.reden,
  })
  if (refused) return refused
  return saveTermijn(work, before, [...opschortingen, opschorting], 'TermijnOpgeschort')
}

function checkOpschortbaar(
  input: { gevraagdOp: PlainDate; uiterlijk: PlainDate; before: BeschikkingRow },
  today: PlainDate,
): Rejection | undefined {
  const at = (code: string, message: string) => reject(code, message, { field: 'gevraagdOp', status: 422 })
  if (input.gevraagdOp > today)
    return at('datum_in_toekomst', 'Deze dag ligt in de toekomst. Kies vandaag of eerder.')
  if (input.gevraagdOp < input.before.aangevraagd_op)
    return at(
      'datum_te_vroeg',
      `De aanvraag is van ${formatLong(input.before.aangevraagd_op)}. Kies die dag of later.`,
    )
  if (input.gevraagdOp > input.uiterlijk)
    return at(
      'termijn_voorbij',
      `De termijn liep af op ${formatLong(input.uiterlijk)}. Daarna kan hij niet meer stilstaan. Beslis zo snel mogelijk.`,
    )
  return undefined
}

/** Lets the term run again from the day on which the data came. */
export async function endOpschorting(
  work: Work,
  id: Id,
  input: Body<typeof contract.beeindigOpschorting>,
): Promise<{ uiterlijkOp: PlainDate } | Rejection> {
  const before = await openForDecision(work, id, input.versie)
  if (isRejection(before)) return before
  const opschortingen = await readOpschortingen(work, id)
  const open = opschortingen.find((one) => one.tot === null)
  if (!open)
    return reject('niet_opgeschort', 'De termijn loopt al. Er is niets om te beëindigen.', { status: 409 })
  const at = (message: string) => reject('datum_onjuist', message, { field: 'op', status: 422 })
  if (input.op > work.today) return at('Deze dag ligt in de toekomst. Kies vandaag of eerder.')
  if (input.op <= open.van)
    return at(`De termijn staat stil vanaf ${formatLong(open.van)}. Kies een latere dag.`)
  if (open.verwachtTot !== null && input.op > open.verwachtTot)
    return at(`De termijn loopt vanzelf weer sinds ${formatLong(open.verwachtTot)}. Kies die dag of eerder.`)
  await endOpschortingRow(work, open.id, input.op)
  const after = opschortingen.map((one) => (one === open ? { ...one, tot: input.op } : one))
  return saveTermijn(work, before, after, 'TermijnHervat')
}

async function saveTermijn(
  work: Work,
  before: BeschikkingRow,
  opschortingen: readonly Opschorting[],
  soort: string,
): Promise<{ uiterlijkOp: PlainDate } | Rejection> {
  const feiten = await termijnFeiten(work, before.aangevraagd_op, opschortingen)
  const { uiterlijk } = decideUiterlijk(feiten, work.today)
  const changes = {
    uiterlijk_op: uiterlijk,
    termijn_toelichting: explainTermijn(feiten, work.today).join('\n'),
  }
  const refused = await updateBeschikking(work, before, changes)
  if (refused) return refused
  await recordChange(work, soort, before, { uiterlijk_op: uiterlijk }, work.today)
  await setOpvolging(
    work,
    { persoonId: before.persoon_id },
    { volgendeStap: `Besluit op aanvraag ${before.nummer} volgen`, volgendeStapOp: uiterlijk },
  )
  return { uiterlijkOp: uiterlijk }
}
