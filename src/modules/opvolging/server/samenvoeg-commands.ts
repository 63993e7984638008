import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection } from '../../../shared/rejection.ts'
import { mergePersonen, splitPersonen } from '../../persoon/server/commands.ts'
import { findSamenvoeging } from '../../persoon/server/lookup.ts'
import { closeOpvolging, setOpvolging } from './commands.ts'

/** Merges two files of one person and keeps that person in sight: one open step, on the file that counts. */
export async function mergeDossiers(
  work: Work,
  input: { readonly persoonId: Id; readonly opgegaanIn: Id; readonly reden: string },
): Promise<{ id: Id } | Rejection> {
  const merged = await mergePersonen(work, input)
  if (isRejection(merged)) return merged
  const from = await lockOpen(work, input.persoonId)
  if (!from) return merged
  if (!(await lockOpen(work, input.opgegaanIn)))
    await setOpvolging(
      work,
      { persoonId: input.opgegaanIn },
      {
        organisatieId: from.organisatie_id,
        contactpersoonId: from.contactpersoon_id,
        volgendeStap: from.volgende_stap!,
        volgendeStapOp: from.volgende_stap_op!,
      },
    )
  const closed = await closeOpvolging(
    work,
    { persoonId: input.persoonId },
    { reden: 'samengevoegd', toelichting: input.reden, op: work.today },
  )
  return isRejection(closed) ? closed : merged
}

/** Takes a merge apart; the file that counts again gets a step of its own, due today, when it had one before. */
export async function splitDossiers(
  work: Work,
  input: { readonly samenvoegingId: Id; readonly reden: string },
): Promise<undefined | Rejection> {
  const merge = await findSamenvoeging(work, input.samenvoegingId)
  if (!merge) return notFound('De samenvoeging')
  const row = await work.db
    .selectFrom('opvolging')
    .select(['organisatie_id', 'contactpersoon_id', 'afsluitreden'])
    .where('persoon_id', '=', merge.persoonId)
    .forUpdate()
    .executeTakeFirst()
  // Before the split, because afterwards the asker may no longer see this file.
  if (row?.afsluitreden === 'samengevoegd')
    await setOpvolging(
      work,
      { persoonId: merge.persoonId },
      {
        organisatieId: row.organisatie_id,
        contactpersoonId: row.contactpersoon_id,
        volgendeStap: 'Nagaan wat nodig is na het splitsen van het dossier',
        volgendeStapOp: work.today,
      },
    )
  const split = await splitPersonen(work, input)
  return isRejection(split) ? split : undefined
}

function lockOpen(work: Work, persoonId: Id) {
  return work.db
    .selectFrom('opvolging')
    .selectAll()
    .where('persoon_id', '=', persoonId)
    .where('status', '=', 'open')
    .forUpdate()
    .executeTakeFirst()
}
