import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'

// What other modules may ask about trajecten.

export { listProducten, listTimeOutplekken, listTimeOutproducten } from './keuzes-query.ts'
export { listMedewerkers } from './medewerkers.ts'

/** The open traject of a person with its aanspreekpunt; undefined when there is none or it is out of sight. */
export async function findOpenTraject(
  work: Work,
  persoonId: Id,
): Promise<{ id: Id; versie: number; aanspreekpuntId: Id } | undefined> {
  return work.db
    .selectFrom('traject as t')
    .innerJoin('aanspreekpunt as a', (join) =>
      join.onRef('a.traject_id', '=', 't.id').on('a.tot', 'is', null),
    )
    .select(['t.id', 't.versie', 'a.gebruiker_id as aanspreekpuntId'])
    .where('t.persoon_id', '=', persoonId)
    .where('t.geeindigd_op', 'is', null)
    .executeTakeFirst()
}
