import { type Kysely, sql } from 'kysely'
import type { Id } from '../../shared/id.ts'
import { dutchDateOf } from '../../shared/plain-date.ts'
import type { DB } from '../db/tables.ts'
import type { Vrager } from '../work.ts'

const uuids = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g

/**
 * The answer "not found" to somebody with a conflict of interest says no more than to anyone else; the audit book does say
 * about whom was asked. Undefined when `input` named nobody whom the asker may never see.
 */
export async function findPoging(
  db: Kysely<DB>,
  vrager: Vrager,
  asked: { readonly input: unknown; readonly now: Date },
): Promise<Id | undefined> {
  if (vrager.isSysteem) return undefined
  const ids = JSON.stringify(asked.input ?? null).match(uuids) ?? []
  if (ids.length === 0) return undefined
  const { rows } = await sql<{ persoon_id: Id | null }>`
    select onderdak.belangenconflict_poging(${vrager.regioId}::uuid, string_to_array(onderdak.geblokkeerde_personen(${vrager.regioId}::uuid,
      ${vrager.organisatieId}::uuid, ${vrager.gebruikerId}::uuid, ${dutchDateOf(asked.now)}::date), ',')::uuid[], ${[...new Set(ids)]}::uuid[]) as persoon_id`.execute(
    db,
  )
  return rows[0]?.persoon_id ?? undefined
}
