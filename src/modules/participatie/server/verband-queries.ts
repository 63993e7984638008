import { sql } from 'kysely'
import type { z } from 'zod'
import { listPage } from '../../../platform/list-page.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound } from '../../../shared/rejection.ts'
import { findVerteld } from '../../duiding/server/lookup.ts'
import { adviserend } from '../domain/keuzes.ts'
import type { Activiteitparticipatie, listParticipatieverhalen } from '../domain/verband-contract.ts'
import { findAdviezenBij } from './advies-queries.ts'
import { findInzet } from './groep-queries.ts'
import { findIdeeenBij } from './idee-queries.ts'
import { findPuntenBij } from './raadpleging-queries.ts'

interface Koppeling {
  readonly koppelingId: Id
  readonly verhaalId: Id
  readonly activiteitId: Id
  readonly naam: string
}

async function findKoppelingen(work: Work, activiteitId: Id | null): Promise<readonly Koppeling[]> {
  const { rows } = await sql<Koppeling>`
    select k.id as "koppelingId", k.verhaal_id as "verhaalId", k.activiteit_id as "activiteitId", p.code || ' ' || a.code || ' ' || a.naam as naam
    from activiteit_verhaal k join activiteit a on a.id = k.activiteit_id join programma p on p.id = a.programma_id
    where k.regio_id = ${work.regioId} and (${activiteitId}::uuid is null or k.activiteit_id = ${activiteitId}::uuid)
    order by p.code, a.volgorde, a.code, k.id`.execute(work.db)
  return rows
}

export async function listVerhaalrijen(
  work: Work,
  query: z.output<(typeof listParticipatieverhalen)['query']>,
) {
  const koppelingen = await findKoppelingen(work, null)
  const rijen = (await findVerteld(work, {})).map(({ tekst: _, indicator: __, ...verhaal }) => {
    const eigen = koppelingen.filter(({ verhaalId }) => verhaalId === verhaal.id)
    return {
      ...verhaal,
      activiteitnamen: eigen.map(({ naam }) => naam).join(', '),
      activiteiten: eigen.map(({ koppelingId, activiteitId, naam }) => ({ koppelingId, activiteitId, naam })),
    }
  })
  return listPage(rijen, query, '-maand')
}

type Kop = Pick<Activiteitparticipatie, 'activiteit' | 'programma' | 'participatie' | 'participatieHoe'>

export async function readActiviteitparticipatie(work: Work, id: Id) {
  const { rows } = await sql<Kop>`
    select a.code || ' ' || a.naam as activiteit, p.naam as programma, a.participatie, a.participatie_hoe as "participatieHoe"
    from activiteit a join programma p on p.id = a.programma_id where a.regio_id = ${work.regioId} and a.id = ${id}`.execute(
    work.db,
  )
  const [kop] = rows
  if (!kop) return notFound('Deze activiteit')
  const koppelingen = await findKoppelingen(work, id)
  const verhalen =
    koppelingen.length === 0
      ? []
      : await findVerteld(work, { ids: koppelingen.map(({ verhaalId }) => verhaalId) })
  return {
    ...kop,
    inzet: await findInzet(work, { activiteitId: id }),
    adviezen: await findAdviezenBij(work, id),
    ideeen: await findIdeeenBij(work, id),
    punten: await findPuntenBij(work, id),
    verhalen: verhalen.map(({ id: verhaalId, titel, tekst, teller }) => ({
      id: verhaalId,
      koppelingId: koppelingen.find((een) => een.verhaalId === verhaalId)!.koppelingId,
      titel,
      tekst,
      teller,
    })),
  }
}

export async function readKeuzes(work: Work) {
  const { regioId, today, db } = work
  const { rows: activiteiten } = await sql<{ id: Id; naam: string }>`
    select a.id, p.code || ' ' || a.code || ' ' || a.naam as naam from activiteit a join programma p on p.id = a.programma_id
    where a.regio_id = ${regioId} and (p.tot is null or p.tot > ${today}::date) order by p.code, a.volgorde, a.code, a.id`.execute(
    db,
  )
  const programmas = await db
    .selectFrom('programma')
    .select(['id', 'naam'])
    .where('regio_id', '=', regioId)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', today)]))
    .orderBy('naam')
    .orderBy('id')
    .execute()
  const partners = await db
    .selectFrom('partner')
    .select(['id', 'naam', 'soort'])
    .where('regio_id', '=', regioId)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', today)]))
    .orderBy('naam')
    .orderBy('id')
    .execute()
  const gemeenten = await db
    .selectFrom('regio_gemeente as r')
    .innerJoin('gemeente as g', 'g.code', 'r.gemeente_code')
    .select(['g.code', 'g.naam'])
    .distinct()
    .where('r.regio_id', '=', regioId)
    .where('r.van', '<=', today)
    .where((e) => e.or([e('r.tot', 'is', null), e('r.tot', '>', today)]))
    .orderBy('g.naam')
    .execute()
  const kaal = ({ id, naam }: { id: Id; naam: string }) => ({ id, naam })
  return {
    activiteiten,
    programmas,
    raden: partners.filter(({ soort }) => adviserend.includes(soort)).map(kaal),
    partners: partners.map(kaal),
    gemeenten,
  }
}
