import type { z } from 'zod'
import { conflict } from '../../../platform/conflict.ts'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import type { legVeiligheidVast } from '../domain/veiligheid-contract.ts'
import { lockPersoon, survivorOf } from './read-persoon.ts'

type Invoer = z.output<typeof legVeiligheidVast.body> & { readonly persoonId: Id }

/** TRJ-14: how safe it is for one person from a day; what held until then ends on that day. */
export async function recordVeiligheid(
  work: Work,
  input: Invoer,
): Promise<{ id: Id; versie: number } | Rejection> {
  const persoonId = await survivorOf(work, input.persoonId)
  if (!(await lockPersoon(work, persoonId))) return notFound('De cliënt')
  if (!(await isKeuze(work, 'veiligheidsstatus', input.status, input.van)))
    return reject('status_onbekend', 'Kies een status uit de lijst.', { field: 'status', status: 422 })
  if (input.van > work.today)
    return reject('nog_niet_zo_ver', 'Leg vast hoe het nu is. Kies vandaag of een eerdere dag.', {
      field: 'van',
      status: 422,
    })
  const last = await work.db
    .selectFrom('veiligheidsstatus')
    .select(['id', 'volgnummer', 'status', 'van'])
    .where('persoon_id', '=', persoonId)
    .orderBy('volgnummer', 'desc')
    .executeTakeFirst()
  if ((last?.volgnummer ?? 0) !== input.versie)
    return conflict(work, 'veiligheidsstatus', persoonId, input.versie)
  if (last && input.van < last.van)
    return reject('voor_vorige', 'De vorige status begon later. Kies die dag of een dag erna.', {
      field: 'van',
      status: 422,
    })
  const id = work.newId()
  const versie = input.versie + 1
  const written = await catchConstraint(insertVeiligheid(work, { id, versie, persoonId }, input), {
    veiligheidsstatus_volgorde: reject(
      'tegelijk_vastgelegd',
      'Een collega legde net een andere status vast. Bekijk die en probeer het opnieuw.',
      { status: 409 },
    ),
  })
  if (isRejection(written)) return written
  await work.record({
    soort: 'VeiligheidVastgelegd',
    onderwerpSoort: 'veiligheidsstatus',
    onderwerpId: persoonId,
    persoonId,
    op: input.van,
    gegevens: { versie, wijzigingen: { status: [last?.status ?? null, input.status] } },
  })
  return { id, versie }
}

async function insertVeiligheid(
  work: Work,
  { id, versie, persoonId }: { id: Id; versie: number; persoonId: Id },
  input: Invoer,
): Promise<undefined> {
  await work.db
    .updateTable('veiligheidsstatus')
    .set({ tot: input.van })
    .where('persoon_id', '=', persoonId)
    .where('tot', 'is', null)
    .execute()
  await work.db
    .insertInto('veiligheidsstatus')
    .values({
      id,
      regio_id: work.regioId,
      persoon_id: persoonId,
      volgnummer: versie,
      status: input.status,
      toelichting_versleuteld: input.toelichting ? work.cipher.encrypt(input.toelichting) : null,
      van: input.van,
      organisatie_id: work.vrager.organisatieId,
      vastgelegd_door: work.vrager.gebruikerId,
      vastgelegd_op: work.now,
    })
    .execute()
  return undefined
}
