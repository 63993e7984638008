import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { notFound } from '../../../shared/rejection.ts'
import type {
  Bijeenkomst,
  Groepdetail,
  Groeprij,
  Groepslid,
  Inzet,
  listParticipatiegroepen,
} from '../domain/groep-contract.ts'

type Meer = Pick<Groepdetail, 'viaPartnerId' | 'viaTekst' | 'gemeenteCode' | 'bron' | 'leden'>
type Rij = Omit<Groeprij, 'totEnMet'> & { readonly tot: PlainDate | null } & Meer

const laatste = (tot: PlainDate | null) => (tot === null ? null : addDays(tot, -1))

async function findGroepen(work: Work, id: Id | null): Promise<Rij[]> {
  const { rows } = await sql<Rij>`
    select g.id, g.naam, g.soort, g.aantal, g.ervaring, coalesce(p.naam, g.via) as via, coalesce(m.naam, 'Hele regio') as gebied, g.van, g.tot, g.versie,
      g.via_partner_id as "viaPartnerId", g.via as "viaTekst", g.gemeente_code as "gemeenteCode", g.bron,
      (select count(*) from groepsbijeenkomst b where b.groep_id = g.id and extract(year from b.op) = extract(year from ${work.today}::date))::int as "bijeenkomstenDitJaar",
      (select count(distinct i.activiteit_id) from groepsinzet i where i.groep_id = g.id)::int as activiteiten,
      (select count(*) from groepslid l where l.groep_id = g.id and l.gewist_op is null and l.toestemming_tot > ${work.today}::date)::int as leden
    from participatiegroep g left join partner p on p.id = g.via_partner_id left join gemeente m on m.code = g.gemeente_code
    where g.regio_id = ${work.regioId} and (${id}::uuid is null or g.id = ${id}::uuid)
    order by g.naam collate "und-x-icu", g.id`.execute(work.db)
  return rows
}

const toRij = (rij: Rij): Groeprij => {
  const { tot, viaPartnerId: _, viaTekst: __, gemeenteCode: ___, bron: ____, leden: _____, ...open } = rij
  return { ...open, totEnMet: laatste(tot) }
}

export async function listGroeprijen(work: Work, query: z.output<(typeof listParticipatiegroepen)['query']>) {
  const stand = query.stand ?? 'nu'
  const rijen = (await findGroepen(work, null)).filter(
    ({ soort, tot }) =>
      (query.soort === undefined || soort === query.soort) &&
      (stand === 'alle' || (stand === 'nu') === (tot === null || tot > work.today)),
  )
  return listPage(rijen.map(toRij), query, 'naam')
}

/** What groups do, of one group or at one activiteit. */
export async function findInzet(
  work: Work,
  van: { readonly groepId?: Id; readonly activiteitId?: Id },
): Promise<Inzet[]> {
  const { rows } = await sql<Omit<Inzet, 'totEnMet'> & { tot: PlainDate | null }>`
    select i.id, i.groep_id as "groepId", g.naam as groep, i.activiteit_id as "activiteitId", p.code || ' ' || a.code || ' ' || a.naam as activiteit, i.rol, i.van, i.tot, i.opbrengst, i.versie
    from groepsinzet i join participatiegroep g on g.id = i.groep_id join activiteit a on a.id = i.activiteit_id join programma p on p.id = a.programma_id
    where i.regio_id = ${work.regioId} and (${van.groepId ?? null}::uuid is null or i.groep_id = ${van.groepId ?? null}::uuid) and (${van.activiteitId ?? null}::uuid is null or i.activiteit_id = ${van.activiteitId ?? null}::uuid)
    order by i.van desc, i.id`.execute(work.db)
  return rows.map(({ tot, ...rij }) => ({ ...rij, totEnMet: laatste(tot) }))
}

export async function readGroep(work: Work, id: Id) {
  const [rij] = await findGroepen(work, id)
  if (!rij) return notFound('Deze groep')
  const { rows: bijeenkomsten } = await sql<Bijeenkomst>`
    select id, op, onderwerp, aanwezig, opbrengst, versie from groepsbijeenkomst where regio_id = ${work.regioId} and groep_id = ${id} order by op desc, id`.execute(
    work.db,
  )
  const jaren = [...new Set(bijeenkomsten.map(({ op }) => Number(op.slice(0, 4))))]
  const { viaPartnerId, viaTekst, gemeenteCode, bron, leden } = rij
  return {
    ...toRij(rij),
    viaPartnerId,
    viaTekst,
    gemeenteCode,
    bron,
    leden,
    bijeenkomsten,
    perJaar: jaren.map((jaar) => ({
      jaar,
      aantal: bijeenkomsten.filter(({ op }) => Number(op.slice(0, 4)) === jaar).length,
    })),
    inzet: await findInzet(work, { groepId: id }),
  }
}

/** Names of people: the route that asks this writes each look in the audit book. */
export async function readLeden(work: Work, groepId: Id) {
  const [groep] = await findGroepen(work, groepId)
  if (!groep) return notFound('Deze groep')
  const rows = await work.db
    .selectFrom('groepslid')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('groep_id', '=', groepId)
    .orderBy((e) => e('gewist_op', 'is not', null))
    .orderBy('toestemming_op', 'desc')
    .orderBy('id')
    .execute()
  const leden = rows.map(
    (row): Groepslid => ({
      id: row.id,
      // Past its consent it shows no more, also before the night in which it is wiped.
      naam:
        row.naam_versleuteld !== null && row.toestemming_tot > work.today
          ? work.cipher.decrypt(row.naam_versleuteld)
          : null,
      toestemmingOp: row.toestemming_op,
      toestemmingTotEnMet: addDays(row.toestemming_tot, -1),
      toestemmingWaar: row.toestemming_waar,
      gewistOp: row.gewist_op,
      gewistReden: row.gewist_reden as Groepslid['gewistReden'],
      versie: row.versie,
    }),
  )
  return { leden }
}
