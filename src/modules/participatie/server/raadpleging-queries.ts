import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound } from '../../../shared/rejection.ts'
import type { listRaadplegingen, Raadplegingpunt, Raadplegingrij } from '../domain/raadpleging-contract.ts'

type Rij = Raadplegingrij & { readonly bron: string }

async function findRaadplegingen(work: Work, id: Id | null): Promise<Rij[]> {
  const { rows } = await sql<Rij>`
    select r.id, r.op, r.gelegenheid, r.wie, r.aanwezig, r.bron, r.versie, n.stellingen, n.wensen, n."zonderReactie"
    from raadpleging r cross join lateral (
      select count(*) filter (where p.soort = 'stelling')::int as stellingen, count(*) filter (where p.soort = 'wens')::int as wensen, count(*) filter (where p.reactie is null)::int as "zonderReactie"
      from raadpleging_punt p where p.raadpleging_id = r.id) n
    where r.regio_id = ${work.regioId} and (${id}::uuid is null or r.id = ${id}::uuid) order by r.op desc, r.id`.execute(
    work.db,
  )
  return rows
}

export async function listRaadplegingrijen(work: Work, query: z.output<(typeof listRaadplegingen)['query']>) {
  const rijen = await findRaadplegingen(work, null)
  return listPage(
    rijen.map(({ bron: _, ...rij }): Raadplegingrij => rij),
    query,
    '-op',
  )
}

export async function readRaadpleging(work: Work, id: Id) {
  const [rij] = await findRaadplegingen(work, id)
  if (!rij) return notFound('Deze raadpleging')
  const { rows: punten } = await sql<Raadplegingpunt>`
    select p.id, p.nummer, p.soort, p.tekst, p.eens, p.oneens, p.toelichting, p.reactie, p.activiteit_id as "activiteitId", g.code || ' ' || a.code || ' ' || a.naam as activiteit, p.versie
    from raadpleging_punt p left join activiteit a on a.id = p.activiteit_id left join programma g on g.id = a.programma_id
    where p.regio_id = ${work.regioId} and p.raadpleging_id = ${id} order by p.nummer`.execute(work.db)
  return { ...rij, punten }
}

/** What an activiteit takes up of what people said. */
export async function findPuntenBij(work: Work, activiteitId: Id) {
  const { rows } = await sql<{ id: Id; raadplegingId: Id; gelegenheid: string; tekst: string }>`
    select p.id, r.id as "raadplegingId", r.gelegenheid, p.tekst from raadpleging_punt p join raadpleging r on r.id = p.raadpleging_id
    where p.regio_id = ${work.regioId} and p.activiteit_id = ${activiteitId} order by r.op desc, p.nummer`.execute(
    work.db,
  )
  return rows
}
