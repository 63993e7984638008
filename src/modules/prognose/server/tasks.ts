import type { HerhaaldeTaak, TaakHandler } from '../../../platform/jobs/tasks.ts'
import { Id } from '../../../shared/id.ts'
import { rekenDeel, resumeBerekeningen, TAAK } from './berekening-commands.ts'
import { lookBack, lookBackThisMonth, TERUGBLIKTAAK } from './terugblik-commands.ts'

export const prognoseTaken: readonly TaakHandler[] = [
  {
    naam: TAAK,
    async handle(work, gegevens) {
      await rekenDeel(work, Id.parse(gegevens.berekeningId))
    },
  },
  { naam: TERUGBLIKTAAK, handle: (work, gegevens) => lookBack(work, Id.parse(gegevens.terugblikId)) },
]

/** A process that died takes its jobs along, not its parts: every minute what is left is handed out again. */
export const prognoseHerhaald: readonly HerhaaldeTaak[] = [
  { naam: 'prognose-hervatten', cron: '* * * * *', handle: resumeBerekeningen },
  { naam: 'prognose-terugblik-maand', cron: '50 3 * * *', handle: lookBackThisMonth },
]
