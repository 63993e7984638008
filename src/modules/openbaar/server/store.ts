import type { Insertable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'

// The only place that writes publicatie, publicatie_indicator and publicatie_cijfer.

const overlapt = reject(
  'cijfers_overlappen',
  'Een van deze cijfers overlapt met wat al openbaar is of was. Bekijk het voorbeeld opnieuw.',
)

export async function insertPublicatie(
  work: Work,
  rows: {
    readonly publicatie: Insertable<DB['publicatie']>
    readonly indicatoren: readonly Insertable<DB['publicatie_indicator']>[]
    readonly cijfers: readonly Insertable<DB['publicatie_cijfer']>[]
  },
): Promise<undefined | Rejection> {
  const done = await catchConstraint(
    (async () => {
      await work.db.insertInto('publicatie').values(rows.publicatie).execute()
      await work.db.insertInto('publicatie_indicator').values(rows.indicatoren).execute()
      await work.db.insertInto('publicatie_cijfer').values(rows.cijfers).execute()
    })(),
    {
      publicatie_een_per_periode: alOpenbaar(),
      publicatie_cijfer_dagen_overlappen_niet: overlapt,
      publicatie_cijfer_gebieden_overlappen_niet: overlapt,
      publicatie_cijfer_groepen_overlappen_niet: overlapt,
    },
  )
  return isRejection(done) ? done : undefined
}

export const alOpenbaar = (): Rejection =>
  reject(
    'periode_al_openbaar',
    'Van deze periode zijn al cijfers openbaar. Trek die eerst in, met de reden.',
    { field: 'periode' },
  )

/** The publication for this transaction. */
export function lockPublicatie(work: Work, id: Id) {
  return work.db
    .selectFrom('publicatie')
    .select(['id', 'status', 'periode'])
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** One at a time in a region: what goes out depends on all that went out before. */
export async function lockPublicaties(work: Work): Promise<void> {
  await work.db.selectFrom('regio').select('id').where('id', '=', work.regioId).forNoKeyUpdate().execute()
}

export async function markIngetrokken(work: Work, id: Id, reden: string): Promise<void> {
  await work.db
    .updateTable('publicatie')
    .set({
      status: 'ingetrokken',
      ingetrokken_op: work.now,
      ingetrokken_door: work.vrager.gebruikerId,
      intrekreden: reden,
    })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .execute()
}
