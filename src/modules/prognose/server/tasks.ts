import type { HerhaaldeTaak, TaakHandler } from '../../../platform/jobs/tasks.ts'
import { Id } from '../../../shared/id.ts'
import { lookBack, lookBackThisMonth, TAAK } from './terugblik-commands.ts'

export const prognoseTaken: readonly TaakHandler[] = [
  { naam: TAAK, handle: (work, gegevens) => lookBack(work, Id.parse(gegevens.terugblikId)) },
]

export const prognoseHerhaald: readonly HerhaaldeTaak[] = [
  { naam: 'prognose-terugblik-maand', cron: '50 3 * * *', handle: lookBackThisMonth },
]
