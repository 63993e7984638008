import { CompiledQuery, sql, type Transaction } from 'kysely'
import { dutchDateOf } from '../shared/plain-date.ts'
import { publicRole } from './db/connect.ts'
import type { DB } from './db/tables.ts'
import type { Platform } from './platform.ts'

/**
 * Reads in the role of the public: what was published of regions that have open data on, of every region, and no other table.
 * There is no asker and no region; nothing can be written.
 */
export async function readPublished<T>(
  platform: Platform,
  run: (db: Transaction<DB>) => Promise<T>,
): Promise<T> {
  return platform.db.transaction().execute(async (db) => {
    const vandaag = dutchDateOf(platform.clock.now())
    await db.executeQuery(
      CompiledQuery.raw(
        `select set_config('app.vandaag', '${vandaag}', true), set_config('transaction_read_only', 'on', true)`,
      ),
    )
    await sql.raw(`set local role ${publicRole}`).execute(db)
    return run(db)
  })
}
