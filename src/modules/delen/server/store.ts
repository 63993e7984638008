import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { setsMetHulp, zonderJeugdgegevens } from '../domain/keuzes.ts'

export async function insertToestemming(
  work: Work,
  values: Omit<
    Insertable<DB['toestemming']>,
    'id' | 'regio_id' | 'organisatie_id' | 'vastgelegd_op' | 'vastgelegd_door'
  >,
): Promise<Id> {
  const id = work.newId()
  await work.db
    .insertInto('toestemming')
    .values({
      ...values,
      id,
      regio_id: work.regioId,
      organisatie_id: work.vrager.organisatieId!,
      vastgelegd_op: work.now,
      vastgelegd_door: work.vrager.gebruikerId,
    })
    .execute()
  return id
}

/** A consent that the asker may take back, held as well: also of who recorded it and of who only reads along (AVG art. 7 lid 3). */
export async function lockIntrekbaar(work: Work, id: Id): Promise<Selectable<DB['toestemming']> | undefined> {
  const { rows } = await sql<Selectable<DB['toestemming']>>`
    select * from onderdak.intrekbare_toestemming(${id}::uuid)`.execute(work.db)
  return rows[0]
}

/** Takes the consent back and ends what was shared on it; returns that. */
export async function markIngetrokken(
  work: Work,
  id: Id,
  toelichting: string | null,
): Promise<Selectable<DB['deling']>[]> {
  const { rows } = await sql<Selectable<DB['deling']>>`
    select * from onderdak.trek_toestemming_in(${id}::uuid, ${toelichting}) order by id`.execute(work.db)
  return rows
}

/** The consent, held until the end of the transaction: giving on it and withdrawing it cannot pass each other. */
export function lockToestemming(work: Work, id: Id) {
  return work.db.selectFrom('toestemming').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertDeling(
  work: Work,
  values: Omit<Insertable<DB['deling']>, 'id' | 'regio_id' | 'gedeeld_op' | 'gedeeld_door' | 'vastgelegd_op'>,
): Promise<Id | Rejection> {
  const id = work.newId()
  const done = await catchConstraint(
    work.db
      .insertInto('deling')
      .values({
        ...values,
        id,
        regio_id: work.regioId,
        gedeeld_op: work.today,
        gedeeld_door: work.vrager.gebruikerId,
        vastgelegd_op: work.now,
      })
      .execute(),
    {
      deling_jeugdwet_toestemming: reject(
        'jeugdwet_toestemming_nodig',
        `Deze cliënt was nog geen 18 toen de hulp begon. Wat van vóór de achttiende verjaardag is, mag alleen verder met uitdrukkelijke toestemming (Wmo 2015 art. 5.1.1 lid 4). Kies “${zonderJeugdgegevens}”, of vraag eerst toestemming.`,
        {
          field: 'zonderJeugdgegevens',
          status: 422,
          possible: [
            `Kies “${zonderJeugdgegevens}” (Wmo 2015 art. 5.1.1 lid 4) en geef alleen wat van na de verjaardag is.`,
            'Of vraag de cliënt om toestemming en leg het antwoord vast bij de route naar 18 jaar.',
          ],
        },
      ),
    },
  )
  return isRejection(done) ? done : id
}

/** Running sharings of data that tell of help from before 18. One of a step of the chain ends with that step: somebody is responsible there. */
export function lockJeugddelingen(work: Work, persoonIds: readonly Id[]) {
  return work.db
    .selectFrom('deling')
    .selectAll()
    .where('persoon_id', 'in', persoonIds)
    .where('gegevensset', 'in', setsMetHulp)
    .where('grond', 'not in', ['VITAAL_BELANG', 'VEILIG_THUIS', 'WETTELIJKE_VERPLICHTING_OVERIG'])
    .where('zonder_jeugdgegevens', '=', false)
    .where('bron_id', 'is', null)
    .where('beeindigd_op', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export function lockDeling(work: Work, id: Id) {
  return work.db.selectFrom('deling').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function markBeeindigd(
  work: Work,
  id: Id,
  values: Required<Pick<Updateable<DB['deling']>, 'einde_reden'>>,
): Promise<void> {
  await work.db
    .updateTable('deling')
    .set({ ...values, beeindigd_op: work.today, beeindigd_door: work.vrager.gebruikerId })
    .where('id', '=', id)
    .execute()
}
