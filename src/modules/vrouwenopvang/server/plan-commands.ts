import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { getPersoonKern, listDossierIds } from '../../persoon/server/lookup.ts'
import { Inhoud, type PlanInvoer } from '../domain/contract.ts'
import type { Afsluitreden } from '../domain/keuzes.ts'
import { naPlanActie, type PlanActie, type PlanToestand } from '../domain/toestanden.ts'
import { insertPlanversie, insertRij, lockRij, type Rij, updateRij } from './store.ts'
import { findAanspreekpunt } from './vo-feiten.ts'

type Gedaan = { id: Id; versie: number }

/** Makes the safety plan of a client who has a vast aanspreekpunt (VO-10). What it says is kept encrypted. */
export async function makePlan(
  work: Work,
  input: PlanInvoer & { readonly persoonId: Id },
): Promise<Gedaan | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const dossiers = await listDossierIds(work, persoon.id)
  const refused = checkDag(work, input)
  if (refused) return refused
  if (!(await findAanspreekpunt(work, dossiers)))
    return reject(
      'geen_aanspreekpunt',
      'Deze cliënt heeft nog geen vast aanspreekpunt. Begin eerst een traject; dat heeft er altijd een.',
    )
  const open = await work.db
    .selectFrom('veiligheidsplan')
    .select('id')
    .where('persoon_id', 'in', dossiers)
    .where('status', '=', 'loopt')
    .executeTakeFirst()
  if (open)
    return reject('plan_loopt_al', 'Deze cliënt heeft al een veiligheidsplan. Leg een nieuwe versie vast.')
  const id = work.newId()
  const failed = await insertRij(work, 'veiligheidsplan', {
    id,
    persoon_id: persoon.id,
    status: 'loopt',
    begonnen_op: input.opgesteldOp,
    bespreken_op: input.besprekenOp,
  })
  if (failed) return failed
  await addVersie(work, { id, persoon_id: persoon.id }, input)
  await record(work, { id, persoon_id: persoon.id }, 'VeiligheidsplanGemaakt', { versie: 1 })
  return { id, versie: 1 }
}

/** A new version; the ones before it stay. */
export async function revisePlan(
  work: Work,
  input: PlanInvoer & { readonly planId: Id; readonly versie: number },
): Promise<Gedaan | Rejection> {
  const row = await lockPlan(work, input, 'herzien')
  if (isRejection(row)) return row
  const refused = checkDag(work, input)
  if (refused) return refused
  if (input.opgesteldOp < row.begonnen_op)
    return reject('dag_onjuist', 'Een nieuwe versie is niet ouder dan het plan.', {
      field: 'opgesteldOp',
      status: 422,
    })
  const versie = await updateRij(work, 'veiligheidsplan', row, { bespreken_op: input.besprekenOp })
  if (isRejection(versie)) return versie
  await addVersie(work, row, input)
  const wijzigingen = { besprekenOp: [row.bespreken_op, input.besprekenOp] }
  await record(work, row, 'VeiligheidsplanHerzien', { versie, wijzigingen })
  return { id: row.id, versie }
}

export async function closePlan(
  work: Work,
  input: { readonly planId: Id; readonly versie: number; readonly reden: z.infer<typeof Afsluitreden> },
): Promise<Gedaan | Rejection> {
  const row = await lockPlan(work, input, 'afsluiten')
  if (isRejection(row)) return row
  const values = { status: 'afgesloten', afgesloten_op: work.today, afsluitreden: input.reden }
  const versie = await updateRij(work, 'veiligheidsplan', row, values)
  if (isRejection(versie)) return versie
  const wijzigingen = { status: ['loopt', 'afgesloten'] }
  await record(work, row, 'VeiligheidsplanAfgesloten', { versie, wijzigingen })
  return { id: row.id, versie }
}

async function lockPlan(
  work: Work,
  input: { readonly planId: Id; readonly versie: number },
  actie: PlanActie,
): Promise<Rij<'veiligheidsplan'> | Rejection> {
  const row = await lockRij(work, 'veiligheidsplan', { id: input.planId, versie: input.versie })
  if (isRejection(row)) return row
  if (naPlanActie(row.status as PlanToestand, actie)) return row
  return reject('plan_afgesloten', 'Dit veiligheidsplan is afgesloten. Maak een nieuw plan als dat nodig is.')
}

function checkDag(work: Work, input: PlanInvoer): undefined | Rejection {
  if (input.opgesteldOp <= work.today) return undefined
  return reject('dag_in_toekomst', 'De dag waarop het plan is gemaakt, kan niet in de toekomst liggen.', {
    field: 'opgesteldOp',
    status: 422,
  })
}

async function addVersie(work: Work, plan: { id: Id; persoon_id: Id }, input: PlanInvoer): Promise<void> {
  const { nummer } = await work.db
    .selectFrom('veiligheidsplan_versie')
    .select((e) => e.fn.countAll<number>().as('nummer'))
    .where('veiligheidsplan_id', '=', plan.id)
    .executeTakeFirstOrThrow()
  await insertPlanversie(work, {
    veiligheidsplan_id: plan.id,
    persoon_id: plan.persoon_id,
    nummer: Number(nummer) + 1,
    inhoud_versleuteld: work.cipher.encrypt(JSON.stringify(Inhoud.parse(input))),
    met_client: input.metClient,
    zonder_client_reden: input.metClient ? null : input.zonderClientReden!,
    opgesteld_op: input.opgesteldOp,
  })
}

async function record(
  work: Work,
  plan: { id: Id; persoon_id: Id },
  soort: string,
  gegevens: Record<string, unknown>,
): Promise<void> {
  await work.record({
    soort,
    onderwerpSoort: 'veiligheidsplan',
    onderwerpId: plan.id,
    persoonId: plan.persoon_id,
    op: work.today,
    gegevens,
  })
}
