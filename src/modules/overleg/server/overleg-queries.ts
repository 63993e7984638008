import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { formatShort } from '../../../shared/plain-date.ts'
import { notFound } from '../../../shared/rejection.ts'
import { momentorganen } from '../domain/keuzes.ts'
import type { listOverleggen, OverlegDetail, Overlegkeuzes, Overlegrij } from '../domain/overleg-contract.ts'
import { readGemeenten } from './checks.ts'

type Query<E extends { query: z.ZodType }> = z.output<E['query']>

async function readRijen(work: Work): Promise<Overlegrij[]> {
  const { rows } = await sql<Overlegrij>`
    select o.id, o.naam, o.afkorting, o.soort, o.niveau, o.per_jaar as "perJaar", o.van, o.tot, o.bron, o.versie,
      (select min(v.datum) from onderdak.vergadering v where v.overleg_id = o.id and v.status = 'gepland' and v.datum >= ${work.today}::date) as "volgendeOp",
      (select count(*)::int from onderdak.vergadering v where v.overleg_id = o.id and v.status = 'gehouden' and extract(year from v.datum) = extract(year from ${work.today}::date)) as gehouden
    from onderdak.overleg o where o.regio_id = ${work.regioId} order by o.naam collate "und-x-icu", o.id`.execute(
    work.db,
  )
  return rows
}

export async function listRijen(work: Work, query: Query<typeof listOverleggen>) {
  const rijen = await readRijen(work)
  return listPage(
    rijen.filter(({ niveau }) => query.niveau === undefined || niveau === query.niveau),
    query,
    'naam',
  )
}

export async function readOverleg(work: Work, id: Id) {
  const rij = (await readRijen(work)).find((one) => one.id === id)
  if (!rij) return notFound('Dit overleg')
  const row = await work.db
    .selectFrom('overleg')
    .select(['stukken_dagen as stukkenDagen', 'plaats', 'toelichting'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const leden = await work.db
    .selectFrom('overleg_lid')
    .select(['functie', 'organisatie'])
    .where('overleg_id', '=', id)
    .orderBy('nummer')
    .execute()
  const vastePunten = await work.db
    .selectFrom('overleg_agendapunt')
    .select(['titel', 'soort', 'herhaling'])
    .where('overleg_id', '=', id)
    .orderBy('nummer')
    .execute()
  return { ...rij, ...row, leden, vastePunten: vastePunten as OverlegDetail['vastePunten'] }
}

const rapportsoorten = { maand: 'Maandrapport', kwartaal: 'Kwartaalrapport', jaar: 'Jaarverslag' }

export const rapportnaam = (soort: string, periode: string, niveau: string) =>
  `${rapportsoorten[soort as keyof typeof rapportsoorten] ?? 'Rapport'} ${periode}, ${niveau}`

/** A year back is enough to choose from, newest first. */
const KEUZES = 200

/** Who decides stands with it: the besluit must be of the same. */
async function listMomentkeuzes(work: Work): Promise<Overlegkeuzes['besluitmomenten']> {
  const { rows } = await sql<{ id: Id; naam: string; orgaan: keyof typeof momentorganen }>`
    select m.id, concat_ws(' ', p.code, a.code, a.naam) || ': ' || m.waarover as naam, m.orgaan
    from onderdak.besluitmoment m join onderdak.activiteit a on a.id = m.activiteit_id join onderdak.programma p on p.id = a.programma_id
    where m.regio_id = ${work.regioId} order by (m.uitkomst is not null), m.gepland_op desc, m.id limit ${KEUZES}`.execute(
    work.db,
  )
  return rows.map(({ id, naam, orgaan }) => ({ id, naam: `${momentorganen[orgaan]}: ${naam}` }))
}

export async function readKeuzes(work: Work): Promise<Overlegkeuzes> {
  const { rows: activiteiten } = await sql<{ id: Id; naam: string }>`
    select a.id, concat_ws(' ', p.code, a.code, a.naam) as naam from onderdak.activiteit a join onderdak.programma p on p.id = a.programma_id
    where a.regio_id = ${work.regioId} order by p.van desc, p.code, a.volgorde, a.id limit ${KEUZES}`.execute(
    work.db,
  )
  const programmas = await work.db
    .selectFrom('programma')
    .select(['id', 'naam'])
    .where('regio_id', '=', work.regioId)
    .orderBy('van', 'desc')
    .orderBy('id')
    .limit(KEUZES)
    .execute()
  const rapporten = await work.db
    .selectFrom('rapport')
    .select(['id', 'soort', 'periode', 'niveau'])
    .where('regio_id', '=', work.regioId)
    .where('klaar_op', 'is not', null)
    .orderBy('gemaakt_op', 'desc')
    .orderBy('id')
    .limit(KEUZES)
    .execute()
  const vergaderingen = await work.db
    .selectFrom('vergadering as v')
    .innerJoin('overleg as o', 'o.id', 'v.overleg_id')
    .select(['v.id', 'v.datum', 'o.naam'])
    .where('v.regio_id', '=', work.regioId)
    .where('v.status', '<>', 'afgelast')
    .orderBy('v.datum', 'desc')
    .orderBy('v.id')
    .limit(KEUZES)
    .execute()
  const besluiten = await work.db
    .selectFrom('bestuursbesluit')
    .select(['id', 'nummer', 'titel'])
    .where('regio_id', '=', work.regioId)
    .where('ingetrokken_op', 'is', null)
    .orderBy('aangemaakt_op', 'desc')
    .orderBy('id')
    .limit(KEUZES)
    .execute()
  return {
    gemeenten: [...(await readGemeenten(work))].map(([code, naam]) => ({ code, naam })),
    activiteiten,
    programmas,
    besluitmomenten: await listMomentkeuzes(work),
    rapporten: rapporten.map(({ id, soort, periode, niveau }) => ({
      id,
      naam: rapportnaam(soort, periode, niveau),
    })),
    vergaderingen: vergaderingen.map(({ id, datum, naam }) => ({
      id,
      naam: `${naam}, ${formatShort(datum)}`,
    })),
    besluiten: besluiten.map(({ id, nummer, titel }) => ({ id, naam: `${nummer} ${titel}` })),
  }
}
