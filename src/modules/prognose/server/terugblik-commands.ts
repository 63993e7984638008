import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Ketenfeiten } from '../domain/ketenfeiten.ts'
import { isStand } from '../domain/loop.ts'
import {
  beginVan,
  compareTerugblik,
  HERHALINGEN,
  prepareTerugblik,
  type Terugblikuitkomst,
  ZAAD,
} from '../domain/terugblik.ts'
import { reeksenVan } from '../domain/terugblikreeks.ts'
import { isBijgehouden, readKetenfeiten } from './ketenfeiten.ts'
import { readKleinsteGetal } from './queries.ts'
import { runOpdracht } from './rekenpool.ts'
import { finishTerugblik, insertTerugblik, lockTerugblik } from './terugblik-store.ts'

export const TERUGBLIKTAAK = 'prognose-terugblik'

/** Puts a look back in the queue: twelve whole months from a day on, that are over. */
export async function requestTerugblik(
  work: Work,
  { begin }: { readonly begin: PlainDate },
): Promise<{ id: Id } | Rejection> {
  const laatste = beginVan(work.today)
  if (begin > laatste || !addDays(begin, 1).endsWith('-01'))
    return reject(
      'begin_past_niet',
      `Kies de laatste dag van een maand, uiterlijk ${formatLong(laatste)}: daarna moeten twaalf hele maanden voorbij zijn.`,
      { status: 422, field: 'begin' },
    )
  const id = await insertTerugblik(work, begin)
  if (isRejection(id)) return id
  await work.enqueue({ naam: TERUGBLIKTAAK, gegevens: { terugblikId: id } })
  await work.record({
    soort: 'PrognoseTerugblikGevraagd',
    onderwerpSoort: 'prognose_terugblik',
    onderwerpId: id,
    op: work.today,
    gegevens: { begin },
  })
  return { id }
}

/** Looks back, as the system. Runs again without harm: what is ready stays. */
export async function lookBack(work: Work, id: Id): Promise<void> {
  const row = await lockTerugblik(work, id)
  if (!row || row.klaar_op !== null) return
  const { feiten, zoalsToen } = await readToen(work, row.begin_op)
  await finishTerugblik(work, id, { zoalsToen, uitkomst: await compare(work, feiten) })
}

/** The look back of this month, when nobody made it: each night, for every region. */
export async function lookBackThisMonth(work: Work): Promise<void> {
  const begin = beginVan(work.today)
  const rows = await work.db
    .selectFrom('prognose_terugblik')
    .select(['id', 'begin_op', 'klaar_op'])
    .where('regio_id', '=', work.regioId)
    .where((e) => e.or([e('klaar_op', 'is', null), e('begin_op', '=', begin)]))
    .execute()
  const open = rows.find(({ klaar_op }) => klaar_op === null)
  if (open) await lookBack(work, open.id)
  if (rows.some(({ begin_op }) => begin_op === begin)) return
  const id = await insertTerugblik(work, begin)
  if (!isRejection(id)) await lookBack(work, id)
}

/**
 * The facts as they were known on the first day. Where that was not kept, or where what was known of that day was read in
 * later, as they are known now: that is said beside the outcome.
 */
async function readToen(work: Work, begin: PlainDate) {
  const toen = (await isBijgehouden(work, begin))
    ? await readKetenfeiten(work, { peildatum: begin, zoalsToen: true })
    : undefined
  if (toen && toen.producten.length > 0 && toen.verblijven.length + toen.wachtenden.length > 0)
    return { feiten: toen, zoalsToen: true }
  return { feiten: await readKetenfeiten(work, { peildatum: begin }), zoalsToen: false }
}

/** What came out, or in a sentence why it can not be said. */
async function compare(work: Work, toen: Ketenfeiten): Promise<Terugblikuitkomst | string> {
  if (toen.producten.length === 0)
    return `Op ${formatLong(toen.peildatum)} waren er nog geen producten met plekken.`
  if (toen.verblijven.length + toen.wachtenden.length === 0)
    return `Op ${formatLong(toen.peildatum)} stond er nog niemand in het register. Terugkijken kan als het register een jaar bestaat.`
  const { model, faults } = prepareTerugblik(toen, await readKleinsteGetal(work)).model
  if (!model)
    return `De keten van ${formatLong(toen.peildatum)} is niet na te bootsen. ${faults.map(({ message }) => message).join(' ')}`
  const gerekend = await runOpdracht({
    sleutel: `terugblik ${work.regioId} ${toen.peildatum}`,
    model,
    zaad: ZAAD,
    eerste: 0,
    aantal: HERHALINGEN,
  })
  if ('fout' in gerekend) return gerekend.fout
  const nu = await readKetenfeiten(work)
  const uitkomst = compareTerugblik(reeksenVan(model, gerekend), nu, toen.peildatum)
  // Whoever stays on and whoever waits on proves nothing: a forecast of little would be right by that alone.
  const isGegaan = uitkomst.cellen.some(({ maat, gebeurd }) => !isStand(maat) && gebeurd > 0)
  return isGegaan
    ? uitkomst
    : 'Volgens het register kwam er in dat jaar niemand en ging er niemand weg. Er is dus niets om de prognose naast te leggen.'
}
