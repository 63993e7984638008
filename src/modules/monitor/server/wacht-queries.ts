import type { Work } from '../../../platform/work.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { readRichtingen } from '../../wachtlijst/server/lookup.ts'
import { definities } from '../domain/definities.ts'
import { type Lijst, listPage, readStand } from './stand.ts'

/** Who waits on a day, per product or wanted locatie, in every direction. */
export async function readRichtingcijfers(
  work: Work,
  query: Lijst & { readonly op?: PlainDate | undefined; readonly per: 'product' | 'locatie' },
) {
  const stand = await readStand(work, query.op)
  if (isRejection(stand)) return stand
  const { rijen, totaal } = await readRichtingen(work, {
    op: stand.op,
    per: query.per,
    min: stand.kleinsteGetal,
  })
  return {
    ...listPage(rijen, query, 'naam'),
    totaal,
    definitie: definities.richtingen,
    van: null,
    peildatum: stand.op,
    kleinsteGetal: stand.kleinsteGetal,
  }
}
