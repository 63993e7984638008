import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import type {
  GebruikerDetail,
  listAuditregels,
  listEigenSessies,
  listGebruikers,
} from '../domain/gebruiker-contract.ts'
import { zinOf } from '../domain/logboek.ts'
import { escapeLike } from './queries.ts'

type Out<E extends { response: z.ZodType }> = z.output<E['response']>

function gebruikers(work: Work) {
  return work.db
    .selectFrom('gebruiker as g')
    .innerJoin('organisatie as o', 'o.id', 'g.organisatie_id')
    .where('g.regio_id', '=', work.regioId)
}

function gebruikerColumns(query: ReturnType<typeof gebruikers>, work: Work) {
  return query.select([
    'g.id',
    'g.gebruikersnaam',
    'g.naam',
    'g.email',
    'g.organisatie_id as organisatieId',
    'o.naam as organisatie',
    'g.van',
    'g.tot',
    'g.geblokkeerd_tot',
    'g.versie',
    sql<boolean>`g.wachtwoord_hash is not null`.as('lokaal'),
    sql<string>`coalesce((select string_agg(r.naam, ', ' order by r.volgorde) from gebruiker_rol gr join rol r on r.code = gr.rol_code
      where gr.gebruiker_id = g.id and daterange(gr.van, gr.tot) @> ${work.today}::date), '')`.as('rollen'),
  ])
}

const orders: Readonly<Record<string, ReturnType<typeof sql>>> = {
  naam: sql`g.naam collate "und-x-icu"`,
  organisatie: sql`o.naam collate "und-x-icu", g.naam collate "und-x-icu"`,
  gebruikersnaam: sql`g.gebruikersnaam`,
}

