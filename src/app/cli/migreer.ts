import { migrate } from '../../platform/db/migrate.ts'
import { migrationsDir } from '../../platform/root.ts'
import { type Command, withDatabase } from './command.ts'

export const migreer: Command = {
  name: 'migreer',
  summary: 'Maak de database aan of werk de structuur bij',
  run: ({ config, print }) =>
    withDatabase(config(), async ({ url }) => {
      const applied = await migrate({ url, dir: migrationsDir })
      for (const { nummer, naam } of applied) print(`Toegepast: ${String(nummer).padStart(4, '0')}_${naam}`)
      print(applied.length === 0 ? 'De database is al bij.' : `${applied.length} migratie(s) toegepast.`)
      return 0
    }),
}
