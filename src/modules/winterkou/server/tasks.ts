import type { HerhaaldeTaak } from '../../../platform/jobs/tasks.ts'
import { wisBijnamen } from './gast-commands.ts'

export const winterkouHerhaald: readonly HerhaaldeTaak[] = [
  {
    naam: 'winterkou-bijnamen-wissen',
    cron: '20 4 * * *',
    async handle(work) {
      await wisBijnamen(work)
    },
  },
]
