import type { TaakHandler } from '../../../platform/jobs/tasks.ts'
import { Id } from '../../../shared/id.ts'
import { countRapport, TAAK } from './rapport-commands.ts'

export const monitorTaken: readonly TaakHandler[] = [
  {
    naam: TAAK,
    async handle(work, gegevens) {
      await countRapport(work, Id.parse(gegevens.rapportId))
    },
  },
]
