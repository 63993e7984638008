import { existsSync } from 'node:fs'
import { backup } from '../../platform/db/backup.ts'
import { type Command, UsageError, withDatabase } from './command.ts'

export const backupCommand: Command = {
  name: 'backup',
  positionals: '<bestand>',
  summary: 'Bewaar alle gegevens in één bestand',
  help: [
    'Het bestand bevat persoonsgegevens: bewaar het versleuteld en beperkt.',
    'De sleutel ONDERDAK_GEHEIM staat er niet in; bewaar die apart, zonder is het BSN niet leesbaar.',
    '--overschrijven  vervang een bestaand bestand',
  ],
  options: { overschrijven: { type: 'boolean' } },
  run: ({ config, positionals, values, print }) => {
    const file = positionals[0]!
    if (existsSync(file) && !values.overschrijven) {
      throw new UsageError(`Het bestand ${file} bestaat al. Kies een andere naam of gebruik --overschrijven.`)
    }
    return withDatabase(config(), async ({ url }) => {
      const { tabellen } = await backup(url, file)
      const rows = tabellen.reduce((sum, table) => sum + table.rijen, 0)
      print(`Bewaard in ${file}: ${rows} rijen uit ${tabellen.length} tabellen.`)
      return 0
    })
  },
}
