import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import type { BordRij, ExtraBedden } from '../domain/bord-api.ts'

// What winterkou and calamiteiten do to capacity, as the database derives it (winterstand, beperking).

type Beperking = NonNullable<BordRij['beperking']>

/** Per locatie and product why a part of the plekken is closed. */
export async function listBeperkingen(work: Work, op: PlainDate): Promise<Map<string, Beperking>> {
  const { rows } = await sql<Beperking & { locatieId: Id; productId: Id }>`
    select locatie_id as "locatieId", product_id as "productId", percentage, dicht, reden, van
    from onderdak.beperking(${op}::date)`.execute(work.db)
  return new Map(rows.map(({ locatieId, productId, ...why }) => [`${locatieId} ${productId}`, why]))
}

/** Extra beds in a night, by name of the locatie; none when nothing is on. */
export async function listExtraBedden(work: Work, nacht: PlainDate): Promise<ExtraBedden[]> {
  const { rows } = await sql<ExtraBedden>`
    select s.locatie_id as "locatieId", l.naam as locatie, l.telefoon, s.soort, s.bedden, greatest(0, s.bedden - s.gasten) as vrij
    from onderdak.winterstand(${nacht}::date, ${addDays(nacht, 1)}::date) s join onderdak.locatie l on l.id = s.locatie_id
    order by l.naam collate "und-x-icu", s.locatie_id`.execute(work.db)
  return rows
}
