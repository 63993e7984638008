import type { Transaction } from 'kysely'
import { type Rejection, reject } from '../../shared/rejection.ts'
import type { DB } from '../db/tables.ts'
import type { Vrager, Work } from '../work.ts'

/** The stored answer of an earlier request with the same key. */
export interface Replay {
  readonly replay: true
  readonly status: number
  readonly antwoord: unknown
}

export function isReplay(value: unknown): value is Replay {
  return typeof value === 'object' && value !== null && (value as Replay).replay === true
}

/**
 * Claims the key for this transaction. A second request with the same key waits here until the first has committed and
 * then gets its answer; the same key for another request is refused.
 */
export async function claimKey(
  work: Work,
  key: string,
  routeName: string,
  input: unknown,
): Promise<Replay | Rejection | undefined> {
  // Keyed: the input can hold a password or a BSN, and a plain hash of something short can be guessed.
  const hash = work.cipher.blindIndex(JSON.stringify(input))
  const gebruikerId = work.vrager.gebruikerId!
  const claimed = await work.db
    .insertInto('verzoek')
    .values({
      regio_id: work.regioId,
      gebruiker_id: gebruikerId,
      sleutel: key,
      route: routeName,
      inhoud_hash: hash,
      aangemaakt_op: work.now,
    })
    .onConflict((c) => c.doNothing())
    .returning('sleutel')
    .executeTakeFirst()
  if (claimed) return undefined
  const earlier = await work.db
    .selectFrom('verzoek')
    .select(['route', 'inhoud_hash', 'status', 'antwoord'])
    .where('gebruiker_id', '=', gebruikerId)
    .where('sleutel', '=', key)
    .executeTakeFirstOrThrow()
  if (earlier.route !== routeName || !hash.equals(earlier.inhoud_hash)) {
    const text = 'Deze Idempotency-Key is al gebruikt voor een ander verzoek.'
    return reject('sleutel_hergebruikt', text, { status: 422 })
  }
  return { replay: true, status: earlier.status!, antwoord: earlier.antwoord }
}

export async function storeAnswer(
  db: Transaction<DB>,
  vrager: Vrager,
  key: string,
  status: number,
  out: unknown,
): Promise<void> {
  await db
    .updateTable('verzoek')
    .set({ status, antwoord: JSON.stringify(out ?? null) })
    .where('gebruiker_id', '=', vrager.gebruikerId)
    .where('sleutel', '=', key)
    .execute()
}
