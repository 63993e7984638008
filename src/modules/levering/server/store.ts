import type { Insertable, Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Leveringinhoud, Regel } from '../domain/inhoud.ts'
import type { Soort, Status } from '../domain/soorten.ts'

// The only place that writes levering, levering_regel, levering_weggelaten, levering_cijfer and levering_controle.

/** So many lines in one statement: a statement takes 65,535 values. */
const PER_KEER = 2000

export async function insertLevering(
  work: Work,
  levering: Insertable<DB['levering']>,
  inhoud: Omit<Leveringinhoud, 'cijfers'> & {
    readonly cijfers: readonly (Leveringinhoud['cijfers'][number] & { readonly naam: string })[]
  },
): Promise<undefined | Rejection> {
  const done = await catchConstraint(work.db.insertInto('levering').values(levering).execute(), {
    levering_een_per_periode: reject(
      'levering_bestaat_al',
      'Over deze periode is er al een levering. Trek die eerst in, met de reden.',
      { field: 'periode' },
    ),
  })
  if (isRejection(done)) return done
  const vast = { levering_id: levering.id, regio_id: levering.regio_id }
  await insertRegels(work, vast, inhoud.regels)
  await work.db
    .insertInto('levering_cijfer')
    .values(inhoud.cijfers.map((cijfer) => ({ ...vast, ...cijfer })))
    .execute()
  await work.db
    .insertInto('levering_controle')
    .values(inhoud.controles.map((controle) => ({ ...vast, ...controle })))
    .execute()
  if (inhoud.weggelaten.length > 0)
    await work.db
      .insertInto('levering_weggelaten')
      .values(inhoud.weggelaten.map((deel) => ({ ...vast, ...deel })))
      .execute()
  return undefined
}

async function insertRegels(
  work: Work,
  vast: { levering_id: Id; regio_id: Id },
  regels: readonly Regel[],
): Promise<void> {
  for (let begin = 0; begin < regels.length; begin += PER_KEER)
    await work.db
      .insertInto('levering_regel')
      .values(
        regels.slice(begin, begin + PER_KEER).map((regel, i) => ({
          ...vast,
          volgnummer: begin + i + 1,
          persoon_id: regel.persoonId,
          situatie: regel.situatie,
          klasse: regel.klasse,
          product_code: regel.productCode,
          gemeente_code: regel.gemeenteCode,
          van: regel.van,
          tot: regel.tot,
          begin_op: regel.beginOp,
          eind_op: regel.eindOp,
        })),
      )
      .execute()
}

/** The delivery for this transaction. */
export async function lockLevering(work: Work, id: Id) {
  const row = await work.db
    .selectFrom('levering')
    .select(['id', 'soort', 'periode', 'status', 'gemaakt_door', 'vrijgegeven_op', 'controlegetal'])
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, soort: row.soort as Soort, status: row.status as Status }
}

/** One step further; the database refuses a step that is not there. */
export async function setStap(
  work: Work,
  id: Id,
  values: Updateable<DB['levering']> & { readonly status: Status },
): Promise<undefined | Rejection> {
  const done = await catchConstraint(
    work.db
      .updateTable('levering')
      .set(values)
      .where('regio_id', '=', work.regioId)
      .where('id', '=', id)
      .execute(),
    { levering_ander_geeft_vrij: zelfGemaakt },
  )
  return isRejection(done) ? done : undefined
}

const zelfGemaakt = reject('zelf_gemaakt', 'U maakte deze levering zelf. Laat een ander haar vrijgeven.', {
  status: 403,
})
