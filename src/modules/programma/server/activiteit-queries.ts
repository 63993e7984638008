import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, addMonths, type PlainDate } from '../../../shared/plain-date.ts'
import { notFound } from '../../../shared/rejection.ts'
import { indicatornamen } from '../../duiding/domain/indicatornamen.ts'
import { findVerloop } from '../../monitor/server/lookup.ts'
import type { Activiteitrij, listActiviteiten, Resultaatbeeld } from '../domain/activiteit-contract.ts'
import { standen } from '../domain/keuzes.ts'
import { behaaldVan } from '../domain/rules.ts'
import { readLijsten } from './activiteit-store.ts'
import { laatsteStand } from './programma-queries.ts'

type Query<E extends { query: z.ZodType }> = z.output<E['query']>

/** Every activiteit of the region with how it stands; `dient` for the filter. */
export async function listActiviteitrijen(
  work: Work,
  van: { readonly programmaId?: Id | undefined; readonly id?: Id | undefined } = {},
): Promise<(Activiteitrij & { readonly dient: readonly Id[] })[]> {
  const { rows } = await sql<Activiteitrij & { dient: Id[] }>`
    select a.id, a.programma_id as "programmaId", p.naam as programma, a.soort, a.code, a.paragraaf, a.naam,
      array(select o.code || ' ' || o.naam from onderdak.activiteit_dient d join onderdak.programmaonderdeel o on o.id = d.onderdeel_id where d.activiteit_id = a.id and o.programma_id = a.programma_id and o.soort in ('thema', 'ambitie') order by o.volgorde) as themas,
      array(select d.onderdeel_id from onderdak.activiteit_dient d where d.activiteit_id = a.id) as dient,
      a.planning, a.van_kwartaal as "vanKwartaal", a.tot_kwartaal as "totKwartaal", s.stand, s.koers, s.op as "standOp", s.reden,
      (select max(v.op) from onderdak.activiteit_voortgang v where v.activiteit_id = a.id and v.ingetrokken_op is null) as "bijgewerktOp",
      array(select t.naam from onderdak.activiteit_partij t where t.activiteit_id = a.id and t.rol = 'kartrekker' group by t.naam order by min(t.volgorde)) as kartrekkers,
      (select count(*)::int from onderdak.activiteit_knelpunt k where k.activiteit_id = a.id and k.opgelost_op is null) as "openKnelpunten",
      (select min(b.gepland_op) from onderdak.besluitmoment b where b.activiteit_id = a.id and b.uitkomst is null) as "volgendBesluitOp", a.versie
    from onderdak.activiteit a join onderdak.programma p on p.id = a.programma_id ${laatsteStand}
    where a.regio_id = ${work.regioId} and (${van.programmaId ?? null}::uuid is null or a.programma_id = ${van.programmaId ?? null}) and (${van.id ?? null}::uuid is null or a.id = ${van.id ?? null})
    order by p.van desc, p.naam, p.id, a.volgorde, a.id`.execute(work.db)
  return rows
}

const standvolgorde = Object.keys(standen)

export async function listActiviteitPagina(work: Work, query: Query<typeof listActiviteiten>) {
  const gevonden = (await listActiviteitrijen(work, { programmaId: query.programmaId }))
    .map((rij, i) => ({ ...rij, nummer: i }))
    .filter(
      (rij) =>
        (query.soort === undefined || rij.soort === query.soort) &&
        (query.stand === undefined || rij.stand === query.stand) &&
        (query.koers === undefined || rij.koers === query.koers) &&
        (query.onderdeelId === undefined || rij.dient.includes(query.onderdeelId)),
    )
  const rijen = query.sorteer.endsWith('stand')
    ? gevonden.toSorted((a, b) => standvolgorde.indexOf(a.stand ?? '') - standvolgorde.indexOf(b.stand ?? ''))
    : gevonden
  const gevraagd = query.sorteer.endsWith('stand') ? { ...query, sorteer: 'geen' } : query
  const gedraaid = query.sorteer === '-stand' ? rijen.toReversed() : rijen
  return listPage(
    gedraaid.map(({ dient: _, ...rij }) => rij),
    gevraagd,
    'nummer',
  )
}

/** The last day of a month as `2026-03`. */
const eindVan = (maand: string): PlainDate => addDays(addMonths(`${maand}-01`, 1), -1)

