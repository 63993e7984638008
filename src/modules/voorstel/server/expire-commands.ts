import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { backToWaiting } from './settle.ts'
import { updateLocked, type VoorstelRow } from './store.ts'

/** How long the aanbieder still sees a voorstel that it let expire, to learn from it. */
const zichtNaVervallen = 7

/**
 * Ends every voorstel whose moment has passed: the space is free, the person waits on with rank kept, and both sides get a
 * sign. Safe to run again. A voorstel that somebody answers right now is locked, and is left to that answer.
 */
export async function expireVoorstellen(
  work: Work,
  input: { voorstelId?: Id } = {},
): Promise<{ aantal: number }> {
  let query = work.db
    .selectFrom('plaatsingsvoorstel')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('status', '=', 'voorgesteld')
    .where('reageren_voor', '<=', work.now)
    .orderBy('reageren_voor')
    .orderBy('id')
    .forUpdate()
    .skipLocked()
  if (input.voorstelId) query = query.where('id', '=', input.voorstelId)
  const rows = await query.execute()
  let aantal = 0
  for (const row of rows) if (await expire(work, row)) aantal++
  return { aantal }
}

async function expire(work: Work, row: VoorstelRow): Promise<boolean> {
  const versie = await updateLocked(work, row, { status: 'vervallen' })
  if (isRejection(versie)) throw new Error(`voorstel ${row.id} cannot expire: ${versie.code}`)
  await work.record({
    soort: 'VoorstelVervallen',
    onderwerpSoort: 'plaatsingsvoorstel',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { versie, locatieId: row.locatie_id },
  })
  // For the aanbieder, without a person: on its own locatie.
  await work.record({
    soort: 'VoorstelNietBeantwoord',
    onderwerpSoort: 'locatie',
    onderwerpId: row.locatie_id,
    op: work.today,
    gegevens: { voorstelId: row.id },
  })
  const back = await backToWaiting(work, row, {
    volgendeStap: 'De aanbieder antwoordde niet op tijd: bellen en opnieuw een plek voorstellen',
    volgendeStapOp: work.today,
    zichtDagen: zichtNaVervallen,
  })
  if (isRejection(back)) throw new Error(`voorstel ${row.id} expired without a waiting person: ${back.code}`)
  return true
}
