import type { HerhaaldeTaak } from '../../../platform/jobs/tasks.ts'
import { planAchttienRoutes } from './achttien-commands.ts'

export const trajectHerhaald: readonly HerhaaldeTaak[] = [
  {
    naam: 'traject-achttien',
    cron: '45 3 * * *',
    async handle(work) {
      await planAchttienRoutes(work)
    },
  },
]
