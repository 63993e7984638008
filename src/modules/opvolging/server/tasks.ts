import type { HerhaaldeTaak } from '../../../platform/jobs/tasks.ts'
import { escalateOverdue } from './stap-commands.ts'

export const opvolgingHerhaald: readonly HerhaaldeTaak[] = [
  {
    naam: 'opvolging-escaleren',
    cron: '30 4 * * *',
    async handle(work) {
      await escalateOverdue(work)
    },
  },
]
