import { sql } from 'kysely'
import { todayOf } from '../../../platform/clock.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Domein } from '../../beheer/domain/soorten.ts'
import type { Toelating } from '../domain/contract.ts'

/** TOE-12: what every region asks before it admits somebody, for regions next to it and for inwoners; nothing about persons. */
export async function readToelatingscriteria(platform: Platform) {
  const rows = await platform.db
    .selectFrom('criteria as c')
    .innerJoin('regio as r', 'r.id', 'c.regio_id')
    .select(['r.naam as regio', 'c.id', 'c.domein', 'c.naam', 'c.van', 'c.tot', 'c.bron', 'c.vragen'])
    .orderBy(sql`r.naam collate "und-x-icu"`)
    .orderBy('r.id')
    .orderBy(sql`array_position(array['BW', 'BT', 'MO', 'VO', 'WONEN'], c.domein)`)
    .orderBy('c.van', 'desc')
    .execute()
  const found = new Map<string, Toelating>()
  for (const { regio, domein, vragen, ...versie } of rows) {
    const key = `${regio} ${domein}`
    const toelating = found.get(key) ?? { regio, domein: domein as Domein, versies: [] }
    found.set(key, toelating)
    const asked = vragen as { tekst: string; toelichting: string }[]
    toelating.versies.push({
      ...versie,
      criteria: asked.map(({ tekst, toelichting }) => ({ tekst, toelichting })),
    })
  }
  return { vandaag: todayOf(platform.clock), results: [...found.values()] }
}
