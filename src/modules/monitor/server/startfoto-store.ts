import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Fotocel } from '../domain/startfoto.ts'

// The only place that writes startfoto and startfoto_cel.

export async function insertFoto(
  work: Work,
  foto: {
    readonly id: Id
    readonly naam: string
    readonly domein: string
    readonly producten: Id[]
    readonly peildatum: PlainDate
    readonly bekendOp: PlainDate
    readonly controlegetal: string
  },
  cellen: readonly Fotocel[],
): Promise<Id | Rejection> {
  const done = await catchConstraint(
    work.db
      .insertInto('startfoto')
      .values({
        id: foto.id,
        regio_id: work.regioId,
        naam: foto.naam,
        domein: foto.domein,
        producten: foto.producten,
        peildatum: foto.peildatum,
        bekend_op: foto.bekendOp,
        controlegetal: foto.controlegetal,
        gemaakt_op: work.now,
        gemaakt_door: work.vrager.gebruikerId!,
      })
      .execute(),
    {
      startfoto_eenmaal: reject(
        'foto_bestaat',
        'Van deze maand is vandaag al een foto gemaakt. Open die foto, of kies een andere maand.',
        { field: 'maand' },
      ),
    },
  )
  if (isRejection(done)) return done
  if (cellen.length > 0)
    await work.db
      .insertInto('startfoto_cel')
      .values(
        cellen.map((cel) => ({
          startfoto_id: foto.id,
          regio_id: work.regioId,
          telling: cel.telling,
          product_id: cel.productId,
          gemeente_code: cel.gemeente,
          aantal: cel.aantal,
        })),
      )
      .execute()
  return foto.id
}
