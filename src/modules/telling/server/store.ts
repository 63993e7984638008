import type { Insertable, Selectable, Updateable } from 'kysely'
import { conflict } from '../../../platform/conflict.ts'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Cijfer } from '../domain/ontdubbelen.ts'

// The only place that writes telling, telling_organisatie, telling_antwoord, telling_paar and telling_cijfer.

type Tabel = 'telling' | 'telling_organisatie' | 'telling_paar'
export type TellingRij = Selectable<DB['telling']>
export type OrganisatieRij = Selectable<DB['telling_organisatie']>

const fouten = {
  telling_een_per_dag: reject('telling_bestaat', 'Op deze dag is er al een telling. Kies een andere dag.', {
    field: 'teldag',
  }),
  telling_organisatie_naam_uniek: reject('organisatie_doet_mee', 'Deze organisatie doet al mee.', {
    field: 'naam',
  }),
  telling_antwoord_open: reject(
    'telling_dicht',
    'Deze telling neemt nu geen antwoorden aan. Kijk bij de teldag en de laatste dag.',
  ),
}

const wat = { telling: 'Deze telling', telling_organisatie: 'Deze organisatie', telling_paar: 'Dit paar' }

const nu = (work: Work) => ({ gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId })

export async function lockRij<T extends Tabel>(
  work: Work,
  tabel: T,
  id: Id,
): Promise<Selectable<DB[T]> | Rejection> {
  const row = await work.db
    .selectFrom(tabel as 'telling')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return (row as Selectable<DB[T]> | undefined) ?? notFound(wat[tabel])
}

export async function insertTelling(
  work: Work,
  values: Pick<Insertable<DB['telling']>, 'naam' | 'teldag' | 'sluit_op' | 'vragen' | 'sleutel_versleuteld'>,
): Promise<Id | Rejection> {
  const id = work.newId()
  const done = await catchConstraint(
    work.db
      .insertInto('telling')
      .values({ id, regio_id: work.regioId, ...values, aangemaakt_op: work.now, ...nu(work) })
      .execute(),
    fouten,
  )
  return isRejection(done) ? done : id
}

export async function insertOrganisatie(
  work: Work,
  values: Pick<Insertable<DB['telling_organisatie']>, 'telling_id' | 'naam' | 'token_hash' | 'verloopt_op'>,
): Promise<Id | Rejection> {
  const id = work.newId()
  const done = await catchConstraint(
    work.db
      .insertInto('telling_organisatie')
      .values({ id, regio_id: work.regioId, ...values, aangemaakt_op: work.now, ...nu(work) })
      .execute(),
    fouten,
  )
  return isRejection(done) ? done : id
}

/** Writes a locked row with the version that the editor saw; returns the new version, or who was first. */
export async function updateRij<T extends Tabel>(
  work: Work,
  tabel: T,
  seen: { readonly id: Id; readonly versie: number },
  values: Updateable<DB[T]>,
): Promise<number | Rejection> {
  const versie = seen.versie + 1
  const wie = tabel === 'telling_paar' ? { gewijzigd_op: work.now } : nu(work)
  const done = await work.db
    .updateTable(tabel as 'telling')
    .set({ ...values, ...wie, versie } as Updateable<DB['telling']>)
    .where('regio_id', '=', work.regioId)
    .where('id', '=', seen.id)
    .where('versie', '=', seen.versie)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n ? versie : conflict(work, tabel, seen.id, seen.versie)
}

type NieuwAntwoord = Omit<
  Insertable<DB['telling_antwoord']>,
  'id' | 'regio_id' | 'versie' | 'aangemaakt_op' | 'gewijzigd_op'
>

export async function insertAntwoord(work: Work, values: NieuwAntwoord): Promise<Id | Rejection> {
  const id = work.newId()
  const done = await catchConstraint(
    work.db
      .insertInto('telling_antwoord')
      .values({ id, regio_id: work.regioId, ...values, aangemaakt_op: work.now, gewijzigd_op: work.now })
      .execute(),
    fouten,
  )
  return isRejection(done) ? done : id
}

export async function updateAntwoord(
  work: Work,
  seen: { readonly id: Id; readonly versie: number; readonly organisatieId: Id },
  values: Updateable<DB['telling_antwoord']>,
): Promise<number | Rejection> {
  const versie = seen.versie + 1
  const done = await catchConstraint(
    work.db
      .updateTable('telling_antwoord')
      .set({ ...values, versie, gewijzigd_op: work.now })
      .where('telling_organisatie_id', '=', seen.organisatieId)
      .where('id', '=', seen.id)
      .where('versie', '=', seen.versie)
      .executeTakeFirst(),
    fouten,
  )
  if (isRejection(done)) return done
  if (done.numUpdatedRows === 1n) return versie
  return reject('antwoord_veranderd', 'Dit antwoord is intussen gewijzigd of gewist. Laad de pagina opnieuw.')
}

export async function deleteAntwoord(work: Work, organisatieId: Id, id: Id): Promise<boolean> {
  const done = await work.db
    .deleteFrom('telling_antwoord')
    .where('telling_organisatie_id', '=', organisatieId)
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

export async function insertParen(
  work: Work,
  tellingId: Id,
  paren: readonly { readonly een: string; readonly ander: string }[],
): Promise<void> {
  if (paren.length === 0) return
  const rows = paren.map(({ een, ander }) => ({
    id: work.newId(),
    regio_id: work.regioId,
    telling_id: tellingId,
    een_id: een,
    ander_id: ander,
    gewijzigd_op: work.now,
  }))
  await work.db.insertInto('telling_paar').values(rows).execute()
}

/** What stays of a count, and then nothing of people any more: answers, pairs and links go in the same transaction. */
export async function insertCijfers(work: Work, tellingId: Id, cijfers: readonly Cijfer[]): Promise<void> {
  if (cijfers.length > 0)
    await work.db
      .insertInto('telling_cijfer')
      .values(cijfers.map((one) => ({ ...one, telling_id: tellingId, regio_id: work.regioId })))
      .execute()
  await work.db.deleteFrom('telling_paar').where('telling_id', '=', tellingId).execute()
  await work.db.deleteFrom('telling_antwoord').where('telling_id', '=', tellingId).execute()
  await work.db
    .updateTable('telling_organisatie')
    .set({ token_hash: null, verloopt_op: null })
    .where('telling_id', '=', tellingId)
    .execute()
}
