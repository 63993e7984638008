import type { Transaction } from 'kysely'
import type { Id, NewId } from '../shared/id.ts'
import type { Permissie } from '../shared/permissies.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import type { Cipher } from './cipher.ts'
import type { DB } from './db/tables.ts'
import type { Mailer } from './mail/mailer.ts'

/** Who asks, as known from the session; a job asks as the system. */
export interface Vrager {
  readonly regioId: Id
  readonly organisatieId: Id | null
  readonly gebruikerId: Id | null
  readonly naam: string
  readonly rol: string
  readonly permissies: ReadonlySet<Permissie>
  /** A job or the command line: sees the whole region, always named in the audit. */
  readonly isSysteem: boolean
  /** Which session asks, to tell it from others of the same user; absent outside a session. */
  readonly sessieHash?: Buffer
}

/** What happened, for the append-only book. `op` is the day it was so; the instant of recording comes from the clock. */
export interface Gebeurtenis {
  readonly soort: string
  readonly onderwerpSoort: keyof DB
  readonly onderwerpId: Id
  readonly op: PlainDate
  readonly persoonId?: Id | null
  readonly gegevens?: Record<string, unknown>
  readonly corrigeertId?: Id
}

/** Background work to start after this transaction commits; the payload holds ids, never personal data. */
export interface Taak {
  readonly naam: string
  readonly gegevens: Record<string, unknown>
  readonly uitvoerenOp?: Date
  /** A later taak with the same sleutel replaces this one. */
  readonly sleutel?: string
}

/**
 * One unit of work: one transaction of one asker. Commands and queries get it as their first argument and nothing else
 * from the outside world: clock, ids and encryption are in it.
 */
export interface Work {
  readonly db: Transaction<DB>
  readonly vrager: Vrager
  readonly regioId: Id
  readonly today: PlainDate
  readonly now: Date
  readonly newId: NewId
  readonly cipher: Cipher
  /** Undefined when no mail server is set. Mail leaves by job, outside a transaction. */
  readonly mail: Mailer | undefined
  /** Appends to the book `gebeurtenis` in this transaction and returns its id; the row is written at the end of the work. */
  record(gebeurtenis: Gebeurtenis): Promise<Id>
  /**
   * A step that may be refused inside this work: then what it wrote and recorded goes away and the rest stays. A Rejection
   * is a refusal, unless `isRefused` says otherwise.
   */
  attempt<T>(run: () => Promise<T>, isRefused?: (value: T) => boolean): Promise<T>
  /** Adds a job in this transaction. */
  enqueue(taak: Taak): Promise<void>
  /** Names persons whose data this work touched, for the audit row of the route. */
  saw(...persoonIds: (Id | null | undefined)[]): void
}
