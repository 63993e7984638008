import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'
import type { Keuzelijst } from '../../beheer/domain/standaard.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'

export interface Keuze {
  readonly code: string
  readonly naam: string
}

/** What the region offers today in a choice list. */
export function listKeuzes(work: Work, lijst: Keuzelijst): Promise<Keuze[]> {
  return work.db
    .selectFrom('keuze')
    .select(['code', 'naam'])
    .where('regio_id', '=', work.regioId)
    .where('lijst', '=', lijst)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('volgorde')
    .orderBy('code')
    .execute()
}

/** What codes are called, also those that ended: for reading what was chosen earlier. */
export async function namesOf(work: Work, lijst: Keuzelijst): Promise<ReadonlyMap<string, string>> {
  const rows = await work.db
    .selectFrom('keuze')
    .select(['code', 'naam'])
    .where('regio_id', '=', work.regioId)
    .where('lijst', '=', lijst)
    .orderBy('van')
    .execute()
  return new Map(rows.map((row) => [row.code, row.naam]))
}

/** Every condition of the region of today with what was answered in this dossier; all unanswered without one. */
export async function listVoorwaarden(work: Work, dossierId: Id | null) {
  return work.db
    .selectFrom('keuze as k')
    .leftJoin('uitstroom_voorwaarde as v', (join) =>
      join.onRef('v.code', '=', 'k.code').on('v.dossier_id', '=', dossierId),
    )
    .leftJoin('gebruiker as g', 'g.id', 'v.vastgelegd_door')
    .select(['k.code', 'k.naam', 'v.stand', 'v.notitie', 'g.naam as door'])
    .select(sql<string | null>`(v.vastgelegd_op at time zone 'Europe/Amsterdam')::date`.as('op'))
    .where('k.regio_id', '=', work.regioId)
    .where('k.lijst', '=', 'uitstroomvoorwaarde')
    .where('k.van', '<=', work.today)
    .where((e) => e.or([e('k.tot', 'is', null), e('k.tot', '>', work.today)]))
    .orderBy('k.volgorde')
    .orderBy('k.code')
    .execute()
}

/** The day from which the end of a term of the region is near. */
export async function nabij(
  work: Work,
  code: 'urgentie_waarschuwing' | 'omklap_waarschuwing',
): Promise<PlainDate> {
  return addTermijn(work.today, (await getTermijn(work, code)) as Termijn)
}
