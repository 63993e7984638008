import { restore } from '../../platform/db/restore.ts'
import { migrationsDir } from '../../platform/root.ts'
import { type Command, withDatabase } from './command.ts'

export const herstel: Command = {
  name: 'herstel',
  positionals: '<bestand>',
  summary: 'Zet een back-up terug in een nieuwe, lege database',
  help: [
    'Een database met gegevens wordt geweigerd. Geef met ONDERDAK_DATA een nieuwe map,',
    'of met DATABASE_URL een nieuwe database. Een beschadigd bestand verandert niets.',
  ],
  run: ({ config, positionals, print }) =>
    withDatabase(config(), async ({ url }) => {
      const tables = await restore({ url, file: positionals[0]!, dir: migrationsDir })
      const rows = tables.reduce((sum, table) => sum + table.rijen, 0)
      print(`Hersteld: ${rows} rijen in ${tables.length} tabellen; aantallen en controlegetallen kloppen.`)
      return 0
    }),
}
