import type { HerhaaldeTaak } from '../../../platform/jobs/tasks.ts'
import { endDelingen } from './aanbod-commands.ts'

export const uitstroomHerhaald: readonly HerhaaldeTaak[] = [
  {
    naam: 'uitstroom-delingen',
    cron: '55 3 * * *',
    async handle(work) {
      await endDelingen(work)
    },
  },
]
