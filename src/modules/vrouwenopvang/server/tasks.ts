import type { HerhaaldeTaak, TaakHandler } from '../../../platform/jobs/tasks.ts'
import { stopRegioroutes } from './rood-gevolg.ts'

export const vrouwenopvangTaken: readonly TaakHandler[] = [
  {
    naam: 'vo-code-rood',
    async handle(work, gegevens) {
      if (typeof gegevens.meldingId === 'string')
        await stopRegioroutes(work, { meldingId: gegevens.meldingId })
    },
  },
]

/** For a code that came another way than by the triage, such as with a melding that was linked to a person afterwards. */
export const vrouwenopvangHerhaald: readonly HerhaaldeTaak[] = [
  {
    naam: 'vo-codes-rood',
    cron: '*/15 * * * *',
    async handle(work) {
      await stopRegioroutes(work)
    },
  },
]
