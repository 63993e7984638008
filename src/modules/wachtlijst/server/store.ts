import type { Insertable, Selectable, Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'

// The only place that writes wachtlijstplaatsing, wachtcontact and voorrang.

export type WachtlijstplaatsingRow = Selectable<DB['wachtlijstplaatsing']>

const constraints = {
  wachtlijst_een_keer_per_product: reject(
    'staat_al_op_de_wachtlijst',
    'Deze persoon wacht al op dit product in deze richting. Werk die regel bij, of kies een ander product.',
    { field: 'productId' },
  ),
  wachtlijst_gemeente_of_reden: reject(
    'gemeente_nodig',
    'Kies een gemeente, of vul in waarom die onbekend is.',
    {
      field: 'gemeenteCode',
      status: 422,
    },
  ),
  wachtlijst_overbrugging_of_reden: reject(
    'overbrugging_uitleg_nodig',
    'Vul in waarom er geen overbrugging is.',
    { field: 'overbruggingToelichting', status: 422 },
  ),
  wachtlijst_klokken_oplopend: reject(
    'klokken_niet_oplopend',
    'De dag van het besluit en de dag waarop plaatsing kan, mogen niet voor de melding liggen. Pas de dag aan.',
    { field: 'beslotenOp', status: 422 },
  ),
} as const

/** The row, locked for this transaction; undefined when it does not exist or may not be seen. */
export async function lockWachtlijstplaatsing(
  work: Work,
  id: Id,
): Promise<WachtlijstplaatsingRow | undefined> {
  return work.db
    .selectFrom('wachtlijstplaatsing')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertWachtlijstplaatsing(
  work: Work,
  values: Omit<
    Insertable<DB['wachtlijstplaatsing']>,
    'regio_id' | 'aangemaakt_op' | 'gewijzigd_op' | 'gewijzigd_door'
  >,
): Promise<Rejection | undefined> {
  const made = await catchConstraint(
    work.db
      .insertInto('wachtlijstplaatsing')
      .values({
        ...values,
        regio_id: work.regioId,
        aangemaakt_op: work.now,
        gewijzigd_op: work.now,
        gewijzigd_door: work.vrager.gebruikerId,
      })
      .execute(),
    constraints,
  )
  return isRejection(made) ? made : undefined
}

/** Writes on a row that the caller locked, and raises its version. */
export async function updateLocked(
  work: Work,
  row: WachtlijstplaatsingRow,
  values: Updateable<DB['wachtlijstplaatsing']>,
): Promise<number | Rejection> {
  const versie = row.versie + 1
  const done = await catchConstraint(
    work.db
      .updateTable('wachtlijstplaatsing')
      .set({ ...values, versie, gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId })
      .where('id', '=', row.id)
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : versie
}

/** What the system keeps by itself; the version stays, so that it never gets in the way of somebody who is editing. */
export async function noteNietPlaatsbaar(
  work: Work,
  id: Id,
  values: Pick<
    Updateable<DB['wachtlijstplaatsing']>,
    'niet_plaatsbaar_sinds' | 'niet_plaatsbaar_herzien_op' | 'niet_plaatsbaar_geescaleerd_op'
  >,
): Promise<void> {
  await work.db.updateTable('wachtlijstplaatsing').set(values).where('id', '=', id).execute()
}

export async function insertWachtcontact(
  work: Work,
  values: Omit<Insertable<DB['wachtcontact']>, 'id' | 'regio_id' | 'gebruiker_id'>,
): Promise<Id> {
  const id = work.newId()
  await work.db
    .insertInto('wachtcontact')
    .values({ ...values, id, regio_id: work.regioId, gebruiker_id: work.vrager.gebruikerId })
    .execute()
  return id
}

export async function insertVoorrang(
  work: Work,
  row: WachtlijstplaatsingRow,
  input: { readonly door: Id; readonly reden: string; readonly gepasseerd: number },
): Promise<void> {
  await work.db
    .insertInto('voorrang')
    .values({
      id: work.newId(),
      regio_id: work.regioId,
      wachtlijstplaatsing_id: row.id,
      persoon_id: row.persoon_id,
      product_id: row.product_id,
      richting: row.richting,
      gegeven_op: work.today,
      gegeven_door: input.door,
      reden: input.reden,
      gepasseerd: input.gepasseerd,
      vastgelegd_op: work.now,
    })
    .execute()
}

export async function withdrawVoorrang(
  work: Work,
  wachtlijstplaatsingId: Id,
  input: { readonly door: Id; readonly reden: string },
): Promise<void> {
  await work.db
    .updateTable('voorrang')
    .set({ ingetrokken_op: work.today, ingetrokken_door: input.door, intrekking_reden: input.reden })
    .where('wachtlijstplaatsing_id', '=', wachtlijstplaatsingId)
    .where('ingetrokken_op', 'is', null)
    .execute()
}
