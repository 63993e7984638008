import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'

export interface LocatieVan {
  readonly id: Id | null
  readonly naam: string | null
  readonly voorzieningId: Id
  readonly voorziening: string
  readonly code: string
}

/** Voorzieningen of the asker's organisation with their locaties; of the whole region for who may manage all of them. */
export async function listLocatiesVan(work: Work): Promise<LocatieVan[]> {
  const { vrager } = work
  const alles =
    vrager.isSysteem || vrager.permissies.has('beheer.wijzigen') || vrager.permissies.has('voorstel.doen')
  let query = work.db
    .selectFrom('voorziening as v')
    .leftJoin('locatie as l', 'l.voorziening_id', 'v.id')
    .select(['l.id', 'l.naam', 'v.id as voorzieningId', 'v.naam as voorziening', 'v.code'])
    .where('v.regio_id', '=', work.regioId)
    .orderBy('v.code')
    .orderBy('l.id')
  if (!alles) query = query.where('v.organisatie_id', '=', vrager.organisatieId)
  return query.execute()
}
