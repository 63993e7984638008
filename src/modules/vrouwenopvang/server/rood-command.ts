import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { getPersoonKern, listDossierIds } from '../../persoon/server/lookup.ts'
import type { RoodAfwijkingInvoer } from '../domain/contract.ts'
import { insertRoodAfwijking } from './store.ts'
import { findVoCode } from './vo-feiten.ts'

/** Somebody decided that a person with code rood can stay in the region after all; without it the database refuses (VO-02). */
export async function allowRood(
  work: Work,
  input: z.output<typeof RoodAfwijkingInvoer> & { readonly persoonId: Id },
): Promise<{ id: Id } | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const code = await findVoCode(work, await listDossierIds(work, persoon.id))
  if (code?.code !== 'rood')
    return reject('geen_code_rood', 'Dit is alleen nodig bij code rood. Deze cliënt heeft die code niet.')
  if (input.beslotenOp < code.op || input.beslotenOp > work.today)
    return reject('dag_onjuist', 'Kies een dag vanaf de dag van de code en niet in de toekomst.', {
      field: 'beslotenOp',
      status: 422,
    })
  const id = work.newId()
  const failed = await insertRoodAfwijking(work, {
    id,
    persoon_id: persoon.id,
    melding_id: code.meldingId,
    reden: input.reden,
    besloten_door: input.beslotenDoor,
    besloten_op: input.beslotenOp,
  })
  if (failed) return failed
  await work.record({
    soort: 'CodeRoodAfgeweken',
    onderwerpSoort: 'vo_rood_afwijking',
    onderwerpId: id,
    persoonId: persoon.id,
    op: input.beslotenOp,
    gegevens: { versie: 1 },
  })
  return { id }
}
