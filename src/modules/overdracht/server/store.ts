import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Richting, Stand } from '../domain/rules.ts'
import type { Toestand } from '../domain/toestanden.ts'

// The only place that writes overdracht and overdracht_link.

export type OverdrachtRij = Selectable<DB['overdracht']>
export type LinkRij = Selectable<DB['overdracht_link']>

export function standVan(row: OverdrachtRij): Stand {
  return {
    toestand: row.status as Toestand,
    richting: row.richting as Richting,
    geverId: row.van_organisatie_id,
    ontvangerId: row.naar_organisatie_id,
    antwoordUiterlijk: row.antwoord_uiterlijk,
    eersteContactOp: row.eerste_contact_op,
  }
}

export async function insertOverdracht(
  work: Work,
  values: Omit<Insertable<DB['overdracht']>, 'regio_id' | 'status' | 'aangeboden_op'>,
): Promise<undefined | Rejection> {
  const made = await catchConstraint(
    work.db
      .insertInto('overdracht')
      .values({ ...values, regio_id: work.regioId, status: 'aangeboden', aangeboden_op: work.now })
      .execute(),
    {
      overdracht_een_open: reject(
        'overdracht_loopt_al',
        'Er loopt al een overdracht van deze cliënt. Wacht tot die is afgerond.',
        { possible: ['Trek de lopende overdracht in als die niet meer klopt.'] },
      ),
    },
  )
  return isRejection(made) ? made : undefined
}

/** The handover, held until the end of the transaction: of two answers at once the second finds it answered. */
export function lockOverdracht(work: Work, id: Id): Promise<OverdrachtRij | undefined> {
  return work.db.selectFrom('overdracht').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function updateOverdracht(
  work: Work,
  id: Id,
  values: Updateable<DB['overdracht']>,
): Promise<void> {
  await work.db.updateTable('overdracht').set(values).where('id', '=', id).execute()
}

/** Offers that nobody answered in time, and accepted ones of which the sharing has ended. */
export function listVerlopenIds(work: Work): Promise<{ id: Id; status: string }[]> {
  return work.db
    .selectFrom('overdracht')
    .select(['id', 'status'])
    .where('regio_id', '=', work.regioId)
    .where((e) =>
      e.or([
        e.and([e('status', '=', 'aangeboden'), e('antwoord_uiterlijk', '<', work.today)]),
        e.and([e('status', '=', 'geaccepteerd'), e('vervalt_op', '<=', work.today)]),
      ]),
    )
    .orderBy('id')
    .execute()
}

/** A new link; the one before it no longer works. */
export async function insertLink(
  work: Work,
  values: { overdrachtId: Id; persoonId: Id; tokenHash: Buffer; verlooptOp: PlainDate },
): Promise<Id> {
  await withdrawLinks(work, values.overdrachtId)
  const id = work.newId()
  await work.db
    .insertInto('overdracht_link')
    .values({
      id,
      regio_id: work.regioId,
      persoon_id: values.persoonId,
      overdracht_id: values.overdrachtId,
      token_hash: values.tokenHash,
      gemaakt_op: work.now,
      gemaakt_door: work.vrager.gebruikerId,
      verloopt_op: values.verlooptOp,
    })
    .execute()
  return id
}

export async function withdrawLinks(work: Work, overdrachtId: Id): Promise<void> {
  await work.db
    .updateTable('overdracht_link')
    .set({ ingetrokken_op: work.now })
    .where('overdracht_id', '=', overdrachtId)
    .where('ingetrokken_op', 'is', null)
    .execute()
}

export function lockLink(work: Work, id: Id): Promise<LinkRij | undefined> {
  return work.db.selectFrom('overdracht_link').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function markGeopend(work: Work, id: Id): Promise<void> {
  await work.db.updateTable('overdracht_link').set({ geopend_op: work.now }).where('id', '=', id).execute()
}

/** Who is responsible now, held until the end of the transaction. */
export async function lockVerantwoordelijke(
  work: Work,
  persoonId: Id,
): Promise<{ organisatieId: Id; organisatie: string } | undefined> {
  const { rows } = await sql<{ organisatieId: Id; organisatie: string }>`
    select v.organisatie_id as "organisatieId", o.naam as organisatie
    from onderdak.opvolging v join onderdak.organisatie o on o.id = v.organisatie_id
    where v.persoon_id = ${persoonId}::uuid and v.status = 'open' for update of v`.execute(work.db)
  return rows[0]
}

/** Whom of these members an organisation cannot get together with this person. Why is not said, so that it tells nothing. */
export async function listNietMee(
  work: Work,
  input: { persoonId: Id; leden: readonly Id[]; organisatieId: Id | null | undefined },
): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select m as id from onderdak.niet_mee_over_te_dragen(${input.persoonId}::uuid, ${[...input.leden]}::uuid[], ${input.organisatieId ?? null}::uuid) m`.execute(
    work.db,
  )
  return rows.map((row) => row.id)
}
