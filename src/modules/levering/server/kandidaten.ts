import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { countPerGemeente } from '../../monitor/server/lookup.ts'
import type { Kandidaat } from '../domain/inhoud.ts'
import type { Periode } from '../domain/rules.ts'

interface Row extends Omit<Kandidaat, 'bsn'> {
  readonly bsnVersleuteld: string | null
}

/** Everybody who may be in a delivery, as known now. The numbers are read for the check and go nowhere. */
export async function readKandidaten(work: Work, { soort, van, tot }: Periode): Promise<Kandidaat[]> {
  const functie =
    soort === 'monitor_dakloosheid'
      ? sql`onderdak.levering_slapen(${van}, ${tot})`
      : sql`onderdak.levering_toekenningen(${van}, ${tot})`
  const { rows } = await sql<Row>`
    select wie, persoon_id as "persoonId", situatie, klasse, product_code as "productCode", gemeente_code as "gemeenteCode", van, tot,
      begin_op as "beginOp", eind_op as "eindOp", bsn_versleuteld as "bsnVersleuteld", geen_bsn_reden as "geenBsnReden", weg
    from ${functie}`.execute(work.db)
  return rows.map(({ bsnVersleuteld, ...row }) => ({
    ...row,
    bsn: bsnVersleuteld === null ? null : work.cipher.decrypt(bsnVersleuteld),
  }))
}

/** How many the indicator counts on the last day of those whom the delivery is about; without the vrouwenopvang. */
export async function countIndicator(work: Work, { soort, tot }: Periode): Promise<number> {
  if (soort === 'gmsd_wmo') return countToekenningen(work, tot)
  const { rows } = await sql<{ aantal: number }>`
    select onderdak.levering_indicator(${tot}::date - 1) as aantal`.execute(work.db)
  return rows[0]!.aantal
}

async function countToekenningen(work: Work, tot: PlainDate): Promise<number> {
  const vo = await work.db
    .selectFrom('product')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('domein', '=', 'VO')
    .execute()
  const groepen = await countPerGemeente(work, {
    indicatoren: ['mensen_met_toekenning'],
    van: addDays(tot, -1),
    tot,
    producten: vo.map(({ id }) => id),
    // As the delivery does: what has no product is no vrouwenopvang.
    zonderProduct: 'telt',
  })
  return groepen.filter(({ isVan }) => !isVan).reduce((som, { aantal }) => som + aantal, 0)
}
