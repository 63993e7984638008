import type { HerhaaldeTaak } from '../../../platform/jobs/tasks.ts'
import { updatePlaatsbaarheid } from './commands.ts'
import { retryNietPlaatsbaar } from './niet-plaatsbaar.ts'

export const wachtlijstHerhaald: readonly HerhaaldeTaak[] = [
  {
    naam: 'wachtlijst-bijwerken',
    cron: '15 3 * * *',
    async handle(work) {
      await updatePlaatsbaarheid(work)
      await retryNietPlaatsbaar(work)
    },
  },
]
