import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'

/** What happened with a casus or a part of it, for the tijdlijn of the person. */
export async function recordCasus(
  work: Work,
  soort: string,
  over: {
    readonly tabel: 'casus' | 'casus_overleg' | 'casus_deelnemer' | 'casus_actie' | 'casus_les'
    readonly id: Id
    readonly persoonId: Id
    readonly gegevens?: Record<string, unknown>
  },
): Promise<void> {
  await work.record({
    soort,
    onderwerpSoort: over.tabel,
    onderwerpId: over.id,
    persoonId: over.persoonId,
    op: work.today,
    gegevens: over.gegevens ?? {},
  })
}
