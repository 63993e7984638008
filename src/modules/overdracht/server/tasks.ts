import type { HerhaaldeTaak } from '../../../platform/jobs/tasks.ts'
import { expireOverdrachten } from './commands.ts'

export const overdrachtHerhaald: readonly HerhaaldeTaak[] = [
  {
    naam: 'overdrachten-verlopen',
    cron: '15 4 * * *',
    async handle(work) {
      await expireOverdrachten(work)
    },
  },
]
