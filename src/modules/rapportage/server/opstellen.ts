import type { Stap } from '../../../platform/jobs/tasks.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection } from '../../../shared/rejection.ts'
import {
  type Activiteitverslag,
  readActiviteitverslag,
  readVerslagbegin,
  type Verslag,
} from '../../programma/server/lookup.ts'
import { mergeBlokken } from '../domain/blok.ts'
import type { Soort } from '../domain/keuzes.ts'
import { conceptVan } from './concept.ts'
import { bewaardVan, listBlokken, lockRapportage, noteVoortgang, saveSamenvoeging } from './store.ts'

/** As somebody who may open nothing: the system sees every small number, and a report is read by many. */
const zonderInzage = (work: Work): Work => ({
  ...work,
  vrager: { ...work.vrager, isSysteem: false, permissies: new Set() },
})

/**
 * Drafts it from what is known now, as the system: an activiteit a step, so that who waits sees how far it is. The facts are kept
 * nowhere but here until the last step writes all of it. Who dies halfway leaves no draft, and the job begins anew.
 */
export async function draftRapportage(stap: Stap, id: Id): Promise<void> {
  const begin = await stap((work) => beginConcept(work, id))
  if (!begin) return
  const totaal = begin.ids.length
  const activiteiten: Activiteitverslag[] = []
  for (const [i, activiteitId] of begin.ids.entries()) {
    const een = await stap(async (work) => {
      await noteVoortgang(work, id, { gedaan: i + 1, totaal })
      return readActiviteitverslag(zonderInzage(work), activiteitId, begin)
    })
    if (een) activiteiten.push(een)
  }
  await stap((work) => saveConcept(work, { ...begin, id, verslag: { ...begin, activiteiten } }))
}

async function beginConcept(work: Work, id: Id) {
  const row = await lockRapportage(work, id)
  if (isRejection(row) || row.vastgesteld_op !== null) return undefined
  const begin = await readVerslagbegin(zonderInzage(work), row.programma_id)
  if (!begin) throw new Error(`programma ${row.programma_id} is gone`)
  const { programma, activiteiten: ids } = begin
  await noteVoortgang(work, id, { gedaan: 0, totaal: ids.length })
  const { soort, van, tot } = row
  return { programma, ids, soort: soort as Soort, van, tot, vandaag: work.today, sinds: work.now }
}

type Begin = NonNullable<Awaited<ReturnType<typeof beginConcept>>>

/** What was frozen meanwhile stays, and so does a draft of which the looking began later. */
async function saveConcept(
  work: Work,
  { id, verslag, soort, van, tot, vandaag, sinds }: Begin & { readonly id: Id; readonly verslag: Verslag },
): Promise<void> {
  const row = await lockRapportage(work, id)
  if (isRejection(row) || row.vastgesteld_op !== null) return
  if (row.levend_op !== null && row.levend_op > sinds) return
  const vers = conceptVan(soort, { verslag, van, tot, vandaag })
  const samen = mergeBlokken((await listBlokken(work, id)).map(bewaardVan), vers)
  await saveSamenvoeging(work, row, samen, sinds)
  await work.record({
    soort: 'RapportageOpgesteld',
    onderwerpSoort: 'rapportage',
    onderwerpId: id,
    op: work.today,
    gegevens: { erbij: samen.erbij.length, veranderd: samen.levend.length },
  })
}
