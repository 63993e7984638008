import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, addMonths } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { findDuidingen, findVerteld } from '../../duiding/server/lookup.ts'
import { findVerloop } from '../../monitor/server/lookup.ts'
import { conclusieVan, intervalVan, oordeelVan, verschilVan, wijktAf } from '../domain/meting.ts'
import type { Meting, Stelling } from '../domain/meting-contract.ts'
import type {
  Activiteitdraad,
  Besluitrij,
  Draadpunt,
  listBesluitmomenten,
} from '../domain/voortgang-contract.ts'
import { readLijsten } from './activiteit-store.ts'

type Query<E extends { query: z.ZodType }> = z.output<E['query']>

export async function listBesluitrijen(
  work: Work,
  van: { readonly activiteitId?: Id; readonly programmaId?: Id | undefined } = {},
): Promise<Besluitrij[]> {
  const { rows } = await sql<Besluitrij>`
    select b.id, b.activiteit_id as "activiteitId", a.code || ' ' || a.naam as activiteit, p.naam as programma, b.waarover, b.criteria, b.orgaan, b.gepland_op as "geplandOp", b.uitkomst, b.besloten_op as "beslotenOp", b.motivering,
      b.uitkomst is null and b.gepland_op < ${work.today}::date as "isTeLaat", b.versie
    from onderdak.besluitmoment b join onderdak.activiteit a on a.id = b.activiteit_id join onderdak.programma p on p.id = a.programma_id
    where b.regio_id = ${work.regioId} and (${van.activiteitId ?? null}::uuid is null or b.activiteit_id = ${van.activiteitId ?? null}) and (${van.programmaId ?? null}::uuid is null or a.programma_id = ${van.programmaId ?? null})
    order by b.gepland_op, a.volgorde, b.id`.execute(work.db)
  return rows
}

export async function listBesluitPagina(work: Work, query: Query<typeof listBesluitmomenten>) {
  const rijen = await listBesluitrijen(work, { programmaId: query.programmaId })
  return listPage(
    rijen.filter(({ uitkomst }) => query.open === undefined || (uitkomst === null) === (query.open === 'ja')),
    query,
    'geplandOp',
  )
}

type Eigen = Extract<Draadpunt, { soort: 'stand' | 'voortgang' | 'getal' }>

/** What was written about the activiteit itself. */
async function listEigenPunten(work: Work, id: Id): Promise<Eigen[]> {
  const { rows } = await sql<{ punt: Eigen }>`
    select jsonb_build_object('soort', 'stand', 'id', s.id, 'op', s.op, 'wie', g.naam, 'stand', s.stand, 'koers', s.koers, 'reden', s.reden) as punt, s.op, s.vastgelegd_op
      from onderdak.activiteit_stand s left join onderdak.gebruiker g on g.id = s.vastgelegd_door where s.regio_id = ${work.regioId} and s.activiteit_id = ${id}
    union all select jsonb_build_object('soort', 'voortgang', 'id', v.id, 'op', v.op, 'wie', g.naam, 'standVanZaken', v.stand_van_zaken, 'inzichten', v.inzichten, 'vervolg', v.vervolg, 'isOpenbaar', v.is_openbaar, 'bron', v.bron), v.op, v.vastgelegd_op
      from onderdak.activiteit_voortgang v left join onderdak.gebruiker g on g.id = v.vastgelegd_door where v.regio_id = ${work.regioId} and v.activiteit_id = ${id} and v.ingetrokken_op is null
    union all select jsonb_build_object('soort', 'getal', 'id', w.id, 'op', w.op, 'wie', g.naam, 'resultaat', r.naam, 'waarde', w.waarde, 'eenheid', coalesce(r.eenheid, ''), 'toelichting', w.toelichting), w.op, w.vastgelegd_op
      from onderdak.resultaat_waarde w join onderdak.activiteit_resultaat r on r.id = w.resultaat_id left join onderdak.gebruiker g on g.id = w.vastgelegd_door where w.regio_id = ${work.regioId} and r.activiteit_id = ${id} and w.vervallen_op is null
    order by 2 desc, 3 desc`.execute(work.db)
  return rows.map(({ punt }) => punt)
}

const getal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 })

/** What the followed indicators say at the end of each quarter, with the uitleg and the stories beside them. */
async function listIndicatorpunten(work: Work, codes: readonly string[]): Promise<Draadpunt[]> {
  const punten: Draadpunt[] = []
  for (const code of codes) {
    const verloop = await findVerloop(work, code)
    if (!verloop) continue
    for (const { maand, waarde } of verloop.maanden) {
      if (waarde === null || Number(maand.slice(5)) % 3 !== 0) continue
      punten.push({
        soort: 'indicator',
        id: `${code} ${maand}`,
        op: addDays(addMonths(`${maand}-01`, 1), -1),
        wie: null,
        indicator: verloop.naam,
        code,
        waarde: `${getal.format(waarde)} ${verloop.eenheid}`,
      })
    }
    for (const een of await findDuidingen(work, { indicator: code }))
      punten.push({
        soort: 'uitleg',
        id: een.id,
        op: een.gewijzigdOp,
        wie: een.auteur,
        indicator: verloop.naam,
        maand: een.maand,
        tekst: een.tekst,
        versie: een.versie,
      })
    for (const een of await findVerteld(work, { indicator: code }))
      punten.push({
        soort: 'verhaal',
        id: een.id,
        op: een.gepubliceerdOp,
        wie: null,
        titel: een.titel,
        tekst: een.tekst,
        teller: een.teller,
      })
  }
  return punten
}

