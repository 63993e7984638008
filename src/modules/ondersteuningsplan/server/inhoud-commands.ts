import { changesOf } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import { survivorOf } from '../../persoon/server/lookup.ts'
import type { DoelInvoer, InhoudInvoer, StartInvoer, UitkomstInvoer } from '../domain/contract.ts'
import { checkDag, checkPerspectief, checkVolgende } from '../domain/rules.ts'
import { type VersieToestand, waaromNiet } from '../domain/toestanden.ts'
import { listBetrokkenOrganisaties } from './betrokken.ts'
import { type Gedaan, lockPlan, lockVoorSchrijven, type Op, readPlannen, recordPlan } from './lock.ts'
import {
  type Doelwaarden,
  deleteDoel,
  findDoel,
  insertDoelen,
  insertPlan,
  listDoelRows,
  updateDoel,
  updatePlan,
  updateVersie,
} from './store.ts'

/** One plan per person (PLAN-06): over merged files too. */
export async function startPlan(
  work: Work,
  input: StartInvoer & { readonly persoonId: Id },
): Promise<Gedaan | Rejection> {
  const persoonId = await survivorOf(work, input.persoonId)
  const persoon = await work.db
    .selectFrom('persoon')
    .select('id')
    .where('id', '=', persoonId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!persoon) return notFound('Deze cliënt')
  const { geldend } = await readPlannen(work, persoonId)
  if (geldend)
    return reject('plan_bestaat_al', 'Deze cliënt heeft al een ondersteuningsplan. Schrijf daarin verder.')
  const refused = checkDag(input.op, work.today)
  if (refused) return refused
  const made = await insertPlan(work, { persoonId, op: input.op })
  if (isRejection(made)) return made
  await recordPlan(work, 'PlanBegonnen', {
    plan: { id: made.id, persoon_id: persoonId },
    op: input.op,
    gegevens: { versie: 1 },
  })
  return { id: made.id, versie: 1 }
}

/** Texts of the cliënt stay out of the book of events: it says only that they were changed. */
const ingevuld = (text: string | null) => (text === null ? null : { lengte: text.length })

export async function writeInhoud(work: Work, input: Op<InhoudInvoer>): Promise<Gedaan | Rejection> {
  const found = await lockVoorSchrijven(work, input.planId, input.versie)
  if (isRejection(found)) return found
  const { plan, row } = found
  const refused =
    checkPerspectief(input) ??
    (input.evaluatieOp === null
      ? undefined
      : checkVolgende(input.evaluatieOp, plan.begonnen_op, work.today, 'evaluatieOp'))
  if (refused) return refused
  await updateVersie(work, row.id, {
    eigen_verhaal: input.eigenVerhaal,
    perspectief: input.perspectief,
    perspectief_woorden: input.perspectiefWoorden,
    perspectief_motivering: input.perspectiefMotivering,
    evaluatie_op: input.evaluatieOp,
  })
  const versie = await updatePlan(work, plan)
  await recordPlan(work, 'PlanGeschreven', {
    plan,
    op: work.today,
    gegevens: {
      versie,
      wijzigingen: changesOf(
        {
          perspectief: row.perspectief,
          evaluatie_op: row.evaluatie_op,
          eigen_verhaal: ingevuld(row.eigen_verhaal),
          perspectief_woorden: ingevuld(row.perspectief_woorden),
          perspectief_motivering: ingevuld(row.perspectief_motivering),
        },
        {
          perspectief: input.perspectief,
          evaluatie_op: input.evaluatieOp,
          eigen_verhaal: ingevuld(input.eigenVerhaal),
          perspectief_woorden: ingevuld(input.perspectiefWoorden),
          perspectief_motivering: ingevuld(input.perspectiefMotivering),
        },
      ),
    },
  })
  return { id: plan.id, versie }
}

export async function addDoel(work: Work, input: Op<DoelInvoer>): Promise<Gedaan | Rejection> {
  const found = await lockVoorSchrijven(work, input.planId, input.versie)
  if (isRejection(found)) return found
  const { plan, row } = found
  const refused = await checkDoelkeuzes(work, plan.persoon_id, input)
  if (refused) return refused
  const doelen = await listDoelRows(work, row.id)
  await insertDoelen(work, { id: row.id, persoonId: plan.persoon_id, na: doelen.at(-1)?.volgnummer ?? 0 }, [
    { ...waardenVan(input), sinds: work.today, stand: 'loopt' },
  ])
  return finishDoel(work, plan, 'PlanDoelToegevoegd', [null, input.leefgebied])
}

