import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import { updateRow } from '../../../platform/update-row.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Koers, Stand } from '../domain/keuzes.ts'

// The only place that writes how far an activiteit is: activiteit_stand, activiteit_voortgang, resultaat_waarde, activiteit_knelpunt, besluitmoment
// and activiteit_geld.

const fout = (code: string, message: string, field: string) => reject(code, message, { status: 422, field })

const constraints: Readonly<Record<string, Rejection>> = {
  activiteit_stand_reden_gegeven: fout(
    'reden_ontbreekt',
    'Vul in waarom het vertraagd is of stopt.',
    'reden',
  ),
  activiteit_stand_klaar_zonder_koers: fout(
    'koers_past_niet',
    'Wat klaar is, is niet meer op schema of vertraagd. Laat dit leeg.',
    'koers',
  ),
  activiteit_knelpunt_opgelost_na_melden: fout(
    'datum_past_niet',
    'De dag van oplossen ligt voor de dag van melden.',
    'opgelostOp',
  ),
}

type Nieuw<T extends keyof DB, Zelf extends string> = Omit<Insertable<DB[T]>, 'id' | 'regio_id' | Zelf>

const vastgelegd = (work: Work) => ({
  regio_id: work.regioId,
  vastgelegd_op: work.now,
  vastgelegd_door: work.vrager.gebruikerId,
})
const bewerkbaar = (work: Work) => ({
  regio_id: work.regioId,
  aangemaakt_op: work.now,
  gewijzigd_op: work.now,
  gewijzigd_door: work.vrager.gebruikerId,
})
type Vast = keyof ReturnType<typeof vastgelegd>
type Bewerkt = keyof ReturnType<typeof bewerkbaar>

const written = async (work: Work, write: (id: Id) => Promise<unknown>): Promise<Id | Rejection> => {
  const id = work.newId()
  const done = await catchConstraint(write(id), constraints)
  return isRejection(done) ? done : id
}

/** How it stands on a day: what was said last of the last day; undefined when nobody said anything. */
export async function findStand(
  work: Work,
  activiteitId: Id,
): Promise<{ stand: Stand; koers: Koers | null; op: string } | undefined> {
  return work.db
    .selectFrom('activiteit_stand')
    .select(['stand', 'koers', 'op'])
    .where('regio_id', '=', work.regioId)
    .where('activiteit_id', '=', activiteitId)
    .orderBy('op', 'desc')
    .orderBy('vastgelegd_op', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .$castTo<{ stand: Stand; koers: Koers | null; op: string }>()
    .executeTakeFirst()
}

export const insertStand = (work: Work, values: Nieuw<'activiteit_stand', Vast>) =>
  written(work, (id) =>
    work.db
      .insertInto('activiteit_stand')
      .values({ id, ...vastgelegd(work), ...values })
      .execute(),
  )

export const insertVoortgang = (work: Work, values: Nieuw<'activiteit_voortgang', Vast | 'ingetrokken_op'>) =>
  written(work, (id) =>
    work.db
      .insertInto('activiteit_voortgang')
      .values({ id, ...vastgelegd(work), ...values })
      .execute(),
  )

/** Withdraws a text once; tells of which activiteit it was. */
export async function withdrawVoortgangstekst(work: Work, id: Id): Promise<{ activiteitId: Id } | Rejection> {
  const row = await work.db
    .updateTable('activiteit_voortgang')
    .set({ ingetrokken_op: work.now })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .where('ingetrokken_op', 'is', null)
    .returning('activiteit_id')
    .executeTakeFirst()
  return row ? { activiteitId: row.activiteit_id } : notFound('Deze tekst')
}

export async function lockResultaat(
  work: Work,
  id: Id,
): Promise<Selectable<DB['activiteit_resultaat']> | Rejection> {
  const row = await work.db
    .selectFrom('activiteit_resultaat')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? notFound('Dit resultaat')
}

/** One number a day holds: the one before it lapses. */
export async function replaceWaarde(
  work: Work,
  values: Nieuw<'resultaat_waarde', Vast | 'vervallen_op'>,
): Promise<Id | Rejection> {
  await work.db
    .updateTable('resultaat_waarde')
    .set({ vervallen_op: work.now })
    .where('regio_id', '=', work.regioId)
    .where('resultaat_id', '=', values.resultaat_id)
    .where('op', '=', values.op)
    .where('vervallen_op', 'is', null)
    .execute()
  return written(work, (id) =>
    work.db
      .insertInto('resultaat_waarde')
      .values({ id, ...vastgelegd(work), ...values })
      .execute(),
  )
}

export const insertKnelpunt = (work: Work, values: Nieuw<'activiteit_knelpunt', Bewerkt>) =>
  written(work, (id) =>
    work.db
      .insertInto('activiteit_knelpunt')
      .values({ id, ...bewerkbaar(work), ...values })
      .execute(),
  )

export const insertBesluitmoment = (work: Work, values: Nieuw<'besluitmoment', Bewerkt>) =>
  written(work, (id) =>
    work.db
      .insertInto('besluitmoment')
      .values({ id, ...bewerkbaar(work), ...values })
      .execute(),
  )

export const insertGeld = (work: Work, values: Nieuw<'activiteit_geld', Bewerkt>) =>
  written(work, (id) =>
    work.db
      .insertInto('activiteit_geld')
      .values({ id, ...bewerkbaar(work), ...values })
      .execute(),
  )

type Bewerkbaar = 'activiteit_knelpunt' | 'besluitmoment' | 'activiteit_geld'

const namen: Readonly<Record<Bewerkbaar, string>> = {
  activiteit_knelpunt: 'Dit knelpunt',
  besluitmoment: 'Dit besluitmoment',
  activiteit_geld: 'Dit bedrag',
}

/** The row for this transaction, whatever its version. */
export async function lockDeel<T extends Bewerkbaar>(
  work: Work,
  tabel: T,
  id: Id,
): Promise<Selectable<DB[T]> | Rejection> {
  const { rows } = await sql<
    Selectable<DB[T]>
  >`select * from ${sql.table(`onderdak.${tabel}`)} where regio_id = ${work.regioId} and id = ${id} for update`.execute(
    work.db,
  )
  return rows[0] ?? notFound(namen[tabel])
}

/** Writes a locked row with the version that the editor saw; returns the new version, or who was first. */
export const updateDeel = <T extends Bewerkbaar>(
  work: Work,
  tabel: T,
  seen: { readonly id: Id; readonly versie: number },
  values: Updateable<DB[T]>,
) => updateRow(work, tabel, seen, values as never, constraints)

export async function deleteGeld(work: Work, id: Id): Promise<void> {
  await work.db
    .deleteFrom('activiteit_geld')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .execute()
}
