import { createCipher } from '../../platform/cipher.ts'
import { createSystemIds, systemClock } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'
import { appRole, createDb, createPool } from '../../platform/db/connect.ts'
import { createLog } from '../../platform/log.ts'
import type { Platform } from '../../platform/platform.ts'
import { transact } from '../../platform/transaction.ts'
import type { Work } from '../../platform/work.ts'
import type { Id } from '../../shared/id.ts'
import { allePermissies } from '../../shared/permissies.ts'
import { isRejection, type Rejection } from '../../shared/rejection.ts'
import { UsageError, withDatabase } from './command.ts'

/** The platform for one piece of work on the command line, in the role of the application. */
export function withPlatform<T>(config: Config, run: (platform: Platform) => Promise<T>): Promise<T> {
  return withDatabase(config, async ({ appUrl }) => {
    const db = createDb(createPool({ url: appUrl, role: appRole, max: 2 }))
    try {
      return await run({
        db,
        clock: systemClock,
        newId: createSystemIds(systemClock),
        cipher: createCipher(config.geheim),
        log: createLog(config.logLevel),
      })
    } finally {
      await db.destroy()
    }
  })
}

/** Runs as the system in a region; what is recorded names the command line. A refusal ends the command with its message. */
export async function asSysteem<T>(
  platform: Platform,
  regioId: Id,
  run: (work: Work) => Promise<T | Rejection>,
): Promise<T> {
  const vrager = {
    regioId,
    organisatieId: null,
    gebruikerId: null,
    naam: 'opdrachtregel',
    rol: 'systeem',
    permissies: new Set(allePermissies),
    isSysteem: true,
  }
  const { result } = await transact(platform, vrager, { doel: 'beheer', sleutel: platform.newId() }, run)
  if (isRejection(result)) throw new UsageError(result.message)
  return result as T
}

export async function findRegio(platform: Platform, code: string): Promise<{ id: Id; naam: string }> {
  const regio = await platform.db
    .selectFrom('regio')
    .select(['id', 'naam'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (!regio) throw new UsageError(`Er is geen regio met code ${code}. Zie: onderdak regio lijst`)
  return regio
}
