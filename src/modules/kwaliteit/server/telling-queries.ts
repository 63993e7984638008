import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { listNachttellingen, listOrganisatietellingen, listSoorttellingen } from '../domain/contract.ts'
import { bevindingen } from './bevindingen.ts'

// What was counted at night. It counts records and no people, so nothing is hidden for being small.

async function findDag(work: Work): Promise<PlainDate | null> {
  const { rows } = await sql<{ dag: PlainDate | null }>`
    select max(dag) as dag from feit_bevinding where regio_id = ${work.regioId} and dag <= ${work.today}::date`.execute(
    work.db,
  )
  return rows[0]?.dag ?? null
}

const binnen = (organisatieId: Id | undefined): RawBuilder<unknown> =>
  organisatieId === undefined ? sql`f.organisatie_id is null` : sql`f.organisatie_id = ${organisatieId}::uuid`
const soort = (bevinding: string | undefined): RawBuilder<unknown> =>
  bevinding === undefined ? sql`true` : sql`f.bevinding = ${bevinding}`

/** Per organisation, also those that have none now but had one in the last four weeks. */
export async function readOrganisatietellingen(
  work: Work,
  query: z.output<(typeof listOrganisatietellingen)['query']>,
) {
  const dag = await findDag(work)
  if (dag === null) return { dag, count: 0, results: [] }
  const op = (days: number) => sql`f.dag = ${dag}::date - ${days}::int`
  const geteld = (days: number) =>
    sql`case when exists (select 1 from feit_bevinding n where n.regio_id = ${work.regioId} and n.dag = ${dag}::date - ${days}::int) then coalesce(sum(f.aantal) filter (where ${op(days)}), 0)::int end`
  const { rows } = await sql<{
    organisatieId: Id
    naam: string
    aantal: number
    lang: number
    akkoord: number
    oudsteOp: PlainDate | null
    weekEerder: number | null
    maandEerder: number | null
  }>`
    select o.id as "organisatieId", o.naam, coalesce(sum(f.aantal) filter (where ${op(0)}), 0)::int as aantal, coalesce(sum(f.lang) filter (where ${op(0)}), 0)::int as lang,
      coalesce(sum(f.akkoord) filter (where ${op(0)}), 0)::int as akkoord, min(f.oudste_op) filter (where ${op(0)}) as "oudsteOp",
      ${geteld(7)} as "weekEerder", ${geteld(28)} as "maandEerder"
    from feit_bevinding f join organisatie o on o.id = f.organisatie_id
    where f.regio_id = ${work.regioId} and f.dag in (${dag}::date, ${dag}::date - 7, ${dag}::date - 28) and ${soort(query.bevinding)}
    group by o.id, o.naam order by aantal desc, o.naam collate "und-x-icu"`.execute(work.db)
  return { dag, ...listPage(rows, query, '-aantal') }
}

/** Per kind, of the whole region or of one organisation; also the kinds of which there are none. */
export async function readSoorttellingen(work: Work, query: z.output<(typeof listSoorttellingen)['query']>) {
  const dag = await findDag(work)
  if (dag === null) return { dag, count: 0, results: [] }
  const { rows } = await sql<{
    bevinding: string
    aantal: number
    lang: number
    akkoord: number
    oudsteOp: PlainDate | null
  }>`
    select f.bevinding, f.aantal, f.lang, f.akkoord, f.oudste_op as "oudsteOp" from feit_bevinding f
    where f.regio_id = ${work.regioId} and f.dag = ${dag}::date and ${binnen(query.organisatieId)}`.execute(
    work.db,
  )
  const results = bevindingen.map(({ id, naam, uitleg, ernst }) => ({
    naam,
    uitleg,
    ernst,
    ...(rows.find((row) => row.bevinding === id) ?? {
      bevinding: id,
      aantal: 0,
      lang: 0,
      akkoord: 0,
      oudsteOp: null,
    }),
  }))
  return { dag, ...listPage(results, query, '-aantal') }
}

/** One night of each of the last 26 weeks: the same weekday as the last count. */
export async function readNachttellingen(work: Work, query: z.output<(typeof listNachttellingen)['query']>) {
  const dag = await findDag(work)
  if (dag === null) return { dag, count: 0, results: [] }
  const { rows } = await sql<{ dag: PlainDate; aantal: number; lang: number }>`
    select d.dag::date as dag, coalesce(sum(f.aantal), 0)::int as aantal, coalesce(sum(f.lang), 0)::int as lang
    from generate_series(${dag}::date - 182, ${dag}::date, interval '7 days') d(dag)
      left join feit_bevinding f on f.regio_id = ${work.regioId} and f.dag = d.dag::date and ${binnen(query.organisatieId)} and ${soort(query.bevinding)}
    where exists (select 1 from feit_bevinding n where n.regio_id = ${work.regioId} and n.dag = d.dag::date)
    group by d.dag order by d.dag`.execute(work.db)
  return { dag, ...listPage(rows, query, 'dag') }
}
