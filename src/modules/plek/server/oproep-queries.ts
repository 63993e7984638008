import { sql } from 'kysely'
import { type ListQuery, listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addMonths, dutchDateOf, dutchTimeOf, type PlainDate } from '../../../shared/plain-date.ts'
import { notFound } from '../../../shared/rejection.ts'
import { getPersoonKern } from '../../persoon/server/lookup.ts'
import { type Afhandeling, isBinnenNorm, minutenOf, percentageOf } from '../domain/oproep.ts'
import type { OproepRij } from '../domain/oproep-api.ts'

const volgorden = {
  gebeldOp: sql`o.gebeld_op`,
  '-gebeldOp': sql`o.gebeld_op desc`,
  locatie: sql`l.naam collate "und-x-icu"`,
  '-locatie': sql`l.naam collate "und-x-icu" desc`,
  minuten: sql`o.gereageerd_op - o.gebeld_op nulls last`,
  '-minuten': sql`o.gereageerd_op - o.gebeld_op desc nulls last`,
}

export interface OproepenQuery {
  readonly stand?: 'open' | 'te_laat' | undefined
  readonly locatieId?: Id | undefined
  readonly sorteer?: keyof typeof volgorden | undefined
  readonly pagina: number
  readonly aantalPerPagina: number
}

const oproepen = (work: Work) =>
  work.db
    .selectFrom('oproep as o')
    .innerJoin('locatie as l', 'l.id', 'o.locatie_id')
    .innerJoin('voorziening as v', 'v.id', 'l.voorziening_id')
    .leftJoin('gebruiker as u', 'u.id', 'o.genoteerd_door')
    .where('o.regio_id', '=', work.regioId)

const columns = (query: ReturnType<typeof oproepen>) =>
  query.select([
    'o.id',
    'o.locatie_id as locatieId',
    'l.naam as locatie',
    'v.naam as voorziening',
    'o.gebeld_op as gebeldOp',
    'o.afhandeling',
    'o.gereageerd_op as gereageerdOp',
    'o.norm_minuten as normMinuten',
    'u.naam as genoteerdDoor',
    'o.versie',
  ])

type Row = Awaited<ReturnType<ReturnType<typeof columns>['execute']>>[number]

function toRij(work: Work, { versie: _, ...row }: Row): OproepRij {
  const momenten = { ...row, afhandeling: row.afhandeling as Afhandeling | null }
  return {
    ...momenten,
    gebeldOp: row.gebeldOp.toISOString(),
    gereageerdOp: row.gereageerdOp?.toISOString() ?? null,
    minuten: minutenOf(momenten),
    binnenNorm: isBinnenNorm(momenten, row.normMinuten, work.now),
  }
}

/** Calls of the own organisation: row-level security holds back those of others. */
export async function listOproepRijen(work: Work, query: OproepenQuery) {
  let found = oproepen(work)
  if (query.locatieId) found = found.where('o.locatie_id', '=', query.locatieId)
  if (query.stand === 'open') found = found.where('o.afhandeling', 'is', null)
  // As isBinnenNorm says it.
  if (query.stand === 'te_laat')
    found = found
      .where(sql<boolean>`o.afhandeling is distinct from 'op_afstand'`)
      .where(
        sql<boolean>`coalesce(o.gereageerd_op, ${work.now}) > o.gebeld_op + make_interval(mins => o.norm_minuten)`,
      )
  const { count } = await found.select((e) => e.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  const rows = await columns(found)
    .orderBy(volgorden[query.sorteer ?? '-gebeldOp'])
    .orderBy('o.id')
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  return { count: Number(count), results: rows.map((row) => toRij(work, row)) }
}

export async function findOproep(work: Work, id: Id) {
  const row = await columns(oproepen(work).where('o.id', '=', id)).executeTakeFirst()
  if (!row) return notFound('Deze oproep')
  const link = await work.db
    .selectFrom('oproep_persoon')
    .select('persoon_id')
    .where('oproep_id', '=', id)
    .executeTakeFirst()
  const persoon = link && (await getPersoonKern(work, link.persoon_id))
  return {
    ...toRij(work, row),
    gebeldDag: dutchDateOf(row.gebeldOp),
    gebeldTijd: dutchTimeOf(row.gebeldOp),
    gereageerdDag: row.gereageerdOp && dutchDateOf(row.gereageerdOp),
    gereageerdTijd: row.gereageerdOp && dutchTimeOf(row.gereageerdOp),
    persoonId: persoon?.id ?? null,
    persoon: persoon?.naam ?? null,
    versie: row.versie,
  }
}

interface CijferRij {
  voorzieningId: Id
  voorziening: string
  aanbieder: string
  maand: PlainDate
  oproepen: number
  open: number
  terPlaatse: number
  opAfstand: number
  gemeten: number
  binnenNorm: number
  mediaanMinuten: number | null
}

/** Of the whole region for who may see its figures; otherwise of the own organisation. */
export async function listCijferRijen(work: Work, query: ListQuery & { maanden: number }) {
  const { vrager, today } = work
  const tot = addMonths(`${today.slice(0, 7)}-01`, 1)
  const isRegionaal = vrager.isSysteem || vrager.permissies.has('cijfers.lezen')
  const { rows } = await sql<CijferRij>`
    select c.voorziening_id as "voorzieningId", v.naam as voorziening, o.naam as aanbieder, c.maand, c.oproepen, c.open,
      c.ter_plaatse as "terPlaatse", c.op_afstand as "opAfstand", c.gemeten, c.binnen_norm as "binnenNorm", c.mediaan_minuten as "mediaanMinuten"
    from onderdak.cijfer_oproepen(${addMonths(tot, -query.maanden)}::date, ${tot}::date) c
    join onderdak.voorziening v on v.id = c.voorziening_id join onderdak.organisatie o on o.id = c.organisatie_id
    where ${isRegionaal} or c.organisatie_id = ${vrager.organisatieId}::uuid
    order by c.maand desc, v.naam collate "und-x-icu", c.voorziening_id`.execute(work.db)
  return listPage(
    rows.map((row) => ({ ...row, percentage: percentageOf(row) })),
    query,
    '-maand',
  )
}
