import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import type { AkkoordInvoer } from '../domain/contract.ts'
import { decideAkkoord } from '../domain/rules.ts'
import { vindSql, voorVrager } from './queries.ts'
import { insertAkkoord, lockAkkoord, replaceTelling, withdrawRow } from './store.ts'
import { readVraag } from './vraag.ts'

/** The finding as it is now, in sight of the asker and for the asker to put right. */
async function findGevonden(work: Work, bevinding: string, sleutel: Id) {
  const kind = voorVrager(work).find((one) => one.id === bevinding)
  if (!kind) return undefined
  const { rows } = await sql<{ persoon_id: Id | null }>`
    select f.persoon_id from (${vindSql([kind], await readVraag(work))}) f where f.sleutel = ${sleutel}::uuid`.execute(
    work.db,
  )
  return rows[0]
}

/** Says that something is right as it is: until `tot` it is nobody's task. */
export async function giveAkkoord(work: Work, input: AkkoordInvoer): Promise<{ id: Id } | Rejection> {
  const found = await findGevonden(work, input.bevinding, input.sleutel)
  if (!found) return notFound('Deze bevinding')
  work.saw(found.persoon_id)
  const dagen = decideAkkoord(input.tot, work.today, (await getTermijn(work, 'bevinding_akkoord')) as Termijn)
  if (isRejection(dagen)) return dagen
  const { bevinding, sleutel, reden } = input
  const id = await insertAkkoord(work, {
    id: work.newId(),
    persoonId: found.persoon_id,
    bevinding,
    sleutel,
    reden,
    ...dagen,
  })
  if (isRejection(id)) return id
  await work.record({
    soort: 'BevindingAkkoord',
    onderwerpSoort: 'bevinding_akkoord',
    onderwerpId: id,
    op: work.today,
    persoonId: found.persoon_id,
    gegevens: { bevinding, tot: dagen.tot },
  })
  return { id }
}

/** From now on the finding counts again. */
export async function withdrawAkkoord(work: Work, id: Id): Promise<{ id: Id } | Rejection> {
  const row = await lockAkkoord(work, id)
  if (isRejection(row)) return row
  work.saw(row.persoon_id)
  if (row.ingetrokken_op !== null || row.tot <= work.today)
    return reject('akkoord_geldt_niet_meer', 'Dit akkoord geldt al niet meer. Laad de pagina opnieuw.')
  await withdrawRow(work, id)
  await work.record({
    soort: 'BevindingAkkoordIngetrokken',
    onderwerpSoort: 'bevinding_akkoord',
    onderwerpId: id,
    op: work.today,
    persoonId: row.persoon_id,
    gegevens: { bevinding: row.bevinding },
  })
  return { id }
}

/** Job of the night: how many there are now, so that they can be seen to grow old or go. */
export const countBevindingen = replaceTelling
