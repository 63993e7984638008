import type { Insertable, Selectable, Updateable } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { DB } from '../../../platform/db/tables.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { type Rejection, reject } from '../../../shared/rejection.ts'
import { inBewerking } from '../domain/toestanden.ts'

// The only place that writes plan, plan_versie, doel, score, evaluatie, evaluatie_deelnemer and plan_reactie.

export type PlanRow = Selectable<DB['plan']>
export type VersieRow = Selectable<DB['plan_versie']>
export type DoelRow = Selectable<DB['doel']>

const constraints = {
  plan_een_per_persoon: reject(
    'plan_bestaat_al',
    'Deze cliënt heeft al een ondersteuningsplan. Schrijf daarin verder.',
  ),
  plan_versie_een_in_bewerking: reject(
    'versie_in_bewerking',
    'Er is al een nieuwe versie in bewerking. Ga daarmee verder.',
  ),
  score_een_per_dag: reject(
    'score_bestaat_al',
    'Voor een van deze leefgebieden staat op deze dag al een score. Kies een andere dag.',
    { field: 'op', status: 422 },
  ),
  evaluatie_deelnemer_een_keer: reject(
    'deelnemer_dubbel',
    'Een van de deelnemers staat er twee keer. Haal er één weg.',
    { field: 'deelnemers', status: 422 },
  ),
} as const

const stempel = (work: Work) => ({ gewijzigd_op: work.now, gewijzigd_door: work.vrager.gebruikerId })
const vastgelegd = (work: Work) => ({ vastgelegd_op: work.now, vastgelegd_door: work.vrager.gebruikerId })

/** A plan with its first version, in concept. */
export async function insertPlan(
  work: Work,
  input: { persoonId: Id; op: string },
): Promise<{ id: Id } | Rejection> {
  const id = work.newId()
  return catchConstraint(
    (async () => {
      await work.db
        .insertInto('plan')
        .values({
          id,
          regio_id: work.regioId,
          persoon_id: input.persoonId,
          begonnen_op: input.op,
          aangemaakt_op: work.now,
          ...stempel(work),
        })
        .execute()
      await insertVersie(work, { plan_id: id, persoon_id: input.persoonId, nummer: 1 })
      return { id }
    })(),
    constraints,
  )
}

export async function insertVersie(
  work: Work,
  values: Pick<Insertable<DB['plan_versie']>, 'plan_id' | 'persoon_id' | 'nummer'> &
    Updateable<DB['plan_versie']>,
): Promise<Id | Rejection> {
  const id = work.newId()
  return catchConstraint(
    work.db
      .insertInto('plan_versie')
      .values({
        ...values,
        id,
        regio_id: work.regioId,
        status: 'concept',
        aangemaakt_op: work.now,
        ...stempel(work),
      })
      .execute()
      .then(() => id),
    constraints,
  )
}

