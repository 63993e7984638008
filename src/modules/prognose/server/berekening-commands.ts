import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { type Arm, eersteArmen, type Gelopen, modelVan, type Opdracht, verder } from '../domain/berekening.ts'
import { applyMaatregelen } from '../domain/ingreep.ts'
import { joinDelen } from '../domain/loop.ts'
import { describeKeten, type Rekendeel } from '../domain/rekenen.ts'
import type { Uitgangspunt } from '../domain/uitgangspunt.ts'
import {
  type BerekeningRij,
  claimDeel,
  clearDelen,
  closeBerekening,
  countOpen,
  delenVan,
  findBerekening,
  type Gerekend,
  insertArmen,
  insertBerekening,
  insertDelen,
  keepDeel,
  listArmen,
  listBezig,
  listGerekend,
  type OpenDeel,
} from './berekening-store.ts'
import { runInTime, runOpdracht } from './rekenpool.ts'
import { findScenario, findUitgangspunt } from './scenario-store.ts'

export const TAAK = 'prognose-rekenen'

/** Everybody who computes on one starting point has the same luck: then scenarios can be laid side by side. */
const ZAAD = 20_260_101

/** Milliseconds that the asker waits for the first parts; on warm threads they take a tenth of that. */
const GEDULD = 1000

type Vraag = Pick<BerekeningRij, 'id' | 'opdracht' | 'maatregelen' | 'zaad'>

/** Puts a question in the queue: parts are worked out behind the screen, by as many processes as there are; the first ones at once. */
export async function startBerekening(
  work: Work,
  { scenarioId, ...opdracht }: Opdracht & { readonly scenarioId: Id },
  geduld = GEDULD,
): Promise<{ id: Id } | Rejection> {
  const scenario = await findScenario(work, scenarioId)
  if (!scenario) return notFound('Dit scenario')
  const punt = await findUitgangspunt(work, scenario.uitgangspuntId)
  const { maatregelen, uitgangspuntId } = scenario
  const vraag = opdracht as Opdracht
  const [fout] = applyMaatregelen(punt, maatregelen).fouten
  if (fout) return reject('maatregel_past_niet', fout.bericht, { status: 422 })
  if (maatregelen.length === 0 && vraag.soort === 'vergelijking')
    return reject('geen_maatregelen', 'Voeg eerst een maatregel toe: nu is er niets om te vergelijken.', {
      status: 422,
    })
  const armen = eersteArmen(vraag, punt)
  const eerste = modelVan(vraag, punt, maatregelen, armen[0]!)
  if (!eerste.model) return reject('keten_rekent_niet', eerste.fout, { status: 422, field: 'product' })
  const berekening = { opdracht: vraag, maatregelen, zaad: ZAAD }
  const id = await insertBerekening(work, { scenarioId, uitgangspuntId, ...berekening })
  const lopend = runEerste({ id, ...berekening }, punt, armen, geduld)
  const delen = await insertArmen(work, id, 0, armen)
  await enqueueDelen(work, id, delen - armen.length)
  const gelopen = await lopend
  for (const { deel, gerekend } of gelopen) await keepDeel(work, id, deel, gerekend)
  await enqueueDelen(work, id, armen.length - gelopen.length)
  await work.record({
    soort: 'BerekeningGevraagd',
    onderwerpSoort: 'berekening',
    onderwerpId: id,
    op: work.today,
    gegevens: { soort: vraag.soort },
  })
  return { id }
}

/**
 * The first part of each chain while the asker waits, so that the page opens with figures: through the queue they come only when
 * the page asks again. What is not ready in time, or can not be computed, is left to the queue.
 */
async function runEerste(
  { id, opdracht, maatregelen, zaad }: Vraag,
  punt: Uitgangspunt,
  armen: readonly Arm[],
  geduld: number,
): Promise<{ deel: OpenDeel; gerekend: Rekendeel }[]> {
  if (opdracht.soort !== 'vergelijking' || geduld === 0) return []
  const gelopen = await Promise.all(
    armen.map(async (arm, volgnummer) => {
      const { model } = modelVan(opdracht, punt, maatregelen, arm)
      if (!model) return []
      const deel = delenVan(0, arm.herhalingen)[0]!
      const gerekend = await runInTime({ sleutel: `${id} ${volgnummer}`, model, zaad, ...deel }, geduld)
      return gerekend ? [{ deel: { arm: volgnummer, ...deel }, gerekend }] : []
    }),
  )
  return gelopen.flat()
}

/** One job a part: whoever has time takes the next. */
async function enqueueDelen(work: Work, berekeningId: Id, aantal: number): Promise<void> {
  for (let i = 0; i < aantal; i++) await work.enqueue({ naam: TAAK, gegevens: { berekeningId } })
}

