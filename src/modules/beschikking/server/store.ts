import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'

export type BeschikkingRow = Selectable<DB['beschikking']>

/** Next number of the year, `B-2026-000123`; the row of the counter is locked until the end of the transaction. */
export async function nextNummer(work: Work): Promise<string> {
  const jaar = Number(work.today.slice(0, 4))
  const row = await work.db
    .insertInto('beschikkingnummer')
    .values({ regio_id: work.regioId, jaar, laatste: 1 })
    .onConflict((c) =>
      c.columns(['regio_id', 'jaar']).doUpdateSet({ laatste: sql`beschikkingnummer.laatste + 1` }),
    )
    .returning('laatste')
    .executeTakeFirstOrThrow()
  return `B-${jaar}-${String(row.laatste).padStart(6, '0')}`
}

const refusals = {
  beschikking_een_open_aanvraag: () =>
    reject('aanvraag_loopt_al', 'Er loopt al een aanvraag van deze cliënt voor dit product.', {
      field: 'productId',
      possible: ['Werk verder in de aanvraag die al loopt.', 'Kies een ander product.'],
    }),
  beschikking_overlapt_niet: () =>
    reject(
      'beschikking_geldt_al',
      'De cliënt heeft in deze periode al een geldige beschikking voor dit product.',
      {
        field: 'geldigVan',
        possible: [
          'Herzie de beschikking die er al is.',
          'Kies een eerste dag na het einde van de andere beschikking.',
        ],
      },
    ),
} as const

export async function insertBeschikking(
  work: Work,
  values: Omit<
    Insertable<DB['beschikking']>,
    'regio_id' | 'aangemaakt_op' | 'gewijzigd_op' | 'gewijzigd_door'
  >,
): Promise<undefined | Rejection> {
  const made = await catchConstraint(
    work.db
      .insertInto('beschikking')
      .values({
        ...values,
        regio_id: work.regioId,
        aangemaakt_op: work.now,
        gewijzigd_op: work.now,
        gewijzigd_door: work.vrager.gebruikerId,
      })
      .execute(),
    refusals,
  )
  return Array.isArray(made) ? undefined : made
}

/** The row, locked, as far as the asker sees it. */
export async function lockBeschikking(work: Work, id: Id): Promise<BeschikkingRow | undefined> {
  return work.db.selectFrom('beschikking').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Writes the change and the next version of a row that this transaction has locked. */
export async function updateBeschikking(
  work: Work,
  before: BeschikkingRow,
  changes: Updateable<DB['beschikking']>,
): Promise<undefined | Rejection> {
  const made = await catchConstraint(
    work.db
      .updateTable('beschikking')
      .set({
        ...changes,
        versie: before.versie + 1,
        gewijzigd_op: work.now,
        gewijzigd_door: work.vrager.gebruikerId,
      })
      .where('id', '=', before.id)
      .execute(),
    refusals,
  )
  return Array.isArray(made) ? undefined : made
}

export async function listOpschortingen(work: Work, beschikkingId: Id) {
  return work.db
    .selectFrom('opschorting')
    .selectAll()
    .where('beschikking_id', '=', beschikkingId)
    .orderBy('van')
    .execute()
}

export async function insertOpschorting(
  work: Work,
  values: Omit<Insertable<DB['opschorting']>, 'regio_id'>,
): Promise<undefined | Rejection> {
  const made = await catchConstraint(
    work.db
      .insertInto('opschorting')
      .values({ ...values, regio_id: work.regioId })
      .execute(),
    {
      opschorting_overlapt_niet: () =>
        reject('al_opgeschort', 'De termijn staat in deze dagen al stil.', {
          field: 'gevraagdOp',
          possible: ['Laat eerst de termijn weer lopen.'],
        }),
    },
  )
  return Array.isArray(made) ? undefined : made
}

export async function endOpschortingRow(work: Work, id: Id, tot: string): Promise<void> {
  await work.db.updateTable('opschorting').set({ tot }).where('id', '=', id).execute()
}

export async function insertHeronderzoek(
  work: Work,
  values: Omit<Insertable<DB['heronderzoek']>, 'id' | 'regio_id' | 'gedaan_door'>,
): Promise<Id> {
  const id = work.newId()
  await work.db
    .insertInto('heronderzoek')
    .values({ ...values, id, regio_id: work.regioId, gedaan_door: work.vrager.gebruikerId })
    .execute()
  return id
}

export async function insertBrief(
  work: Work,
  values: Pick<
    Insertable<DB['brief']>,
    'persoon_id' | 'soort' | 'onderwerp_id' | 'titel' | 'mime' | 'inhoud' | 'inhoud_odt'
  >,
): Promise<Id> {
  const id = work.newId()
  await work.db
    .insertInto('brief')
    .values({
      ...values,
      id,
      regio_id: work.regioId,
      gemaakt_op: work.now,
      gemaakt_door: work.vrager.gebruikerId,
    })
    .execute()
  return id
}
