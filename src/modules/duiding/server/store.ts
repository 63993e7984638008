import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import { updateRow as updateVersie } from '../../../platform/update-row.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { tekstNoemt } from '../domain/herkenbaar.ts'
import type { EigenaarInvoer, OnderhoudInvoer } from '../domain/onderhoud-contract.ts'

// The only place that writes duiding, verhaal, bronwaarde, indicator_eigenaar and indicator_onderhoud; duiding_versie is written by
// the database.

type Tabel = 'duiding' | 'verhaal' | 'bronwaarde'
type Eigen = 'regio_id' | 'versie' | 'aangemaakt_op' | 'gewijzigd_op' | 'gewijzigd_door'

export type DuidingRow = Selectable<DB['duiding']>
export type VerhaalRow = Selectable<DB['verhaal']>
export type BronwaardeRow = Selectable<DB['bronwaarde']>

const namen: Readonly<Record<Tabel, string>> = {
  duiding: 'Deze uitleg',
  verhaal: 'Dit verhaal',
  bronwaarde: 'Dit getal',
}

const constraints: Readonly<Record<string, Rejection>> = {
  duiding_een_per_auteur: reject(
    'duiding_bestaat_al',
    'U schreef al een uitleg bij deze maand en dit niveau. Wijzig die.',
  ),
  bronwaarde_een_per_bron: reject(
    'bron_staat_er_al',
    'Van deze bron staat er al een getal met dit onderwerp en deze peildatum. Verbeter dat getal.',
    { field: 'bron' },
  ),
  ...tekstNoemt('tekst'),
}

/** The row for this transaction, whatever its version: the state says first what can be done. */
export async function lockRow<T extends Tabel>(
  work: Work,
  tabel: T,
  id: Id,
): Promise<Selectable<DB[T]> | Rejection> {
  const { rows } = await sql<Selectable<DB[T]>>`
    select * from ${sql.table(tabel)} where regio_id = ${work.regioId} and id = ${id} for update`.execute(
    work.db,
  )
  return rows[0] ?? notFound(namen[tabel])
}

export async function insertRow<T extends Tabel>(
  work: Work,
  tabel: T,
  values: Omit<Insertable<DB[T]>, Eigen> & { readonly id: Id },
): Promise<Id | Rejection> {
  // @NOTE The columns of an open type parameter cannot be resolved here; `values` was checked against its table.
  const row = {
    ...values,
    regio_id: work.regioId,
    aangemaakt_op: work.now,
    gewijzigd_op: work.now,
    gewijzigd_door: work.vrager.gebruikerId,
  } as never
  const done = await catchConstraint(
    work.db
      .insertInto(tabel as 'duiding')
      .values(row)
      .execute(),
    constraints,
  )
  return isRejection(done) ? done : values.id
}

export const updateRow = <T extends Tabel>(
  work: Work,
  tabel: T,
  seen: { readonly id: Id; readonly versie: number },
  values: Updateable<DB[T]>,
) => updateVersie(work, tabel, seen, values, constraints)

// ── Owners and the yearly round ─────────────────────────────────────────────────────────────────────────────────────

/** Whoever is the owner now ends on the day that another begins. */
export async function endEigenaar(
  work: Work,
  { indicator, vanaf }: { readonly indicator: string; readonly vanaf: PlainDate },
): Promise<void> {
  await work.db
    .updateTable('indicator_eigenaar')
    .set({ tot: vanaf })
    .where('regio_id', '=', work.regioId)
    .where('indicator', '=', indicator)
    .where('van', '<', vanaf)
    .where('tot', 'is', null)
    .execute()
}

export async function insertEigenaar(work: Work, input: EigenaarInvoer): Promise<Id> {
  const id = work.newId()
  await work.db
    .insertInto('indicator_eigenaar')
    .values({
      id,
      regio_id: work.regioId,
      indicator: input.indicator,
      functie: input.functie,
      gebruiker_id: input.gebruikerId,
      van: input.vanaf,
      aangemaakt_op: work.now,
      aangemaakt_door: work.vrager.gebruikerId,
    })
    .execute()
  return id
}

export async function insertOnderhoud(work: Work, input: OnderhoudInvoer): Promise<Id> {
  const id = work.newId()
  await work.db
    .insertInto('indicator_onderhoud')
    .values({
      id,
      regio_id: work.regioId,
      indicator: input.indicator,
      jaar: input.jaar,
      uitkomst: input.uitkomst,
      notitie: input.notitie,
      beslist_op: work.today,
      beslist_door: work.vrager.gebruikerId!,
      vastgelegd_op: work.now,
    })
    .execute()
  return id
}
