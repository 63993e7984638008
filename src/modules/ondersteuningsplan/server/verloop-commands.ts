import type { Work } from '../../../platform/work.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import type { EvaluatieInvoer, MetingInvoer, ReactieInvoer } from '../domain/contract.ts'
import { checkDag, checkVolgende, dubbeleScores } from '../domain/rules.ts'
import { listBetrokkenOrganisaties } from './betrokken.ts'
import { type Gedaan, lockPlan, type Op, recordPlan } from './lock.ts'
import {
  findGeldende,
  findInBewerking,
  insertEvaluatie,
  insertReactie,
  insertScores,
  type PlanRow,
  updatePlan,
} from './store.ts'

/** PLAN-07: a score of 1 to 5 per leefgebied on a day. */
export async function addMeting(work: Work, input: Op<MetingInvoer>): Promise<Gedaan | Rejection> {
  const plan = await lockPlan(work, input.planId, null)
  if (isRejection(plan)) return plan
  const faults = dubbeleScores(input.scores)
  const refused =
    checkOrganisatie(work) ??
    checkDag(input.op, work.today) ??
    (faults.length > 0
      ? reject('score_dubbel', 'Een leefgebied staat er twee keer.', { faults, status: 422 })
      : undefined) ??
    (await checkLeefgebieden(work, input))
  if (refused) return refused
  const failed = await insertScores(work, plan, input)
  if (failed) return failed
  await recordPlan(work, 'PlanGemeten', {
    plan,
    op: input.op,
    gegevens: { leefgebieden: input.scores.map((one) => one.leefgebied) },
  })
  // Adds only: who writes in the plan meanwhile goes on undisturbed.
  return { id: plan.id, versie: plan.versie }
}

async function checkLeefgebieden(work: Work, input: MetingInvoer): Promise<undefined | Rejection> {
  for (const [index, { leefgebied }] of input.scores.entries())
    if (!(await isKeuze(work, 'leefgebied', leefgebied, input.op)))
      return reject('keuze_onbekend', 'Kies een leefgebied uit de lijst.', {
        field: `scores.${index}.leefgebied`,
        status: 422,
      })
  return undefined
}

function checkOrganisatie(work: Work): undefined | Rejection {
  if (work.vrager.organisatieId !== null) return undefined
  return reject('alleen_een_organisatie', 'Alleen een medewerker van een organisatie legt dit vast.', {
    status: 403,
  })
}

/** A talk about the version that holds: who was there, what came out, and when the next one is. */
export async function addEvaluatie(work: Work, input: Op<EvaluatieInvoer>): Promise<Gedaan | Rejection> {
  const plan = await lockPlan(work, input.planId, input.versie)
  if (isRejection(plan)) return plan
  const geldend = await findGeldende(work, plan.id)
  if (!geldend)
    return reject(
      'nog_geen_versie',
      'Er geldt nog geen versie van dit plan. Leg eerst het akkoord van de cliënt en de begeleider vast.',
    )
  const refused =
    checkOrganisatie(work) ??
    checkDag(input.op, work.today, { voor: plan.begonnen_op, wat: 'Het plan begon op' }) ??
    checkVolgende(input.volgendeOp, input.op, work.today) ??
    (await checkDeelnemers(work, plan, input))
  if (refused) return refused
  const failed = await insertEvaluatie(work, plan, { ...input, versieId: geldend.id })
  if (failed) return failed
  const versie = await updatePlan(work, plan, { evaluatie_op: input.volgendeOp })
  await recordPlan(work, 'PlanBesproken', {
    plan,
    op: input.op,
    gegevens: {
      versie,
      besluit: input.besluit,
      volgendeOp: input.volgendeOp,
      metClient: input.deelnemers.some((one) => one.soort === 'client'),
      wijzigingen: { evaluatie_op: [plan.evaluatie_op, input.volgendeOp] },
    },
  })
  return { id: plan.id, versie }
}

async function checkDeelnemers(
  work: Work,
  plan: PlanRow,
  input: EvaluatieInvoer,
): Promise<undefined | Rejection> {
  const betrokken = await listBetrokkenOrganisaties(work, plan.persoon_id)
  const index = input.deelnemers.findIndex(
    (one) => one.soort === 'organisatie' && !betrokken.some(({ id }) => id === one.organisatieId),
  )
  if (index < 0) return undefined
  return reject('keuze_onbekend', 'Kies een organisatie die bij deze cliënt betrokken is.', {
    field: `deelnemers.${index}.organisatieId`,
    status: 422,
  })
}

/** PLAN-08: what the cliënt thinks of the plan, in the own words. */
export async function addReactie(work: Work, input: Op<ReactieInvoer>): Promise<Gedaan | Rejection> {
  const plan = await lockPlan(work, input.planId, null)
  if (isRejection(plan)) return plan
  const row = (await findInBewerking(work, plan.id)) ?? (await findGeldende(work, plan.id))
  if (!row) return notFound('Deze versie van het plan')
  const refused =
    checkDag(input.op, work.today, { voor: plan.begonnen_op, wat: 'Het plan begon op' }) ??
    (input.leefgebied && !(await isKeuze(work, 'leefgebied', input.leefgebied))
      ? reject('keuze_onbekend', 'Kies een leefgebied uit de lijst.', { field: 'leefgebied', status: 422 })
      : undefined)
  if (refused) return refused
  await insertReactie(work, {
    versieId: row.id,
    persoonId: plan.persoon_id,
    op: input.op,
    hoe: input.hoe,
    leefgebied: input.leefgebied || null,
    tekst: input.eigenWoorden,
  })
  await recordPlan(work, 'PlanReactie', { plan, op: input.op, gegevens: { hoe: input.hoe } })
  return { id: plan.id, versie: plan.versie }
}
