import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { listDossierIds, survivorOf } from '../../persoon/server/lookup.ts'
import { geldendPlan } from '../domain/rules.ts'
import { type VersieActie, type VersieToestand, waaromNiet } from '../domain/toestanden.ts'
import {
  clearAkkoorden,
  findGeldende,
  findInBewerking,
  lockPlanRow,
  type PlanRow,
  type VersieRow,
} from './store.ts'

export type Gedaan = { id: Id; versie: number }
export type Op<T> = T & { readonly planId: Id }

/** The plan that holds over all files of a person, with every other one. */
export async function readPlannen(work: Work, persoonId: Id) {
  const dossiers = await listDossierIds(work, persoonId)
  const plannen =
    dossiers.length === 0
      ? []
      : await work.db
          .selectFrom('plan')
          .select(['id', 'persoon_id as persoonId', 'begonnen_op as begonnenOp'])
          .where('persoon_id', 'in', dossiers)
          .execute()
  const geldend = geldendPlan(plannen, await survivorOf(work, persoonId))
  return { dossiers, plannen, geldend }
}

/** The plan locked, with the version that the editor saw; null for what only adds. */
export async function lockPlan(work: Work, id: Id, versie: number | null): Promise<PlanRow | Rejection> {
  const row = await lockPlanRow(work, id)
  if (!row) return notFound('Dit ondersteuningsplan')
  work.saw(row.persoon_id)
  if (versie !== null && row.versie !== versie) return conflict(work, 'plan', row.id, versie)
  const { geldend } = await readPlannen(work, row.persoon_id)
  if (geldend?.id !== row.id)
    return reject(
      'plan_van_ander_dossier',
      'Dit plan hoort bij een dossier dat is samengevoegd. Schrijf verder in het plan dat geldt.',
    )
  return row
}

/** The version in which `actie` can be done now, of a plan that is locked. */
export async function findVoor(work: Work, planId: Id, actie: VersieActie): Promise<VersieRow | Rejection> {
  const bewerking = await findInBewerking(work, planId)
  const geldend = await findGeldende(work, planId)
  const row = actie === 'meegeven' || actie === 'afronden' ? (geldend ?? bewerking) : (bewerking ?? geldend)
  if (!row) return notFound('Deze versie van het plan')
  const reden = waaromNiet(row.status as VersieToestand, actie)
  return reden ? reject('kan_nu_niet', reden) : row
}

/** The plan and the version in which may be written now; agreements to another text are gone. */
export async function lockVoorSchrijven(
  work: Work,
  planId: Id,
  versie: number,
): Promise<{ plan: PlanRow; row: VersieRow } | Rejection> {
  const plan = await lockPlan(work, planId, versie)
  if (isRejection(plan)) return plan
  const row = await findVoor(work, plan.id, 'schrijven')
  if (isRejection(row)) return row
  if (row.status !== 'concept') await clearAkkoorden(work, row.id)
  return { plan, row }
}

export async function recordPlan(
  work: Work,
  soort: string,
  input: { plan: { id: Id; persoon_id: Id }; op: string; gegevens: Record<string, unknown> },
): Promise<void> {
  await work.record({
    soort,
    onderwerpSoort: 'plan',
    onderwerpId: input.plan.id,
    persoonId: input.plan.persoon_id,
    op: input.op,
    gegevens: input.gegevens,
  })
}
