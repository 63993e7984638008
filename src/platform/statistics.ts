import { sql } from 'kysely'
import { appRole, statsRole } from './db/connect.ts'
import type { Work } from './work.ts'

/**
 * Runs a question in the statistics role: it reads facts under a pseudonym (`feit_…`) and no other table (AVG-05). A question
 * that fails leaves the transaction failed, as always.
 */
export async function asStatistics<T>(work: Work, run: () => Promise<T>): Promise<T> {
  await sql.raw(`set local role ${statsRole}`).execute(work.db)
  const result = await run()
  await sql.raw(`set local role ${appRole}`).execute(work.db)
  return result
}