/** The plan, locked; undefined when it does not exist or the asker may not see it. */
export function lockPlanRow(work: Work, id: Id): Promise<PlanRow | undefined> {
  return work.db.selectFrom('plan').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Writes on a plan that the caller locked, and raises its version. */
export async function updatePlan(
  work: Work,
  row: { id: Id; versie: number },
  values: Updateable<DB['plan']> = {},
): Promise<number> {
  const versie = row.versie + 1
  await work.db
    .updateTable('plan')
    .set({ ...values, versie, ...stempel(work) })
    .where('id', '=', row.id)
    .execute()
  return versie
}

export function findInBewerking(work: Work, planId: Id): Promise<VersieRow | undefined> {
  return work.db
    .selectFrom('plan_versie')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('status', 'in', [...inBewerking])
    .executeTakeFirst()
}

export function findGeldende(work: Work, planId: Id): Promise<VersieRow | undefined> {
  return work.db
    .selectFrom('plan_versie')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('status', '=', 'vastgesteld')
    .executeTakeFirst()
}

export async function updateVersie(work: Work, id: Id, values: Updateable<DB['plan_versie']>): Promise<void> {
  await work.db
    .updateTable('plan_versie')
    .set({ ...values, ...stempel(work) })
    .where('id', '=', id)
    .execute()
}

/** Back to concept: who agreed did so to another text. */
export function clearAkkoorden(work: Work, id: Id): Promise<void> {
  return updateVersie(work, id, {
    status: 'concept',
    client_akkoord_op: null,
    client_akkoord_hoe: null,
    client_akkoord_door: null,
    vertegenwoordiger_naam: null,
    begeleider_akkoord_op: null,
    begeleider_akkoord_hoe: null,
    begeleider_id: null,
    begeleider_organisatie_id: null,
  })
}

export function listDoelRows(work: Work, versieId: Id): Promise<DoelRow[]> {
  return work.db
    .selectFrom('doel')
    .selectAll()
    .where('plan_versie_id', '=', versieId)
    .orderBy('volgnummer')
    .execute()
}

export type Doelwaarden = Omit<
  Insertable<DB['doel']>,
  'id' | 'regio_id' | 'plan_versie_id' | 'persoon_id' | 'volgnummer'
>

export async function insertDoelen(
  work: Work,
  versie: { id: Id; persoonId: Id; na: number },
  doelen: readonly Doelwaarden[],
): Promise<Id[]> {
  if (doelen.length === 0) return []
  const rows = doelen.map((doel, index) => ({
    ...doel,
    id: work.newId(),
    regio_id: work.regioId,
    plan_versie_id: versie.id,
    persoon_id: versie.persoonId,
    volgnummer: versie.na + index + 1,
  }))
  await work.db.insertInto('doel').values(rows).execute()
  return rows.map((row) => row.id)
}

export function findDoel(work: Work, id: Id) {
  return work.db
    .selectFrom('doel as d')
    .innerJoin('plan_versie as v', 'v.id', 'd.plan_versie_id')
    .selectAll('d')
    .select(['v.plan_id', 'v.status as versie_status'])
    .where('d.id', '=', id)
    .executeTakeFirst()
}

export async function updateDoel(work: Work, id: Id, values: Updateable<DB['doel']>): Promise<void> {
  await work.db.updateTable('doel').set(values).where('id', '=', id).execute()
}

export async function deleteDoel(work: Work, id: Id): Promise<void> {
  await work.db.deleteFrom('doel').where('id', '=', id).execute()
}

export async function insertScores(
  work: Work,
  plan: PlanRow,
  input: {
    op: string
    scores: readonly { leefgebied: string; score: number; toelichting: string | null }[]
  },
): Promise<undefined | Rejection> {
  return catchConstraint(
    work.db
      .insertInto('score')
      .values(
        input.scores.map((one) => ({
          ...one,
          id: work.newId(),
          regio_id: work.regioId,
          plan_id: plan.id,
          persoon_id: plan.persoon_id,
          gemeten_op: input.op,
          organisatie_id: work.vrager.organisatieId!,
          ...vastgelegd(work),
        })),
      )
      .execute()
      .then(() => undefined),
    constraints,
  )
}

export interface NieuweEvaluatie {
  readonly versieId: Id
  readonly op: string
  readonly bevindingen: string
  readonly besluit: string
  readonly volgendeOp: string
  readonly deelnemers: readonly { soort: string; organisatieId: Id | null; naam: string | null }[]
}

export async function insertEvaluatie(
  work: Work,
  plan: PlanRow,
  input: NieuweEvaluatie,
): Promise<undefined | Rejection> {
  const id = work.newId()
  await work.db
    .insertInto('evaluatie')
    .values({
      id,
      regio_id: work.regioId,
      plan_id: plan.id,
      plan_versie_id: input.versieId,
      persoon_id: plan.persoon_id,
      op: input.op,
      bevindingen: input.bevindingen,
      besluit: input.besluit,
      volgende_op: input.volgendeOp,
      organisatie_id: work.vrager.organisatieId!,
      ...vastgelegd(work),
    })
    .execute()
  return catchConstraint(
    work.db
      .insertInto('evaluatie_deelnemer')
      .values(
        input.deelnemers.map((one) => ({
          id: work.newId(),
          regio_id: work.regioId,
          evaluatie_id: id,
          persoon_id: plan.persoon_id,
          soort: one.soort,
          organisatie_id: one.soort === 'organisatie' ? one.organisatieId : null,
          naam: one.soort === 'client' ? null : one.naam,
        })),
      )
      .execute()
      .then(() => undefined),
    constraints,
  )
}

export async function insertReactie(
  work: Work,
  input: { versieId: Id; persoonId: Id; op: string; hoe: string; leefgebied: string | null; tekst: string },
): Promise<void> {
  await work.db
    .insertInto('plan_reactie')
    .values({
      id: work.newId(),
      regio_id: work.regioId,
      plan_versie_id: input.versieId,
      persoon_id: input.persoonId,
      op: input.op,
      hoe: input.hoe,
      leefgebied: input.leefgebied,
      eigen_woorden: input.tekst,
      ...vastgelegd(work),
    })
    .execute()
}
