import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays } from '../../../shared/plain-date.ts'
import { notFound, type Rejection } from '../../../shared/rejection.ts'
import { findInstelling } from '../../beheer/server/lookup.ts'
import { persoonNaamSql } from '../../beschikking/server/lookup.ts'
import type { Doel, getPlanVan, PlanDetail, Plankeuzes, PlanVersie } from '../domain/api.ts'
import { EVALUATIE_VOORUIT, evaluatieStandOp, nadrukVoor, ontbreektVoorAkkoord } from '../domain/rules.ts'
import {
  isInBewerking,
  type VersieActie,
  type VersieToestand,
  versieOvergangen,
} from '../domain/toestanden.ts'
import type { deelnemersoorten } from '../domain/woorden.ts'
import { deelnemersoorten as soorten } from '../domain/woorden.ts'
import { listBetrokkenOrganisaties } from './betrokken.ts'
import { inhoudVan } from './inhoud.ts'
import { readPlannen } from './lock.ts'
import type { VersieRow } from './store.ts'

/** The plan of a person; after a merge that of the other file too, to read. The one that holds comes first. */
export async function findPlanVan(
  work: Work,
  persoonId: Id,
): Promise<z.output<(typeof getPlanVan)['response']> | Rejection> {
  const { dossiers, plannen, geldend } = await readPlannen(work, persoonId)
  if (dossiers.length === 0) return notFound('De cliënt')
  work.saw(persoonId)
  const ordered = [...plannen].sort((a, b) => Number(b.id === geldend?.id) - Number(a.id === geldend?.id))
  const details: PlanDetail[] = []
  for (const { id } of ordered) {
    const detail = await readPlan(work, id, geldend?.id)
    if (detail) details.push(detail)
  }
  return {
    plannen: details,
    magBeginnen: !geldend && work.vrager.permissies.has('ondersteuningsplan.wijzigen'),
  }
}

export async function findPlan(work: Work, id: Id): Promise<PlanDetail | Rejection> {
  const row = await work.db.selectFrom('plan').select('persoon_id').where('id', '=', id).executeTakeFirst()
  if (!row) return notFound('Dit ondersteuningsplan')
  const { geldend } = await readPlannen(work, row.persoon_id)
  return (await readPlan(work, id, geldend?.id)) ?? notFound('Dit ondersteuningsplan')
}

