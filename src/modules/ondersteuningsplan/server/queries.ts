import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import type { listPlannen, PlanRij } from '../domain/api.ts'
import { EVALUATIE_VOORUIT, evaluatieStandOp } from '../domain/rules.ts'
import { planGeldtSql, planVraagtGesprekSql } from './lookup.ts'

type Vraag = z.output<(typeof listPlannen)['query']>

/** What each filter of the work list means. */
function filters(work: Work): Record<Vraag['stand'], RawBuilder<unknown>> {
  const today = sql`${work.today}::date`
  return {
    alle: sql`true`,
    te_laat: sql`l.evaluatie_op < ${today} and ${planVraagtGesprekSql}`,
    bijna: sql`l.evaluatie_op between ${today} and ${addDays(work.today, EVALUATIE_VOORUIT)}::date and ${planVraagtGesprekSql}`,
    wacht_op_client: sql`c.status = 'wacht_op_client'`,
    wacht_op_begeleider: sql`c.status = 'wacht_op_begeleider'`,
    concept: sql`c.status = 'concept'`,
    niet_meegegeven: sql`g.id is not null and g.meegegeven_op is null`,
    dagbesteding: sql`coalesce(g.perspectief, c.perspectief) = 'dagbesteding'`,
  }
}

const orders: Record<Vraag['sorteer'], RawBuilder<unknown>> = {
  naam: sql`coalesce(p.achternaam, p.roepnaam, '') collate "und-x-icu"`,
  '-naam': sql`coalesce(p.achternaam, p.roepnaam, '') collate "und-x-icu" desc`,
  begonnenOp: sql`l.begonnen_op`,
  '-begonnenOp': sql`l.begonnen_op desc`,
  evaluatieOp: sql`l.evaluatie_op nulls last`,
  '-evaluatieOp': sql`l.evaluatie_op desc nulls last`,
}

/** The work list: only people with whom the own organisation is involved, by row-level security. */
export async function listPlanRijen(
  work: Work,
  vraag: Vraag,
): Promise<{ count: number; results: PlanRij[] }> {
  const onze = sql`(select count(*)::int from onderdak.doel d where d.plan_versie_id = coalesce(g.id, c.id) and d.stand = 'loopt'
    and d.organisatie_id = ${work.vrager.organisatieId}::uuid)`
  const bron = sql`
    from onderdak.plan l
      join onderdak.persoon p on p.id = l.persoon_id
      left join onderdak.plan_versie g on g.plan_id = l.id and g.status = 'vastgesteld'
      left join onderdak.plan_versie c on c.plan_id = l.id and c.status in ('concept', 'wacht_op_client', 'wacht_op_begeleider')
    where l.regio_id = ${work.regioId}::uuid and ${planGeldtSql} and ${filters(work)[vraag.stand]}
      and ${vraag.van === 'organisatie' ? sql`${onze} > 0` : sql`true`}`
  const telling = await sql<{ n: number }>`select count(*)::int as n ${bron}`.execute(work.db)
  const { rows } = await sql<Omit<PlanRij, 'evaluatieStand'> & { evaluatieOp: PlainDate | null }>`
    select l.id, l.persoon_id as "persoonId", ${persoonNaamSql('p')} as naam, l.begonnen_op as "begonnenOp", c.status as concept,
      g.vastgesteld_op as "geldtSinds", coalesce(g.perspectief, c.perspectief) as perspectief,
      (select count(*)::int from onderdak.doel d where d.plan_versie_id = coalesce(g.id, c.id) and d.stand = 'loopt') as doelen,
      ${onze} as "doelenVanOns", l.evaluatie_op as "evaluatieOp", g.meegegeven_op as "meegegevenOp"
    ${bron} order by ${orders[vraag.sorteer]}, l.id
    limit ${vraag.aantalPerPagina} offset ${(vraag.pagina - 1) * vraag.aantalPerPagina}`.execute(work.db)
  work.saw(...rows.map((row) => row.persoonId))
  const bijna = addDays(work.today, EVALUATIE_VOORUIT)
  return {
    count: telling.rows[0]!.n,
    results: rows.map((row) => ({
      ...row,
      evaluatieStand: evaluatieStandOp(row.evaluatieOp, bijna, work.today),
    })),
  }
}
