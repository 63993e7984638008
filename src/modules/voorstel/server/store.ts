import type { Insertable, Selectable, Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { locatieNietMogelijk, regioNietMogelijk } from '../domain/veilige-plaats.ts'

// The only place that writes plaatsingsvoorstel.

export type VoorstelRow = Selectable<DB['plaatsingsvoorstel']>

const constraints = (work: Work) => ({
  voorstel_een_open: reject(
    'voorstel_loopt_al',
    'Voor deze persoon loopt al een voorstel. Wacht op het antwoord, of trek dat voorstel eerst in.',
  ),
  voorstel_plek_overlapt_niet: reject(
    'plek_vastgehouden',
    'Deze plek wordt al vastgehouden voor een ander voorstel. Kies een andere plek.',
    { field: 'plekId' },
  ),
  time_outboeking_houdt_plek: reject(
    'plek_geboekt',
    'Deze plek is geboekt voor een time-out. Kies een andere plek.',
    { field: 'plekId' },
  ),
  systeem_niet_zelfde_locatie: locatieNietMogelijk('locatieId'),
  vo_code_rood_elders: regioNietMogelijk(work.vrager.permissies.has('vrouwenopvang.lezen')),
})

/** The row, locked for this transaction; undefined when it does not exist or may not be seen. */
export async function lockVoorstel(work: Work, id: Id): Promise<VoorstelRow | undefined> {
  return work.db
    .selectFrom('plaatsingsvoorstel')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertVoorstel(
  work: Work,
  values: Omit<Insertable<DB['plaatsingsvoorstel']>, 'regio_id' | 'gewijzigd_op' | 'gewijzigd_door'>,
): Promise<Rejection | undefined> {
  const made = await catchConstraint(
    work.db
      .insertInto('plaatsingsvoorstel')
      .values({
        ...values,
        regio_id: work.regioId,
        gewijzigd_op: work.now,
        gewijzigd_door: work.vrager.gebruikerId,
      })
      .execute(),
    constraints(work),
  )
  return isRejection(made) ? made : undefined
}

/** Writes on a row that the caller locked, and raises its version. */
export async function updateLocked(
  work: Work,
  row: VoorstelRow,
  values: Updateable<DB['plaatsingsvoorstel']>,
): Promise<number | Rejection> {
  const versie = row.versie + 1
  const done = await catchConstraint(
    work.db
      .updateTable('plaatsingsvoorstel')
      .set({ ...values, versie, gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId })
      .where('id', '=', row.id)
      .execute(),
    constraints(work),
  )
  return isRejection(done) ? done : versie
}
