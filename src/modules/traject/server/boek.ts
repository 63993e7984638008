import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { Begonnen } from './store.ts'

export async function recordBegin(
  work: Work,
  one: Begonnen,
  input: { op: PlainDate; fase?: string | undefined },
): Promise<void> {
  await work.record({
    soort: 'TrajectBegonnen',
    onderwerpSoort: 'traject',
    onderwerpId: one.id,
    persoonId: one.persoonId,
    op: input.op,
    gegevens: {
      versie: 1,
      organisatieId: one.organisatieId,
      aanspreekpuntId: one.gebruikerId,
      fase: input.fase,
    },
  })
}

export async function recordStap(
  work: Work,
  soort: string,
  input: { trajectId: Id | null; persoonId: Id; op: PlainDate; gegevens: Record<string, unknown> },
): Promise<void> {
  await work.record({
    soort,
    onderwerpSoort: 'traject',
    onderwerpId: input.trajectId!,
    persoonId: input.persoonId,
    op: input.op,
    gegevens: input.gegevens,
  })
}