export async function findGebruikers(
  work: Work,
  query: z.output<typeof listGebruikers.query>,
): Promise<Out<typeof listGebruikers>> {
  let found = gebruikers(work)
  if (query.zoek) {
    const like = `%${escapeLike(query.zoek)}%`
    found = found.where((e) => e.or([e('g.naam', 'ilike', like), e('g.gebruikersnaam', 'ilike', like)]))
  }
  if (query.organisatieId) found = found.where('g.organisatie_id', '=', query.organisatieId)
  if (query.rol)
    found = found.where(
      sql<boolean>`exists (select 1 from gebruiker_rol gr where gr.gebruiker_id = g.id and gr.rol_code = ${query.rol}
        and daterange(gr.van, gr.tot) @> ${work.today}::date)`,
    )
  if (query.stand === 'actief')
    found = found.where((e) => e.or([e('g.tot', 'is', null), e('g.tot', '>', work.today)]))
  if (query.stand === 'beeindigd') found = found.where('g.tot', '<=', work.today)
  const { count } = await found.select((e) => e.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  const order = orders[query.sorteer?.replace(/^-/, '') ?? 'naam'] ?? orders.naam!
  const rows = await gebruikerColumns(found, work)
    .orderBy(order, query.sorteer?.startsWith('-') ? 'desc' : 'asc')
    .orderBy('g.id')
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  return { count: Number(count), results: rows.map((row) => toGebruiker(row, work)) }
}

type Row = Awaited<ReturnType<ReturnType<typeof gebruikerColumns>['execute']>>[number]

function toGebruiker({ lokaal, geblokkeerd_tot, ...row }: Row, work: Work) {
  return {
    ...row,
    inlog: lokaal ? ('wachtwoord' as const) : ('organisatie' as const),
    geblokkeerdTot: geblokkeerd_tot && geblokkeerd_tot > work.now ? geblokkeerd_tot.toISOString() : null,
  }
}

export async function getGebruikerById(
  work: Work,
  id: Id,
): Promise<z.output<typeof GebruikerDetail> | Rejection> {
  const row = await gebruikerColumns(gebruikers(work), work).where('g.id', '=', id).executeTakeFirst()
  if (!row) return notFound('Deze medewerker')
  const rolRegels = await work.db
    .selectFrom('gebruiker_rol as gr')
    .innerJoin('rol as r', 'r.code', 'gr.rol_code')
    .select(['gr.rol_code as rol', 'r.naam', 'gr.van', 'gr.tot', 'gr.versie'])
    .where('gr.gebruiker_id', '=', id)
    .orderBy('r.volgorde')
    .orderBy('gr.van')
    .execute()
  const { sessies } = await liveSessies(work, id)
    .select((e) => e.fn.countAll<string>().as('sessies'))
    .executeTakeFirstOrThrow()
  return { ...toGebruiker(row, work), rolRegels, sessies: Number(sessies) }
}

function liveSessies(work: Work, gebruikerId: Id) {
  return work.db
    .selectFrom('sessie as s')
    .where('s.gebruiker_id', '=', gebruikerId)
    .where('s.ingetrokken_op', 'is', null)
    .where('s.verloopt_op', '>', work.now)
}

export async function findEigenSessies(work: Work): Promise<Out<typeof listEigenSessies>> {
  const rows = await liveSessies(work, work.vrager.gebruikerId!)
    .innerJoin('rol as r', 'r.code', 's.rol_code')
    .select(['s.token_hash', 's.apparaat', 'r.naam as rol', 's.aangemaakt_op', 's.laatst_gebruikt_op'])
    .orderBy('s.laatst_gebruikt_op', 'desc')
    .execute()
  return {
    sessies: rows.map((row) => ({
      id: row.token_hash.toString('hex'),
      apparaat: row.apparaat,
      rol: row.rol,
      begonnenOp: row.aangemaakt_op.toISOString(),
      laatstGebruiktOp: row.laatst_gebruikt_op.toISOString(),
      isDeze: work.vrager.sessieHash?.equals(row.token_hash) ?? false,
    })),
  }
}

/** Row-level security lets only those with `audit.lezen` read; names of persons are never in it. */
export async function findAuditregels(
  work: Work,
  query: z.output<typeof listAuditregels.query>,
): Promise<Out<typeof listAuditregels>> {
  const dayStart = (day: string) => sql<Date>`(${day}::date::timestamp at time zone 'Europe/Amsterdam')`
  let found = work.db.selectFrom('audit as a').where('a.regio_id', '=', work.regioId)
  if (query.persoonId) found = found.where(sql<boolean>`a.personen @> array[${query.persoonId}::uuid]`)
  if (query.gebruikerId) found = found.where('a.gebruiker_id', '=', query.gebruikerId)
  if (query.gebruiker) found = found.where('a.gebruiker_naam', 'ilike', `%${escapeLike(query.gebruiker)}%`)
  if (query.van) found = found.where('a.tijd', '>=', dayStart(query.van))
  if (query.tot) found = found.where('a.tijd', '<', dayStart(addDays(query.tot, 1)))
  if (query.uitkomst) found = found.where('a.uitkomst', '=', query.uitkomst === 'gelukt' ? 0 : 4)
  const { count } = await found.select((e) => e.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  const rows = await found
    .leftJoin('organisatie as o', 'o.id', 'a.organisatie_id')
    .leftJoin('rol as r', 'r.code', 'a.rol')
    .select([
      'a.volgnummer',
      'a.tijd',
      'a.gebruiker_naam',
      'a.gebruiker_id',
      'a.rol',
      'r.naam as rolNaam',
      'o.naam as organisatie',
    ])
    .select([
      'a.gebeurtenis',
      'a.uitkomst',
      'a.noodprocedure',
      'a.personen',
      'a.toelichting',
      'a.netwerkadres',
    ])
    .orderBy('a.volgnummer', 'desc')
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  return {
    count: Number(count),
    results: rows.map((row) => ({
      volgnummer: Number(row.volgnummer),
      tijd: row.tijd.toISOString(),
      gebruiker: row.gebruiker_naam,
      gebruikerId: row.gebruiker_id,
      rol: row.rolNaam ?? row.rol,
      organisatie: row.organisatie,
      gebeurtenis: row.gebeurtenis,
      zin: zinOf({
        gebruiker: row.gebruiker_naam,
        gebeurtenis: row.gebeurtenis,
        geweigerd: row.uitkomst !== 0,
        aantalPersonen: row.personen.length,
        noodprocedure: row.noodprocedure,
      }),
      geweigerd: row.uitkomst !== 0,
      noodprocedure: row.noodprocedure,
      personen: row.personen,
      toelichting: row.toelichting,
      netwerkadres: row.netwerkadres,
    })),
  }
}
