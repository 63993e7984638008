import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'

type Onderwerp = 'nazorgafspraak' | 'terugvalplan' | 'risicodag' | 'netwerksignaal' | 'time_outboeking'

export async function recordNazorg(
  work: Work,
  soort: string,
  input: {
    readonly over: Onderwerp
    readonly id: Id
    readonly persoonId: Id
    readonly op: PlainDate
    readonly gegevens: Record<string, unknown>
  },
): Promise<void> {
  await work.record({
    soort,
    onderwerpSoort: input.over,
    onderwerpId: input.id,
    persoonId: input.persoonId,
    op: input.op,
    gegevens: input.gegevens,
  })
}
