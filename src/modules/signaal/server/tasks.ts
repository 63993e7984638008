import type { HerhaaldeTaak } from '../../../platform/jobs/tasks.ts'
import { wipeSignalen } from './bewaren.ts'

export const signaalHerhaald: readonly HerhaaldeTaak[] = [
  {
    naam: 'signalen-wissen',
    cron: '40 3 * * *',
    async handle(work) {
      await wipeSignalen(work)
    },
  },
]
