import type { ParseArgsConfig } from 'node:util'
import { type Config, ConfigError } from '../../platform/config.ts'
import { BackupError } from '../../platform/db/backup-file.ts'
import { DatabaseError } from '../../platform/db/bootstrap.ts'
import { EmbeddedError } from '../../platform/db/embedded/error.ts'
import { type OpenDatabase, openDatabase } from '../../platform/db/open.ts'

export interface CommandInput {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
  /** Read at the first use, so that `--help` works with a wrong environment. */
  config(): Config
  print(line: string): void
}

/** A subcommand: one file that exports this, and one line in commands.ts. */
export interface Command {
  readonly name: string
  /** Positional arguments for the help text, e.g. `<bestand>`; as many as there are `<`. */
  readonly positionals?: string
  /** One Dutch line. */
  readonly summary: string
  /** More Dutch lines for `onderdak <name> --help`. */
  readonly help?: readonly string[]
  readonly options?: ParseArgsConfig['options']
  /** Resolves to the exit code; nothing means 0. Throws UsageError for a wrong call. */
  run(input: CommandInput): Promise<number | undefined>
}

export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Opens the database for one piece of work and lets go of it afterwards, also after an error. */
export async function withDatabase<T>(
  config: Config,
  work: (database: OpenDatabase) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(config)
  try {
    return await work(database)
  } finally {
    await database.stop()
  }
}

/** Dutch text for errors a user can act on; undefined for a bug, which deserves its stack. */
export function explainError(error: unknown): string | undefined {
  const known = [UsageError, ConfigError, EmbeddedError, DatabaseError, BackupError]
  if (known.some((type) => error instanceof type)) return (error as Error).message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN', 'ECONNRESET'].includes(code)) {
    return `De database is niet bereikbaar (${code}). Controleer DATABASE_URL en of de server aan staat.`
  }
  if (['28P01', '28000', '3D000'].includes(code)) {
    return `De database weigert de verbinding: ${(error as Error).message}. Controleer DATABASE_URL.`
  }
  if (['EACCES', 'ENOSPC', 'EROFS', 'ENOENT'].includes(code)) {
    return `Een bestand of map is niet bruikbaar: ${(error as Error).message}`
  }
  return undefined
}
