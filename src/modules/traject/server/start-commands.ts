import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { survivorOf } from '../../persoon/server/lookup.ts'
import type { StartInvoer } from '../domain/contract.ts'
import { checkStapdag } from '../domain/rules.ts'
import { recordBegin } from './boek.ts'
import { insertTrajecten } from './store.ts'

/** Days until the first talk, when nobody said otherwise. */
const KENNISMAKING_DAGEN = 7

/** A traject without a stay: someone at home, or who waits. The contact of the next step is the aanspreekpunt. */
export async function startTraject(
  work: Work,
  input: StartInvoer & { readonly persoonId: Id },
): Promise<{ id: Id; versie: number } | Rejection> {
  const persoonId = await survivorOf(work, input.persoonId)
  const persoon = await work.db
    .selectFrom('persoon')
    .select('id')
    .where('id', '=', persoonId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!persoon) return notFound('Deze cliënt')
  const vorig = await work.db
    .selectFrom('traject')
    .select((e) => e.fn.max('geeindigd_op').as('op'))
    .where('persoon_id', '=', persoonId)
    .executeTakeFirst()
  const refused = checkStapdag(
    input.op,
    work.today,
    vorig?.op ? { voor: vorig.op, wat: 'Het vorige traject eindigde op' } : null,
  )
  if (refused) return refused
  const open = await work.db
    .selectFrom('opvolging')
    .select('id')
    .where('persoon_id', '=', persoonId)
    .where('status', '=', 'open')
    .executeTakeFirst()
  if (!open || input.stap)
    await setOpvolging(
      work,
      { persoonId },
      input.stap ?? {
        volgendeStap: 'Kennismaken en afspraken maken over het traject',
        volgendeStapOp: addDays(work.today, KENNISMAKING_DAGEN),
      },
    )
  const [begonnen] = await insertTrajecten(
    work,
    [{ id: work.newId(), persoonId, op: input.op, fase: null, productId: null }],
    { aanleiding: 'zelf', hoofdId: persoonId },
  )
  if (!begonnen)
    return reject('traject_loopt_al', 'Er loopt al een traject voor deze cliënt. Ga daarmee verder.')
  await recordBegin(work, begonnen, { op: input.op })
  return { id: begonnen.id, versie: 1 }
}
