import { backupCommand } from './backup.ts'
import { beheerder } from './beheerder.ts'
import type { Command } from './command.ts'
import { controleer } from './controleer.ts'
import { exporteer } from './exporteer.ts'
import { gegevensmodel } from './gegevensmodel.ts'
import { herstel } from './herstel.ts'
import { importeer } from './importeer.ts'
import { migreer } from './migreer.ts'
import { regio } from './regio.ts'

/** In the order of the help text; a new subcommand is one file and one line here. */
export const commands: readonly Command[] = [
  migreer,
  controleer,
  backupCommand,
  herstel,
  regio,
  beheerder,
  importeer,
  exporteer,
  gegevensmodel,
]
