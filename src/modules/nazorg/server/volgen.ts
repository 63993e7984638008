import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import type { Rejection } from '../../../shared/rejection.ts'
import { endDelingVanStap } from '../../delen/server/commands.ts'
import { closeOpvolging, setOpvolging } from '../../opvolging/server/commands.ts'
import { endBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { survivorOf } from '../../persoon/server/lookup.ts'
import type { StapInvoer } from '../domain/contract.ts'
import { volgerVan } from '../domain/toestanden.ts'
import type { AfspraakRow } from './store.ts'

// Niemand uit beeld after the stay: who gives nazorg carries the next step for as long as it runs.

export const partijen = (row: Pick<AfspraakRow, 'organisatie_id' | 'aanbieder_id'>) => ({
  organisatieId: row.organisatie_id,
  aanbiederId: row.aanbieder_id,
})

function findOpen(work: Work, persoonId: Id) {
  return work.db
    .selectFrom('opvolging')
    .select(['organisatie_id'])
    .where('persoon_id', '=', persoonId)
    .where('status', '=', 'open')
    .forUpdate()
    .executeTakeFirst()
}

/**
 * The next step of nazorg, with the contact person of the agreement. An organisation outside the agreement that is
 * responsible by now keeps its own step.
 */
export async function setVolgendeStap(
  work: Work,
  row: AfspraakRow,
  stap: { volgendeStap: string; volgendeStapOp: string },
): Promise<void> {
  const persoonId = await survivorOf(work, row.persoon_id)
  const open = await findOpen(work, persoonId)
  const volger = volgerVan(partijen(row))
  if (open && open.organisatie_id !== volger && open.organisatie_id !== row.organisatie_id) return
  await setOpvolging(
    work,
    { persoonId },
    { organisatieId: volger, contactpersoonId: row.contactpersoon_id!, ...stap },
  )
}

/** After nazorg: a next step, or the end of the promise. Who else is responsible keeps its step. */
export async function setVervolg(
  work: Work,
  row: AfspraakRow,
  input: { op: string; vervolg: Extract<StapInvoer, { vervolg: unknown }>['vervolg'] },
): Promise<undefined | Rejection> {
  const persoonId = await survivorOf(work, row.persoon_id)
  const open = await findOpen(work, persoonId)
  const eigen = [volgerVan(partijen(row)), row.organisatie_id]
  if (open && !eigen.includes(open.organisatie_id)) return undefined
  const { vervolg } = input
  if (vervolg.soort === 'stap') {
    await setOpvolging(work, { persoonId }, vervolg)
    return undefined
  }
  if (!open) return undefined
  const closed = await closeOpvolging(
    work,
    { persoonId },
    { reden: vervolg.reden, toelichting: vervolg.toelichting, op: input.op },
  )
  return closed && { ...closed, field: 'vervolg' }
}

/** The sight that the agreement gave ends with it: tomorrow, so that whoever ended it can still look. */
export async function endZicht(work: Work, row: AfspraakRow): Promise<void> {
  await endBetrokkenheid(work, {
    bronSoort: 'nazorgafspraak',
    bronId: row.id,
    tot: addDays(work.today, 1),
  })
  if (row.deling_id !== null) await endDelingVanStap(work, row.deling_id)
}
