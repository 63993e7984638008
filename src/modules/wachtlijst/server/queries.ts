import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { ageOn, daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import { weergavenaam } from '../../persoon/domain/rules.ts'
import { listDossierIds } from '../../persoon/server/lookup.ts'
import type { sorteringen, WachtItem, WachtlijstQuery } from '../domain/contract.ts'

type Query = z.output<typeof WachtlijstQuery>

interface Rang {
  id: Id
  rang: number | null
  aantal: number | null
  poort_open: boolean | null
  gesloten_poort: number | null
  voorrang: boolean | null
  trede: number | null
  dubbel: boolean | null
}

/** Rows that the asker may see (row-level security), with the regional rank: one call per query, whatever the number of rows. */
export function wachtRows(work: Work) {
  return work.db
    .selectFrom('wachtlijstplaatsing as w')
    .innerJoin('persoon as p', 'p.id', 'w.persoon_id')
    .innerJoin('product as t', 't.id', 'w.product_id')
    .leftJoin('gemeente as g', 'g.code', 'w.gemeente_code')
    .leftJoin('locatie as l', 'l.id', 'w.voorkeur_locatie_id')
    .leftJoin(sql<Rang>`onderdak.wachtlijst_volgorde(null::uuid)`.as<'r'>('r'), (join) =>
      join.onRef('r.id', '=', 'w.id'),
    )
    .leftJoin('prioriteitsregel as pr', (join) =>
      join
        .onRef('pr.regio_id', '=', 'w.regio_id')
        .onRef('pr.domein', '=', 't.domein')
        .on('pr.soort', '=', 'trede')
        .onRef('pr.volgorde', '=', 'r.trede')
        .on('pr.van', '<=', work.today)
        .on((e) => e.or([e('pr.tot', 'is', null), e('pr.tot', '>', work.today)])),
    )
    .leftJoin('keuze as k', (join) =>
      join
        .onRef('k.regio_id', '=', 'w.regio_id')
        .on('k.lijst', '=', 'wachtreden')
        .onRef('k.code', '=', 'w.wachtreden')
        .on('k.van', '<=', work.today)
        .on((e) => e.or([e('k.tot', 'is', null), e('k.tot', '>', work.today)])),
    )
    .where('w.regio_id', '=', work.regioId)
}

/** The columns of a row on the list, for `toItem`. */
export function selectItems(work: Work) {
  return wachtRows(work).select([
    'w.id',
    'w.persoon_id as persoonId',
    'w.personen',
    'w.kinderen',
    'w.product_id as productId',
    'w.richting',
    'w.status',
    'w.gemeld_op as gemeldOp',
    'w.besloten_op as beslotenOp',
    'w.plaatsbaar_op as plaatsbaarOp',
    'w.voorgesteld_op as voorgesteldOp',
    'w.overbrugging',
    'w.bevestigen_voor as bevestigenVoor',
    'w.niet_plaatsbaar_sinds as nietPlaatsbaarSinds',
    'w.versie',
    'w.wachtreden as wachtredenCode',
    'p.achternaam',
    'p.tussenvoegsel',
    'p.voornamen',
    'p.roepnaam',
    'p.is_nn as isNn',
    'p.geslacht',
    'p.geboortedatum',
    'p.geboortejaar',
    't.naam as product',
    't.domein',
    'g.naam as gemeente',
    'l.naam as voorkeurLocatie',
    'r.rang',
    'r.aantal as aantalOpLijst',
    'r.poort_open as poortOpen',
    'r.gesloten_poort as geslotenPoort',
    'r.voorrang',
    'r.trede as tredeVolgorde',
    'w.volgnummer',
    'r.dubbel',
    'pr.naam as trede',
    'k.naam as wachtreden',
  ])
}

type ItemRow = Awaited<ReturnType<ReturnType<typeof selectItems>['execute']>>[number]

export function toItem(work: Work, row: ItemRow): WachtItem {
  const days = (from: PlainDate | null) => (from === null ? null : daysBetween(from, work.today))
  return {
    id: row.id,
    persoonId: row.persoonId,
    naam: weergavenaam(row),
    leeftijd: row.geboortedatum ? ageOn(row.geboortedatum, work.today) : null,
    personen: row.personen,
    kinderen: row.kinderen,
    productId: row.productId,
    product: row.product,
    domein: row.domein,
    richting: row.richting as WachtItem['richting'],
    gemeente: row.gemeente,
    voorkeurLocatie: row.voorkeurLocatie,
    status: row.status as WachtItem['status'],
    wachtreden: row.wachtreden ?? row.wachtredenCode,
    rang: row.rang,
    aantalOpLijst: row.aantalOpLijst,
    poortOpen: row.poortOpen ?? false,
    trede: row.trede,
    voorrang: row.voorrang ?? false,
    dagenGemeld: daysBetween(row.gemeldOp, work.today),
    dagenBesloten: daysBetween(row.beslotenOp, work.today),
    dagenPlaatsbaar:
      row.plaatsbaarOp !== null && row.plaatsbaarOp <= work.today ? days(row.plaatsbaarOp) : null,
    dagenVoorgesteld: row.status === 'voorgesteld' ? days(row.voorgesteldOp) : null,
    overbrugging: row.overbrugging as WachtItem['overbrugging'],
    bevestigenVoor: row.bevestigenVoor,
    teBevestigen: row.rang !== null && row.bevestigenVoor < work.today,
    dubbel: row.dubbel ?? false,
    nietPlaatsbaarSinds: row.nietPlaatsbaarSinds,
    versie: row.versie,
  }
}

const sortColumns: Record<(typeof sorteringen)[number], ReturnType<typeof sql>> = {
  rang: sql`r.rang`,
  naam: sql`coalesce(p.achternaam, '') collate "und-x-icu"`,
  leeftijd: sql`p.geboortedatum`,
  personen: sql`w.personen`,
  gemeente: sql`g.naam`,
  dagenBesloten: sql`w.besloten_op`,
  dagenGemeld: sql`w.gemeld_op`,
  bevestigenVoor: sql`w.bevestigen_voor`,
}
/** Older dates mean more days and higher ages, so these run the other way. */
const reversed = new Set(['leeftijd', 'dagenBesloten', 'dagenGemeld'])

/** What was asked for, as conditions on `w`: the same for the page and for the count. */
function conditionsOf(work: Work, query: Query, dossiers: readonly Id[]) {
  const open = sql`w.status in ('wachtend', 'opgeschort', 'voorgesteld')`
  const parts = [sql`w.regio_id = ${work.regioId}`]
  if (query.status) parts.push(sql`w.status = ${query.status}`)
  else if (!query.persoonId) parts.push(open)
  if (query.productId) parts.push(sql`w.product_id = ${query.productId}`)
  if (query.richting) parts.push(sql`w.richting = ${query.richting}`)
  if (query.gemeente) parts.push(sql`w.gemeente_code = ${query.gemeente}`)
  if (query.locatieId) parts.push(sql`w.voorkeur_locatie_id = ${query.locatieId}`)
  if (dossiers.length > 0)
    // Also who waits as a member of the household.
    parts.push(sql`(w.persoon_id = any(${dossiers}::uuid[]) or w.huishouden_id in (
      select l.huishouden_id from huishouden_lid l where l.persoon_id = any(${dossiers}::uuid[])
        and l.van <= ${work.today}::date and (l.tot is null or l.tot > ${work.today}::date)))`)
  if (query.teBevestigen === 'ja') parts.push(open, sql`w.bevestigen_voor < ${work.today}`)
  if (query.teBevestigen === 'nee') parts.push(open, sql`w.bevestigen_voor >= ${work.today}`)
  if (query.nietPlaatsbaar === 'ja') parts.push(sql`w.niet_plaatsbaar_sinds is not null`)
  if (query.nietPlaatsbaar === 'nee') parts.push(sql`w.niet_plaatsbaar_sinds is null`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** The columns of the list itself; what else a row tells is joined to the page only. */
const eigen = sql`w.id, w.regio_id, w.persoon_id, w.personen, w.kinderen, w.product_id, w.richting, w.gemeente_code, w.voorkeur_locatie_id,
  w.status, w.gemeld_op, w.besloten_op, w.plaatsbaar_op, w.voorgesteld_op, w.overbrugging, w.bevestigen_voor, w.niet_plaatsbaar_sinds,
  w.versie, w.wachtreden, w.volgnummer`

/**
 * The rows of the page with their rank, and how many there are in all. The order and the right to see must be worked out for the
 * whole list, so names and words are joined afterwards; a left join that the sorting does not use costs nothing.
 */
function pageOf(query: Query, conditions: RawBuilder<boolean>) {
  const descending = query.sorteer.startsWith('-')
  const name = query.sorteer.replace('-', '') as (typeof sorteringen)[number]
  const direction = descending !== reversed.has(name) ? sql`desc nulls last` : sql`asc nulls last`
  // A place says something only within its own list, so the lists stay together.
  const first = name === 'rang' ? sql`t.naam, w.richting, ` : sql``
  const order = sql`${first}${sortColumns[name]} ${direction}, w.besloten_op, w.volgnummer`
  return sql`select ${eigen}, r.rang, r.aantal, r.poort_open, r.gesloten_poort, r.voorrang, r.trede, r.dubbel,
      (count(*) over ())::int as totaal, row_number() over (order by ${order}) as plaats
    from wachtlijstplaatsing w left join persoon p on p.id = w.persoon_id left join product t on t.id = w.product_id
    left join gemeente g on g.code = w.gemeente_code
    left join onderdak.wachtlijst_volgorde(${query.productId ?? null}::uuid) r on r.id = w.id
    where ${conditions} order by plaats limit ${query.aantalPerPagina} offset ${(query.pagina - 1) * query.aantalPerPagina}`
}

/** Written out, with the columns of `selectItems`: the most asked question, and building it from parts costs a twentieth of it. */
const pageRows = (work: Work, page: RawBuilder<unknown>) =>
  sql<ItemRow & { totaal: number }>`
    select w.id, w.persoon_id as "persoonId", w.personen, w.kinderen, w.product_id as "productId", w.richting, w.status,
      w.gemeld_op as "gemeldOp", w.besloten_op as "beslotenOp", w.plaatsbaar_op as "plaatsbaarOp", w.voorgesteld_op as "voorgesteldOp",
      w.overbrugging, w.bevestigen_voor as "bevestigenVoor", w.niet_plaatsbaar_sinds as "nietPlaatsbaarSinds", w.versie,
      w.wachtreden as "wachtredenCode", p.achternaam, p.tussenvoegsel, p.voornamen, p.roepnaam, p.is_nn as "isNn", p.geslacht,
      p.geboortedatum, p.geboortejaar, t.naam as product, t.domein, g.naam as gemeente, l.naam as "voorkeurLocatie", w.rang,
      w.aantal as "aantalOpLijst", w.poort_open as "poortOpen", w.gesloten_poort as "geslotenPoort", w.voorrang,
      w.trede as "tredeVolgorde", w.volgnummer, w.dubbel, pr.naam as trede, k.naam as wachtreden, w.totaal
    from (${page}) w join persoon p on p.id = w.persoon_id join product t on t.id = w.product_id
    left join gemeente g on g.code = w.gemeente_code left join locatie l on l.id = w.voorkeur_locatie_id
    left join prioriteitsregel pr on pr.regio_id = w.regio_id and pr.domein = t.domein and pr.soort = 'trede'
      and pr.volgorde = w.trede and pr.van <= ${work.today} and (pr.tot is null or pr.tot > ${work.today})
    left join keuze k on k.regio_id = w.regio_id and k.lijst = 'wachtreden' and k.code = w.wachtreden
      and k.van <= ${work.today} and (k.tot is null or k.tot > ${work.today})
    order by w.plaats`.execute(work.db)

export async function listWachtlijst(
  work: Work,
  query: Query,
): Promise<{ count: number; results: WachtItem[] }> {
  // Out of sight there are no files; the id itself then finds nothing.
  const dossiers = query.persoonId ? [query.persoonId, ...(await listDossierIds(work, query.persoonId))] : []
  const conditions = conditionsOf(work, query, dossiers)
  const { rows } = await pageRows(work, pageOf(query, conditions))
  const count = rows[0]?.totaal ?? (query.pagina > 1 ? await countRows(work, conditions) : 0)
  return { count, results: rows.map((row) => toItem(work, row)) }
}

/** How many there are when the page asked for lies past the end. */
async function countRows(work: Work, conditions: RawBuilder<boolean>): Promise<number> {
  const { count } = await work.db
    .selectFrom('wachtlijstplaatsing as w')
    .where(conditions)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
