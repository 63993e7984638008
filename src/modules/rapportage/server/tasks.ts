import type { HerhaaldeTaak, StappenTaak } from '../../../platform/jobs/tasks.ts'
import { Id } from '../../../shared/id.ts'
import { refreshConcepten, TAAK } from './commands.ts'
import { draftRapportage } from './opstellen.ts'

export const rapportageTaken: readonly StappenTaak[] = [
  { naam: TAAK, handleStappen: (stap, gegevens) => draftRapportage(stap, Id.parse(gegevens.rapportageId)) },
]

export const rapportageHerhaald: readonly HerhaaldeTaak[] = [
  { naam: 'rapportage-verversen', cron: '25 3 * * *', handle: refreshConcepten },
]
