import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection } from '../../../shared/rejection.ts'
import { findVerteld } from '../../duiding/server/lookup.ts'
import { boek, checkBestaat } from './kiezen.ts'
import { deleteActiviteitverhaal, insertActiviteitverhaal } from './store.ts'

/** Only a story that shows today: checked by somebody else, and with a consent that holds. */
export async function linkVerhaal(
  work: Work,
  input: { readonly activiteitId: Id; readonly verhaalId: Id },
): Promise<{ id: Id } | Rejection> {
  const refused = await checkBestaat(work, 'activiteit', input.activiteitId, {
    wat: 'Deze activiteit',
    field: 'activiteitId',
  })
  if (refused) return refused
  const [verhaal] = await findVerteld(work, { ids: [input.verhaalId] })
  if (!verhaal) return { ...notFound('Dit verhaal'), status: 422, field: 'verhaalId' }
  const id = await insertActiviteitverhaal(work, input)
  if (isRejection(id)) return id
  const { verhaalId } = input
  await boek(work, 'VerhaalBijActiviteit', { tabel: 'activiteit', id: input.activiteitId }, { verhaalId })
  return { id }
}

export async function unlinkVerhaal(work: Work, id: Id): Promise<{ id: Id } | Rejection> {
  const was = await deleteActiviteitverhaal(work, id)
  if (!was) return notFound('Deze koppeling')
  await boek(
    work,
    'VerhaalWegBijActiviteit',
    { tabel: 'activiteit', id: was.activiteitId },
    {
      verhaalId: was.verhaalId,
    },
  )
  return { id }
}
