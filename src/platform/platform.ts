import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { NewId } from '../shared/id.ts'
import type { Cipher } from './cipher.ts'
import type { Clock } from './clock.ts'
import type { DB } from './db/tables.ts'
import type { Mailer } from './mail/mailer.ts'

/** What the process has once, handed to everything that starts work. Wired by hand in src/app. */
export interface Platform {
  readonly db: Kysely<DB>
  readonly clock: Clock
  readonly newId: NewId
  readonly cipher: Cipher
  readonly log: Logger
  /** Left out when no mail server is set. */
  readonly mail?: Mailer | undefined
}
