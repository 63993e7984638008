import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import { updateRow as updateVersie } from '../../../platform/update-row.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'

// The only place that writes signaal, signaalnummer, outreachcontact, bemoeizorg, bemoeizorg_weging and sleutelfiguur.

type Tabel = 'signaal' | 'outreachcontact' | 'bemoeizorg' | 'sleutelfiguur'
type Eigen = 'id' | 'regio_id' | 'versie' | 'aangemaakt_op' | 'gewijzigd_op' | 'gewijzigd_door'

const constraints = {
  bemoeizorg_een_open_per_persoon: reject(
    'bemoeizorg_loopt_al',
    'Er loopt al bemoeizorg voor deze cliënt. Werk dat plan bij.',
  ),
  outreachcontact_een_vervolg: reject(
    'al_teruggegaan',
    'Een collega ging hier al naar terug. Kijk naar dat contact en leg zo nodig een nieuw contact vast.',
  ),
} as const

const beheerd = (work: Work) => ({
  regio_id: work.regioId,
  aangemaakt_op: work.now,
  gewijzigd_op: work.now,
  gewijzigd_door: work.vrager.gebruikerId,
})

/** Next number of the region in a year. */
export async function takeKenmerk(work: Work): Promise<string> {
  const jaar = Number(work.today.slice(0, 4))
  const { laatste } = await work.db
    .insertInto('signaalnummer')
    .values({ regio_id: work.regioId, jaar, laatste: 1 })
    .onConflict((c) =>
      c.columns(['regio_id', 'jaar']).doUpdateSet({ laatste: sql<number>`signaalnummer.laatste + 1` }),
    )
    .returning('laatste')
    .executeTakeFirstOrThrow()
  return `S-${jaar}-${String(laatste).padStart(6, '0')}`
}

/**
 * False when the same code is there already. Nothing is read back: who sends a signaal may not see it.
 */
export async function insertSignaal(
  work: Work,
  values: Omit<Insertable<DB['signaal']>, Exclude<Eigen, 'id'>>,
): Promise<boolean> {
  const done = await work.db
    .insertInto('signaal')
    .values({ ...values, ...beheerd(work) })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows ?? 0) === 1
}

/** Finished and not wiped yet. */
export async function listTeWissen(work: Work): Promise<{ id: Id; versie: number; afgerondOp: PlainDate }[]> {
  const rows = await work.db
    .selectFrom('signaal')
    .select(['id', 'versie', 'afgerond_op as afgerondOp'])
    .where('regio_id', '=', work.regioId)
    .where('afgerond_op', 'is not', null)
    .where('gewist_op', 'is', null)
    .orderBy('afgerond_op')
    .orderBy('id')
    .execute()
  return rows as { id: Id; versie: number; afgerondOp: PlainDate }[]
}

/** What it said, about whom and who sent it; the count stays. */
export async function wipeSignaal(work: Work, id: Id): Promise<void> {
  await work.db
    .updateTable('signaal')
    .set({
      gewist_op: work.today,
      toelichting_versleuteld: null,
      waar_versleuteld: null,
      melder_versleuteld: null,
      melder_organisatie_id: null,
      melder_gebruiker_id: null,
      wil_terugkoppeling: false,
      uitkomst_toelichting: null,
      doorgeef_reden: null,
      persoon_id: null,
      volwassenen: null,
      kinderen: null,
      ontruiming_op: null,
      inhoud_hash: Buffer.alloc(0),
      versie: sql<number>`versie + 1`,
      gewijzigd_op: work.now,
      gewijzigd_door: null,
    })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .execute()
}

export type SignaalRow = Selectable<DB['signaal']>
export type BemoeizorgRow = Selectable<DB['bemoeizorg']>

/** The row for this transaction, whatever its version: the state says first what can be done. */
export async function lockRow<T extends 'signaal' | 'outreachcontact' | 'bemoeizorg'>(
  work: Work,
  tabel: T,
  id: Id,
  wat: string,
): Promise<Selectable<DB[T]> | Rejection> {
  const { rows } = await sql<Selectable<DB[T]> & { persoon_id: Id | null }>`
    select * from ${sql.table(tabel)} where regio_id = ${work.regioId} and id = ${id} for update`.execute(
    work.db,
  )
  const row = rows[0]
  if (!row) return notFound(wat)
  work.saw(row.persoon_id)
  return row
}

export const updateRow = <T extends Tabel>(
  work: Work,
  tabel: T,
  seen: { readonly id: Id; readonly versie: number },
  values: Updateable<DB[T]>,
) => updateVersie(work, tabel, seen, values, constraints)

/** Inserts a record of this module and returns its id. */
export async function insertRow<T extends 'outreachcontact' | 'bemoeizorg' | 'sleutelfiguur'>(
  work: Work,
  tabel: T,
  values: Omit<Insertable<DB[T]>, Eigen> & { readonly id?: Id },
): Promise<Id | Rejection> {
  const id = values.id ?? work.newId()
  const row = { ...values, id, ...beheerd(work) }
  const done = await catchConstraint(
    work.db
      .insertInto(tabel as 'sleutelfiguur')
      .values(row as unknown as Insertable<DB['sleutelfiguur']>)
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : id
}

/** Adds a weighing and makes it the one that holds. */
export async function insertWeging(
  work: Work,
  values: Omit<
    Insertable<DB['bemoeizorg_weging']>,
    'regio_id' | 'gewogen_op' | 'gewogen_door' | 'vastgelegd_op'
  >,
): Promise<void> {
  await work.db
    .insertInto('bemoeizorg_weging')
    .values({
      ...values,
      regio_id: work.regioId,
      gewogen_op: work.today,
      gewogen_door: work.vrager.gebruikerId,
      vastgelegd_op: work.now,
    })
    .execute()
}
