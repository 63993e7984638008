import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { listDossierIds } from '../../persoon/server/lookup.ts'
import type { GegevenssetCode } from '../domain/keuzes.ts'

// What other modules may ask about sharing.

/** Turned 18 in the chain, and did not agree that data of before goes on (Wmo 2015 art. 5.1.1 lid 4). */
export async function isJeugdwetNodig(work: Work, persoonId: Id): Promise<boolean> {
  const { rows } = await sql<{ nodig: boolean }>`
    select onderdak.jeugdwet_toestemming_nodig(${persoonId}::uuid) as nodig`.execute(work.db)
  return rows[0]!.nodig
}

/** The newest consent of a person that holds for this recipient and set; null when there is none. */
export async function findToestemmingVoor(
  work: Work,
  input: {
    readonly persoonId: Id
    readonly gegevensset: GegevenssetCode
    /** In the region; else the name of the party outside. */
    readonly organisatieId: Id | null
    readonly naam: string | null
  },
): Promise<Id | null> {
  const row = await work.db
    .selectFrom('toestemming')
    .select('id')
    .where('persoon_id', 'in', await listDossierIds(work, input.persoonId))
    .where((e) =>
      input.organisatieId === null
        ? e(e.fn<string>('lower', ['ontvanger_naam']), '=', input.naam?.trim().toLowerCase() ?? '')
        : e('ontvanger_organisatie_id', '=', input.organisatieId),
    )
    .where('gegevensset', '=', input.gegevensset)
    .where('ingetrokken_op', 'is', null)
    .orderBy('gegeven_op', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}
