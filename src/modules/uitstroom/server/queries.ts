import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { daysBetween, type PlainDate } from '../../../shared/plain-date.ts'
import { addTermijn, type Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import type { listUitstroomdossiers, listWoonvragen, UitstroomRij, WoonvraagRij } from '../domain/api.ts'
import { urgentieToestanden } from '../domain/toestanden.ts'
import { listGemeenten } from './detail-queries.ts'
import { listKeuzes, nabij, namesOf } from './keuzes.ts'
import { zonderWoningvervolg } from './lookup.ts'

type Vraag = z.output<(typeof listUitstroomdossiers)['query']>

/** Files of the person of this row, the merged ones too. */
const dossiersVan = (persoon: RawBuilder<unknown>) =>
  sql`(select b.id from onderdak.persoon b where b.id = ${persoon} or b.samengevoegd_in = ${persoon})`

/**
 * Everybody who is on the way out: who stays somewhere, and whose dossier is open. One row per person. With \`contract\` also who
 * left and whose contract runs: its days come long after the outflow was finished.
 */
const opWeg = (work: Work, contract: boolean): RawBuilder<unknown> => sql`
  select p.id as persoon_id, d.id as dossier_id, coalesce(d.begonnen_op, v.van, h.begonnen_op) as begonnen_op, coalesce(d.gemeente_code, p.herkomst_gemeente) as gemeente_code, d.woningtype,
    case when v.gereed <= ${work.today}::date then v.gereed end as gereed, v.wacht_op
  from onderdak.persoon p
    left join onderdak.uitstroomdossier d on d.persoon_id = p.id and d.afgerond_op is null
    left join lateral (
      select s.begonnen_op as van, s.uitstroomgereed_op as gereed, s.uitstroom_wacht_op as wacht_op from onderdak.verblijf s join onderdak.persoon b on b.id = s.persoon_id
      where s.geeindigd_op is null and (b.id = p.id or b.samengevoegd_in = p.id) and s.soort <> 'time_out' order by s.begonnen_op limit 1
    ) v on true
    left join lateral (select x.begonnen_op from onderdak.huurcontract x where ${contract} and x.status <> 'beeindigd' and x.persoon_id in ${dossiersVan(sql`p.id`)} limit 1) h on true
  where p.regio_id = ${work.regioId}::uuid and p.samengevoegd_in is null and (d.id is not null or v.van is not null or h.begonnen_op is not null)`

const orders: Record<string, RawBuilder<unknown>> = {
  naam: sql`coalesce(p.achternaam, p.roepnaam, '') collate "und-x-icu"`,
  '-naam': sql`coalesce(p.achternaam, p.roepnaam, '') collate "und-x-icu" desc`,
  begonnenOp: sql`w.begonnen_op`,
  '-begonnenOp': sql`w.begonnen_op desc`,
  blokkadeSinds: sql`w.gereed nulls last`,
  '-blokkadeSinds': sql`w.gereed desc nulls last`,
  geldigTot: sql`u.geldig_tot nulls last`,
  '-geldigTot': sql`u.geldig_tot desc nulls last`,
}

interface Found {
  readonly persoon_id: string
  readonly naam: string
  readonly begonnen_op: PlainDate
  readonly gemeente_code: string | null
  readonly woningtype: string | null
  readonly gereed: PlainDate | null
  readonly wacht_op: string | null
  readonly in_orde: number
  readonly status: string | null
  readonly geldig_tot: PlainDate | null
  readonly contract: string | null
}

async function filters(
  work: Work,
  voorwaarden: number,
): Promise<Record<Vraag['stand'], RawBuilder<unknown>>> {
  const voorbereid = (await getTermijn(work, 'uitstroom_voorbereiden')) as Termijn
  const { rows } = await sql<{ dag: PlainDate }>`
    select (${work.today}::date - (${addTermijn(work.today, voorbereid)}::date - ${work.today}::date))::date as dag`.execute(
    work.db,
  )
  return {
    open: sql`true`,
    geblokkeerd: sql`w.gereed is not null`,
    niet_bekeken: sql`k.bekeken = 0 and w.begonnen_op <= ${rows[0]!.dag}::date`,
    onvolledig: sql`k.in_orde < ${voorwaarden}`,
    urgentie_loopt_af: sql`u.status = 'toegekend' and u.geldig_tot > ${work.today}::date and u.geldig_tot <= ${await nabij(work, 'urgentie_waarschuwing')}::date`,
    urgentie_verlopen: sql`u.status = 'toegekend' and u.geldig_tot <= ${work.today}::date`,
    zonder_vervolg: sql`w.dossier_id in (select x.dossier_id from ${zonderWoningvervolg(work)} x)`,
    contract_nabij: sql`c.nabij <= ${await nabij(work, 'omklap_waarschuwing')}::date`,
  }
}

/** The work list, with what keeps a place occupied: what the stay waits for and which conditions are open. */
export async function listUitstroomRijen(
  work: Work,
  vraag: Vraag,
): Promise<{ count: number; results: UitstroomRij[] }> {
  const voorwaarden = await listKeuzes(work, 'uitstroomvoorwaarde')
  const codes = voorwaarden.map((one) => one.code)
  const filter = (await filters(work, codes.length))[vraag.stand]
  const bron = sql`
    from (${opWeg(work, vraag.stand === 'contract_nabij')}) w
      join onderdak.persoon p on p.id = w.persoon_id
      cross join lateral (select (count(*) filter (where x.stand <> 'nee'))::int as in_orde, count(*)::int as bekeken from onderdak.uitstroom_voorwaarde x where x.dossier_id = w.dossier_id and x.code = any (${codes}::text[])) k
      left join lateral (select x.status, x.geldig_tot from onderdak.urgentieaanvraag x where x.dossier_id = w.dossier_id order by x.voorbereid_op desc, x.id desc limit 1) u on true
      left join lateral (select x.soort as contract, case x.status when 'lopend' then least(x.evaluatie_op, x.omklap_op) else x.evaluatie_op end as nabij
        from onderdak.huurcontract x where x.persoon_id in ${dossiersVan(sql`w.persoon_id`)} and x.status <> 'beeindigd' limit 1) c on true
    where ${filter}`
  const telling = await sql<{ n: number }>`select count(*)::int as n ${bron}`.execute(work.db)
  const { rows } = await sql<Found>`
    select w.persoon_id, ${persoonNaamSql('p')} as naam, w.begonnen_op, w.gemeente_code, w.woningtype, w.gereed, w.wacht_op, k.in_orde, u.status, u.geldig_tot, c.contract
    ${bron} order by ${orders[vraag.sorteer]!}, w.persoon_id
    limit ${vraag.aantalPerPagina} offset ${(vraag.pagina - 1) * vraag.aantalPerPagina}`.execute(work.db)
  work.saw(...rows.map((row) => row.persoon_id))
  const namen = {
    gemeente: await listGemeenten(work),
    woning: await namesOf(work, 'woningtype'),
    wacht: await namesOf(work, 'overschrijdingsreden'),
  }
  return {
    count: telling.rows[0]!.n,
    results: rows.map((row) => toRij(work, row, { ...namen, totaal: codes.length })),
  }
}

interface Namen {
  readonly gemeente: ReadonlyMap<string, string>
  readonly woning: ReadonlyMap<string, string>
  readonly wacht: ReadonlyMap<string, string>
  readonly totaal: number
}

function toRij(work: Work, row: Found, namen: Namen): UitstroomRij {
  const verlopen = row.status === 'toegekend' && row.geldig_tot !== null && row.geldig_tot <= work.today
  return {
    persoonId: row.persoon_id,
    naam: row.naam,
    begonnenOp: row.begonnen_op,
    gemeente: namen.gemeente.get(row.gemeente_code ?? '') ?? null,
    woningtype: row.woningtype === null ? null : (namen.woning.get(row.woningtype) ?? row.woningtype),
    inOrde: row.in_orde,
    voorwaarden: namen.totaal,
    blokkadeSinds: row.gereed,
    blokkadeDagen: row.gereed === null ? null : daysBetween(row.gereed, work.today),
    blokkade: row.gereed === null ? null : (namen.wacht.get(row.wacht_op ?? '') ?? 'Niet ingevuld'),
    urgentie:
      row.status === null ? null : urgentieToestanden[verlopen ? 'verlopen' : (row.status as 'toegekend')],
    urgentieVerlopen: verlopen,
    geldigTot: row.status === 'toegekend' ? row.geldig_tot : null,
    contract: row.contract,
  }
}

type Woonvraag = z.output<(typeof listWoonvragen)['query']>

const woonorders: Record<Woonvraag['sorteer'], RawBuilder<unknown>> = {
  gevraagdOp: sql`w.gevraagd_op`,
  '-gevraagdOp': sql`w.gevraagd_op desc`,
  gemeente: sql`g.naam`,
  '-gemeente': sql`g.naam desc`,
  woningtype: sql`w.woningtype`,
  '-woningtype': sql`w.woningtype desc`,
}

/** What a corporatie sees: its own questions, while the sharing lasts. No name, no dossier, no explanation of a refusal. */
export async function listWoonvraagRijen(
  work: Work,
  vraag: Woonvraag,
): Promise<{ count: number; results: WoonvraagRij[] }> {
  const typen = await namesOf(work, 'woningtype')
  const bron = sql`
    from onderdak.woningaanbod w join onderdak.gemeente g on g.code = w.gemeente_code join onderdak.organisatie o on o.id = w.organisatie_id
      left join onderdak.gebruiker u on u.id = w.gevraagd_door
    where w.regio_id = ${work.regioId}::uuid and w.corporatie_id = ${work.vrager.organisatieId}::uuid
      ${vraag.stand === 'open' ? sql`and w.status in ('gevraagd', 'aangeboden')` : sql``}`
  const telling = await sql<{ n: number }>`select count(*)::int as n ${bron}`.execute(work.db)
  const { rows } = await sql<WoonvraagRij & { huur: string | null; persoonId: string }>`
    select w.id, w.persoon_id as "persoonId", w.initialen, w.huishouden_grootte as "huishoudenGrootte", w.woningtype, g.naam as gemeente, w.status as toestand,
      w.gevraagd_op as "gevraagdOp", o.naam as organisatie, u.naam as contact, w.omschrijving, w.huur, w.reageer_voor as "reageerVoor", w.beantwoord_op as "beantwoordOp"
    ${bron} order by ${woonorders[vraag.sorteer]}, w.id
    limit ${vraag.aantalPerPagina} offset ${(vraag.pagina - 1) * vraag.aantalPerPagina}`.execute(work.db)
  work.saw(...rows.map((row) => row.persoonId))
  return {
    count: telling.rows[0]!.n,
    results: rows.map(({ persoonId: _, ...row }) => ({
      ...row,
      woningtype: typen.get(row.woningtype) ?? row.woningtype,
      huur: row.huur === null ? null : Number(row.huur),
    })),
  }
}
