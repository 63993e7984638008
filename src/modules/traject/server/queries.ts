import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import { findInstelling, getTermijn } from '../../beheer/server/lookup.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import type { listTrajecten, TrajectRij } from '../domain/api.ts'
import { fasestandOf, uitvalredenen } from '../domain/rules.ts'
import { toestandVan, type WlzToestand, wlzLopend, wlzToestanden } from '../domain/toestanden.ts'

type Vraag = z.output<(typeof listTrajecten)['query']>

const lijst = (codes: readonly string[]) => sql.join(codes.map((code) => sql`${code}`))

/** How the region counts coming back: within how long, over which period, and from how often it is draaideur. */
export async function readDraaideur(
  work: Work,
): Promise<{ binnen: string; sinds: PlainDate; vanaf: number }> {
  const binnen = await getTermijn(work, 'herinstroom')
  const periode = await getTermijn(work, 'draaideur_periode')
  const { rows } = await sql<{ sinds: PlainDate }>`
    select (${work.today}::date - ${interval(periode)}::interval)::date as sinds`.execute(work.db)
  return {
    binnen: interval(binnen),
    sinds: rows[0]!.sinds,
    vanaf: Number((await findInstelling(work, 'draaideur_aantal')) ?? '2'),
  }
}

/** A term of the region as PostgreSQL reads it; working days count as days here. */
function interval(termijn: { aantal: number; eenheid: string }): string {
  const eenheid = { uren: 'hours', dagen: 'days', werkdagen: 'days', weken: 'weeks', maanden: 'months' }
  return `${termijn.aantal} ${eenheid[termijn.eenheid as keyof typeof eenheid]}`
}

type Draaideur = Awaited<ReturnType<typeof readDraaideur>>

/** How often the persons of the trajecten that the asker sees came back, per person. */
function herinstroomTelling(work: Work, draaideur: Draaideur, geeindigd: boolean): RawBuilder<unknown> {
  return sql`select h.persoon_id, count(*)::int as n from onderdak.herinstromen(
      array(select x.persoon_id from onderdak.traject x where x.regio_id = ${work.regioId}::uuid and (x.geeindigd_op is not null) = ${geeindigd}), ${draaideur.binnen}::interval) h
    where h.op > ${draaideur.sinds}::date group by h.persoon_id`
}

const laatsteVertrek = sql`(select v.eindreden from onderdak.verblijf_persoon x join onderdak.verblijf v on v.id = x.verblijf_id
  where x.persoon_id = t.persoon_id and x.soort = 'hoofd' order by x.van desc, x.verblijf_id desc limit 1)`

/** What each filter of the work list means. */
function filters(work: Work, draaideur: Draaideur): Record<Vraag['stand'], RawBuilder<unknown>> {
  const today = sql`${work.today}::date`
  const open = sql`t.geeindigd_op is null`
  return {
    open,
    te_lang: sql`${open} and f.uiterlijk_op < ${today}`,
    bijna_te_lang: sql`${open} and f.uiterlijk_op >= ${today} and f.uiterlijk_op <= ${today} + coalesce(c.waarschuw_dagen, 28)`,
    zonder_fase: sql`${open} and f.id is null`,
    zonder_stap: sql`${open} and s.id is null`,
    onderbroken: sql`${open} and b.id is not null`,
    uitval: sql`${open} and ${laatsteVertrek} in (${lijst(uitvalredenen)})`,
    draaideur: sql`${open} and h.n >= ${draaideur.vanaf}`,
    wlz: sql`${open} and w.id is not null`,
    bijna_18: sql`${open} and r.status in ('te_plannen', 'plan_gemaakt')`,
    geeindigd: sql`t.geeindigd_op is not null`,
  }
}

const orders: Record<string, RawBuilder<unknown>> = {
  naam: sql`coalesce(p.achternaam, p.roepnaam, '') collate "und-x-icu"`,
  '-naam': sql`coalesce(p.achternaam, p.roepnaam, '') collate "und-x-icu" desc`,
  begonnenOp: sql`t.begonnen_op`,
  '-begonnenOp': sql`t.begonnen_op desc`,
  faseDagen: sql`f.van desc nulls last`,
  '-faseDagen': sql`f.van nulls last`,
  herinstromen: sql`coalesce(h.n, 0)`,
  '-herinstromen': sql`coalesce(h.n, 0) desc`,
}

interface Found {
  readonly id: string
  readonly persoon_id: string
  readonly naam: string
  readonly begonnen_op: PlainDate
  readonly geeindigd_op: PlainDate | null
  readonly onderbreking: string | null
  readonly fase: string | null
  readonly fase_sinds: PlainDate | null
  readonly uiterlijk_op: PlainDate | null
  readonly waarschuw_dagen: number | null
  readonly product: string | null
  readonly aanspreekpunt: string
  readonly organisatie: string
  readonly herinstromen: number
  readonly wlz: string | null
  readonly achttien_op: PlainDate | null
  readonly volgende_stap_op: PlainDate | null
}

