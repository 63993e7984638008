import { decideAanvraag, registerAanvraag } from '../src/modules/beschikking/server/commands.ts'
import type { Work } from '../src/platform/work.ts'
import type { Id } from '../src/shared/id.ts'
import type { PlainDate } from '../src/shared/plain-date.ts'
import { accepted } from './world.ts'

/** A granted indication, from application to decision on one day: for stock whose history the source does not tell. */
export async function grantIndicatie(
  work: Work,
  input: { persoonId: Id; productId: Id; namensGemeente: string; geldigVan: PlainDate; motivering: string },
): Promise<Id> {
  const { id } = accepted(
    await registerAanvraag(work, {
      persoonId: input.persoonId,
      productId: input.productId,
      namensGemeente: input.namensGemeente,
      aangevraagdOp: work.today,
    }),
  )
  accepted(
    await decideAanvraag(work, id, {
      soort: 'toekenning',
      versie: 1,
      beschiktOp: work.today,
      geldigVan: input.geldigVan,
      motivering: input.motivering,
    }),
  )
  return id
}
