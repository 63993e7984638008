import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import type { listUitstroom, listWaakvlam, UitstroomRij, WaakvlamRij } from '../domain/api.ts'
import { uitkomsten } from '../domain/contract.ts'

// Work lists: only people with whom the own organisation is involved, by row-level security.

type UitstroomVraag = z.output<(typeof listUitstroom)['query']>

const standen: Record<UitstroomVraag['stand'], RawBuilder<unknown>> = {
  zonder: sql`n.id is null and not t.terug`,
  voorgesteld: sql`n.status = 'voorgesteld'`,
  lopend: sql`n.status = 'lopend'`,
  voorbij: sql`n.status in ('afgerond', 'gestopt', 'opgeschaald')`,
  geen: sql`n.status = 'geen'`,
  alle: sql`true`,
}

const naamOrde = sql`coalesce(p.achternaam, p.roepnaam, '') collate "und-x-icu"`

export async function listUitstroomRijen(
  work: Work,
  vraag: UitstroomVraag,
): Promise<{ count: number; results: UitstroomRij[] }> {
  const orde = {
    vertrokkenOp: sql`v.op`,
    '-vertrokkenOp': sql`v.op desc`,
    naam: naamOrde,
    '-naam': sql`${naamOrde} desc`,
  }[vraag.sorteer]
  const bron = sql`
    from onderdak.vertrekken() v join onderdak.persoon p on p.id = v.persoon_id
      join onderdak.product r on r.id = v.product_id
      join onderdak.locatie l on l.id = v.locatie_id join onderdak.voorziening x on x.id = l.voorziening_id
      left join onderdak.organisatie o on o.id = x.organisatie_id
      left join onderdak.keuze k on k.regio_id = v.regio_id and k.lijst = 'bestemming' and k.code = v.bestemming
        and k.van <= ${work.today}::date and (k.tot is null or k.tot > ${work.today}::date)
      left join lateral (select a.id, a.status, a.aanbieder_id, a.aanbieder_naam from onderdak.nazorgafspraak a
        where a.verblijf_id = v.verblijf_id and a.persoon_id = v.persoon_id and a.status not in ('geweigerd', 'ingetrokken') order by a.aangemaakt_op desc, a.id desc limit 1) n on true
      left join onderdak.organisatie z on z.id = n.aanbieder_id
      cross join lateral (select exists (select 1 from onderdak.verblijf_persoon b where b.persoon_id = v.persoon_id and b.soort = 'hoofd' and b.tot is null) as terug) t
    where v.regio_id = ${work.regioId}::uuid and onderdak.is_uitstroom(v.soort, v.eindreden, v.bestemming)
      and ${standen[vraag.stand]}`
  const telling = await sql<{ n: number }>`select count(*)::int as n ${bron}`.execute(work.db)
  const { rows } = await sql<UitstroomRij>`
    select v.verblijf_id as "verblijfId", v.persoon_id as "persoonId", ${persoonNaamSql('p')} as naam, v.op as "vertrokkenOp", v.alleen as "isAlleen",
      coalesce(k.naam, v.bestemming) as bestemming, r.naam as product, o.naam as organisatie, ${work.today}::date - v.op as "dagenGeleden",
      n.status as stand, coalesce(z.naam, n.aanbieder_naam) as aanbieder, t.terug as "isTerug"
    ${bron} order by ${orde}, v.verblijf_id, v.persoon_id
    limit ${vraag.aantalPerPagina} offset ${(vraag.pagina - 1) * vraag.aantalPerPagina}`.execute(work.db)
  work.saw(...rows.map((row) => row.persoonId))
  return { count: telling.rows[0]!.n, results: rows }
}

type WaakvlamVraag = z.output<(typeof listWaakvlam)['query']>

export async function listWaakvlamRijen(
  work: Work,
  vraag: WaakvlamVraag,
): Promise<{ count: number; results: WaakvlamRij[] }> {
  const today = sql`${work.today}::date`
  const stand = {
    alle: sql`true`,
    te_laat: sql`d.op < ${today}`,
    deze_week: sql`d.op <= ${today} + 7`,
  }[vraag.stand]
  const van = {
    allen: sql`true`,
    mij: sql`n.contactpersoon_id = ${work.vrager.gebruikerId}::uuid`,
    organisatie: sql`coalesce(n.aanbieder_id, n.organisatie_id) = ${work.vrager.organisatieId}::uuid`,
  }[vraag.van]
  const orde = {
    contactOp: sql`d.op`,
    '-contactOp': sql`d.op desc`,
    naam: naamOrde,
    '-naam': sql`${naamOrde} desc`,
    tot: sql`n.tot`,
    '-tot': sql`n.tot desc`,
  }[vraag.sorteer]
  const bron = sql`
    from onderdak.nazorgafspraak n join onderdak.persoon p on p.id = n.persoon_id
      cross join lateral (select onderdak.waakvlam_op(n) as op) d
      left join onderdak.organisatie z on z.id = n.aanbieder_id left join onderdak.gebruiker g on g.id = n.contactpersoon_id
      left join lateral (select c.op, c.uitkomst from onderdak.nazorgcontact c where c.nazorgafspraak_id = n.id order by c.op desc, c.vastgelegd_op desc limit 1) c on true
    where n.regio_id = ${work.regioId}::uuid and n.status = 'lopend' and ${stand} and ${van}`
  const telling = await sql<{ n: number }>`select count(*)::int as n ${bron}`.execute(work.db)
  const { rows } = await sql<WaakvlamRij>`
    select n.id, n.persoon_id as "persoonId", ${persoonNaamSql('p')} as naam, coalesce(z.naam, n.aanbieder_naam) as aanbieder, g.naam as contactpersoon,
      onderdak.waakvlam_elke(n) as "elkeWeken", c.op as "laatsteContactOp", c.uitkomst as "laatsteUitkomst", d.op as "contactOp", greatest(${today} - d.op, 0) as "dagenTeLaat", n.tot
    ${bron} order by ${orde}, n.id
    limit ${vraag.aantalPerPagina} offset ${(vraag.pagina - 1) * vraag.aantalPerPagina}`.execute(work.db)
  work.saw(...rows.map((row) => row.persoonId))
  const results = rows.map((row) => ({
    ...row,
    laatsteUitkomst: row.laatsteUitkomst && uitkomsten[row.laatsteUitkomst as keyof typeof uitkomsten],
  }))
  return { count: telling.rows[0]!.n, results }
}
