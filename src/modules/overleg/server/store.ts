import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import { updateRow } from '../../../platform/update-row.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection } from '../../../shared/rejection.ts'
import { fouten } from './fouten.ts'

// The only place that writes the tables of this module.

const namen = {
  overleg: 'Dit overleg',
  vergadering: 'Deze vergadering',
  bestuursbesluit: 'Dit besluit',
  overlegactie: 'Deze actie',
  overeenkomst: 'Deze overeenkomst',
  jaarplicht: 'Dit',
  nvo_antwoord: 'Dit antwoord',
  regio_aanspreekpunt: 'Het aanspreekpunt',
} as const

export type Tabel = keyof typeof namen
export type Rij<T extends Tabel> = Selectable<DB[T]>
export type Gezien = { readonly id: Id; readonly versie: number }

type Vast = 'id' | 'regio_id' | 'versie' | 'aangemaakt_op' | 'gewijzigd_op' | 'gewijzigd_door'

/** The row for this transaction, whatever its version: the state says first what can be done. */
export async function lockRij<T extends Tabel>(work: Work, tabel: T, id: Id): Promise<Rij<T> | Rejection> {
  const row = await work.db
    .selectFrom(tabel as 'overleg')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return (row as Rij<T> | undefined) ?? notFound(namen[tabel])
}

export async function insertRij<T extends Tabel>(
  work: Work,
  tabel: T,
  values: Omit<Insertable<DB[T]>, Vast>,
): Promise<Id | Rejection> {
  const id = work.newId()
  const vast = {
    id,
    regio_id: work.regioId,
    aangemaakt_op: work.now,
    gewijzigd_op: work.now,
    gewijzigd_door: work.vrager.gebruikerId,
  }
  const done = await catchConstraint(
    work.db
      .insertInto(tabel as 'overleg')
      .values({ ...values, ...vast } as Insertable<DB['overleg']>)
      .execute(),
    fouten,
  )
  return isRejection(done) ? done : id
}

/** Writes a locked row with the version that the editor saw; returns the new version, or who was first. */
export const updateRij = <T extends Tabel>(work: Work, tabel: T, seen: Gezien, values: Updateable<DB[T]>) =>
  updateRow(work, tabel as 'overleg', seen, values as Updateable<DB['overleg']>, fouten)

/** What hangs under a row, with the column that says under which. */
const delen = {
  overleg_lid: 'overleg_id',
  overleg_agendapunt: 'overleg_id',
  vergadering_agendapunt: 'vergadering_id',
  bestuursbesluit_activiteit: 'bestuursbesluit_id',
  bestuursbesluit_stap: 'bestuursbesluit_id',
  overeenkomst_onderwerp: 'overeenkomst_id',
} as const
type Deel = keyof typeof delen

/** Rules over several rows, checked at the end of the transaction unless asked before. */
const laat: Partial<Record<Deel, string>> = {
  overleg_agendapunt:
    'onderdak.overleg_houdt_uitvoeringsprogramma, onderdak.overleg_agendapunt_houdt_uitvoeringsprogramma',
  vergadering_agendapunt:
    'onderdak.vergadering_houdt_uitvoeringsprogramma, onderdak.agenda_houdt_uitvoeringsprogramma',
  bestuursbesluit_stap: 'onderdak.bestuursbesluit_stap_op_volgorde',
}

/** Puts these rows in the place of what hung under `onder`. Its row is locked, so nobody else does the same. */
export async function replaceDelen<D extends Deel>(
  work: Work,
  deel: D,
  onder: Id,
  rows: readonly Omit<Insertable<DB[D]>, 'regio_id' | (typeof delen)[D]>[],
): Promise<Rejection | undefined> {
  const kolom = delen[deel]
  const tabel = deel as 'overleg_lid'
  const weg = await catchConstraint(
    work.db
      .deleteFrom(tabel)
      .where('regio_id', '=', work.regioId)
      .where(kolom as 'overleg_id', '=', onder)
      .execute(),
    fouten,
  )
  if (isRejection(weg)) return weg
  if (rows.length > 0) {
    const values = rows.map((row) => ({ ...row, regio_id: work.regioId, [kolom]: onder }))
    const done = await catchConstraint(
      work.db
        .insertInto(tabel)
        .values(values as unknown as Insertable<DB['overleg_lid']>[])
        .execute(),
      fouten,
    )
    if (isRejection(done)) return done
  }
  return checkNow(work, laat[deel])
}

/** Asks a late rule now, so that its refusal has words; what follows in this transaction is asked at the end again. */
async function checkNow(work: Work, regels: string | undefined): Promise<Rejection | undefined> {
  if (!regels) return undefined
  const done = await catchConstraint(
    sql`set constraints ${sql.raw(regels)} immediate`.execute(work.db),
    fouten,
  )
  if (isRejection(done)) return done
  await sql`set constraints ${sql.raw(regels)} deferred`.execute(work.db)
  return undefined
}

/** When and where it was done in a year; null takes it back. */
export async function replaceJaar(
  work: Work,
  jaarplichtId: Id,
  jaar: number,
  gedaan: { readonly gedaan_op: string; readonly waar: string } | null,
): Promise<Rejection | undefined> {
  await work.db
    .deleteFrom('jaarplicht_jaar')
    .where('regio_id', '=', work.regioId)
    .where('jaarplicht_id', '=', jaarplichtId)
    .where('jaar', '=', jaar)
    .execute()
  if (!gedaan) return undefined
  const done = await catchConstraint(
    work.db
      .insertInto('jaarplicht_jaar')
      .values({ jaarplicht_id: jaarplichtId, regio_id: work.regioId, jaar, ...gedaan })
      .execute(),
    fouten,
  )
  return isRejection(done) ? done : undefined
}

export async function insertKalenderadres(work: Work, tokenHash: Buffer): Promise<Id | Rejection> {
  const id = work.newId()
  const done = await catchConstraint(
    work.db
      .insertInto('kalenderadres')
      .values({
        id,
        regio_id: work.regioId,
        gebruiker_id: work.vrager.gebruikerId!,
        token_hash: tokenHash,
        aangemaakt_op: work.now,
      })
      .execute(),
    fouten,
  )
  return isRejection(done) ? done : id
}

/** Ends the own address that works; undefined when this one does not. */
export async function endKalenderadres(work: Work, id: Id): Promise<Id | undefined> {
  const done = await work.db
    .updateTable('kalenderadres')
    .set({ ingetrokken_op: work.now })
    .where('regio_id', '=', work.regioId)
    .where('gebruiker_id', '=', work.vrager.gebruikerId!)
    .where('ingetrokken_op', 'is', null)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return done?.id
}
