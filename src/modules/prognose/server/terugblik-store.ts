import type { Selectable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { HERHALINGEN, type Terugblikuitkomst } from '../domain/terugblik.ts'

// The only place that writes prognose_terugblik and its figures.

type Terugblikrij = Selectable<DB['prognose_terugblik']>

const bezig = reject('terugblik_bezig', 'Er wordt al teruggekeken. Wacht tot dat klaar is.')

export async function insertTerugblik(work: Work, begin: PlainDate): Promise<Id | Rejection> {
  const id = work.newId()
  const done = await catchConstraint(
    work.db
      .insertInto('prognose_terugblik')
      .values({
        id,
        regio_id: work.regioId,
        begin_op: begin,
        peildatum: work.today,
        is_zoals_toen: true,
        herhalingen: HERHALINGEN,
        gevraagd_op: work.now,
        gevraagd_door: work.vrager.gebruikerId,
      })
      .execute(),
    { prognose_terugblik_een_bezig: bezig },
  )
  return isRejection(done) ? done : id
}

export const lockTerugblik = (work: Work, id: Id): Promise<Terugblikrij | undefined> =>
  work.db
    .selectFrom('prognose_terugblik')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** What came out, or why nothing could; after this the row never changes. */
export async function finishTerugblik(
  work: Work,
  id: Id,
  gevonden: { readonly zoalsToen: boolean; readonly uitkomst: Terugblikuitkomst | string },
): Promise<void> {
  const { zoalsToen, uitkomst } = gevonden
  const fout = typeof uitkomst === 'string' ? uitkomst : null
  await work.db
    .updateTable('prognose_terugblik')
    .set({
      is_zoals_toen: zoalsToen,
      peildatum: work.today,
      kans: typeof uitkomst === 'string' ? null : uitkomst.kans,
      fout,
      klaar_op: work.now,
    })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .execute()
  if (typeof uitkomst === 'string') return
  const sleutel = { terugblik_id: id, regio_id: work.regioId }
  await work.db
    .insertInto('prognose_terugblik_maat')
    .values([...uitkomst.kansen].map(([maat, kans]) => ({ ...sleutel, maat, kans })))
    .execute()
  const rijen = uitkomst.cellen.map(({ product, ...cel }) => ({ ...sleutel, product_id: product, ...cel }))
  // A statement holds 65,535 values at most.
  for (let from = 0; from < rijen.length; from += 2000)
    await work.db
      .insertInto('prognose_terugblik_cel')
      .values(rijen.slice(from, from + 2000))
      .execute()
}
