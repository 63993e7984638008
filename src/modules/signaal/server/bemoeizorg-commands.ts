import { changesOf } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import type { Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import { endBetrokkenheid, giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { getPersoonKern } from '../../persoon/server/lookup.ts'
import type { BemoeizorgInvoer, PlanInvoer, StopInvoer, WegingInvoer } from '../domain/bemoeizorg-contract.ts'
import { decideWeging } from '../domain/rules.ts'
import { type BemoeizorgActie, canBemoeizorg } from '../domain/toestanden.ts'
import { type BemoeizorgRow, insertRow, insertWeging, lockRow, updateRow } from './store.ts'

type Gedaan = { id: Id; versie: number }
type Weging = Omit<WegingInvoer, 'versie'>

/** Whether the own organisation carries out help (its own ground) or works for the college. */
export async function isAanbieder(work: Work): Promise<boolean> {
  const row = await work.db
    .selectFrom('organisatie')
    .select('soort')
    .where('id', '=', work.vrager.organisatieId)
    .executeTakeFirst()
  return row?.soort === 'aanbieder'
}

async function decide(work: Work, input: Weging): Promise<{ artikel: string } | Rejection> {
  return decideWeging({
    ...input,
    isAanbieder: await isAanbieder(work),
    termijn: (await getTermijn(work, 'bemoeizorg_heroverwegen')) as Termijn,
    today: work.today,
  })
}

const wegingColumns = (input: Weging, artikel: string) => ({
  grond: input.grond,
  artikel,
  noodzaak: input.noodzaak,
  niet_met_minder: input.nietMetMinder,
  informeren: input.informeren,
  heroverwegen_voor: input.heroverwegenVoor,
})

/** Begins bemoeizorg for somebody who is in sight, on a weighing that is written down with it. */
export async function beginBemoeizorg(
  work: Work,
  input: BemoeizorgInvoer & { persoonId: Id },
): Promise<Gedaan | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const decided = await decide(work, input)
  if (isRejection(decided)) return decided
  const id = work.newId()
  const weging_id = work.newId()
  const made = await insertRow(work, 'bemoeizorg', {
    id,
    persoon_id: persoon.id,
    organisatie_id: work.vrager.organisatieId!,
    trekker_id: work.vrager.gebruikerId!,
    begonnen_op: work.today,
    zorgen: input.zorgen,
    plan: input.plan,
    weging_id,
  })
  if (isRejection(made)) return made
  await insertWeging(work, {
    id: weging_id,
    bemoeizorg_id: id,
    persoon_id: persoon.id,
    ...wegingColumns(input, decided.artikel),
  })
  await giveBetrokkenheid(work, {
    persoonId: persoon.id,
    organisatieId: work.vrager.organisatieId!,
    doel: 'bemoeizorg',
    grond: input.grond,
    bronSoort: 'bemoeizorg',
    bronId: id,
  })
  await work.record({
    soort: 'BemoeizorgBegonnen',
    onderwerpSoort: 'bemoeizorg',
    onderwerpId: id,
    persoonId: persoon.id,
    op: work.today,
    gegevens: { versie: 1, artikel: decided.artikel },
  })
  return { id, versie: 1 }
}

async function lockVoor(work: Work, id: Id, actie: BemoeizorgActie): Promise<BemoeizorgRow | Rejection> {
  const row = await lockRow(work, 'bemoeizorg', id, 'Deze bemoeizorg')
  if (isRejection(row)) return row
  if (row.organisatie_id !== work.vrager.organisatieId)
    return reject('andere_organisatie', 'Een andere organisatie trekt dit plan. Neem contact met haar op.', {
      status: 403,
    })
  const mag = canBemoeizorg({ geeindigdOp: row.geeindigd_op }, actie)
  return mag.ok ? row : reject('kan_nu_niet', mag.reden)
}

async function save(
  work: Work,
  row: BemoeizorgRow,
  versieGezien: number,
  step: { soort: string; set: Partial<BemoeizorgRow>; gegevens?: Record<string, unknown> },
): Promise<Gedaan | Rejection> {
  const versie = await updateRow(work, 'bemoeizorg', { id: row.id, versie: versieGezien }, step.set)
  if (isRejection(versie)) return versie
  await work.record({
    soort: step.soort,
    onderwerpSoort: 'bemoeizorg',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: {
      ...step.gegevens,
      versie,
      wijzigingen: changesOf(row as unknown as Record<string, unknown>, step.set),
    },
  })
  return { id: row.id, versie }
}

export async function changePlan(work: Work, input: PlanInvoer & { id: Id }): Promise<Gedaan | Rejection> {
  const row = await lockVoor(work, input.id, 'bijwerken')
  if (isRejection(row)) return row
  const set = { zorgen: input.zorgen, plan: input.plan }
  return save(work, row, input.versie, { soort: 'BemoeizorgBijgewerkt', set })
}

/** The earlier weighings stay to read; the new one holds. */
export async function weighAgain(work: Work, input: WegingInvoer & { id: Id }): Promise<Gedaan | Rejection> {
  const row = await lockVoor(work, input.id, 'wegen')
  if (isRejection(row)) return row
  const decided = await decide(work, input)
  if (isRejection(decided)) return decided
  const weging_id = work.newId()
  const done = await save(work, row, input.versie, {
    soort: 'BemoeizorgGewogen',
    set: { weging_id },
    gegevens: { artikel: decided.artikel },
  })
  if (isRejection(done)) return done
  await insertWeging(work, {
    id: weging_id,
    bemoeizorg_id: row.id,
    persoon_id: row.persoon_id,
    ...wegingColumns(input, decided.artikel),
  })
  return done
}

export async function endBemoeizorg(work: Work, input: StopInvoer & { id: Id }): Promise<Gedaan | Rejection> {
  const row = await lockVoor(work, input.id, 'stoppen')
  if (isRejection(row)) return row
  const done = await save(work, row, input.versie, {
    soort: 'BemoeizorgGestopt',
    set: { geeindigd_op: work.today, eindreden: input.reden, eind_toelichting: input.toelichting },
  })
  if (!isRejection(done)) await endBetrokkenheid(work, { bronSoort: 'bemoeizorg', bronId: row.id })
  return done
}
