import type { HerhaaldeTaak, TaakHandler } from '../../../platform/jobs/tasks.ts'
import { Id } from '../../../shared/id.ts'
import { draftRapportage, refreshConcepten, TAAK } from './commands.ts'

export const rapportageTaken: readonly TaakHandler[] = [
  { naam: TAAK, handle: (work, gegevens) => draftRapportage(work, Id.parse(gegevens.rapportageId)) },
]

export const rapportageHerhaald: readonly HerhaaldeTaak[] = [
  { naam: 'rapportage-verversen', cron: '25 3 * * *', handle: refreshConcepten },
]
