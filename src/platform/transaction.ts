import { CompiledQuery, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Id } from '../shared/id.ts'
import type { Permissie } from '../shared/permissies.ts'
import { dutchDateOf } from '../shared/plain-date.ts'
import { isRejection, type Rejection } from '../shared/rejection.ts'
import { type Book, createBook } from './book.ts'
import { refusalOfMeelezer } from './db/constraints.ts'
import type { DB } from './db/tables.ts'
import type { Platform } from './platform.ts'
import type { Vrager, Work } from './work.ts'

const inzagePerPermissie: readonly (readonly [Permissie, string])[] = [
  ['persoon.lezen', 'personen'],
  ['vrouwenopvang.lezen', 'vo'],
  ['geheim_adres.lezen', 'geheim'],
  ['bsn.lezen', 'bsn'],
  ['audit.lezen', 'audit'],
  ['woonvraag.beantwoorden', 'woonvraag'],
  ['casus.deelnemen', 'casus'],
  ['veiligheid.lezen', 'veiligheid'],
  ['levering.maken', 'levering'],
  ['levering.vrijgeven', 'levering_vrijgeven'],
  ['levering.bestand', 'levering_bestand'],
]

export interface TransactOptions {
  /** Purpose of use, for the database settings and the audit. */
  readonly doel: string
  /** Key of the request; every gebeurtenis of this transaction carries it. */
  readonly sleutel: string
  /** Refuses every write: for questions. */
  readonly readOnly?: boolean
  /** Runs last, in the same transaction, when `run` did not reject: the audit row of a write. */
  readonly finish?: (db: Transaction<DB>, personen: readonly Id[]) => Promise<void>
}

class RolledBack extends Error {
  constructor(readonly rejection: Rejection) {
    super(rejection.code)
  }
}

const retryable = new Set(['40P01', '40001'])
const attempts = 4

/**
 * Runs one unit of work as `vrager` in one transaction: row-level security settings first, then `run`, then `finish`.
 * A Rejection rolls everything back and is returned, and so does a write by who only reads along. Deadlocks and serialisation failures are tried again, at most three times.
 */
export async function transact<T>(
  platform: Platform,
  vrager: Vrager,
  options: TransactOptions,
  run: (work: Work) => Promise<T>,
): Promise<{ result: T; personen: readonly Id[] }> {
  for (let attempt = 1; ; attempt++) {
    const personen = new Set<Id>()
    try {
      const result = await platform.db.transaction().execute(async (db) => {
        const now = platform.clock.now()
        await applySettings(db, vrager, options, now)
        const book = createBook(vrager, options.sleutel, now)
        const value = await run(createWork(platform, db, { vrager, now, personen, book }))
        if (isRejection(value)) throw new RolledBack(value)
        await book.write(db)
        await options.finish?.(db, [...personen])
        return value
      })
      return { result, personen: [...personen] }
    } catch (error) {
      if (error instanceof RolledBack) return { result: error.rejection as T, personen: [...personen] }
      const refused = refusalOfMeelezer(error)
      if (refused) return { result: refused as T, personen: [...personen] }
      if (attempt < attempts && retryable.has((error as { code?: string }).code ?? '')) continue
      throw error
    }
  }
}

async function applySettings(
  db: Transaction<DB>,
  vrager: Vrager,
  options: TransactOptions,
  now: Date,
): Promise<void> {
  const inzage = vrager.isSysteem
    ? 'systeem,personen,vo,geheim,bsn,audit'
    : inzagePerPermissie
        .filter(([permissie]) => vrager.permissies.has(permissie))
        .map(([, groep]) => groep)
        .join(',')
  const settings = {
    'app.regio': vrager.regioId,
    'app.organisatie': vrager.organisatieId ?? '',
    'app.gebruiker': vrager.gebruikerId ?? '',
    'app.rol': vrager.rol,
    'app.doel': options.doel,
    'app.inzage': inzage,
    'app.vandaag': dutchDateOf(now),
    'app.nu': now.toISOString(),
    ...(options.readOnly && { transaction_read_only: 'on' }),
  }
  // Without parameters, so that it travels together with `begin` (lean-driver.ts).
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`,
  )
  // A conflict of interest hides a person from everything that follows, whatever else the chain says. The system has none.
  const blocked = vrager.isSysteem ? "''" : geblokkeerdCall(vrager, settings['app.vandaag'])
  await db.executeQuery(
    CompiledQuery.raw(`select ${calls.join(', ')}, set_config('app.geblokkeerd', ${blocked}, true)`),
  )
}

/** SQL that gives the persons whom this asker may never see, as the setting holds them. */
function geblokkeerdCall(vrager: Vrager, vandaag: string): string {
  const values = [vrager.regioId, vrager.organisatieId, vrager.gebruikerId].map((id) =>
    id === null ? 'null' : pg.escapeLiteral(id),
  )
  return `onderdak.geblokkeerde_personen(${[...values, pg.escapeLiteral(vandaag)].join(', ')})`
}

function createWork(
  platform: Platform,
  db: Transaction<DB>,
  { vrager, now, personen, book }: { vrager: Vrager; now: Date; personen: Set<Id>; book: Book },
): Work {
  return {
    db,
    vrager,
    regioId: vrager.regioId,
    today: dutchDateOf(now),
    now,
    newId: platform.newId,
    cipher: platform.cipher,
    mail: platform.mail,
    saw(...persoonIds) {
      for (const id of persoonIds) if (id) personen.add(id)
    },
    async record(gebeurtenis) {
      const id = platform.newId()
      if (gebeurtenis.persoonId) personen.add(gebeurtenis.persoonId)
      book.add(id, gebeurtenis)
      return id
    },
    async attempt(run, isRefused = isRejection) {
      const held = book.count
      await sql`savepoint poging`.execute(db)
      const value = await run()
      if (isRefused(value)) {
        await sql`rollback to savepoint poging`.execute(db)
        book.forget(held)
      }
      await sql`release savepoint poging`.execute(db)
      return value
    },
    async enqueue(taak) {
      await sql`select graphile_worker.add_job(${taak.naam}, ${JSON.stringify({ regioId: vrager.regioId, ...taak.gegevens })}::json,
        run_at => ${taak.uitvoerenOp ?? null}::timestamptz, job_key => ${taak.sleutel ?? null}::text)`.execute(
        db,
      )
    },
  }
}
