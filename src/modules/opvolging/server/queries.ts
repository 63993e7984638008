import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { daysBetween } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { weergavenaam } from '../../persoon/domain/rules.ts'
import { findHuishoudenVan, listHuishoudenLeden, survivorOf } from '../../persoon/server/lookup.ts'
import type { Opvolging, TeLateStap } from '../domain/contract.ts'

interface Blad {
  readonly pagina: number
  readonly aantalPerPagina: number
}

const kenmerkSql = sql<string>`upper(right(replace(v.id::text, '-', ''), 8))`

function select(work: Work) {
  return work.db
    .selectFrom('opvolging as v')
    .innerJoin('organisatie as o', 'o.id', 'v.organisatie_id')
    .innerJoin('gebruiker as g', 'g.id', 'v.contactpersoon_id')
    .leftJoin('persoon as p', 'p.id', 'v.persoon_id')
    .selectAll('v')
    .select([
      'o.naam as organisatie',
      'g.naam as contactpersoon',
      'p.achternaam',
      'p.tussenvoegsel',
      'p.voornamen',
      'p.roepnaam',
      'p.is_nn as isNn',
      'p.geslacht',
      'p.geboortedatum',
      'p.geboortejaar',
    ])
    .select(kenmerkSql.as('kenmerk'))
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function toOpvolging(row: Row, today: string): Opvolging {
  return {
    id: row.id,
    kenmerk: row.kenmerk,
    persoonId: row.persoon_id,
    meldingId: row.melding_id,
    naam: row.persoon_id === null ? 'Anonieme melding' : naamVan(row),
    status: row.status as Opvolging['status'],
    organisatieId: row.organisatie_id,
    organisatie: row.organisatie,
    contactpersoonId: row.contactpersoon_id,
    contactpersoon: row.contactpersoon,
    volgendeStap: row.volgende_stap,
    volgendeStapOp: row.volgende_stap_op,
    dagenTeLaat: row.volgende_stap_op === null ? 0 : Math.max(0, daysBetween(row.volgende_stap_op, today)),
    geescaleerdOp: row.geescaleerd_op,
    afgeslotenOp: row.afgesloten_op,
    afsluitreden: row.afsluitreden as Opvolging['afsluitreden'],
    afsluittoelichting: row.afsluittoelichting,
    versie: row.versie,
  }
}

function naamVan(row: Row): string {
  return weergavenaam({ ...row, isNn: row.isNn ?? true, geslacht: row.geslacht ?? 'onbekend' })
}

const volgorden = {
  volgendeStapOp: sql`v.volgende_stap_op`,
  '-volgendeStapOp': sql`v.volgende_stap_op desc nulls last`,
  naam: sql`coalesce(p.achternaam, '') collate "und-x-icu"`,
  '-naam': sql`coalesce(p.achternaam, '') collate "und-x-icu" desc`,
  contactpersoon: sql`g.naam collate "und-x-icu"`,
  '-contactpersoon': sql`g.naam collate "und-x-icu" desc`,
}

/** Steps of the asker's organisation, those due first on top unless asked otherwise. */
export async function listOpvolgingenPage(
  work: Work,
  query: Blad & {
    status: 'open' | 'afgesloten'
    alleen: 'alle' | 'te_laat' | 'van_mij'
    kenmerk?: string
    sorteer?: keyof typeof volgorden
  },
): Promise<{ count: number; results: Opvolging[] }> {
  let filtered = select(work).where('v.status', '=', query.status)
  if (work.vrager.organisatieId !== null)
    filtered = filtered.where('v.organisatie_id', '=', work.vrager.organisatieId)
  if (query.alleen === 'te_laat') filtered = filtered.where('v.volgende_stap_op', '<', work.today)
  if (query.alleen === 'van_mij')
    filtered = filtered.where('v.contactpersoon_id', '=', work.vrager.gebruikerId)
  if (query.kenmerk) filtered = filtered.where(kenmerkSql, 'like', `${query.kenmerk.toUpperCase()}%`)
  const { count } = await filtered
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await filtered
    .orderBy(volgorden[query.sorteer ?? 'volgendeStapOp'])
    .orderBy('v.volgende_stap_op')
    .orderBy('v.afgesloten_op', 'desc')
    .orderBy('v.id')
    .limit(query.aantalPerPagina)
    .offset((query.pagina - 1) * query.aantalPerPagina)
    .execute()
  return { count, results: rows.map((row) => toOpvolging(row, work.today)) }
}

/**
 * The step of a person; of the file that counts when it was merged. Who has none open is in sight through the household:
 * a child is placed together with the parent who carries the step.
 */
export async function getOpvolgingVan(
  work: Work,
  persoonId: Id,
): Promise<{ opvolging: Opvolging | null; via: { persoonId: Id; naam: string } | null } | Rejection> {
  const id = await survivorOf(work, persoonId)
  const persoon = await work.db.selectFrom('persoon').select('id').where('id', '=', id).executeTakeFirst()
  if (!persoon) return notFound('De cliënt')
  const own = await select(work).where('v.persoon_id', '=', id).executeTakeFirst()
  const row = own?.status === 'open' ? own : ((await findStapVanHuishouden(work, id)) ?? own)
  if (!row) return { opvolging: null, via: null }
  const opvolging = toOpvolging(row, work.today)
  const isOwn = row.persoon_id === null || row.persoon_id === id
  return { opvolging, via: isOwn ? null : { persoonId: row.persoon_id!, naam: opvolging.naam } }
}

/** The open step of someone in the same household, the aanspreekpunt first. */
async function findStapVanHuishouden(work: Work, persoonId: Id): Promise<Row | undefined> {
  const huishoudenId = await findHuishoudenVan(work, persoonId)
  if (huishoudenId === undefined) return undefined
  for (const lid of await listHuishoudenLeden(work, huishoudenId)) {
    const row = await select(work)
      .where('v.persoon_id', '=', lid.persoonId)
      .where('v.status', '=', 'open')
      .executeTakeFirst()
    if (row) return row
  }
  return undefined
}

/** Who may do the next step: active people of organisations that see the person, the responsible one first. */
export async function listContactpersonenVan(
  work: Work,
  id: Id,
): Promise<{ results: { id: Id; naam: string; organisatieId: Id; organisatie: string }[] } | Rejection> {
  const row = await work.db
    .selectFrom('opvolging')
    .select(['persoon_id', 'organisatie_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return notFound('De opvolging')
  const organisaties = new Set([
    row.organisatie_id,
    ...(await listBetrokkenOrganisaties(work, row.persoon_id)),
  ])
  const results = await work.db
    .selectFrom('gebruiker as g')
    .innerJoin('organisatie as o', 'o.id', 'g.organisatie_id')
    .select(['g.id', 'g.naam', 'o.id as organisatieId', 'o.naam as organisatie'])
    .where('g.organisatie_id', 'in', [...organisaties])
    .where('g.van', '<=', work.today)
    .where((e) => e.or([e('g.tot', 'is', null), e('g.tot', '>', work.today)]))
    .orderBy((e) => e.case().when('o.id', '=', row.organisatie_id).then(0).else(1).end())
    .orderBy(sql`o.naam collate "und-x-icu"`)
    .orderBy(sql`g.naam collate "und-x-icu"`)
    .execute()
  return { results }
}

/** Organisations involved today with the person, as far as the asker may know them. */
export async function listBetrokkenOrganisaties(work: Work, persoonId: Id | null): Promise<Id[]> {
  if (persoonId === null) return []
  const { rows } = await sql<{
    id: Id
  }>`select distinct organisatie_id as id from onderdak.betrokkenen(${persoonId}::uuid)
    where van <= ${work.today}::date and (tot is null or tot > ${work.today}::date)`.execute(work.db)
  return rows.map((row) => row.id)
}

/** Late steps of the whole region for the coordinator: organisation, contact and days; never a person. */
export async function listTeLaat(
  work: Work,
  query: Blad,
): Promise<{
  count: number
  results: TeLateStap[]
  perOrganisatie: { organisatie: string; aantal: number; geescaleerd: number }[]
}> {
  const { rows } =
    await sql<TeLateStap>`select kenmerk, organisatie, contactpersoon, volgende_stap_op as "volgendeStapOp",
    dagen_te_laat as "dagenTeLaat", geescaleerd_op as "geescaleerdOp" from onderdak.te_late_stappen()`.execute(
      work.db,
    )
  const perOrganisatie = new Map<string, { organisatie: string; aantal: number; geescaleerd: number }>()
  for (const row of rows) {
    const sum = perOrganisatie.get(row.organisatie) ?? {
      organisatie: row.organisatie,
      aantal: 0,
      geescaleerd: 0,
    }
    sum.aantal += 1
    if (row.geescaleerdOp !== null) sum.geescaleerd += 1
    perOrganisatie.set(row.organisatie, sum)
  }
  const start = (query.pagina - 1) * query.aantalPerPagina
  return {
    count: rows.length,
    results: rows.slice(start, start + query.aantalPerPagina),
    perOrganisatie: [...perOrganisatie.values()].sort(
      (a, b) => b.aantal - a.aantal || (a.organisatie < b.organisatie ? -1 : 1),
    ),
  }
}
