import type { z } from 'zod'
import { openChanges } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addMonths, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { applyMaatregelen } from '../domain/ingreep.ts'
import type { Maatregel, MaatregelInvoer, MaatregelWijziging } from '../domain/maatregel.ts'
import type { postKopie, postScenario, putScenario } from '../domain/scenario-contract.ts'
import { freezeUitgangspunt } from '../domain/uitgangspunt.ts'
import { readKetenproducten } from './ketenfeiten.ts'
import { readIjking } from './queries.ts'
import {
  findScenario,
  findUitgangspunt,
  insertScenario,
  keepUitgangspunt,
  lockScenario,
  lockScenarioMet,
  type ScenarioRij,
  updateScenario,
} from './scenario-store.ts'

type Gedaan = { readonly id: Id; readonly versie: number }
const MEESTE_MAATREGELEN = 30

function record(work: Work, soort: string, id: Id, gegevens: Record<string, unknown> = {}) {
  return work.record({ soort, onderwerpSoort: 'scenario', onderwerpId: id, op: work.today, gegevens })
}

/** First days of the months of so many years from the month after a day. */
function maandenNa(peildatum: PlainDate, jaren: number): PlainDate[] {
  const first = addMonths(`${peildatum.slice(0, 8)}01`, 1)
  return Array.from({ length: 12 * jaren + 1 }, (_, m) => addMonths(first, m))
}

/** Keeps the chain as it is today. */
async function freezeVandaag(work: Work, jaren: number): Promise<Id | Rejection> {
  const { feiten, ijking } = await readIjking(work)
  const alle = await readKetenproducten(work, work.today)
  const { uitgangspunt, fout } = freezeUitgangspunt(ijking, feiten, alle, maandenNa(work.today, jaren))
  if (!uitgangspunt) return reject('keten_rekent_niet', fout, { status: 422, field: 'naam' })
  return keepUitgangspunt(work, uitgangspunt, jaren)
}

export async function makeScenario(
  work: Work,
  { jaren, ...input }: z.output<(typeof postScenario)['body']>,
): Promise<Gedaan | Rejection> {
  const uitgangspuntId = await freezeVandaag(work, jaren)
  if (isRejection(uitgangspuntId)) return uitgangspuntId
  const id = await insertScenario(work, { ...input, uitgangspuntId, maatregelen: [] })
  await record(work, 'ScenarioGemaakt', id)
  return { id, versie: 1 }
}

export async function changeScenario(
  work: Work,
  { id, versie, ...values }: z.output<(typeof putScenario)['body']> & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const scenario = await lockScenario(work, id)
  if (!scenario) return notFound('Dit scenario')
  if (values.isGedeeld !== scenario.isGedeeld && scenario.gemaaktDoor !== work.vrager.gebruikerId)
    return reject('niet_van_u', 'Alleen wie het scenario maakte, deelt het of houdt het weer voor zich.', {
      status: 403,
      field: 'isGedeeld',
    })
  const nieuw = await updateScenario(work, { id, versie }, values)
  if (isRejection(nieuw)) return nieuw
  const wijzigingen = openChanges({ ...scenario }, values, ['toelichting'])
  await record(work, 'ScenarioGewijzigd', id, { versie: nieuw, wijzigingen })
  return { id, versie: nieuw }
}

export async function removeScenario(
  work: Work,
  { id, versie }: { readonly id: Id; readonly versie: number },
): Promise<Gedaan | Rejection> {
  const scenario = await lockScenario(work, id)
  if (!scenario) return notFound('Dit scenario')
  if (scenario.gemaaktDoor !== work.vrager.gebruikerId)
    return reject('niet_van_u', 'Alleen wie het scenario maakte, doet het weg.', { status: 403 })
  const nieuw = await updateScenario(work, { id, versie }, { verwijderdOp: work.now })
  if (isRejection(nieuw)) return nieuw
  await record(work, 'ScenarioVerwijderd', id, { versie: nieuw })
  return { id, versie: nieuw }
}

