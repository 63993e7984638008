import type { Work } from '../../../platform/work.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import { listTeWissen, wipeSignaal } from './store.ts'

/**
 * Job: who is worried tells of somebody who did not ask for it, so text and sender go some time after it was finished; sort,
 * wijk and days stay for the counts. Returns how many; a second run finds none.
 */
export async function wipeSignalen(work: Work): Promise<number> {
  const termijn = (await getTermijn(work, 'signaal_bewaren')) as Termijn
  const due = (await listTeWissen(work)).filter((row) => addTermijn(row.afgerondOp, termijn) <= work.today)
  for (const { id, versie } of due) {
    await wipeSignaal(work, id)
    await work.record({
      soort: 'SignaalGewist',
      onderwerpSoort: 'signaal',
      onderwerpId: id,
      op: work.today,
      gegevens: { versie: versie + 1 },
    })
  }
  return due.length
}
