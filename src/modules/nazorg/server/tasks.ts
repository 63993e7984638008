import type { HerhaaldeTaak } from '../../../platform/jobs/tasks.ts'
import { signalTeLaat } from './contact-commands.ts'

export const nazorgHerhaald: readonly HerhaaldeTaak[] = [
  {
    naam: 'nazorg-te-laat',
    cron: '15 4 * * *',
    async handle(work) {
      await signalTeLaat(work)
    },
  },
]
