import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createPool } from '../../platform/db/connect.ts'
import { type Description, describeDatabase } from '../../platform/db/describe.ts'
import { startEmbedded } from '../../platform/db/embedded.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { migrationsDir, projectRoot } from '../../platform/root.ts'
import type { Command } from './command.ts'

export const gegevensmodel: Command = {
  name: 'gegevensmodel',
  summary: 'Maak docs/gegevensmodel.md en de tabeltypen opnieuw uit de migraties',
  help: ['Gebruikt een tijdelijke, lege database; de eigen database blijft ongemoeid.'],
  async run({ print }) {
    const { markdown, types } = await describeMigrations()
    for (const [name, text] of [
      ['docs/gegevensmodel.md', markdown],
      ['src/platform/db/tables.ts', types],
    ] as const) {
      const file = join(projectRoot, name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
      print(`Geschreven: ${name}`)
    }
    return 0
  },
}

/** From the migration files alone, so that the result does not depend on anybody's database. */
async function describeMigrations(): Promise<Description> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onderdak-model-'))
  try {
    const server = await startEmbedded({ dataDir, fsync: false })
    const pool = createPool({ url: server.url, role: 'login', max: 1 })
    try {
      await migrate({ url: server.url, dir: migrationsDir })
      return await describeDatabase(pool)
    } finally {
      await pool.end()
      await server.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
