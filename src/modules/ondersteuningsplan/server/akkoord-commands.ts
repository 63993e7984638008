import type { Work } from '../../../platform/work.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { addTermijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import type { AkkoordInvoer, MeegeefInvoer, NieuweVersieInvoer } from '../domain/contract.ts'
import { checkAkkoord, checkDag } from '../domain/rules.ts'
import { naarVersie, type VersieToestand } from '../domain/toestanden.ts'
import { inhoudVan } from './inhoud.ts'
import { findVoor, type Gedaan, lockPlan, type Op, recordPlan } from './lock.ts'
import {
  findGeldende,
  findInBewerking,
  insertDoelen,
  insertVersie,
  listDoelRows,
  type PlanRow,
  updatePlan,
  updateVersie,
  type VersieRow,
} from './store.ts'

/** The cliënt or the begeleider agrees. With both the version holds, and replaces the one before. */
export async function giveAkkoord(work: Work, input: Op<AkkoordInvoer>): Promise<Gedaan | Rejection> {
  const plan = await lockPlan(work, input.planId, input.versie)
  if (isRejection(plan)) return plan
  const actie = input.wie === 'client' ? 'akkoord_client' : 'akkoord_begeleider'
  const row = await findVoor(work, plan.id, actie)
  if (isRejection(row)) return row
  const refused =
    (work.vrager.gebruikerId === null
      ? reject('alleen_een_begeleider', 'Alleen een begeleider legt een akkoord vast.', { status: 403 })
      : undefined) ??
    checkDag(input.op, work.today, { voor: plan.begonnen_op, wat: 'Het plan begon op' }) ??
    checkAkkoord(inhoudVan(row), (await listDoelRows(work, row.id)).length)
  if (refused) return refused
  const naar = naarVersie(row.status as VersieToestand, actie)!
  const akkoord = akkoordVan(work, input)
  if (naar === 'vastgesteld') return settle(work, plan, row, { akkoord, input })
  await updateVersie(work, row.id, { status: naar, ...akkoord })
  const versie = await updatePlan(work, plan)
  await recordAkkoord(work, plan, { input, versie, status: [row.status, naar] })
  return { id: plan.id, versie }
}

function akkoordVan(work: Work, input: AkkoordInvoer) {
  if (input.wie === 'begeleider')
    return {
      begeleider_akkoord_op: input.op,
      begeleider_akkoord_hoe: input.hoe,
      begeleider_id: work.vrager.gebruikerId,
      begeleider_organisatie_id: work.vrager.organisatieId,
    }
  return {
    client_akkoord_op: input.op,
    client_akkoord_hoe: input.hoe,
    client_akkoord_door: input.door,
    vertegenwoordiger_naam: input.door === 'vertegenwoordiger' ? input.vertegenwoordigerNaam : null,
  }
}

/** Both agreed: this version holds from today, and the next talk is planned. */
async function settle(
  work: Work,
  plan: PlanRow,
  row: VersieRow,
  { akkoord, input }: { akkoord: ReturnType<typeof akkoordVan>; input: AkkoordInvoer },
): Promise<Gedaan> {
  const vorige = await findGeldende(work, plan.id)
  if (vorige) await updateVersie(work, vorige.id, { status: 'vervangen', vervangen_op: work.today })
  await updateVersie(work, row.id, { status: 'vastgesteld', vastgesteld_op: work.today, ...akkoord })
  const evaluatieOp = await evaluatieVan(work, row.evaluatie_op, work.today)
  const versie = await updatePlan(work, plan, { evaluatie_op: evaluatieOp })
  await recordAkkoord(work, plan, { input, versie, status: [row.status, 'vastgesteld'] })
  await recordPlan(work, 'PlanVastgesteld', {
    plan,
    op: work.today,
    gegevens: { nummer: row.nummer, evaluatieOp },
  })
  return { id: plan.id, versie }
}

/** The day that the version names, when it still came on `op`, the day it began to hold; else the term of the region. */
export async function evaluatieVan(work: Work, gekozen: PlainDate | null, op: PlainDate): Promise<PlainDate> {
  if (gekozen && gekozen > op) return gekozen
  const { aantal, eenheid } = await getTermijn(work, 'plan_evaluatie', op)
  return addTermijn(op, { aantal, eenheid: eenheid as 'dagen' | 'weken' | 'maanden' })
}

async function recordAkkoord(
  work: Work,
  plan: PlanRow,
  { input, versie, status }: { input: AkkoordInvoer; versie: number; status: [string, string] },
): Promise<void> {
  await recordPlan(work, 'PlanAkkoord', {
    plan,
    op: input.op,
    gegevens: { versie, wie: input.wie, hoe: input.hoe, wijzigingen: { status } },
  })
}

/** The cliënt has the plan (PLAN-08): on paper, digitally, or it was read out. */
export async function handOutPlan(work: Work, input: Op<MeegeefInvoer>): Promise<Gedaan | Rejection> {
  const plan = await lockPlan(work, input.planId, input.versie)
  if (isRejection(plan)) return plan
  const row = await findVoor(work, plan.id, 'meegeven')
  if (isRejection(row)) return row
  const refused = checkDag(input.op, work.today, {
    voor: row.vastgesteld_op!,
    wat: 'Deze versie geldt sinds',
  })
  if (refused) return refused
  await updateVersie(work, row.id, {
    meegegeven_op: input.op,
    meegegeven_hoe: input.hoe,
    meegegeven_door: work.vrager.gebruikerId,
  })
  const versie = await updatePlan(work, plan)
  await recordPlan(work, 'PlanMeegegeven', {
    plan,
    op: input.op,
    gegevens: { versie, hoe: input.hoe, wijzigingen: { meegegeven_op: [row.meegegeven_op, input.op] } },
  })
  return { id: plan.id, versie }
}

/** A next version: everything that still holds comes along; the old one stays until both agree to the new one. */
export async function startVersie(work: Work, input: Op<NieuweVersieInvoer>): Promise<Gedaan | Rejection> {
  const plan = await lockPlan(work, input.planId, input.versie)
  if (isRejection(plan)) return plan
  const vorige = await findGeldende(work, plan.id)
  if (!vorige || (await findInBewerking(work, plan.id)))
    return reject('versie_in_bewerking', 'Er is al een versie in bewerking. Ga daarmee verder.')
  const made = await insertVersie(work, {
    plan_id: plan.id,
    persoon_id: plan.persoon_id,
    nummer: vorige.nummer + 1,
    reden: input.reden,
    eigen_verhaal: vorige.eigen_verhaal,
    perspectief: vorige.perspectief,
    perspectief_woorden: vorige.perspectief_woorden,
    perspectief_motivering: vorige.perspectief_motivering,
  })
  if (isRejection(made)) return made
  const lopend = (await listDoelRows(work, vorige.id)).filter((doel) => doel.stand === 'loopt')
  await insertDoelen(
    work,
    { id: made, persoonId: plan.persoon_id, na: 0 },
    lopend.map(
      ({ id: _, regio_id: __, plan_versie_id: ___, persoon_id: ____, volgnummer: _____, ...doel }) => doel,
    ),
  )
  const versie = await updatePlan(work, plan)
  await recordPlan(work, 'PlanVersieBegonnen', {
    plan,
    op: work.today,
    gegevens: {
      versie,
      nummer: vorige.nummer + 1,
      wijzigingen: { nummer: [vorige.nummer, vorige.nummer + 1] },
    },
  })
  return { id: plan.id, versie }
}
