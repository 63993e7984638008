import type { HerhaaldeTaak, TaakHandler } from '../../../platform/jobs/tasks.ts'
import { expireVoorstellen } from './expire-commands.ts'

export const voorstelTaken: readonly TaakHandler[] = [
  {
    naam: 'voorstel-verlopen',
    async handle(work, gegevens) {
      if (typeof gegevens.voorstelId === 'string')
        await expireVoorstellen(work, { voorstelId: gegevens.voorstelId })
    },
  },
]

/** For a voorstel whose own job found it locked by an answer that did not come through. */
export const voorstelHerhaald: readonly HerhaaldeTaak[] = [
  {
    naam: 'voorstellen-verlopen',
    cron: '*/15 * * * *',
    async handle(work) {
      await expireVoorstellen(work)
    },
  },
]
