import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'

/**
 * Makes a file secret: from now on only staff with the right to women's shelter files see it, in every organisation that
 * is involved (the database follows `is_geheim` in betrokkenheid). Only such a person may do it, because anyone else would lose sight of the file.
 */
export async function makeGeheim(work: Work, persoonId: Id): Promise<undefined | Rejection> {
  if (!work.vrager.isSysteem && !work.vrager.permissies.has('vrouwenopvang.lezen'))
    return reject(
      'geen_recht',
      'Alleen een medewerker van de vrouwenopvang kan een dossier geheim maken. Draag de melding aan hen over.',
      { status: 403 },
    )
  const persoon = await work.db
    .selectFrom('persoon')
    .select(['id', 'is_geheim', 'versie'])
    .where('id', '=', persoonId)
    .forUpdate()
    .executeTakeFirst()
  if (!persoon) return notFound('Deze persoon')
  if (persoon.is_geheim) return undefined
  const versie = persoon.versie + 1
  await work.db
    .updateTable('persoon')
    .set({ is_geheim: true, versie, gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId })
    .where('id', '=', persoonId)
    .execute()
  await work.record({
    soort: 'PersoonGeheimGemaakt',
    onderwerpSoort: 'persoon',
    onderwerpId: persoonId,
    persoonId,
    op: work.today,
    gegevens: { versie, wijzigingen: { isGeheim: [false, true] } },
  })
  return undefined
}
