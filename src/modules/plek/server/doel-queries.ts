import { type ListQuery, listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { listStreefaantallen } from '../../beheer/server/lookup.ts'
import { compareDoel } from '../domain/rules.ts'
import { listPlekstand } from './lookup.ts'
import { sumOf } from './stand.ts'

/** CAP-17: the target of each product beside the plekken that there are; plekken that the asker may not see are not counted. */
export async function listDoelRijen(work: Work, query: ListQuery & { op?: PlainDate | undefined }) {
  const op = query.op ?? work.today
  const stand = await listPlekstand(work, op)
  const rijen = (await listStreefaantallen(work, op)).map((streef) => {
    const telling = sumOf(
      stand.filter((groep) => groep.productId === streef.productId).map((groep) => groep.telling),
    )
    return {
      productId: streef.productId,
      product: streef.product,
      uitgangspunt: streef.uitgangspunt,
      ...compareDoel(streef, telling.totaal),
      buitenGebruik: telling.buitenGebruik,
      vanaf: streef.van,
      bron: streef.bron,
    }
  })
  return { ...listPage(rijen, query, 'product'), op }
}
