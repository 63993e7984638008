import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { indicatornamen } from '../domain/indicatornamen.ts'
import type { listOnderhoud, Onderhoudrij } from '../domain/onderhoud-contract.ts'

type Gevonden = Pick<
  Onderhoudrij,
  | 'indicator'
  | 'functie'
  | 'eigenaar'
  | 'eigenaarSinds'
  | 'uitkomst'
  | 'notitie'
  | 'beslistOp'
  | 'beslistDoor'
  | 'vorigJaar'
>

/** Every indicator with its owner of today and what the round of a year decided last. */
export async function listOnderhoudRijen(work: Work, query: z.output<(typeof listOnderhoud)['query']>) {
  const jaar = query.jaar ?? Number(work.today.slice(0, 4))
  const ronde = (
    van: number,
  ) => sql`left join lateral (select o.uitkomst, o.notitie, o.beslist_op, g.naam as door from onderdak.indicator_onderhoud o join onderdak.gebruiker g on g.id = o.beslist_door
      where o.regio_id = ${work.regioId} and o.indicator = i.indicator and o.jaar = ${van}::int order by o.vastgelegd_op desc, o.id desc limit 1)`
  const { rows } = await sql<Gevonden>`
    select i.indicator, e.functie, g.naam as eigenaar, e.van as "eigenaarSinds", n.uitkomst, n.notitie, n.beslist_op as "beslistOp", n.door as "beslistDoor", v.uitkomst as "vorigJaar"
    from unnest(${Object.keys(indicatornamen)}::text[]) i (indicator)
      left join onderdak.indicator_eigenaar e on e.regio_id = ${work.regioId} and e.indicator = i.indicator and e.van <= ${work.today}::date and (e.tot is null or e.tot > ${work.today}::date)
      left join onderdak.gebruiker g on g.id = e.gebruiker_id
      ${ronde(jaar)} n on true ${ronde(jaar - 1)} v on true`.execute(work.db)
  const gevonden = new Map(rows.map((row) => [row.indicator, row]))
  const rijen = Object.entries(indicatornamen).map(
    ([indicator, naam], volgorde): Onderhoudrij => ({ ...gevonden.get(indicator)!, naam, volgorde }),
  )
  const besloten = rijen.filter(({ uitkomst }) => uitkomst !== null)
  const gevraagd = query.stand
    ? rijen.filter(({ uitkomst }) => (uitkomst === null) === (query.stand === 'open'))
    : rijen
  return { ...listPage(gevraagd, query, 'volgorde'), jaar, besloten: besloten.length, totaal: rijen.length }
}

export async function readGeschiedenis(work: Work, indicator: string) {
  const eigenaren = await sql<{
    functie: string
    naam: string | null
    van: PlainDate
    tot: PlainDate | null
  }>`
    select e.functie, g.naam, e.van, e.tot from onderdak.indicator_eigenaar e left join onderdak.gebruiker g on g.id = e.gebruiker_id
    where e.regio_id = ${work.regioId} and e.indicator = ${indicator} order by e.van desc`.execute(work.db)
  const beslissingen = await sql<{
    jaar: number
    uitkomst: 'bevestigd' | 'gewijzigd' | 'beeindigd'
    notitie: string | null
    op: PlainDate
    door: string
  }>`
    select o.jaar, o.uitkomst, o.notitie, o.beslist_op as op, g.naam as door from onderdak.indicator_onderhoud o join onderdak.gebruiker g on g.id = o.beslist_door
    where o.regio_id = ${work.regioId} and o.indicator = ${indicator} order by o.jaar desc, o.vastgelegd_op desc, o.id desc`.execute(
    work.db,
  )
  return { eigenaren: eigenaren.rows, beslissingen: beslissingen.rows }
}

/** Who works with figures in this region. */
export async function readOnderhoudkeuzes(work: Work) {
  const { rows } = await sql<{ id: Id; naam: string }>`
    select distinct g.id, g.naam from onderdak.gebruiker g join onderdak.gebruiker_rol r on r.gebruiker_id = g.id
      join onderdak.rol_permissie p on p.regio_id = g.regio_id and p.rol_code = r.rol_code and p.permissie = 'cijfers.lezen' and p.van <= ${work.today}::date and (p.tot is null or p.tot > ${work.today}::date)
    where g.regio_id = ${work.regioId} order by g.naam`.execute(work.db)
  return { gebruikers: rows }
}
