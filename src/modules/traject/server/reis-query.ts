import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { listDossierIds } from '../../persoon/server/lookup.ts'
import type { getReisVan } from '../domain/api.ts'
import { type Reisstap, reisstapCodes, reisstappen } from '../domain/reis.ts'

/** The steps of one person with their days, oldest first, all files of a merged one together (TRJ-16). */
export async function findReisVan(
  work: Work,
  persoonId: Id,
): Promise<z.output<(typeof getReisVan)['response']> | Rejection> {
  const dossiers = await listDossierIds(work, persoonId)
  if (dossiers.length === 0) return notFound('De cliënt')
  work.saw(persoonId)
  const { rows } = await sql<{
    stap: Reisstap
    product: string | null
    van: PlainDate
    tot: PlainDate | null
    weg: PlainDate | null
  }>`select s.stap, d.naam as product, s.van, s.tot, s.weg
    from onderdak.reisstappen() s left join onderdak.product d on d.id = s.product_id
    where s.persoon_id = any (${[...dossiers]}::uuid[]) and s.van <= ${work.today}::date
    order by s.van, array_position(${[...reisstapCodes]}::text[], s.stap)`.execute(work.db)
  return {
    stappen: rows.map(({ stap, product, van, ...row }) => {
      // A day to come is when the step will be over, not that it is.
      const weg = row.weg !== null && row.weg <= work.today ? row.weg : null
      const tot = row.tot ?? weg
      return {
        stap,
        naam: reisstappen[stap].naam,
        product,
        van,
        tot,
        dagen: daysBetween(van, tot ?? work.today),
        stand: row.tot !== null ? 'afgerond' : weg === null ? 'loopt' : 'anders',
      }
    }),
  }
}
