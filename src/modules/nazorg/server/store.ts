import type { Insertable, Selectable, Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'

// The only place that writes nazorgafspraak, nazorgfrequentie, nazorgcontact, terugvalplan, risicodag, netwerksignaal and time_outboeking.

export type BoekingRow = Selectable<DB['time_outboeking']>
export type AfspraakRow = Selectable<DB['nazorgafspraak']>

const plekNietVrij = reject(
  'plek_niet_vrij',
  'Deze plek is in die dagen niet vrij. Kies een andere plek of andere dagen.',
  { field: 'plekId', possible: ['Kies een andere plek.', 'Kies andere dagen.'] },
)
const constraints = {
  nazorg_een_per_uitstroom: reject(
    'nazorg_bestaat',
    'Voor dit vertrek is al iets afgesproken over nazorg. Laad de pagina opnieuw.',
    { possible: ['Trek de afspraak in en maak een nieuwe.'] },
  ),
  nazorgfrequentie_een_per_dag: reject(
    'frequentie_bestaat',
    'Vanaf deze dag is de frequentie al gewijzigd. Kies een andere dag.',
    { field: 'van', status: 422 },
  ),
  time_outboeking_plek_overlapt_niet: plekNietVrij,
  time_outboeking_plek_vrij: plekNietVrij,
  time_outboeking_persoon_overlapt_niet: reject(
    'boeking_bestaat',
    'Voor deze cliënt is in die dagen al een time-outplek geboekt. Annuleer die eerst, of kies andere dagen.',
    { field: 'van' },
  ),
  terugvalplan_een_per_persoon: reject(
    'terugvalplan_bestaat',
    'Iemand anders maakte intussen een terugvalplan. Laad de pagina opnieuw.',
  ),
} as const

type Eigen = 'regio_id' | 'aangemaakt_op' | 'gewijzigd_op' | 'gewijzigd_door'

const stamp = (work: Work) => ({ gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId })

/** One decision that counts per outflow: the unique index decides, also when two try at once. */
export async function insertAfspraak(
  work: Work,
  values: Omit<Insertable<DB['nazorgafspraak']>, Eigen>,
): Promise<undefined | Rejection> {
  const done = await catchConstraint(
    work.db
      .insertInto('nazorgafspraak')
      .values({ ...values, regio_id: work.regioId, aangemaakt_op: work.now, ...stamp(work) })
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : undefined
}

/** The agreement, locked; undefined when it does not exist or the asker may not see it. */
export function lockAfspraak(work: Work, id: Id): Promise<AfspraakRow | undefined> {
  return work.db.selectFrom('nazorgafspraak').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Writes on an agreement that the caller locked, and raises its version. */
export async function updateAfspraak(
  work: Work,
  row: { readonly id: Id; readonly versie: number },
  values: Updateable<DB['nazorgafspraak']>,
): Promise<number> {
  const versie = row.versie + 1
  await work.db
    .updateTable('nazorgafspraak')
    .set({ ...values, versie, ...stamp(work) })
    .where('id', '=', row.id)
    .execute()
  return versie
}

/** That the timeline says this day passed; no change of the agreement itself. */
export async function markTeLaat(work: Work, id: Id, op: string): Promise<void> {
  await work.db.updateTable('nazorgafspraak').set({ te_laat_gemeld_op: op }).where('id', '=', id).execute()
}

/** Later changes of how often, in no order; part of the agreement that the caller locked or reads. */
export function listFrequenties(work: Work, afspraakIds: readonly Id[]) {
  return work.db
    .selectFrom('nazorgfrequentie')
    .select(['id', 'nazorgafspraak_id as afspraakId', 'van', 'elke_weken as elkeWeken', 'reden'])
    .where('nazorgafspraak_id', 'in', [...afspraakIds])
    .orderBy('van', 'desc')
    .execute()
}

export async function insertFrequentie(
  work: Work,
  values: Omit<Insertable<DB['nazorgfrequentie']>, 'id' | 'regio_id' | 'vastgelegd_op' | 'vastgelegd_door'>,
): Promise<undefined | Rejection> {
  const done = await catchConstraint(
    work.db
      .insertInto('nazorgfrequentie')
      .values({
        ...values,
        id: work.newId(),
        regio_id: work.regioId,
        vastgelegd_op: work.now,
        vastgelegd_door: work.vrager.gebruikerId,
      })
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : undefined
}

export async function insertContact(
  work: Work,
  values: Omit<Insertable<DB['nazorgcontact']>, 'id' | 'regio_id' | 'vastgelegd_op' | 'vastgelegd_door'>,
): Promise<Id> {
  const id = work.newId()
  await work.db
    .insertInto('nazorgcontact')
    .values({
      ...values,
      id,
      regio_id: work.regioId,
      vastgelegd_op: work.now,
      vastgelegd_door: work.vrager.gebruikerId,
    })
    .execute()
  return id
}

export async function insertTerugvalplan(
  work: Work,
  values: Omit<Insertable<DB['terugvalplan']>, Eigen>,
): Promise<undefined | Rejection> {
  const done = await catchConstraint(
    work.db
      .insertInto('terugvalplan')
      .values({ ...values, regio_id: work.regioId, aangemaakt_op: work.now, ...stamp(work) })
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : undefined
}

export async function updateTerugvalplan(
  work: Work,
  row: { readonly id: Id; readonly versie: number },
  values: Updateable<DB['terugvalplan']>,
): Promise<number> {
  const versie = row.versie + 1
  await work.db
    .updateTable('terugvalplan')
    .set({ ...values, versie, ...stamp(work) })
    .where('id', '=', row.id)
    .execute()
  return versie
}

export async function insertRisicodag(
  work: Work,
  values: Omit<Insertable<DB['risicodag']>, Eigen>,
): Promise<void> {
  await work.db
    .insertInto('risicodag')
    .values({ ...values, regio_id: work.regioId, aangemaakt_op: work.now, ...stamp(work) })
    .execute()
}

export async function endRisicodagRow(work: Work, row: { id: Id; versie: number }): Promise<number> {
  const versie = row.versie + 1
  await work.db
    .updateTable('risicodag')
    .set({ vervallen_op: work.today, versie, ...stamp(work) })
    .where('id', '=', row.id)
    .execute()
  return versie
}

export async function insertSignaal(
  work: Work,
  values: Omit<Insertable<DB['netwerksignaal']>, Eigen>,
): Promise<void> {
  await work.db
    .insertInto('netwerksignaal')
    .values({ ...values, regio_id: work.regioId, aangemaakt_op: work.now, ...stamp(work) })
    .execute()
}

export async function settleSignaalRow(
  work: Work,
  row: { id: Id; versie: number },
  values: { opgepakt_op: string; uitkomst: string },
): Promise<number> {
  const versie = row.versie + 1
  await work.db
    .updateTable('netwerksignaal')
    .set({ ...values, opgepakt_door: work.vrager.gebruikerId, versie, ...stamp(work) })
    .where('id', '=', row.id)
    .execute()
  return versie
}

/** The plek is held in these days: the constraints decide, also when two book it at once. */
export async function insertBoeking(
  work: Work,
  values: Omit<
    Insertable<DB['time_outboeking']>,
    'regio_id' | 'geboekt_op' | 'gewijzigd_op' | 'gewijzigd_door'
  >,
): Promise<undefined | Rejection> {
  const done = await catchConstraint(
    work.db
      .insertInto('time_outboeking')
      .values({ ...values, regio_id: work.regioId, geboekt_op: work.now, ...stamp(work) })
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : undefined
}

export function lockBoeking(work: Work, id: Id): Promise<BoekingRow | undefined> {
  return work.db.selectFrom('time_outboeking').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Writes on a booking that the caller locked, and raises its version. */
export async function updateBoeking(
  work: Work,
  row: { readonly id: Id; readonly versie: number },
  values: Updateable<DB['time_outboeking']>,
): Promise<number> {
  const versie = row.versie + 1
  await work.db
    .updateTable('time_outboeking')
    .set({ ...values, versie, ...stamp(work) })
    .where('id', '=', row.id)
    .execute()
  return versie
}
