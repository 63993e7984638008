import type { HerhaaldeTaak } from '../../../platform/jobs/tasks.ts'
import { wipeParticipatie } from './bewaren.ts'

export const participatieHerhaald: readonly HerhaaldeTaak[] = [
  {
    naam: 'participatie-wissen',
    cron: '50 3 * * *',
    async handle(work) {
      await wipeParticipatie(work)
    },
  },
]
