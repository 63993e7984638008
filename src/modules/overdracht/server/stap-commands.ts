import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { endDelingVanStap } from '../../delen/server/commands.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { endBetrokkenheid, giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { survivorOf } from '../../persoon/server/lookup.ts'
import { canDoen, type Mag, type Wie } from '../domain/rules.ts'
import { type Actie, nextToestand, type Toestand } from '../domain/toestanden.ts'
import { type Gedaan, ownName } from './aanbod-commands.ts'
import { grondVan } from './organisatie.ts'
import {
  listVerlopenIds,
  lockOverdracht,
  lockVerantwoordelijke,
  type OverdrachtRij,
  standVan,
  updateOverdracht,
  withdrawLinks,
} from './store.ts'

/** The handover locked, when `check` allows the step; else why not. */
export async function lockFor(
  work: Work,
  id: Id,
  check: (row: OverdrachtRij) => Mag,
): Promise<OverdrachtRij | Rejection> {
  const row = await lockOverdracht(work, id)
  if (!row) return notFound('Deze overdracht')
  work.saw(row.persoon_id)
  const mag = check(row)
  return mag.ok ? row : reject('overdracht_kan_niet', mag.reden)
}

export function lockToDo(work: Work, id: Id, actie: Actie, wie: Wie): Promise<OverdrachtRij | Rejection> {
  return lockFor(work, id, (row) => canDoen(actie, standVan(row), wie, work.today))
}

export const mij = (work: Work): Wie => ({ organisatieId: work.vrager.organisatieId })

export async function recordStap(
  work: Work,
  row: OverdrachtRij,
  soort: string,
  gegevens: Record<string, unknown>,
): Promise<void> {
  await work.record({
    soort,
    onderwerpSoort: 'overdracht',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens,
  })
}

/**
 * The receiver says yes and signs. From here it sees the dossier, to prepare the conversation; the giver stays responsible until
 * the handover is finished.
 */
export async function acceptOverdracht(
  work: Work,
  input: { readonly id: Id; readonly toelichting?: string | null | undefined },
): Promise<Gedaan | Rejection> {
  const row = await lockToDo(work, input.id, 'accepteren', mij(work))
  if (isRejection(row)) return row
  await giveSight(work, row)
  await signAcceptance(work, row, {
    ontvanger_naam: await ownName(work),
    ontvanger_gebruiker_id: work.vrager.gebruikerId,
    ontvanger_toelichting: input.toelichting || null,
  })
  return { id: row.id, persoonId: row.persoon_id }
}

export async function signAcceptance(
  work: Work,
  row: OverdrachtRij,
  wie: Pick<OverdrachtRij, 'ontvanger_naam'> & Partial<OverdrachtRij>,
): Promise<void> {
  await updateOverdracht(work, row.id, {
    ...wie,
    status: nextToestand('aangeboden', 'accepteren')!,
    geaccepteerd_op: work.now,
    ontvanger_ondertekend_op: work.today,
  })
  await recordStap(work, row, 'WarmeOverdrachtAangenomen', {})
}

/** Involvement of a receiver in the region, tied to the sharing: it ends with it. */
async function giveSight(work: Work, row: OverdrachtRij): Promise<void> {
  await giveBetrokkenheid(work, {
    persoonId: row.persoon_id,
    organisatieId: row.naar_organisatie_id!,
    doel: 'overdracht',
    grond: await grondVan(work, row.naar_organisatie_id!),
    bronSoort: 'overdracht',
    bronId: row.id,
  })
}

/** Says no, with a reason, also after having said yes. The giver stays responsible and gets it back as a step for today. */
export async function refuseOverdracht(
  work: Work,
  input: { readonly id: Id; readonly reden: string },
): Promise<Gedaan | Rejection> {
  const row = await lockToDo(work, input.id, 'weigeren', mij(work))
  if (isRejection(row)) return row
  // Who was only asked does not see the step of the giver that changes here; it is involved for this transaction.
  if (row.status === 'aangeboden' && row.richting === 'binnen') await giveSight(work, row)
  return endOverdracht(work, row, 'weigeren', input.reden)
}

export async function withdrawOverdracht(
  work: Work,
  input: { readonly id: Id; readonly reden: string },
): Promise<Gedaan | Rejection> {
  const row = await lockToDo(work, input.id, 'intrekken', mij(work))
  return isRejection(row) ? row : endOverdracht(work, row, 'intrekken', input.reden)
}

/** What nobody answered or finished in time, for the job of the night: the giver gets it back. */
export async function expireOverdrachten(work: Work): Promise<number> {
  let expired = 0
  for (const { id, status } of await listVerlopenIds(work)) {
    const row = await lockToDo(work, id, 'intrekken', 'systeem')
    if (isRejection(row)) continue
    const reden = status === 'aangeboden' ? 'Niet op tijd beantwoord' : 'Niet op tijd afgerond'
    if (!isRejection(await endOverdracht(work, row, 'intrekken', reden))) expired++
  }
  return expired
}

const soortVanEinde = {
  weigeren: 'WarmeOverdrachtGeweigerd',
  intrekken: 'WarmeOverdrachtIngetrokken',
} as const

/** Ends a handover before it was finished. Nothing of the responsibility moved, so nothing moves back. */
export async function endOverdracht(
  work: Work,
  row: OverdrachtRij,
  actie: 'weigeren' | 'intrekken',
  reden: string,
): Promise<Gedaan> {
  const persoonId = await survivorOf(work, row.persoon_id)
  await updateOverdracht(work, row.id, {
    status: nextToestand(row.status as Toestand, actie)!,
    beeindigd_op: work.now,
    eindreden: reden,
  })
  await withdrawLinks(work, row.id)
  if (actie === 'weigeren' || work.vrager.isSysteem) await giveBack(work, row, persoonId)
  await recordStap(work, row, soortVanEinde[actie], {})
  // Last, because the receiver no longer sees the person from here.
  await endSharing(work, row)
  return { id: row.id, persoonId }
}

/** Whoever is responsible must think again, today. */
async function giveBack(work: Work, row: OverdrachtRij, persoonId: Id): Promise<void> {
  const nu = await lockVerantwoordelijke(work, persoonId)
  const bij = row.van_organisatie_id ?? row.naar_organisatie_id
  if (nu?.organisatieId === bij)
    await setOpvolging(
      work,
      { persoonId },
      {
        volgendeStap: 'Overdracht ging niet door: zelf verder of een ander vragen',
        volgendeStapOp: work.today,
      },
    )
}

export async function endSharing(work: Work, row: OverdrachtRij): Promise<void> {
  if (row.deling_id !== null) await endDelingVanStap(work, row.deling_id)
  if (row.richting === 'binnen')
    await endBetrokkenheid(work, {
      bronSoort: 'overdracht',
      bronId: row.id,
      organisatieId: row.naar_organisatie_id!,
    })
}
