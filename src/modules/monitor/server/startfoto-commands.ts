import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { canonical, type Fotocel } from '../domain/startfoto.ts'
import { fotodomeinen, type postStartfoto } from '../domain/startfoto-contract.ts'
import { insertFoto } from './startfoto-store.ts'
import { countCellen } from './startfoto-telling.ts'
import { readMaandstand } from './telling.ts'

export const controlegetalVan = (cellen: readonly Fotocel[]) =>
  createHash('sha256').update(canonical(cellen)).digest('hex')

/**
 * Freezes a month that is over, as it was known at the end of yesterday: what is still being written today would make that counting it
 * again gives something else.
 */
export async function makeStartfoto(
  work: Work,
  input: z.output<(typeof postStartfoto)['body']>,
): Promise<{ id: Id } | Rejection> {
  const bekendOp = addDays(work.today, -1)
  const stand = await readMaandstand(work, { maand: input.maand, bekendOp })
  if (isRejection(stand)) return stand
  const producten = await work.db
    .selectFrom('product')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('domein', '=', input.domein)
    .orderBy('id')
    .execute()
  if (producten.length === 0)
    return reject(
      'geen_producten',
      `De regio heeft geen product voor ${fotodomeinen[input.domein].toLowerCase()}.`,
      {
        field: 'domein',
        status: 422,
      },
    )
  const ids = producten.map((row) => row.id)
  const cellen = await countCellen(work, stand, ids)
  const id = await insertFoto(
    work,
    {
      id: work.newId(),
      naam: input.naam,
      domein: input.domein,
      producten: ids,
      peildatum: stand.peildatum,
      bekendOp,
      controlegetal: controlegetalVan(cellen),
    },
    cellen,
  )
  if (isRejection(id)) return id
  await work.record({
    soort: 'StartfotoGemaakt',
    onderwerpSoort: 'startfoto',
    onderwerpId: id,
    op: work.today,
    gegevens: { peildatum: stand.peildatum },
  })
  return { id }
}
