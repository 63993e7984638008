import { type ExpressionBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { DB } from '../../../platform/db/tables.ts'
import { ODT_MIME } from '../../../platform/documents/letter-odt.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type * as brief from '../domain/brief-contract.ts'
import type * as contract from '../domain/contract.ts'
import type { BeschikkingRij } from '../domain/contract.ts'
import type { Soort, Status } from '../domain/keuzes.ts'
import { BINNENKORT_DAGEN, HERONDERZOEK_VOORUIT_DAGEN, termijnstandOf } from '../domain/rules.ts'
import { persoonNaamSql } from './lookup.ts'

type Query<E extends { query: z.ZodType }> = z.output<E['query']>

function baseQuery(work: Work) {
  return work.db
    .selectFrom('beschikking as b')
    .innerJoin('persoon as p', 'p.id', 'b.persoon_id')
    .innerJoin('organisatie as o', 'o.id', 'b.organisatie_id')
    .innerJoin('gemeente as g', 'g.code', 'b.namens_gemeente')
    .leftJoin('product as pr', 'pr.id', 'b.product_id')
    .where('b.regio_id', '=', work.regioId)
}

/** Stands the term of the row still today? */
function opgeschortSql(today: PlainDate) {
  return sql<boolean>`exists (select 1 from opschorting s where s.beschikking_id = b.id and s.van <= ${today}
    and coalesce(s.tot, s.verwacht_tot, 'infinity'::date) > ${today})`
}

function rowsOf(query: ReturnType<typeof baseQuery>, today: PlainDate) {
  return query.select([
    'b.id',
    'b.nummer',
    'b.persoon_id as persoonId',
    persoonNaamSql('p').as('persoonNaam'),
    'pr.naam as productNaam',
    'b.soort',
    'b.status',
    'b.aangevraagd_op as aangevraagdOp',
    'b.uiterlijk_op as uiterlijkOp',
    'b.beschikt_op as beschiktOp',
    'b.verzonden_op as verzondenOp',
    'b.heronderzoek_op as heronderzoekOp',
    'o.naam as organisatieNaam',
    'g.naam as gemeenteNaam',
    opgeschortSql(today).as('opgeschort'),
  ])
}

type ListRow = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

function toRij(row: ListRow, today: PlainDate): BeschikkingRij {
  const { opgeschort, ...rest } = row
  const status = row.status as Status
  return {
    ...rest,
    status,
    soort: row.soort as Soort | null,
    dagenOver: daysBetween(today, row.uiterlijkOp),
    termijnstand: termijnstandOf({ status, uiterlijkOp: row.uiterlijkOp, opgeschort }, today),
  }
}

export async function listBeschikkingen(work: Work, query: Query<typeof contract.listBeschikkingen>) {
  const { today } = work
  let list = baseQuery(work)
  if (query.status) list = list.where('b.status', '=', query.status)
  if (query.persoonId) list = list.where('b.persoon_id', '=', query.persoonId)
  if (query.nummer) list = list.where('b.nummer', 'ilike', `%${escapeLike(query.nummer)}%`)
  if (query.vanMijnOrganisatie) list = list.where('b.organisatie_id', '=', work.vrager.organisatieId)
  if (query.teVerzenden)
    list = list
      .where('b.verzonden_op', 'is', null)
      .where('b.beschikt_op', 'is not', null)
      .where((e) => e.or([e('b.status', '<>', 'ingetrokken'), e('b.soort', 'is not', null)]))
  if (query.termijn) list = list.where((e) => termijnFilter(e, query.termijn!, today))
  return pageOf(list, query, sortOf(query.sorteer, today), today)
}

export async function listHeronderzoeken(work: Work, query: Query<typeof contract.listHeronderzoeken>) {
  const totEnMet = query.totEnMet ?? addDays(work.today, HERONDERZOEK_VOORUIT_DAGEN)
  let list = baseQuery(work)
    .where('b.status', '=', 'beschikt')
    .where('b.soort', 'in', ['toekenning', 'herziening'])
    .where('b.heronderzoek_op', '<=', totEnMet)
    .where((e) => e.or([e('b.geldig_tot', 'is', null), e('b.geldig_tot', '>', work.today)]))
  if (query.vanMijnOrganisatie) list = list.where('b.organisatie_id', '=', work.vrager.organisatieId)
  return pageOf(list, query, sortOf(query.sorteer, work.today), work.today)
}

type Base = {
  b: DB['beschikking']
}

function termijnFilter<T extends DB & Base>(
  e: ExpressionBuilder<T, 'b'>,
  termijn: 'te_laat' | 'binnenkort' | 'staat_stil',
  today: PlainDate,
) {
  const opgeschort = opgeschortSql(today)
  const window = {
    te_laat: sql<boolean>`b.uiterlijk_op < ${today} and not ${opgeschort}`,
    binnenkort: sql<boolean>`b.uiterlijk_op between ${today} and ${addDays(today, BINNENKORT_DAGEN)} and not ${opgeschort}`,
    staat_stil: opgeschort,
  }[termijn]
  return e.and([sql<boolean>`b.status = 'aangevraagd'`, window])
}

/** Ties always end in the id, so that two pages never show the same row. */
function sortOf(sorteer: string, today: PlainDate) {
  const direction = sorteer.startsWith('-') ? sql`desc` : sql`asc`
  const key = sorteer.replace(/^-/, '')
  // Running terms first, the latest on top; then what must still be sent; then standing still; then the rest, newest first.
  if (key === 'werk')
    return sql`case when b.status = 'aangevraagd' and not ${opgeschortSql(today)} then 0
      when b.status in ('beschikt', 'buiten_behandeling') and b.verzonden_op is null then 1
      when b.status = 'aangevraagd' then 2 else 3 end ${direction},
      case when b.status = 'aangevraagd' then b.uiterlijk_op end asc, b.aangevraagd_op desc, b.id desc`
  if (key === 'persoonNaam') return sql`${persoonNaamSql('p')} collate "und-x-icu" ${direction}, b.id`
  const column = {
    nummer: 'b.nummer',
    aangevraagdOp: 'b.aangevraagd_op',
    uiterlijkOp: 'b.uiterlijk_op',
    beschiktOp: 'b.beschikt_op',
    heronderzoekOp: 'b.heronderzoek_op',
  }[key]!
  return sql`${sql.ref(column)} ${direction} nulls last, b.id`
}

async function pageOf(
  list: ReturnType<typeof baseQuery>,
  query: { pagina: number; aantalPerPagina: number },
  order: ReturnType<typeof sql>,
  today: PlainDate,
) {
  const { count } = await list.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await rowsOf(list, today)
    .orderBy(order)
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  return { count, results: rows.map((row) => toRij(row, today)) }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`)
}

export async function readBrief(
  work: Work,
  id: Id,
  soort: 'pdf' | 'odt' = 'pdf',
): Promise<z.output<(typeof brief.haalBrief)['response']> | Rejection> {
  const row = await work.db
    .selectFrom('brief')
    .select(['id', 'persoon_id', 'titel', 'mime', 'inhoud', 'inhoud_odt'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return notFound('Deze brief')
  if (soort === 'odt' && row.inhoud_odt === null)
    return reject(
      'geen_odt',
      'Deze brief is bewaard voordat brieven ook als ODT werden bewaard. Download de PDF.',
    )
  const isOdt = soort === 'odt' && row.inhoud_odt !== null
  const inhoud = isOdt ? row.inhoud_odt! : row.inhoud
  const extension = isOdt ? 'odt' : row.mime === 'application/pdf' ? 'pdf' : 'html'
  return {
    id: row.id,
    persoonId: row.persoon_id,
    titel: row.titel,
    mime: isOdt ? ODT_MIME : row.mime,
    bestandsnaam: `${row.titel.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.${extension}`,
    inhoud: inhoud.toString('base64'),
  }
}

/** Letters of receipt that were made for a melding, newest first. */
export async function listOntvangstbevestigingen(
  work: Work,
  meldingId: Id,
): Promise<z.output<(typeof brief.listOntvangstbevestigingen)['response']> | Rejection> {
  const melding = await work.db
    .selectFrom('melding')
    .select('persoon_id')
    .where('id', '=', meldingId)
    .executeTakeFirst()
  if (!melding) return notFound('Deze melding')
  work.saw(melding.persoon_id)
  const rows = await work.db
    .selectFrom('brief as b')
    .leftJoin('gebruiker as u', 'u.id', 'b.gemaakt_door')
    .select(['b.id', 'b.titel', 'b.gemaakt_op', 'u.naam as gemaaktDoor'])
    .select((e) => e('b.inhoud_odt', 'is not', null).$castTo<boolean>().as('heeftOdt'))
    .where('b.onderwerp_id', '=', meldingId)
    .where('b.soort', '=', 'ontvangstbevestiging')
    .orderBy('b.gemaakt_op', 'desc')
    .orderBy('b.id', 'desc')
    .execute()
  return { results: rows.map(({ gemaakt_op, ...row }) => ({ ...row, gemaaktOp: gemaakt_op.toISOString() })) }
}
