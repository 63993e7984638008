import type { Selectable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import type { EigenwaardeInvoer } from '../domain/contract.ts'

// The only place that writes prognose_eigen_waarde.

export type EigenRij = Selectable<DB['prognose_eigen_waarde']>

/** Somebody else wrote the same version in the meantime; the command says who. */
export const eerderGeschreven = reject('versie_verouderd', 'Iemand anders heeft dit intussen gewijzigd.')

const past = reject('waarde_past_niet', 'Dit getal kan niet bij deze schatting.', {
  status: 422,
  field: 'waarde',
})
const constraints: Readonly<Record<string, Rejection>> = {
  prognose_eigen_waarde_versie: eerderGeschreven,
  prognose_eigen_waarde_een_tegelijk: eerderGeschreven,
  prognose_eigen_waarde_past: past,
  prognose_eigen_waarde_parameter: reject('parameter_bestaat_niet', 'Deze schatting bestaat niet.', {
    status: 422,
    field: 'parameter',
  }),
}

/** The last row of a parameter, whether it still counts or not, locked. */
export const lockLaatste = (work: Work, parameter: string): Promise<EigenRij | undefined> =>
  work.db
    .selectFrom('prognose_eigen_waarde')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('parameter', '=', parameter)
    .orderBy('versie', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()

export const lockEigenwaarde = (work: Work, id: Id): Promise<EigenRij | undefined> =>
  work.db
    .selectFrom('prognose_eigen_waarde')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Ends a locked row today; `versie` is that of the row from now on. */
export async function endEigenwaarde(work: Work, row: EigenRij, versie: number): Promise<void> {
  await work.db
    .updateTable('prognose_eigen_waarde')
    .set({
      tot: work.today,
      beeindigd_door: work.vrager.gebruikerId,
      versie,
      gewijzigd_op: work.now,
      gewijzigd_door: work.vrager.gebruikerId,
    })
    .where('regio_id', '=', work.regioId)
    .where('id', '=', row.id)
    .execute()
}

/** The next row of a parameter; `reeksId` is the first one of it. */
export async function insertEigenwaarde(
  work: Work,
  input: EigenwaardeInvoer & { readonly reeksId: Id | undefined },
): Promise<EigenRij | Rejection> {
  const id = work.newId()
  return await catchConstraint(
    work.db
      .insertInto('prognose_eigen_waarde')
      .values({
        id,
        regio_id: work.regioId,
        parameter: input.parameter,
        reeks_id: input.reeksId ?? id,
        waarde: String(input.waarde),
        reden: input.reden,
        van: work.today,
        vastgelegd_op: work.now,
        vastgelegd_door: work.vrager.gebruikerId!,
        versie: input.versie + 1,
        gewijzigd_op: work.now,
        gewijzigd_door: work.vrager.gebruikerId,
      })
      .returningAll()
      .executeTakeFirstOrThrow(),
    constraints,
  )
}