/** The work list: only people with whom the own organisation is involved, by row-level security. */
export async function listTrajectRijen(
  work: Work,
  vraag: Vraag,
): Promise<{ count: number; results: TrajectRij[] }> {
  const draaideur = await readDraaideur(work)
  const van = {
    allen: sql`true`,
    mij: sql`a.gebruiker_id = ${work.vrager.gebruikerId}::uuid`,
    organisatie: sql`a.organisatie_id = ${work.vrager.organisatieId}::uuid`,
  }[vraag.van]
  const bron = sql`
    from onderdak.traject t
      join onderdak.persoon p on p.id = t.persoon_id
      join lateral (select x.gebruiker_id, x.organisatie_id from onderdak.aanspreekpunt x where x.traject_id = t.id order by x.tot desc, x.van desc limit 1) a on true
      join onderdak.gebruiker g on g.id = a.gebruiker_id
      join onderdak.organisatie o on o.id = a.organisatie_id
      left join onderdak.traject_fase f on f.traject_id = t.id and f.tot is null
      left join onderdak.fase c on c.regio_id = t.regio_id and c.domein = f.domein and c.code = f.code
        and c.van <= ${work.today}::date and (c.tot is null or c.tot > ${work.today}::date)
      left join onderdak.traject_onderbreking b on b.traject_id = t.id and b.tot is null
      left join onderdak.wlz_route w on w.traject_id = t.id and w.status in (${lijst(wlzLopend)})
      left join onderdak.achttien_route r on r.traject_id = t.id
      left join onderdak.opvolging s on s.persoon_id = t.persoon_id and s.status = 'open'
      left join (${herinstroomTelling(work, draaideur, vraag.stand === 'geeindigd')}) h on h.persoon_id = t.persoon_id
    where t.regio_id = ${work.regioId}::uuid and ${van} and ${filters(work, draaideur)[vraag.stand]}`
  const telling = await sql<{ n: number }>`select count(*)::int as n ${bron}`.execute(work.db)
  const { rows } = await sql<Found>`
    select t.id, t.persoon_id, ${persoonNaamSql('p')} as naam, t.begonnen_op, t.geeindigd_op, b.soort as onderbreking,
      coalesce(c.naam, f.code) as fase, f.van as fase_sinds, f.uiterlijk_op, c.waarschuw_dagen,
      (select d.naam from onderdak.traject_product x join onderdak.product d on d.id = x.product_id where x.traject_id = t.id and x.tot is null) as product,
      g.naam as aanspreekpunt, o.naam as organisatie, coalesce(h.n, 0) as herinstromen, w.status as wlz,
      case when r.status in ('te_plannen', 'plan_gemaakt') then r.achttien_op end as achttien_op, s.volgende_stap_op
    ${bron} order by ${orders[vraag.sorteer]!}, t.id
    limit ${vraag.aantalPerPagina} offset ${(vraag.pagina - 1) * vraag.aantalPerPagina}`.execute(work.db)
  work.saw(...rows.map((row) => row.persoon_id))
  return { count: telling.rows[0]!.n, results: rows.map((row) => toRij(work, row, draaideur)) }
}

function toRij(work: Work, row: Found, draaideur: Draaideur): TrajectRij {
  const { stand, dagen } = fasestandOf(row.uiterlijk_op, row.waarschuw_dagen ?? 28, work.today)
  return {
    id: row.id,
    persoonId: row.persoon_id,
    naam: row.naam,
    begonnenOp: row.begonnen_op,
    geeindigdOp: row.geeindigd_op,
    toestand: toestandVan({ geeindigdOp: row.geeindigd_op, onderbreking: row.onderbreking }),
    fase: row.fase,
    faseSinds: row.fase_sinds,
    faseDagen: row.fase_sinds === null ? null : daysBetween(row.fase_sinds, work.today),
    faseUiterlijkOp: row.uiterlijk_op,
    fasestand: stand,
    dagenTotTermijn: dagen,
    product: row.product,
    aanspreekpunt: row.aanspreekpunt,
    organisatie: row.organisatie,
    herinstromen: row.herinstromen,
    isDraaideur: row.herinstromen >= draaideur.vanaf,
    wlz: row.wlz === null ? null : wlzToestanden[row.wlz as WlzToestand],
    achttienOp: row.achttien_op,
    volgendeStapOp: row.volgende_stap_op,
  }
}
