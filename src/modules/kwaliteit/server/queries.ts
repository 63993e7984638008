import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import { padVan } from '../domain/bevinding.ts'
import type { listBevindingen } from '../domain/contract.ts'
import type { Bevinding, Vraag } from './bevinding.ts'
import { bevindingen } from './bevindingen.ts'
import { readVraag } from './vraag.ts'

interface Gevonden {
  readonly bevinding: string
  readonly sleutel: Id
  readonly persoon_id: Id | null
  readonly over: string
  readonly detail: string | null
  readonly sinds: PlainDate
  readonly wie: string | null
  readonly organisatie: string | null
  readonly van_mij: boolean
  readonly akkoord: {
    id: Id
    reden: string
    door: string
    organisatie: string
    van: PlainDate
    tot: PlainDate
  } | null
}

/** Every finding of these kinds in one question, each with the akkoord that holds for it on `today`. */
export function vindSql(kinds: readonly Bevinding[], vraag: Vraag): RawBuilder<unknown> {
  const delen = kinds.map(
    (one) =>
      sql`(select ${one.id}::text as bevinding, ${one.ernst === 'hoog' ? 0 : 1}::int as rang, x.sleutel, x.persoon_id, x.organisatie_id, x.gebruiker_id, x.over, x.detail, x.sinds
        from (${one.vind(vraag)}) x)`,
  )
  return sql`select f.*, k.id as akkoord_id from (${sql.join(delen, sql` union all `)}) f
    left join bevinding_akkoord k on k.regio_id = ${vraag.regioId} and k.bevinding = f.bevinding and k.sleutel = f.sleutel and k.ingetrokken_op is null
      and k.van <= ${vraag.today}::date and k.tot > ${vraag.today}::date`
}

/** What the asker can put right: other findings are the task of somebody else. */
export const voorVrager = (work: Work): readonly Bevinding[] =>
  bevindingen.filter((one) => work.vrager.permissies.has(one.recht))

const volgorden: Readonly<Record<string, RawBuilder<unknown>>> = {
  sinds: sql`f.sinds`,
  '-sinds': sql`f.sinds desc`,
  naam: sql`f.bevinding`,
  '-naam': sql`f.bevinding desc`,
  over: sql`f.over collate "und-x-icu"`,
  '-over': sql`f.over collate "und-x-icu" desc`,
  ernst: sql`f.rang`,
  '-ernst': sql`f.rang desc`,
}

/** Findings under row-level security. Somebody who left the organisation is nobody: then it is for all of it. */
export async function listGevonden(work: Work, query: z.output<(typeof listBevindingen)['query']>) {
  const kinds = voorVrager(work).filter(
    (one) =>
      (query.bevinding === undefined || one.id === query.bevinding) &&
      (query.ernst === undefined || one.ernst === query.ernst),
  )
  if (kinds.length === 0) return { count: 0, results: [] }
  const eigen = sql`f.organisatie_id = ${work.vrager.organisatieId}::uuid`
  const vanMij = sql`(g.id = ${work.vrager.gebruikerId}::uuid or (g.id is null and ${eigen}))`
  const van = { mij: sql` and ${vanMij}`, organisatie: sql` and ${eigen}`, zicht: sql`` }[query.van]
  const bron = sql`from (${vindSql(kinds, await readVraag(work))}) f
    left join gebruiker g on g.id = f.gebruiker_id and (g.tot is null or g.tot > ${work.today}::date)
    left join organisatie o on o.id = f.organisatie_id
    left join bevinding_akkoord k on k.id = f.akkoord_id
    left join gebruiker kg on kg.id = k.gegeven_door left join organisatie ko on ko.id = k.organisatie_id
    where k.id is ${query.akkoord ? sql`not null` : sql`null`}${van}`
  // Left to itself PostgreSQL plans these blocks anew at each look, which takes longer than running them.
  await sql`set local plan_cache_mode = force_generic_plan`.execute(work.db)
  const { rows } = await sql<Gevonden & { aantal: number }>`
    select (count(*) over ())::int as aantal, f.bevinding, f.sleutel, f.persoon_id, f.over, f.detail, f.sinds, g.naam as wie, o.naam as organisatie, ${vanMij} is true as van_mij,
      case when k.id is not null then jsonb_build_object('id', k.id, 'reden', k.reden, 'door', kg.naam, 'organisatie', ko.naam, 'van', k.van, 'tot', k.tot) end as akkoord
    ${bron} order by ${volgorden[query.sorteer]!}, f.sinds, f.bevinding, f.sleutel
    limit ${query.aantalPerPagina} offset ${(query.pagina - 1) * query.aantalPerPagina}`.execute(work.db)
  const count = rows[0]?.aantal ?? (query.pagina === 1 ? 0 : await countGevonden(work, bron))
  return { count, results: rows.map((row) => toRij(work, row)) }
}

async function countGevonden(work: Work, bron: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${bron}`.execute(work.db)
  return rows[0]!.n
}

function toRij(work: Work, row: Gevonden) {
  const kaart = bevindingen.find((one) => one.id === row.bevinding)!
  return {
    bevinding: kaart.id,
    sleutel: row.sleutel,
    naam: kaart.naam,
    uitleg: kaart.uitleg,
    ernst: kaart.ernst,
    doen: kaart.doen,
    pad: padVan(kaart, row.sleutel, row.persoon_id),
    over: row.over,
    persoonId: row.persoon_id,
    detail: row.detail,
    sinds: row.sinds,
    dagen: daysBetween(row.sinds, work.today),
    wie: row.wie,
    organisatie: row.organisatie,
    vanMij: row.van_mij,
    akkoord: row.akkoord,
  }
}

export const listSoorten = (work: Work) =>
  voorVrager(work).map(({ id, naam, uitleg, ernst }) => ({ bevinding: id, naam, uitleg, ernst }))