async function findMissing(work: Work, activiteitId: Id): Promise<Rejection | undefined> {
  const bestaat = await work.db
    .selectFrom('activiteit')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', activiteitId)
    .executeTakeFirst()
  return bestaat ? undefined : notFound('Deze activiteit')
}

/** Number → story → duiding → decision → activiteit → next number, newest first, and what is still open. */
export async function readDraad(work: Work, id: Id): Promise<Activiteitdraad | Rejection> {
  const missing = await findMissing(work, id)
  if (missing) return missing
  const besluitmomenten = await listBesluitrijen(work, { activiteitId: id })
  const knelpunten = await listKnelpunten(work, id)
  const lijsten = await readLijsten(work, id)
  const codes = [...lijsten.indicatoren, ...lijsten.resultaten.flatMap(({ indicator }) => indicator ?? [])]
  const besluiten = besluitmomenten.flatMap(
    ({ id: besluit, waarover, orgaan, uitkomst, beslotenOp, motivering }): Draadpunt[] =>
      uitkomst === null
        ? []
        : [
            {
              soort: 'besluit',
              id: besluit,
              op: beslotenOp!,
              wie: null,
              waarover,
              orgaan,
              uitkomst,
              motivering: motivering!,
            },
          ],
  )
  const punten = [
    ...(await listEigenPunten(work, id)),
    ...(await listIndicatorpunten(work, [...new Set(codes)])),
    ...besluiten,
    ...knelpunten.flatMap(knelpuntPunten),
  ].sort((a, b) => (a.op < b.op ? 1 : a.op > b.op ? -1 : 0))
  return { punten, knelpunten, besluitmomenten, geld: await listGeld(work, id) }
}

type Knelpunt = Activiteitdraad['knelpunten'][number]

function knelpuntPunten({
  id,
  soort: knelpunt,
  omschrijving,
  oplossing,
  gemeldOp,
  opgelostOp,
}: Knelpunt): Draadpunt[] {
  const punt = { soort: 'knelpunt', wie: null, knelpunt, omschrijving, oplossing } as const
  return [
    { ...punt, id, op: gemeldOp, isOplossing: false },
    ...(opgelostOp === null ? [] : [{ ...punt, id: `${id} opgelost`, op: opgelostOp, isOplossing: true }]),
  ]
}

async function listKnelpunten(work: Work, id: Id): Promise<Knelpunt[]> {
  const { rows } = await sql<Knelpunt>`
    select k.id, k.soort, k.omschrijving, k.gemeld_op as "gemeldOp", k.opgelost_op as "opgelostOp", k.oplossing, k.versie from onderdak.activiteit_knelpunt k
    where k.regio_id = ${work.regioId} and k.activiteit_id = ${id} order by k.opgelost_op nulls first, k.gemeld_op desc, k.id`.execute(
    work.db,
  )
  return rows
}

async function listGeld(work: Work, id: Id): Promise<Activiteitdraad['geld']> {
  const { rows } = await sql<Activiteitdraad['geld'][number]>`
    select g.id, g.soort, g.jaar, g.omschrijving, g.bedrag::float8 as bedrag, g.is_structureel as "isStructureel", g.bron, g.versie from onderdak.activiteit_geld g
    where g.regio_id = ${work.regioId} and g.activiteit_id = ${id} order by g.jaar, g.soort desc, g.omschrijving, g.id`.execute(
    work.db,
  )
  return rows
}

/** Before and after, with what can be said of it and what cannot. */
export async function readMetingen(
  work: Work,
  activiteitId: Id,
): Promise<{ metingen: Meting[] } | Rejection> {
  const missing = await findMissing(work, activiteitId)
  if (missing) return missing
  const { rows } = await sql<
    Omit<Meting, 'stellingen' | 'conclusie'> & { readonly vragen: readonly Stelling[] }
  >`
    select m.id, m.naam, m.schaal_van::float8 as "schaalVan", m.schaal_tot::float8 as "schaalTot", m.gepaard, m.nul_op as "nulOp", m.na_op as "naOp", m.aantal_nul as "aantalNul", m.aantal_na as "aantalNa", m.bron, m.versie,
      (select coalesce(jsonb_agg(jsonb_build_object('nummer', s.nummer, 'stelling', s.stelling, 'richting', s.richting, 'nul', s.nul, 'na', s.na, 'verschil', s.verschil, 'spreidingNul', s.spreiding_nul, 'spreidingNa', s.spreiding_na, 'spreidingVerschil', s.spreiding_verschil) order by s.nummer), '[]')
        from onderdak.meting_stelling s where s.meting_id = m.id) as vragen
    from onderdak.meting m where m.regio_id = ${work.regioId} and m.activiteit_id = ${activiteitId} order by m.nul_op, m.naam`.execute(
    work.db,
  )
  return {
    metingen: rows.map(({ vragen, ...meting }) => ({
      ...meting,
      stellingen: vragen.map((een) => ({
        ...een,
        verschil: verschilVan(een),
        isBerekend: een.verschil === null,
        wijktAf: wijktAf(een),
        interval: intervalVan(een, meting),
        oordeel: oordeelVan(een),
      })),
      conclusie: conclusieVan(vragen, meting),
    })),
  }
}
