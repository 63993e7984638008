import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { notFound } from '../../../shared/rejection.ts'
import { fold } from '../domain/naam.ts'
import type {
  Bijactiviteit,
  listPartners,
  Partner,
  Partnercontact,
  Partnerrij,
} from '../domain/partner-contract.ts'

type Rij = Omit<Partnerrij, 'totEnMet'> & {
  readonly tot: PlainDate | null
  readonly toelichting: string | null
}

/** A programma names its parties in words; one that nobody tied to a partner is known by any of its names. */
const isVan = sql`a.regio_id = p.regio_id and (a.partner_id = p.id or (a.partner_id is null and partnersleutel(a.naam) in (select partnersleutel(n) from unnest(p.naam || p.andere_namen) n)))`

async function findPartners(work: Work, id: Id | null): Promise<Rij[]> {
  const { rows } = await sql<Rij>`
    select p.id, p.naam, p.andere_namen as "andereNamen", p.soort, p.organisatie_id as "organisatieId", o.naam as organisatie, p.tot, p.toelichting, p.bron, p.versie,
      (select count(distinct a.activiteit_id) from activiteit_partij a where ${isVan} and a.rol = 'kartrekker')::int as trekt,
      (select count(distinct a.activiteit_id) from activiteit_partij a where ${isVan} and a.rol = 'nodig')::int as nodig
    from partner p left join organisatie o on o.id = p.organisatie_id
    where p.regio_id = ${work.regioId} and (${id}::uuid is null or p.id = ${id}::uuid)
    order by p.naam collate "und-x-icu", p.id`.execute(work.db)
  return rows
}

const toRij = ({ tot, toelichting: _, ...rij }: Rij): Partnerrij => ({
  ...rij,
  totEnMet: tot && addDays(tot, -1),
})

export async function listPartnerrijen(work: Work, query: z.output<(typeof listPartners)['query']>) {
  const stand = query.stand ?? 'nu'
  const zoek = fold(query.zoek ?? '')
  const rijen = (await findPartners(work, null)).filter(
    ({ naam, andereNamen, soort, tot }) =>
      (query.soort === undefined || soort === query.soort) &&
      (stand === 'alle' || (stand === 'nu') === (tot === null || tot > work.today)) &&
      [naam, ...andereNamen].some((een) => fold(een).includes(zoek)),
  )
  return listPage(rijen.map(toRij), query, 'naam')
}

async function findActiviteiten(work: Work, partnerId: Id): Promise<Bijactiviteit[]> {
  const { rows } = await sql<Bijactiviteit>`
    select distinct t.id as "activiteitId", g.naam as programma, t.code, t.naam as activiteit, a.rol, a.resultaat_nummer as "resultaatNummer", g.code as volgorde, t.volgorde as plaats
    from partner p join activiteit_partij a on ${isVan} join activiteit t on t.id = a.activiteit_id join programma g on g.id = t.programma_id
    where p.regio_id = ${work.regioId} and p.id = ${partnerId}
    order by g.code, t.volgorde, t.code, a.rol, a.resultaat_nummer nulls first`.execute(work.db)
  return rows.map(({ activiteitId, programma, code, activiteit, rol, resultaatNummer }) => ({
    activiteitId,
    programma,
    code,
    activiteit,
    rol,
    resultaatNummer,
  }))
}

/** The code of an expectation is its kind and a letter; the region keeps the list with dates. */
async function findVerwachtingen(work: Work, soort: string): Promise<Partner['verwachtingen']> {
  const { rows } = await sql<Partner['verwachtingen'][number]>`
    select k.code, k.naam as tekst, k.bron from keuze k
    where k.regio_id = ${work.regioId} and k.lijst = 'partnerrol' and regexp_replace(k.code, '_[a-z0-9]+$', '') = ${soort} and k.van <= ${work.today}::date and (k.tot is null or k.tot > ${work.today}::date)
    order by k.volgorde, k.code`.execute(work.db)
  return rows
}

export async function readPartner(work: Work, id: Id) {
  const [rij] = await findPartners(work, id)
  if (!rij) return notFound('Deze partner')
  const { aantal } = await work.db
    .selectFrom('partnercontact')
    .select((e) => e.fn.countAll<number>().as('aantal'))
    .where('regio_id', '=', work.regioId)
    .where('partner_id', '=', id)
    .where('gewist_op', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    ...toRij(rij),
    toelichting: rij.toelichting,
    activiteiten: await findActiviteiten(work, id),
    verwachtingen: await findVerwachtingen(work, rij.soort),
    contacten: Number(aantal),
  }
}

export async function readPartnerkeuzes(work: Work) {
  const organisaties = await work.db
    .selectFrom('organisatie')
    .select(['id', 'naam'])
    .where('regio_id', '=', work.regioId)
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('naam')
    .orderBy('id')
    .execute()
  return { organisaties }
}

/** Personal data of professionals: the route that asks this writes each look in the audit book. */
export async function readContacten(work: Work, partnerId: Id) {
  const partner = await work.db
    .selectFrom('partner')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', partnerId)
    .executeTakeFirst()
  if (!partner) return notFound('Deze partner')
  const rows = await work.db
    .selectFrom('partnercontact')
    .selectAll()
    .where('regio_id', '=', work.regioId)
    .where('partner_id', '=', partnerId)
    .orderBy((e) => e('gewist_op', 'is not', null))
    .orderBy('functie')
    .orderBy('id')
    .execute()
  const contacten = rows.map((row): Partnercontact => {
    // What is past its last day shows no more, also before the night in which it is wiped.
    const geldt = row.gegevens_versleuteld !== null && row.tot !== null && row.tot > work.today
    const gegevens = geldt ? JSON.parse(work.cipher.decrypt(row.gegevens_versleuteld!)) : {}
    return {
      id: row.id,
      functie: row.functie,
      naam: gegevens.naam ?? null,
      email: gegevens.email ?? null,
      telefoon: gegevens.telefoon ?? null,
      doel: row.doel,
      totEnMet: row.tot && addDays(row.tot, -1),
      gewistOp: row.gewist_op,
      gewistReden: row.gewist_reden as Partnercontact['gewistReden'],
      versie: row.versie,
    }
  })
  return { contacten }
}