async function readPlan(work: Work, id: Id, geldendId: Id | undefined): Promise<PlanDetail | undefined> {
  const row = await work.db
    .selectFrom('plan as l')
    .innerJoin('persoon as p', 'p.id', 'l.persoon_id')
    .select([
      'l.id',
      'l.persoon_id as persoonId',
      'l.begonnen_op as begonnenOp',
      'l.evaluatie_op as evaluatieOp',
    ])
    .select(['l.versie', 'p.geboortedatum'])
    .select(persoonNaamSql('p').as('naam'))
    .where('l.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  work.saw(row.persoonId)
  const geldt = geldendId === row.id
  const magWijzigen = geldt && work.vrager.permissies.has('ondersteuningsplan.wijzigen')
  const versies = await listVersies(work, id, magWijzigen)
  const { geboortedatum, ...plan } = row
  const nieuwste = versies[0]
  return {
    ...plan,
    evaluatieStand: evaluatieStandOp(row.evaluatieOp, addDays(work.today, EVALUATIE_VOORUIT), work.today),
    geldt,
    magWijzigen,
    magNieuweVersie: magWijzigen && !versies.some((one) => isInBewerking(one.status)),
    nadruk: nadrukVoor(geboortedatum, work.today, await readLeeftijd(work), {
      perspectief: nieuwste?.perspectief ?? null,
      soorten: nieuwste?.doelen.map((doel) => doel.soort) ?? [],
    }),
    versies,
    schaal: (await findInstelling(work, 'zelfredzaamheid_schaal')) ?? 'Zelfredzaamheid',
    scores: await listScores(work, id),
    evaluaties: await listEvaluaties(work, id),
  }
}

async function readLeeftijd(work: Work): Promise<{ van: number; totEnMet: number }> {
  return {
    van: Number((await findInstelling(work, 'plan_jong_van')) ?? '18'),
    totEnMet: Number((await findInstelling(work, 'plan_jong_tot_en_met')) ?? '23'),
  }
}

/** The name that a choice has, or had: an ended choice keeps its name in what was written with it. */
const keuzeNaam = (lijst: string, code: string) => sql<string>`coalesce((select k.naam from onderdak.keuze k
  where k.regio_id = d.regio_id and k.lijst = ${lijst} and k.code = ${sql.ref(code)} order by k.van desc limit 1), ${sql.ref(code)})`

async function listVersies(work: Work, planId: Id, magWijzigen: boolean): Promise<PlanVersie[]> {
  const rows = await work.db
    .selectFrom('plan_versie as d')
    .leftJoin('gebruiker as g', 'g.id', 'd.begeleider_id')
    .leftJoin('organisatie as o', 'o.id', 'd.begeleider_organisatie_id')
    .leftJoin('gebruiker as m', 'm.id', 'd.meegegeven_door')
    .selectAll('d')
    .select(['g.naam as begeleider', 'o.naam as organisatie', 'm.naam as meegever'])
    .where('d.plan_id', '=', planId)
    .orderBy('d.nummer', 'desc')
    .execute()
  const doelen = await listDoelen(
    work,
    rows.map((row) => row.id),
  )
  const reacties = await listReacties(
    work,
    rows.map((row) => row.id),
  )
  return rows.map((row) => {
    const eigen = doelen.get(row.id) ?? []
    const status = row.status as VersieToestand
    return {
      ...versieVan(row),
      ...akkoordenVan(row),
      doelen: eigen,
      reacties: reacties.get(row.id) ?? [],
      ontbreekt: isInBewerking(status) ? ontbreektVoorAkkoord(inhoudVan(row), eigen.length) : [],
      acties: magWijzigen ? (Object.keys(versieOvergangen[status]) as VersieActie[]) : [],
    }
  })
}

function versieVan(row: VersieRow) {
  return {
    id: row.id,
    nummer: row.nummer,
    status: row.status as VersieToestand,
    reden: row.reden,
    eigenVerhaal: row.eigen_verhaal,
    ...inhoudVan(row),
    evaluatieOp: row.evaluatie_op,
    vastgesteldOp: row.vastgesteld_op,
    vervangenOp: row.vervangen_op,
  }
}

function akkoordenVan(
  row: VersieRow & { begeleider: string | null; organisatie: string | null; meegever: string | null },
): Pick<PlanVersie, 'clientAkkoord' | 'begeleiderAkkoord' | 'meegegeven'> {
  return {
    clientAkkoord: row.client_akkoord_op
      ? ({
          op: row.client_akkoord_op,
          hoe: row.client_akkoord_hoe,
          door: row.client_akkoord_door,
          vertegenwoordiger: row.vertegenwoordiger_naam,
        } as PlanVersie['clientAkkoord'])
      : null,
    begeleiderAkkoord: row.begeleider_akkoord_op
      ? ({
          op: row.begeleider_akkoord_op,
          hoe: row.begeleider_akkoord_hoe,
          door: row.begeleider ?? 'een medewerker',
          organisatie: row.organisatie ?? '',
        } as PlanVersie['begeleiderAkkoord'])
      : null,
    meegegeven: row.meegegeven_op
      ? ({ op: row.meegegeven_op, hoe: row.meegegeven_hoe, door: row.meegever } as PlanVersie['meegegeven'])
      : null,
  }
}

async function listDoelen(work: Work, versieIds: readonly Id[]): Promise<Map<Id, Doel[]>> {
  if (versieIds.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('doel as d')
    .leftJoin('organisatie as o', 'o.id', 'd.organisatie_id')
    .select(['d.id', 'd.plan_versie_id as versieId', 'd.leefgebied', 'd.soort', 'd.afspraken', 'd.bouwsteen'])
    .select(['d.eigen_woorden as eigenWoorden', 'd.organisatie_id as organisatieId', 'o.naam as organisatie'])
    .select(['d.herstel', 'd.positieve_gezondheid as positieveGezondheid', 'd.sinds', 'd.stand'])
    .select(['d.stand_op as standOp', 'd.uitkomst'])
    .select(keuzeNaam('leefgebied', 'd.leefgebied').as('leefgebiedNaam'))
    .select(keuzeNaam('bouwsteen', 'd.bouwsteen').as('bouwsteenNaam'))
    .where('d.plan_versie_id', 'in', [...versieIds])
    .orderBy('d.volgnummer')
    .execute()
  return groupBy(rows, ({ versieId, ...row }) => [
    versieId,
    {
      ...row,
      bouwsteenNaam: row.bouwsteen === null ? null : row.bouwsteenNaam,
      isVanOns: row.organisatieId !== null && row.organisatieId === work.vrager.organisatieId,
    } as Doel,
  ])
}

async function listReacties(work: Work, versieIds: readonly Id[]): Promise<Map<Id, PlanVersie['reacties']>> {
  if (versieIds.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('plan_reactie as d')
    .select(['d.id', 'd.plan_versie_id as versieId', 'd.op', 'd.hoe', 'd.leefgebied'])
    .select('d.eigen_woorden as eigenWoorden')
    .select(keuzeNaam('leefgebied', 'd.leefgebied').as('over'))
    .where('d.plan_versie_id', 'in', [...versieIds])
    .orderBy('d.op', 'desc')
    .orderBy('d.id', 'desc')
    .execute()
  return groupBy(rows, ({ versieId, leefgebied, over, ...row }) => [
    versieId,
    { ...row, over: leefgebied === null ? null : over } as PlanVersie['reacties'][number],
  ])
}

function groupBy<R, V>(rows: readonly R[], split: (row: R) => [Id, V]): Map<Id, V[]> {
  const found = new Map<Id, V[]>()
  for (const row of rows) {
    const [key, value] = split(row)
    found.set(key, [...(found.get(key) ?? []), value])
  }
  return found
}

async function listScores(work: Work, planId: Id): Promise<PlanDetail['scores']> {
  return work.db
    .selectFrom('score as d')
    .innerJoin('organisatie as o', 'o.id', 'd.organisatie_id')
    .select([
      'd.id',
      'd.leefgebied',
      'd.score',
      'd.gemeten_op as op',
      'd.toelichting',
      'o.naam as organisatie',
    ])
    .select(keuzeNaam('leefgebied', 'd.leefgebied').as('leefgebiedNaam'))
    .where('d.plan_id', '=', planId)
    .orderBy('leefgebiedNaam')
    .orderBy('d.gemeten_op')
    .execute()
}

async function listEvaluaties(work: Work, planId: Id): Promise<PlanDetail['evaluaties']> {
  const rows = await work.db
    .selectFrom('evaluatie as e')
    .innerJoin('plan_versie as v', 'v.id', 'e.plan_versie_id')
    .innerJoin('organisatie as o', 'o.id', 'e.organisatie_id')
    .select([
      'e.id',
      'e.op',
      'v.nummer as versieNummer',
      'e.bevindingen',
      'e.besluit',
      'o.naam as organisatie',
    ])
    .select('e.volgende_op as volgendeOp')
    .where('e.plan_id', '=', planId)
    .orderBy('e.op', 'desc')
    .orderBy('e.id', 'desc')
    .execute()
  if (rows.length === 0) return []
  const deelnemers = await work.db
    .selectFrom('evaluatie_deelnemer as d')
    .leftJoin('organisatie as o', 'o.id', 'd.organisatie_id')
    .select(['d.evaluatie_id as evaluatieId', 'd.soort', 'd.naam', 'o.naam as organisatie'])
    .where(
      'd.evaluatie_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('d.id')
    .execute()
  const namen = groupBy(deelnemers, (one) => [one.evaluatieId, deelnemerText(one)])
  return rows.map(
    (row) => ({ ...row, deelnemers: namen.get(row.id) ?? [] }) as PlanDetail['evaluaties'][number],
  )
}

function deelnemerText(one: { soort: string; naam: string | null; organisatie: string | null }): string {
  if (one.soort === 'client') return soorten.client
  if (one.soort === 'organisatie') return [one.naam, one.organisatie].filter(Boolean).join(', ')
  return `${one.naam} (${soorten[one.soort as keyof typeof deelnemersoorten].toLowerCase()})`
}

/** What can be chosen in the forms of one plan. */
export async function findPlankeuzes(work: Work, id: Id): Promise<z.output<typeof Plankeuzes> | Rejection> {
  const row = await work.db.selectFrom('plan').select('persoon_id').where('id', '=', id).executeTakeFirst()
  if (!row) return notFound('Dit ondersteuningsplan')
  work.saw(row.persoon_id)
  const keuzes = await work.db
    .selectFrom('keuze')
    .select(['lijst', 'code', 'naam'])
    .where('regio_id', '=', work.regioId)
    .where('lijst', 'in', ['leefgebied', 'bouwsteen'])
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .orderBy('volgorde')
    .orderBy('code')
    .execute()
  const van = (lijst: string) =>
    keuzes.filter((one) => one.lijst === lijst).map(({ code, naam }) => ({ code, naam }))
  return {
    leefgebieden: van('leefgebied'),
    bouwstenen: van('bouwsteen'),
    organisaties: await listBetrokkenOrganisaties(work, row.persoon_id),
  }
}
