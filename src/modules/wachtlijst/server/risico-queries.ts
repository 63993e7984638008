import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { daysBetween } from '../../../shared/plain-date.ts'
import { weergavenaam } from '../../persoon/domain/rules.ts'
import type { Risicorij } from '../domain/overzicht-contract.ts'
import { openStatussen, type risicos } from '../domain/rules.ts'

/** What calls for a look first; a region that changes its mind changes this line (Regiovisie MVS §3.1 names the risks). */
const dringend = [
  'onveilig',
  'escalatie',
  'terugval',
  'overlast',
  'demotivatie',
] as const satisfies readonly (keyof typeof risicos)[]

export interface RisicosQuery {
  readonly risico?: keyof typeof risicos | 'niet_beoordeeld' | 'gezien' | undefined
  readonly teLaat?: 'ja' | 'nee' | undefined
  readonly productId?: Id | undefined
  readonly pagina: number
  readonly aantalPerPagina: number
}

/**
 * Everyone who waits and may be seen, with the last time somebody judged the risk (WL-08). A risk whose next look is late
 * comes first, then other risks by their weight, then who was never judged, then the rest; within each the latest first.
 */
export async function listRisicos(
  work: Work,
  query: RisicosQuery,
): Promise<{ count: number; results: Risicorij[] }> {
  let rows = work.db
    .selectFrom('wachtlijstplaatsing as w')
    .innerJoin('persoon as p', 'p.id', 'w.persoon_id')
    .innerJoin('product as t', 't.id', 'w.product_id')
    .leftJoinLateral(
      (e) =>
        e
          .selectFrom('wachtcontact as x')
          .leftJoin('gebruiker as u', 'u.id', 'x.gebruiker_id')
          .select(['x.op', 'x.risico', 'x.uitkomst', 'x.wacht_nog', 'u.naam as door'])
          .whereRef('x.wachtlijstplaatsing_id', '=', 'w.id')
          .orderBy('x.op', 'desc')
          .orderBy('x.id', 'desc')
          .limit(1)
          .as('c'),
      (join) => join.onTrue(),
    )
    .where('w.regio_id', '=', work.regioId)
    .where('w.status', 'in', [...openStatussen])
  if (query.productId) rows = rows.where('w.product_id', '=', query.productId)
  if (query.risico === 'niet_beoordeeld') rows = rows.where('c.risico', 'is', null)
  else if (query.risico === 'gezien') rows = rows.where('c.risico', '<>', 'geen')
  else if (query.risico) rows = rows.where('c.risico', '=', query.risico)
  if (query.teLaat === 'ja') rows = rows.where('w.bevestigen_voor', '<', work.today)
  if (query.teLaat === 'nee') rows = rows.where('w.bevestigen_voor', '>=', work.today)
  const { count } = await rows.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const heeftRisico = sql`coalesce(c.risico, 'geen') <> 'geen'`
  const found = await rows
    .select([
      'w.id',
      'w.persoon_id as persoonId',
      'w.richting',
      'w.besloten_op as beslotenOp',
      'w.bevestigen_voor as volgendeOp',
      't.naam as product',
      'c.op as beoordeeldOp',
      'c.risico',
      'c.uitkomst',
      'c.wacht_nog as wachtNog',
      'c.door',
      'p.achternaam',
      'p.tussenvoegsel',
      'p.voornamen',
      'p.roepnaam',
      'p.is_nn as isNn',
      'p.geslacht',
      'p.geboortedatum',
      'p.geboortejaar',
    ])
    .orderBy(sql`${heeftRisico} and w.bevestigen_voor < ${work.today}::date`, 'desc')
    .orderBy(sql`coalesce(array_position(array[${sql.join(dringend)}]::text[], c.risico), 99)`)
    .orderBy(sql`c.risico is null`, 'desc')
    .orderBy('w.bevestigen_voor')
    .orderBy('w.volgnummer')
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  return {
    count: Number(count),
    results: found.map((row) => ({
      id: row.id,
      persoonId: row.persoonId,
      naam: weergavenaam(row),
      product: row.product,
      richting: row.richting as Risicorij['richting'],
      dagenBesloten: daysBetween(row.beslotenOp, work.today),
      risico: row.risico as Risicorij['risico'],
      beoordeeldOp: row.beoordeeldOp,
      uitkomst: row.uitkomst,
      door: row.door,
      volgendeOp: row.volgendeOp,
      dagenTeLaat: Math.max(0, daysBetween(row.volgendeOp, work.today)),
      wachtNog: row.wachtNog ?? true,
    })),
  }
}
