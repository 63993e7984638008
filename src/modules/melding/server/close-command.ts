import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { endBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { decideStatus } from '../domain/rules.ts'
import type { Sluitreden } from '../domain/status.ts'
import { lockMelding, type MeldingRij, onderwerpVan, updateMelding } from './store.ts'

/**
 * Ends a melding with a reason. The person stays in sight: with `volgendeStap` the opvolging gets a next step, without it
 * the caller has set one. Invitations and the view of lokets that handed it over end.
 */
export async function closeMelding(
  work: Work,
  input: {
    meldingId: Id
    versie?: number
    reden: Sluitreden
    toelichting?: string | null
    volgendeStap?: string
    volgendeStapOp?: PlainDate
  },
): Promise<{ id: Id; versie: number } | Rejection> {
  const melding = await lockMelding(work, input.meldingId, input.versie)
  if (isRejection(melding)) return melding
  const refused = decideStatus(melding.status, 'gesloten') ?? stapFault(work, input)
  if (refused) return refused
  if (input.volgendeStap && input.volgendeStapOp)
    await setOpvolging(work, onderwerpVan(melding), {
      volgendeStap: input.volgendeStap,
      volgendeStapOp: input.volgendeStapOp,
    })
  const versie = await updateMelding(work, melding, {
    status: 'gesloten',
    gesloten_op: work.today,
    sluitreden: input.reden,
  })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'MeldingGesloten',
    onderwerpSoort: 'melding',
    onderwerpId: melding.id,
    persoonId: melding.persoon_id,
    op: work.today,
    gegevens: {
      versie,
      wijzigingen: { status: [melding.status, 'gesloten'] },
      reden: input.reden,
      // Without a person the book is open to the whole region.
      ...(melding.persoon_id && { toelichting: input.toelichting ?? null }),
    },
  })
  await endMeekijkers(work, melding)
  return { id: melding.id, versie }
}

function stapFault(work: Work, input: { volgendeStapOp?: PlainDate }): Rejection | undefined {
  if (input.volgendeStapOp === undefined || input.volgendeStapOp >= work.today) return undefined
  return reject('datum_past_niet', 'De volgende stap kan niet in het verleden zijn. Kies vandaag of later.', {
    status: 422,
    field: 'volgendeStapOp',
  })
}

/** Last, because after this the asker may not see the person any more. */
async function endMeekijkers(work: Work, melding: MeldingRij): Promise<void> {
  if (!melding.persoon_id) return
  const gevers = await work.db
    .selectFrom('melding_overdracht')
    .select('van_organisatie_id')
    .distinct()
    .where('melding_id', '=', melding.id)
    .where('status', '=', 'geaccepteerd')
    .where('van_organisatie_id', '<>', melding.organisatie_id)
    .execute()
  for (const { van_organisatie_id } of gevers)
    await endBetrokkenheid(work, {
      bronSoort: 'melding',
      bronId: melding.id,
      organisatieId: van_organisatie_id,
    })
  await endBetrokkenheid(work, { bronSoort: 'melding_uitnodiging', bronId: melding.id })
}
