import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { formatShort } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { weergavenaam } from '../../persoon/domain/rules.ts'
import { openStatussen, type Richting, richtingen } from '../domain/rules.ts'

const HOOGSTENS = 20
const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** Who waits and may be seen, by part of a name; with `naast` only those on the same list as that one. */
export async function searchWachtenden(
  work: Work,
  input: { readonly zoek: string; readonly naast?: Id | null | undefined },
): Promise<{ count: number; results: { id: Id; naam: string; detail: string }[] } | Rejection> {
  let rows = work.db
    .selectFrom('wachtlijstplaatsing as w')
    .innerJoin('persoon as p', 'p.id', 'w.persoon_id')
    .innerJoin('product as t', 't.id', 'w.product_id')
    .where('w.regio_id', '=', work.regioId)
    .where('w.status', 'in', [...openStatussen])
    .where(
      sql<boolean>`concat_ws(' ', p.voornamen, p.roepnaam, p.tussenvoegsel, p.achternaam) ilike ${`%${escapeLike(input.zoek)}%`}`,
    )
  if (input.naast) {
    const naast = await work.db
      .selectFrom('wachtlijstplaatsing')
      .select(['product_id', 'richting'])
      .where('id', '=', input.naast)
      .executeTakeFirst()
    if (!naast) return notFound('Deze regel van de wachtlijst')
    rows = rows
      .where('w.product_id', '=', naast.product_id)
      .where('w.richting', '=', naast.richting)
      .where('w.id', '<>', input.naast)
  }
  const found = await rows
    .select([
      'w.id',
      'w.persoon_id as persoonId',
      'w.richting',
      't.naam as product',
      'p.achternaam',
      'p.tussenvoegsel',
      'p.voornamen',
      'p.roepnaam',
      'p.is_nn as isNn',
      'p.geslacht',
      'p.geboortedatum',
      'p.geboortejaar',
    ])
    .orderBy(sql`coalesce(p.achternaam, p.roepnaam, '') collate "und-x-icu"`)
    .orderBy('w.volgnummer')
    .limit(HOOGSTENS)
    .execute()
  work.saw(...found.map((row) => row.persoonId))
  return {
    count: found.length,
    results: found.map((row) => ({
      id: row.id,
      naam: weergavenaam(row),
      detail: [
        row.geboortedatum && `geboren ${formatShort(row.geboortedatum)}`,
        `${row.product}, ${richtingen[row.richting as Richting].toLowerCase()}`,
      ]
        .filter(Boolean)
        .join('; '),
    })),
  }
}