/** A copy starts from the same chain, so that both can be laid side by side; or from today, with the same measures. */
export async function copyScenario(
  work: Work,
  { id, naam, opVandaag }: z.output<(typeof postKopie)['body']> & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const scenario = await findScenario(work, id)
  if (!scenario) return notFound('Dit scenario')
  const uitgangspuntId = opVandaag ? await freezeVandaag(work, scenario.jaren) : scenario.uitgangspuntId
  if (isRejection(uitgangspuntId)) return uitgangspuntId
  const { toelichting, indicator } = scenario
  const maatregelen = scenario.maatregelen.map((maatregel) => ({ ...maatregel, id: work.newId() }))
  const kopie = await insertScenario(work, {
    uitgangspuntId,
    naam,
    toelichting,
    indicator,
    maatregelen,
    kopieVan: id,
  })
  await record(work, 'ScenarioGekopieerd', kopie, { van: id })
  return { id: kopie, versie: 1 }
}

export async function addMaatregel(
  work: Work,
  { scenarioId, ...invoer }: MaatregelInvoer & { readonly scenarioId: Id },
): Promise<Gedaan | Rejection> {
  // Taken as it stands under the lock: two people who each add a measure both keep theirs.
  const scenario = await lockScenario(work, scenarioId)
  if (!scenario) return notFound('Dit scenario')
  if (scenario.maatregelen.length >= MEESTE_MAATREGELEN)
    return reject('te_veel_maatregelen', `Een scenario heeft hooguit ${MEESTE_MAATREGELEN} maatregelen.`, {
      status: 422,
      field: 'naam',
    })
  const nieuw: Maatregel = { ...invoer, id: work.newId() }
  return keepMaatregelen(work, scenario, [...scenario.maatregelen, nieuw], nieuw.id)
}

export async function changeMaatregel(
  work: Work,
  { id, versie, ...invoer }: MaatregelWijziging & { readonly id: Id },
): Promise<Gedaan | Rejection> {
  const scenario = await lockScenarioMet(work, id)
  if (!scenario) return notFound('Deze maatregel')
  const maatregelen = scenario.maatregelen.map((one) => (one.id === id ? { ...invoer, id } : one))
  return keepMaatregelen(work, { ...scenario, versie }, maatregelen, id)
}

export async function removeMaatregel(work: Work, { id }: { readonly id: Id }): Promise<Gedaan | Rejection> {
  const scenario = await lockScenarioMet(work, id)
  if (!scenario) return notFound('Deze maatregel')
  return keepMaatregelen(
    work,
    scenario,
    scenario.maatregelen.filter((one) => one.id !== id),
    null,
  )
}

async function keepMaatregelen(
  work: Work,
  scenario: ScenarioRij,
  maatregelen: readonly Maatregel[],
  geraakt: Id | null,
): Promise<Gedaan | Rejection> {
  const fout = await faultOf(work, scenario, maatregelen, geraakt)
  if (fout) return fout
  const versie = await updateScenario(work, scenario, { maatregelen })
  if (isRejection(versie)) return versie
  const namen = (van: readonly Maatregel[]) => van.map(({ naam }) => naam).join('; ')
  await record(work, 'ScenarioMaatregelen', scenario.id, {
    versie,
    wijzigingen: { maatregelen: [namen(scenario.maatregelen), namen(maatregelen)] },
  })
  return { id: scenario.id, versie }
}

/** What the chain can not be computed with, at the field of the measure that was changed. */
async function faultOf(
  work: Work,
  { uitgangspuntId }: ScenarioRij,
  maatregelen: readonly Maatregel[],
  geraakt: Id | null,
): Promise<Rejection | undefined> {
  const { fouten } = applyMaatregelen(await findUitgangspunt(work, uitgangspuntId), maatregelen)
  const fout = fouten.find(({ maatregel }) => maatregel === geraakt)
  return fout && reject('maatregel_past_niet', fout.bericht, { status: 422, field: fout.veld })
}
