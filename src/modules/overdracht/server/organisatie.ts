import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { Grond } from '../../persoon/server/betrokkenheid.ts'

/** The ground on which an organisation is involved (Wmo 2015 art. 5.1.1 and 5.1.2). */
export async function grondVan(work: Work, organisatieId: Id): Promise<Grond> {
  const { soort } = await work.db
    .selectFrom('organisatie')
    .select('soort')
    .where('id', '=', organisatieId)
    .executeTakeFirstOrThrow()
  return soort === 'aanbieder' ? 'UITVOERING_AANBIEDER' : 'WETTELIJKE_TAAK_COLLEGE'
}

/** People of an organisation who can be the contact today, by name. */
export function listMedewerkersVan(work: Work, organisatieId: Id): Promise<{ id: Id; naam: string }[]> {
  return work.db
    .selectFrom('gebruiker')
    .select(['id', 'naam'])
    .where('organisatie_id', '=', organisatieId)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('naam')
    .orderBy('id')
    .execute()
}