export async function editDoel(
  work: Work,
  input: DoelInvoer & { readonly doelId: Id },
): Promise<Gedaan | Rejection> {
  const doel = await findDoel(work, input.doelId)
  if (!doel) return notFound('Dit doel')
  const found = await lockVoorSchrijven(work, doel.plan_id, input.versie)
  if (isRejection(found)) return found
  const refused =
    checkVersieVan(doel, found.row.id) ?? (await checkDoelkeuzes(work, found.plan.persoon_id, input, doel))
  if (refused) return refused
  await updateDoel(work, doel.id, waardenVan(input))
  return finishDoel(work, found.plan, 'PlanDoelGewijzigd', [doel.leefgebied, input.leefgebied])
}

export async function removeDoel(
  work: Work,
  input: { readonly doelId: Id; readonly versie: number },
): Promise<Gedaan | Rejection> {
  const doel = await findDoel(work, input.doelId)
  if (!doel) return notFound('Dit doel')
  const found = await lockVoorSchrijven(work, doel.plan_id, input.versie)
  if (isRejection(found)) return found
  const refused = checkVersieVan(doel, found.row.id)
  if (refused) return refused
  await deleteDoel(work, doel.id)
  return finishDoel(work, found.plan, 'PlanDoelVerwijderd', [doel.leefgebied, null])
}

/** How a goal went, in the version that holds: nothing that was agreed changes. */
export async function finishDoelUitkomst(
  work: Work,
  input: UitkomstInvoer & { readonly doelId: Id },
): Promise<Gedaan | Rejection> {
  const doel = await findDoel(work, input.doelId)
  if (!doel) return notFound('Dit doel')
  const plan = await lockPlan(work, doel.plan_id, input.versie)
  if (isRejection(plan)) return plan
  const reden = waaromNiet(doel.versie_status as VersieToestand, 'afronden')
  const refused =
    (reden ? reject('kan_nu_niet', reden) : undefined) ??
    (doel.stand === 'loopt' ? undefined : reject('doel_al_klaar', 'Dit doel is al afgerond.')) ??
    checkDag(input.op, work.today, { voor: doel.sinds, wat: 'Dit doel staat in het plan sinds' })
  if (refused) return refused
  await updateDoel(work, doel.id, { stand: input.stand, stand_op: input.op, uitkomst: input.uitkomst })
  const versie = await updatePlan(work, plan)
  await recordPlan(work, 'PlanDoelAfgerond', {
    plan,
    op: input.op,
    gegevens: { versie, stand: input.stand, wijzigingen: { stand: [doel.stand, input.stand] } },
  })
  return { id: plan.id, versie }
}

async function finishDoel(
  work: Work,
  plan: Parameters<typeof updatePlan>[1] & { persoon_id: Id },
  soort: string,
  doel: readonly [string | null, string | null],
): Promise<Gedaan> {
  const versie = await updatePlan(work, plan)
  await recordPlan(work, soort, { plan, op: work.today, gegevens: { versie, wijzigingen: { doel } } })
  return { id: plan.id, versie }
}

function waardenVan(input: DoelInvoer): Omit<Doelwaarden, 'sinds' | 'stand'> {
  return {
    leefgebied: input.leefgebied,
    soort: input.soort,
    eigen_woorden: input.eigenWoorden,
    afspraken: input.afspraken,
    bouwsteen: input.bouwsteen || null,
    organisatie_id: input.organisatieId,
    herstel: input.herstel,
    positieve_gezondheid: input.positieveGezondheid,
  }
}

function checkVersieVan(doel: { plan_versie_id: Id }, versieId: Id): undefined | Rejection {
  if (doel.plan_versie_id === versieId) return undefined
  return reject(
    'doel_staat_vast',
    'Dit doel staat in een versie die is vastgesteld. Wijzig het in de nieuwe versie.',
  )
}

/** What was chosen before stays allowed, also when the region ended it or the organisation left. */
async function checkDoelkeuzes(
  work: Work,
  persoonId: Id,
  input: DoelInvoer,
  voor?: { leefgebied: string; bouwsteen: string | null; organisatie_id: Id | null },
): Promise<undefined | Rejection> {
  const fout = (field: string, message: string) => reject('keuze_onbekend', message, { field, status: 422 })
  if (input.leefgebied !== voor?.leefgebied && !(await isKeuze(work, 'leefgebied', input.leefgebied)))
    return fout('leefgebied', 'Kies een leefgebied uit de lijst.')
  if (
    input.bouwsteen &&
    input.bouwsteen !== voor?.bouwsteen &&
    !(await isKeuze(work, 'bouwsteen', input.bouwsteen))
  )
    return fout('bouwsteen', 'Kies een bouwsteen uit de lijst.')
  if (input.organisatieId === null || input.organisatieId === voor?.organisatie_id) return undefined
  const betrokken = await listBetrokkenOrganisaties(work, persoonId)
  return betrokken.some((one) => one.id === input.organisatieId)
    ? undefined
    : fout('organisatieId', 'Kies een organisatie die bij deze cliënt betrokken is.')
}
