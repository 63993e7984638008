import type { Work } from '../../../platform/work.ts'
import { addDays, formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'

/** What every figure needs: its day, and how small a count may be. */
export interface Stand {
  readonly op: PlainDate
  readonly morgen: PlainDate
  /** Null for a job of the system, which sees everything. */
  readonly kleinsteGetal: number | null
}

/** Refuses a day that has not been: figures look back. */
export async function readStand(work: Work, op: PlainDate = work.today): Promise<Stand | Rejection> {
  if (op > work.today)
    return reject('peildatum_in_toekomst', `Kies een peildatum tot en met ${formatLong(work.today)}.`, {
      field: 'op',
      status: 422,
    })
  return { op, morgen: addDays(op, 1), kleinsteGetal: await findKleinsteGetal(work) }
}

/** Below this a count is hidden; null for a job of the system. */
export async function findKleinsteGetal(work: Work): Promise<number | null> {
  return work.vrager.isSysteem ? null : findKleinsteGetalVanRegio(work)
}

/** The same for what many read, whoever makes it: a job of the system sees everything and may not write it all down. */
export async function findKleinsteGetalVanRegio(work: Work): Promise<number> {
  return Number((await findInstelling(work, 'kleine_cel')) ?? '8')
}

/** First day of the month that many months before the month of `op`. */
export function monthsBefore(op: PlainDate, months: number): PlainDate {
  const index = Number(op.slice(0, 4)) * 12 + Number(op.slice(5, 7)) - 1 - months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
}

/** What a group is called. Without a gemeente: a secret place, one elsewhere, or one for the whole region. */
export async function namesOf(
  work: Work,
  per: 'product' | 'gemeente',
): Promise<(groep: string | null) => string> {
  const rows: { code: string; naam: string }[] =
    per === 'product'
      ? await work.db
          .selectFrom('product')
          .select(['id as code', 'naam'])
          .where('regio_id', '=', work.regioId)
          .execute()
      : await work.db.selectFrom('gemeente').select(['code', 'naam']).execute()
  const names = new Map(rows.map((row) => [row.code, row.naam]))
  return (groep) => names.get(groep ?? '') ?? (per === 'product' ? 'Onbekend' : 'Niet in één gemeente')
}
