import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { findHuishoudenVan, listHuishoudenLeden } from '../../persoon/server/lookup.ts'

/**
 * The person of a melding with everyone who comes along, as far as the asker sees them. With a code of Veilig Thuis the
 * partner does not: that may be whom they flee from, and has a file of the own.
 */
export async function listMeekomend(
  work: Work,
  melding: { readonly persoonId: Id; readonly voCode: string | null },
): Promise<readonly Id[]> {
  const huishoudenId = await findHuishoudenVan(work, melding.persoonId)
  const leden = huishoudenId === undefined ? [] : await listHuishoudenLeden(work, huishoudenId)
  const mee = leden.filter((lid) => melding.voCode === null || lid.rol !== 'partner')
  return [...new Set([melding.persoonId, ...mee.map((lid) => lid.persoonId)])]
}