export async function endBerekening(
  work: Work,
  { id }: { readonly id: Id },
): Promise<{ id: Id } | Rejection> {
  const berekening = await findBerekening(work, id, true)
  if (!berekening) return notFound('Deze berekening')
  if (berekening.stand !== 'bezig')
    return reject('berekening_is_voorbij', 'Deze berekening is al voorbij.', { status: 409 })
  await closeBerekening(work, id, { stand: 'gestopt' })
  await work.record({
    soort: 'BerekeningGestopt',
    onderwerpSoort: 'berekening',
    onderwerpId: id,
    op: work.today,
    gegevens: {},
  })
  return { id }
}

/**
 * One part of a run, in one transaction: the part stays locked while it is computed. When this process dies the lock goes with
 * it and somebody else takes the part; what was computed is kept once, with the part, or not at all.
 */
export async function rekenDeel(work: Work, id: Id): Promise<void> {
  const deel = await claimDeel(work, id)
  if (!deel) return
  const berekening = await findBerekening(work, id)
  if (berekening?.stand !== 'bezig') return
  const punt = await findUitgangspunt(work, berekening.uitgangspuntId)
  const armen = await listArmen(work, id)
  const fout = await computeDeel(work, berekening, punt, armen[deel.arm]!, deel)
  // Whoever has the lock sees every part that was kept before: the last one always notices that it is the last.
  const nu = await findBerekening(work, id, true)
  if (nu?.stand !== 'bezig') return
  if (fout !== undefined) return closeBerekening(work, id, { fout })
  if ((await countOpen(work, id)) > 0) return
  await goOn(work, berekening, punt, armen)
}

/** Computes and keeps a part; returns why it can not be computed. */
async function computeDeel(
  work: Work,
  { id, opdracht, maatregelen, zaad }: Vraag,
  punt: Uitgangspunt,
  arm: Arm,
  deel: OpenDeel,
): Promise<string | undefined> {
  const { model, fout } = modelVan(opdracht, punt, maatregelen, arm)
  if (!model) return fout
  const { eerste, aantal } = deel
  const opdrachtVanDeel = { sleutel: `${id} ${deel.arm}`, model, zaad, eerste, aantal }
  const gerekend = await runOpdracht(opdrachtVanDeel).catch((error: unknown) => ({
    fout: `Het rekenen ging mis. Probeer het nog eens, en geef dit anders door: ${String(error)}`,
  }))
  if ('fout' in gerekend) return gerekend.fout
  await keepDeel(work, id, deel, gerekend)
  return undefined
}

/** All parts are there: the answer, or more to compute. */
async function goOn(
  work: Work,
  { id, opdracht, maatregelen }: BerekeningRij,
  punt: Uitgangspunt,
  armen: readonly Arm[],
): Promise<void> {
  const gelopen = joinGelopen({ opdracht, maatregelen }, punt, armen, await listGerekend(work, id))
  const next = verder(opdracht, punt, maatregelen, gelopen)
  if ('klaar' in next) return closeBerekening(work, id, { uitkomst: next.klaar })
  if ('erbij' in next) return enqueueDelen(work, id, await insertArmen(work, id, armen.length, next.erbij))
  const delen = armen.flatMap((_, arm) =>
    delenVan(gelopen[arm]!.loop.herhalingen, next.herhalingen).map((deel) => ({ arm, ...deel })),
  )
  await enqueueDelen(work, id, await insertDelen(work, id, delen))
}

/** The chains with what was computed of them. */
export function joinGelopen(
  { opdracht, maatregelen }: Pick<BerekeningRij, 'opdracht' | 'maatregelen'>,
  punt: Uitgangspunt,
  armen: readonly Arm[],
  gerekend: readonly Gerekend[],
): Gelopen[] {
  // Whatever else an arm changes, its figures stand as those of the others with, or without, the measures.
  const ketens = new Map<boolean, ReturnType<typeof describeKeten>>()
  return armen.map((arm, volgnummer) => {
    const { metMaatregelen } = arm
    const keten =
      ketens.get(metMaatregelen) ?? describeKeten(modelVan(opdracht, punt, maatregelen, arm).model!)
    ketens.set(metMaatregelen, keten)
    const delen = gerekend.filter((one) => one.arm === volgnummer).map(({ deel }) => deel)
    return { arm, loop: joinDelen(keten, delen) }
  })
}

/** Takes up again what nobody is working on, and clears what is over. */
export async function resumeBerekeningen(work: Work): Promise<void> {
  for (const { id, open } of await listBezig(work)) await enqueueDelen(work, id, open)
  await clearDelen(work)
}
