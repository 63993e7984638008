import type { HerhaaldeTaak } from '../../../platform/jobs/tasks.ts'
import { isRejection } from '../../../shared/rejection.ts'
import { withdrawVerhaal } from './commands.ts'

/** A story shows no more from the day after its consent; in the night after that its text is wiped. */
export const duidingHerhaald: readonly HerhaaldeTaak[] = [
  {
    naam: 'verhalen-verlopen',
    cron: '40 2 * * *',
    async handle(work) {
      const rows = await work.db
        .selectFrom('verhaal')
        .select('id')
        .where('regio_id', '=', work.regioId)
        .where('status', '!=', 'ingetrokken')
        .where('toestemming_tot', '<=', work.today)
        .orderBy('id')
        .execute()
      for (const { id } of rows) {
        const done = await withdrawVerhaal(work, { id, reden: 'verlopen' })
        if (isRejection(done)) throw new Error(`verhaal ${id}: ${done.code}`)
      }
    },
  },
]
