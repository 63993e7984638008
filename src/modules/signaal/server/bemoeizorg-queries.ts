import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import type { Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import { getPersoonKern, listDossierIds } from '../../persoon/server/lookup.ts'
import type * as contract from '../domain/bemoeizorg-contract.ts'
import { latestHeroverweging } from '../domain/rules.ts'
import { isAanbieder } from './bemoeizorg-commands.ts'
import { keuzeNaamSql } from './keuzes.ts'

type Query = z.output<(typeof contract.listBemoeizorg)['query']>
type PersoonSignalen = z.output<(typeof contract.getPersoonSignalen)['response']>

const volgorden: Readonly<Record<string, RawBuilder<unknown>>> = {
  heroverwegenVoor: sql`w.heroverwegen_voor`,
  '-heroverwegenVoor': sql`w.heroverwegen_voor desc`,
  naam: sql`${persoonNaamSql('p')} collate "und-x-icu"`,
  '-naam': sql`${persoonNaamSql('p')} collate "und-x-icu" desc`,
  begonnenOp: sql`b.begonnen_op`,
  '-begonnenOp': sql`b.begonnen_op desc`,
}

const columns = (work: Work) => sql`
  b.id, b.persoon_id as "persoonId", ${persoonNaamSql('p')} as naam, o.naam as organisatie, t.naam as trekker, b.begonnen_op as "begonnenOp", w.heroverwegen_voor as "heroverwegenVoor",
  w.artikel, b.geeindigd_op is null and w.heroverwegen_voor < ${work.today}::date as "isTeLaat", b.geeindigd_op as "geeindigdOp"`
const tables = sql`from onderdak.bemoeizorg b join onderdak.bemoeizorg_weging w on w.id = b.weging_id join onderdak.persoon p on p.id = b.persoon_id
  join onderdak.organisatie o on o.id = b.organisatie_id join onderdak.gebruiker t on t.id = b.trekker_id`

/** Zorgwekkende zorgmijders whom the asker is involved with, the weighing that must come first on top (OUT-02). */
export async function listBemoeizorgRijen(work: Work, query: Query) {
  const where = sql`b.regio_id = ${work.regioId} and ${
    query.stand === 'gestopt'
      ? sql`b.geeindigd_op is not null`
      : query.stand === 'te_laat'
        ? sql`b.geeindigd_op is null and w.heroverwegen_voor < ${work.today}::date`
        : sql`b.geeindigd_op is null`
  }`
  const counted = await sql<{
    count: number
  }>`select count(*)::int as count ${tables} where ${where}`.execute(work.db)
  const { rows } = await sql<contract.BemoeizorgRij>`select ${columns(work)} ${tables} where ${where}
    order by ${volgorden[query.sorteer]!}, b.id limit ${query.aantalPerPagina} offset ${(query.pagina - 1) * query.aantalPerPagina}`.execute(
    work.db,
  )
  return { count: counted.rows[0]!.count, results: rows }
}

/** Signals, contacts and bemoeizorg of one person, over the files that were merged. */
export async function readPersoonSignalen(work: Work, persoonId: Id): Promise<PersoonSignalen | Rejection> {
  const persoon = await getPersoonKern(work, persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const dossiers = await listDossierIds(work, persoon.id)
  const may = (recht: 'signaal.lezen' | 'outreach.vastleggen' | 'bemoeizorg.lezen') =>
    work.vrager.permissies.has(recht)
  const termijn = (await getTermijn(work, 'bemoeizorg_heroverwegen')) as Termijn
  return {
    signalen: may('signaal.lezen') ? await listSignalenVan(work, dossiers) : [],
    contacten: may('outreach.vastleggen') ? await listContactenVan(work, dossiers) : [],
    bemoeizorg: await listBemoeizorgVan(work, dossiers),
    termijn: {
      gewoon: latestHeroverweging(work.today, 'WETTELIJKE_TAAK_COLLEGE', termijn),
      vitaal: latestHeroverweging(work.today, 'VITAAL_BELANG', termijn),
    },
    isAanbieder: await isAanbieder(work),
  }
}

async function listSignalenVan(work: Work, dossiers: readonly Id[]) {
  const { rows } = await sql<PersoonSignalen['signalen'][number]>`
    select s.id, s.kenmerk, ${keuzeNaamSql('signaal_categorie', 's.categorie', 's.gemeld_op')} as categorie, s.gemeld_op as "gemeldOp", s.status
    from onderdak.signaal s where s.persoon_id = any(${dossiers}::uuid[]) order by s.gemeld_op desc, s.id`.execute(
    work.db,
  )
  return rows
}

async function listContactenVan(work: Work, dossiers: readonly Id[]) {
  const { rows } = await sql<{ id: Id; contactOp: Date; plek: string; uitkomst: string }>`
    select s.id, s.contact_op as "contactOp", s.plek, ${keuzeNaamSql('outreach_uitkomst', 's.uitkomst', 's.dag')} as uitkomst
    from (select c.*, (c.contact_op at time zone 'Europe/Amsterdam')::date as dag from onderdak.outreachcontact c) s
    where s.persoon_id = any(${dossiers}::uuid[]) order by s.contact_op desc, s.id limit 20`.execute(work.db)
  return rows.map((row) => ({ ...row, contactOp: row.contactOp.toISOString() }))
}

async function listBemoeizorgVan(work: Work, dossiers: readonly Id[]): Promise<contract.Bemoeizorg[]> {
  type Row = Omit<contract.Bemoeizorg, 'wegingen' | 'kan'> & { organisatieId: Id }
  const { rows } = await sql<Row>`
    select ${columns(work)}, b.versie, b.zorgen, b.plan, b.eindreden, b.eind_toelichting as "eindToelichting", b.organisatie_id as "organisatieId"
    ${tables} where b.persoon_id = any(${dossiers}::uuid[]) order by b.geeindigd_op is not null, b.begonnen_op desc, b.id`.execute(
    work.db,
  )
  const wegingen = await listWegingen(
    work,
    rows.map((row) => row.id),
  )
  return rows.map(({ organisatieId, ...row }) => ({
    ...row,
    kan:
      row.geeindigdOp === null &&
      organisatieId === work.vrager.organisatieId &&
      work.vrager.permissies.has('bemoeizorg.wijzigen'),
    wegingen: wegingen.filter((one) => one.bemoeizorgId === row.id).map(({ bemoeizorgId: _, ...one }) => one),
  }))
}

async function listWegingen(work: Work, ids: readonly Id[]) {
  const { rows } = await sql<contract.Bemoeizorg['wegingen'][number] & { bemoeizorgId: Id }>`
    select w.id, w.bemoeizorg_id as "bemoeizorgId", w.gewogen_op as "gewogenOp", w.grond, w.artikel, w.noodzaak, w.niet_met_minder as "nietMetMinder", w.informeren,
      w.heroverwegen_voor as "heroverwegenVoor", u.naam as door
    from onderdak.bemoeizorg_weging w left join onderdak.gebruiker u on u.id = w.gewogen_door
    where w.bemoeizorg_id = any(${ids}::uuid[]) order by w.vastgelegd_op desc, w.id desc`.execute(work.db)
  return rows
}
