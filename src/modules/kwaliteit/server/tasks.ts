import type { HerhaaldeTaak } from '../../../platform/jobs/tasks.ts'
import { countBevindingen } from './commands.ts'

export const kwaliteitHerhaald: readonly HerhaaldeTaak[] = [
  { naam: 'bevindingen-tellen', cron: '50 3 * * *', handle: (work) => countBevindingen(work) },
]
