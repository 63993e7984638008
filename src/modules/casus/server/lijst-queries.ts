import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { getPersoonKern, listDossierIds } from '../../persoon/server/lookup.ts'
import { listMedewerkers } from '../../traject/server/lookup.ts'
import type { CasusRij, getPersoonCasussen, listCasussen } from '../domain/contract.ts'
import { casusTeLaatSql } from './lookup.ts'

const naam = persoonNaamSql('p')

const volgorden: Readonly<Record<string, RawBuilder<unknown>>> = {
  uiterlijkOp: sql`n.uiterlijk_op`,
  '-uiterlijkOp': sql`n.uiterlijk_op desc`,
  naam: sql`${naam} collate "und-x-icu"`,
  '-naam': sql`${naam} collate "und-x-icu" desc`,
  geopendOp: sql`c.geopend_op`,
  '-geopendOp': sql`c.geopend_op desc`,
  niveau: sql`n.nummer`,
  '-niveau': sql`n.nummer desc`,
}

/** The level and the regievoerder that run, or the last ones of a casus that is closed. */
export const casusTables = sql`from onderdak.casus c join onderdak.persoon p on p.id = c.persoon_id
  join lateral (select x.* from onderdak.casus_niveau x where x.casus_id = c.id order by x.van desc, x.vastgelegd_op desc, x.id desc limit 1) n on true
  join lateral (select x.* from onderdak.casus_regievoerder x where x.casus_id = c.id order by x.van desc, x.vastgelegd_op desc, x.id desc limit 1) r on true
  join onderdak.gebruiker u on u.id = r.gebruiker_id join onderdak.organisatie ro on ro.id = r.organisatie_id`

/** The name that a level had when the casus came to it; a level that the region dropped keeps its number. */
export const niveauNaamSql = (
  rij: string,
) => sql<string>`coalesce((select e.naam from onderdak.escalatieniveau e
  where e.regio_id = ${sql.ref(`${rij}.regio_id`)} and e.nummer = ${sql.ref(`${rij}.nummer`)} and e.van <= ${sql.ref(`${rij}.van`)} and (e.tot is null or e.tot > ${sql.ref(`${rij}.van`)})), 'Niveau ' || ${sql.ref(`${rij}.nummer`)})`

export const casusColumns = (work: Work) => sql`
  c.id, c.persoon_id as "persoonId", ${naam} as naam, c.reden, c.status, n.nummer as niveau, ${niveauNaamSql('n')} as "niveauNaam",
  c.geopend_op as "geopendOp", coalesce(c.gesloten_op, ${work.today}::date) - c.geopend_op as "dagenOpen", n.uiterlijk_op as "uiterlijkOp", c.status = 'open' and ${casusTeLaatSql(work.today)} as "isTeLaat",
  u.naam as regievoerder, ro.naam as "regieOrganisatie",
  (select min(o.begin_op) from onderdak.casus_overleg o where o.casus_id = c.id and o.status = 'gepland' and o.eind_op > ${work.now}::timestamptz) as "volgendOverleg",
  (select count(*)::int from onderdak.casus_actie a where a.casus_id = c.id and a.status = 'open') as "openActies",
  (select count(*)::int from onderdak.casus_actie a where a.casus_id = c.id and a.status = 'open' and a.uiterlijk_op < ${work.today}::date) as "teLateActies",
  c.gesloten_op as "geslotenOp", c.uitkomst`

export type CasusDbRij = Omit<CasusRij, 'volgendOverleg'> & { readonly volgendOverleg: Date | null }

export const toCasusRij = <T extends CasusDbRij>(row: T) => ({
  ...row,
  volgendOverleg: row.volgendOverleg?.toISOString() ?? null,
})

/** Casussen of people in sight of the asker; what is late comes first by its day. */
export async function listCasusRijen(work: Work, query: z.output<(typeof listCasussen)['query']>) {
  const filters = [
    sql`c.regio_id = ${work.regioId}`,
    query.stand === 'gesloten' ? sql`c.status = 'gesloten'` : sql`c.status = 'open'`,
    query.stand === 'te_laat' && casusTeLaatSql(work.today),
    query.reden && sql`c.reden = ${query.reden}`,
    query.niveau && sql`n.nummer = ${query.niveau}`,
  ].filter((one) => typeof one === 'object')
  const where = sql.join(filters, sql` and `)
  const counted = await sql<{
    count: number
  }>`select count(*)::int as count ${casusTables} where ${where}`.execute(work.db)
  const { rows } = await sql<CasusDbRij>`select ${casusColumns(work)} ${casusTables} where ${where}
    order by ${volgorden[query.sorteer]!}, c.id limit ${query.aantalPerPagina} offset ${(query.pagina - 1) * query.aantalPerPagina}`.execute(
    work.db,
  )
  return { count: counted.rows[0]!.count, results: rows.map(toCasusRij) }
}

/** Casussen of one person, over the files that were merged, and who can lead a new one. */
export async function readPersoonCasussen(
  work: Work,
  persoonId: Id,
): Promise<z.output<(typeof getPersoonCasussen)['response']> | Rejection> {
  const persoon = await getPersoonKern(work, persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const dossiers = await listDossierIds(work, persoon.id)
  const { rows } = await sql<CasusDbRij>`select ${casusColumns(work)} ${casusTables}
    where c.persoon_id = any(${dossiers}::uuid[]) order by c.status = 'gesloten', c.geopend_op desc, c.id`.execute(
    work.db,
  )
  const medewerkers = work.vrager.permissies.has('casus.wijzigen')
    ? await listMedewerkers(work, persoon.id)
    : []
  const ik = medewerkers.find((one) => one.id === work.vrager.gebruikerId)
  return {
    casussen: rows.map(toCasusRij),
    medewerkers: medewerkers.map(({ soort: _, ...one }) => one),
    ikId: ik?.id ?? null,
  }
}
