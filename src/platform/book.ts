import { sql, type Transaction } from 'kysely'
import type { Id } from '../shared/id.ts'
import type { DB } from './db/tables.ts'
import { withoutNull } from './json.ts'
import type { Gebeurtenis, Vrager } from './work.ts'

/** The gebeurtenissen of one transaction, held until its end: one statement writes them all. */
export interface Book {
  add(id: Id, gebeurtenis: Gebeurtenis): void
  /** How many are held; `forget(count)` drops what came after, when the database went back to a savepoint as well. */
  readonly count: number
  forget(count: number): void
  write(db: Transaction<DB>): Promise<void>
}

export function createBook(vrager: Vrager, sleutel: string, now: Date): Book {
  const rows: Record<string, unknown>[] = []
  let volgnummer = 0
  return {
    add(id, gebeurtenis) {
      rows.push({
        id,
        persoon_id: gebeurtenis.persoonId ?? null,
        soort: gebeurtenis.soort,
        onderwerp_soort: gebeurtenis.onderwerpSoort,
        onderwerp_id: gebeurtenis.onderwerpId,
        op: gebeurtenis.op,
        volgnummer: volgnummer++,
        gegevens: withoutNull(gebeurtenis.gegevens ?? {}),
        corrigeert_id: gebeurtenis.corrigeertId ?? null,
      })
    },
    get count() {
      return rows.length
    },
    forget(count) {
      rows.length = count
    },
    async write(db) {
      if (rows.length === 0) return
      // As one JSON value, so that any number of rows is the same prepared statement.
      await sql`insert into gebeurtenis (id, regio_id, persoon_id, soort, onderwerp_soort, onderwerp_id, op, vastgelegd_op,
          gebruiker_id, organisatie_id, idempotentie_sleutel, idempotentie_volgnummer, gegevens, corrigeert_id)
        select r.id, ${vrager.regioId}::uuid, r.persoon_id, r.soort, r.onderwerp_soort, r.onderwerp_id, r.op, ${now}::timestamptz,
          ${vrager.gebruikerId}::uuid, ${vrager.organisatieId}::uuid, ${sleutel}, r.volgnummer, r.gegevens, r.corrigeert_id
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, persoon_id uuid, soort text, onderwerp_soort text,
          onderwerp_id uuid, op date, volgnummer int, gegevens jsonb, corrigeert_id uuid)`.execute(db)
      rows.length = 0
    },
  }
}