/** The results with their numbers; a result that follows an indicator has the months of that. */
export async function listResultaten(work: Work, activiteitId: Id): Promise<Resultaatbeeld[]> {
  const { rows } = await sql<
    Omit<Resultaatbeeld, 'indicator' | 'behaald'> & { readonly indicator: string | null }
  >`
    select r.id, r.nummer, r.naam, r.soort, r.eenheid, r.streefwaarde::float8 as streefwaarde, r.streef_op as "streefOp", r.richting, r.indicator, r.toelichting, r.versie,
      (select coalesce(jsonb_agg(jsonb_build_object('naam', t.naam, 'partnerId', t.partner_id) order by t.volgorde), '[]') from onderdak.activiteit_partij t where t.activiteit_id = r.activiteit_id and t.resultaat_nummer = r.nummer) as kartrekkers,
      (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'op', w.op, 'waarde', w.waarde, 'toelichting', w.toelichting, 'bron', w.bron) order by w.op), '[]') from onderdak.resultaat_waarde w where w.resultaat_id = r.id and w.vervallen_op is null) as waarden
    from onderdak.activiteit_resultaat r where r.regio_id = ${work.regioId} and r.activiteit_id = ${activiteitId} order by r.nummer`.execute(
    work.db,
  )
  const beelden: Resultaatbeeld[] = []
  for (const { indicator, ...rij } of rows) {
    const waarden = indicator === null ? rij.waarden : await waardenVan(work, indicator)
    beelden.push({
      ...rij,
      waarden,
      indicator:
        indicator === null ? null : { code: indicator, naam: indicatornamen[indicator] ?? indicator },
      behaald: behaaldVan(rij, waarden, work.today),
    })
  }
  return beelden
}

async function waardenVan(work: Work, indicator: string): Promise<Resultaatbeeld['waarden']> {
  const verloop = await findVerloop(work, indicator)
  return (verloop?.maanden ?? []).flatMap(({ maand, waarde }) =>
    waarde === null
      ? []
      : [
          {
            id: `${indicator} ${maand}`,
            op: eindVan(maand),
            waarde,
            toelichting: null,
            bron: 'Monitor van Onderdak',
          },
        ],
  )
}

export async function readActiviteit(work: Work, id: Id) {
  const [rij] = await listActiviteitrijen(work, { id })
  const more = await work.db
    .selectFrom('activiteit as a')
    .leftJoin('activiteit as v', 'v.id', 'a.vervolg_op_id')
    .select([
      'a.toelichting',
      'a.heeft_vaste_groepen',
      'a.groepen',
      'a.doel',
      'a.planning_bron',
      'a.opmerkingen',
      'a.participatie',
      'a.participatie_hoe',
      'a.bron',
      'v.id as vorige_id',
      'v.naam as vorige_naam',
    ])
    .where('a.regio_id', '=', work.regioId)
    .where('a.id', '=', id)
    .executeTakeFirst()
  if (!rij || !more) return notFound('Deze activiteit')
  const lijsten = await readLijsten(work, id)
  const { dient: _, ...zonder } = rij
  return {
    ...zonder,
    toelichting: more.toelichting,
    heeftVasteGroepen: more.heeft_vaste_groepen,
    groepen: await readGroepen(work, more.groepen, more.heeft_vaste_groepen),
    doel: more.doel,
    planningBron: more.planning_bron,
    opmerkingen: more.opmerkingen,
    participatie: more.participatie as 'ja',
    participatieHoe: more.participatie_hoe,
    dient: await readDient(work, id),
    stappen: [...lijsten.stappen],
    resultaten: await listResultaten(work, id),
    trekkers: [...lijsten.kartrekkers],
    nodig: [...lijsten.nodig],
    verbanden: [...lijsten.verbanden],
    indicatoren: lijsten.indicatoren.map((code) => ({ code, naam: indicatornamen[code] ?? code })),
    vervolgOp: more.vorige_id === null ? null : { id: more.vorige_id, naam: more.vorige_naam! },
    bron: more.bron,
  }
}

async function readDient(work: Work, id: Id) {
  return work.db
    .selectFrom('activiteit_dient as d')
    .innerJoin('programmaonderdeel as o', 'o.id', 'd.onderdeel_id')
    .innerJoin('programma as p', 'p.id', 'o.programma_id')
    .select(['o.id', 'o.soort', 'o.code', 'o.naam', 'p.naam as programma'])
    .where('d.regio_id', '=', work.regioId)
    .where('d.activiteit_id', '=', id)
    .orderBy('p.van')
    .orderBy('p.naam')
    .orderBy('o.volgorde')
    .execute()
}

/** The groups by their names of today, or the last one they had: the four that always belong first (S0, voetnoot 2). */
async function readGroepen(work: Work, codes: readonly string[], metVaste: boolean) {
  const { rows } = await sql<{ code: string; naam: string; isVast: boolean }>`
    select distinct on (k.lijst = 'vaste_aandachtsgroep', k.volgorde, k.code) k.code, k.naam, k.lijst = 'vaste_aandachtsgroep' as "isVast" from onderdak.keuze k
    where k.regio_id = ${work.regioId} and ((k.lijst = 'aandachtsgroep' and k.code = any (${[...codes]}::text[])) or (${metVaste} and k.lijst = 'vaste_aandachtsgroep' and k.van <= ${work.today}::date and (k.tot is null or k.tot > ${work.today}::date)))
    order by (k.lijst = 'vaste_aandachtsgroep') desc, k.volgorde, k.code, k.van desc`.execute(work.db)
  const vast = new Set(rows.flatMap(({ code, isVast }) => (isVast ? [code] : [])))
  return rows.filter(({ code, isVast }) => isVast || !vast.has(code))
}
