import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { dutchDateOf, dutchTimeOf } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import type * as contract from '../domain/outreach-contract.ts'
import { keuzeNaamSql } from './keuzes.ts'

type Detail = z.output<(typeof contract.getContact)['response']>
type Query<E extends { query: z.ZodType }> = z.output<E['query']>

interface Row extends Omit<contract.ContactRij, 'contactOp' | 'herkenning'> {
  readonly contactOp: Date
  readonly herkenningVersleuteld: string | null
  readonly notitieVersleuteld: string | null
  readonly versie: number
  readonly gemeenteCode: string
  readonly wijkCode: string | null
  readonly uitkomstCode: string
  readonly vorigContactId: Id | null
}

const volgorden: Readonly<Record<string, RawBuilder<unknown>>> = {
  contactOp: sql`s.contact_op`,
  '-contactOp': sql`s.contact_op desc`,
  vervolgOp: sql`s.vervolg_op nulls last`,
  '-vervolgOp': sql`s.vervolg_op desc nulls last`,
}

const isVervolgd = sql`exists (select 1 from onderdak.outreachcontact n where n.vorig_contact_id = s.id)`

const select = sql`
  select s.id, s.contact_op as "contactOp", g.naam as gemeente, ${keuzeNaamSql('wijk', 's.wijk', 's.dag')} as wijk, s.plek, s.aantal, ${keuzeNaamSql('outreach_uitkomst', 's.uitkomst', 's.dag')} as uitkomst,
    s.herkenning_versleuteld as "herkenningVersleuteld", s.notitie_versleuteld as "notitieVersleuteld", s.vervolg_op as "vervolgOp", ${isVervolgd} as "isVervolgd", u.naam as door,
    s.persoon_id as "persoonId", case when p.id is not null then ${persoonNaamSql('p')} end as persoon, s.versie, s.gemeente_code as "gemeenteCode", s.wijk as "wijkCode", s.uitkomst as "uitkomstCode",
    s.vorig_contact_id as "vorigContactId"`
const tables = sql`
  from (select c.*, (c.contact_op at time zone 'Europe/Amsterdam')::date as dag from onderdak.outreachcontact c) s join onderdak.gemeente g on g.code = s.gemeente_code
    left join onderdak.gebruiker u on u.id = s.gebruiker_id left join onderdak.persoon p on p.id = s.persoon_id`

const open = (work: Work, text: string | null) => text && work.cipher.decrypt(text)

function toRij(work: Work, row: Row): contract.ContactRij {
  const {
    id,
    gemeente,
    wijk,
    plek,
    aantal,
    uitkomst,
    vervolgOp,
    isVervolgd: back,
    door,
    persoonId,
    persoon,
  } = row
  return {
    id,
    contactOp: row.contactOp.toISOString(),
    gemeente,
    wijk,
    plek,
    aantal,
    uitkomst,
    herkenning: open(work, row.herkenningVersleuteld),
    vervolgOp,
    isVervolgd: back,
    door,
    persoonId,
    persoon,
  }
}

/** Contacts of the own organisation, and about people in sight. */
export async function listContactRijen(work: Work, query: Query<typeof contract.listContacten>) {
  const filters = [
    sql`s.regio_id = ${work.regioId}`,
    query.stand && sql`s.vervolg_op is not null and not ${isVervolgd}`,
    query.stand === 'te_laat' && sql`s.vervolg_op < ${work.today}::date`,
    query.uitkomst && sql`s.uitkomst = ${query.uitkomst}`,
    query.gemeente && sql`s.gemeente_code = ${query.gemeente}`,
  ].filter((one) => typeof one === 'object')
  const where = sql.join(filters, sql` and `)
  const counted = await sql<{
    count: number
  }>`select count(*)::int as count ${tables} where ${where}`.execute(work.db)
  const { rows } =
    await sql<Row>`${select} ${tables} where ${where} order by ${volgorden[query.sorteer]!}, s.id limit ${query.aantalPerPagina} offset ${(query.pagina - 1) * query.aantalPerPagina}`.execute(
      work.db,
    )
  return { count: counted.rows[0]!.count, results: rows.map((row) => toRij(work, row)) }
}

export async function readContact(work: Work, id: Id): Promise<Detail | Rejection> {
  const { rows } =
    await sql<Row>`${select} ${tables} where s.regio_id = ${work.regioId} and s.id = ${id}`.execute(work.db)
  const row = rows[0]
  if (!row) return notFound('Dit contact')
  return {
    ...toRij(work, row),
    versie: row.versie,
    dag: dutchDateOf(row.contactOp),
    tijd: dutchTimeOf(row.contactOp),
    gemeenteCode: row.gemeenteCode,
    wijkCode: row.wijkCode,
    uitkomstCode: row.uitkomstCode,
    notitie: open(work, row.notitieVersleuteld),
    vorigContactId: row.vorigContactId,
  }
}

const figuren = (work: Work) => sql`
  select s.id, s.soort, s.naam, s.rol, s.organisatie, s.gemeente_code as "gemeenteCode", s.wijk, s.telefoon, s.email, s.bereikbaar, s.akkoord_op as "akkoordOp", s.gestopt_op as "gestoptOp",
    g.naam as gemeente, case when s.wijk is not null then ${keuzeNaamSql('wijk', 's.wijk', 's.akkoord_op')} end as "wijkNaam", s.versie
  from onderdak.sleutelfiguur s left join onderdak.gemeente g on g.code = s.gemeente_code where s.regio_id = ${work.regioId}`

/** Whom to know, region-wide; those who stopped only when asked. */
export async function listFiguurRijen(work: Work, query: Query<typeof contract.listFiguren>) {
  const { rows } = await sql<contract.FiguurRij>`${figuren(work)}
    and (${query.soort ?? null}::text is null or s.soort = ${query.soort ?? null}) and (${query.gemeente ?? null}::text is null or s.gemeente_code = ${query.gemeente ?? null})
    and (${query.gestopt === 'ja'} or s.gestopt_op is null or s.gestopt_op > ${work.today}::date) order by s.naam collate "und-x-icu", s.id`.execute(
    work.db,
  )
  return listPage(rows, query, 'naam')
}

export async function readFiguur(work: Work, id: Id): Promise<contract.FiguurRij | Rejection> {
  const { rows } = await sql<contract.FiguurRij>`${figuren(work)} and s.id = ${id}`.execute(work.db)
  return rows[0] ?? notFound('Deze sleutelfiguur')
}
