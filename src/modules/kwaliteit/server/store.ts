import { sql } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { LANG_DAGEN } from '../domain/bevinding.ts'
import { bevindingen } from './bevindingen.ts'
import { vindSql } from './queries.ts'
import { readVraag } from './vraag.ts'

// The only place that writes bevinding_akkoord and feit_bevinding.

export async function insertAkkoord(
  work: Work,
  values: {
    readonly id: Id
    readonly persoonId: Id | null
    readonly bevinding: string
    readonly sleutel: Id
    readonly reden: string
    readonly van: PlainDate
    readonly tot: PlainDate
  },
): Promise<Id | Rejection> {
  const done = await catchConstraint(
    work.db
      .insertInto('bevinding_akkoord')
      .values({
        id: values.id,
        regio_id: work.regioId,
        persoon_id: values.persoonId,
        bevinding: values.bevinding,
        sleutel: values.sleutel,
        reden: values.reden,
        van: values.van,
        tot: values.tot,
        organisatie_id: work.vrager.organisatieId!,
        gegeven_op: work.now,
        gegeven_door: work.vrager.gebruikerId!,
      })
      .execute(),
    {
      bevinding_akkoord_een_tegelijk: reject(
        'al_akkoord',
        'Hier gaf al iemand akkoord voor. Laad de pagina opnieuw.',
      ),
    },
  )
  return isRejection(done) ? done : values.id
}

export interface AkkoordRow {
  readonly id: Id
  readonly persoon_id: Id | null
  readonly bevinding: string
  readonly tot: PlainDate
  readonly ingetrokken_op: Date | null
}

export async function lockAkkoord(work: Work, id: Id): Promise<AkkoordRow | Rejection> {
  const row = await work.db
    .selectFrom('bevinding_akkoord')
    .select(['id', 'persoon_id', 'bevinding', 'tot', 'ingetrokken_op'])
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? notFound('Dit akkoord')
}

export async function withdrawRow(work: Work, id: Id): Promise<void> {
  await work.db
    .updateTable('bevinding_akkoord')
    .set({ ingetrokken_op: work.now, ingetrokken_door: work.vrager.gebruikerId })
    .where('id', '=', id)
    .execute()
}

/** Counts the findings of today anew, for the whole region and per organisation; counting twice gives the same rows. */
export async function replaceTelling(work: Work): Promise<void> {
  await sql`delete from feit_bevinding where regio_id = ${work.regioId} and dag = ${work.today}::date`.execute(
    work.db,
  )
  await sql`
    with f as materialized (${vindSql(bevindingen, await readVraag(work))}),
      soort as (select unnest(${bevindingen.map((one) => one.id)}::text[]) as bevinding)
    insert into feit_bevinding (regio_id, dag, bevinding, organisatie_id, aantal, lang, akkoord, oudste_op)
    select ${work.regioId}, ${work.today}::date, s.bevinding, f.organisatie_id, count(*) filter (where f.sleutel is not null and f.akkoord_id is null)::int,
      count(*) filter (where f.akkoord_id is null and f.sinds < ${work.today}::date - ${LANG_DAGEN}::int)::int, count(f.akkoord_id)::int, min(f.sinds) filter (where f.akkoord_id is null)
    from soort s left join f on f.bevinding = s.bevinding
    group by grouping sets ((s.bevinding), (s.bevinding, f.organisatie_id))
    having grouping(f.organisatie_id) = 1 or f.organisatie_id is not null`.execute(work.db)
}
