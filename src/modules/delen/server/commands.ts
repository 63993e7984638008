import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { endBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { getPersoonKern, listDossierIds } from '../../persoon/server/lookup.ts'
import type { NieuweDeling, NieuweToestemming } from '../domain/contract.ts'
import type { GegevenssetCode } from '../domain/keuzes.ts'
import { decideDeling, decideToestemming } from '../domain/rules.ts'
import { type BekendeOntvanger, readDeler, resolveOntvanger } from './ontvanger.ts'
import {
  insertDeling,
  insertToestemming,
  lockDeling,
  lockIntrekbaar,
  lockJeugddelingen,
  lockToestemming,
  markBeeindigd,
  markIngetrokken,
} from './store.ts'

export interface Deelopdracht extends NieuweDeling {
  readonly persoonId: Id
  /** The step of the chain that shares; that step also ends it. */
  readonly bron?: { readonly soort: string; readonly id: Id }
}

/**
 * Records that data of a person goes to someone, before it goes. Refuses what the law does not allow, with the article.
 * With `bron`, ending the sharing also ends the betrokkenheid that the same step gave the recipient.
 */
export async function recordDeling(
  work: Work,
  input: Deelopdracht,
): Promise<{ id: Id; artikel: string } | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const ontvanger = await resolveOntvanger(work, input.ontvanger)
  if (isRejection(ontvanger)) return ontvanger
  const wens = { ...input, van: await readDeler(work), aan: ontvanger.soort, set: input.gegevensset }
  const decided = decideDeling(wens, work.today)
  if (isRejection(decided)) return decided
  const isOpToestemming = input.grond === 'UITDRUKKELIJKE_TOESTEMMING'
  const refused = isOpToestemming ? await checkToestemming(work, input, ontvanger) : undefined
  if (refused) return refused
  const id = await insertDeling(work, {
    persoon_id: persoon.id,
    organisatie_id: work.vrager.organisatieId!,
    ontvanger_soort: ontvanger.soort,
    ontvanger_organisatie_id: ontvanger.organisatieId,
    ontvanger_naam: ontvanger.naam,
    gegevensset: input.gegevensset,
    doel: input.doel,
    grond: input.grond,
    artikel: decided.artikel,
    toestemming_id: isOpToestemming ? input.toestemmingId! : null,
    weging: input.weging || null,
    bron_soort: input.bron?.soort ?? null,
    bron_id: input.bron?.id ?? null,
    vervalt_op: input.vervaltOp,
    zonder_jeugdgegevens: input.zonderJeugdgegevens ?? false,
  })
  if (isRejection(id)) return id
  await work.record({
    soort: 'GegevensGedeeld',
    onderwerpSoort: 'deling',
    onderwerpId: id,
    persoonId: persoon.id,
    op: work.today,
    gegevens: { gegevensset: input.gegevensset, ontvangersoort: ontvanger.soort, grond: input.grond },
  })
  return { id, artikel: decided.artikel }
}

/** The consent must be of this person, for this recipient and this set, and still hold. */
async function checkToestemming(
  work: Work,
  input: Deelopdracht,
  ontvanger: BekendeOntvanger,
): Promise<undefined | Rejection> {
  const veld = { field: 'toestemmingId', status: 422 } as const
  if (!input.toestemmingId)
    return reject(
      'toestemming_ontbreekt',
      'Voor deze ontvanger is toestemming nodig (Wmo 2015 art. 5.3.3 lid 1). Kies de toestemming waarop u deelt.',
      { ...veld, possible: ['Vraag de cliënt om toestemming en leg die eerst vast.'] },
    )
  const row = await lockGeldigeToestemming(work, {
    toestemmingId: input.toestemmingId,
    persoonId: input.persoonId,
  })
  if (isRejection(row)) return row
  if (!isFor(row, input.gegevensset, ontvanger))
    return reject(
      'toestemming_past_niet',
      'Deze toestemming is voor een andere ontvanger of voor andere gegevens. Vraag een nieuwe toestemming.',
      veld,
    )
  return undefined
}

/** A consent of this person that holds, kept until the end of the transaction: it says who may get what. */
export async function lockGeldigeToestemming(
  work: Work,
  input: { readonly toestemmingId: Id; readonly persoonId: Id },
): Promise<NonNullable<Awaited<ReturnType<typeof lockToestemming>>> | Rejection> {
  const veld = { field: 'toestemmingId', status: 422 } as const
  const row = await lockToestemming(work, input.toestemmingId)
  if (!row || !(await listDossierIds(work, input.persoonId)).includes(row.persoon_id))
    return reject('toestemming_onbekend', 'Kies een toestemming van deze cliënt.', veld)
  if (row.ingetrokken_op !== null)
    return reject('toestemming_ingetrokken', 'Deze toestemming is ingetrokken. Delen kan niet meer.', veld)
  return row
}

function isFor(
  row: { gegevensset: string; ontvanger_organisatie_id: Id | null; ontvanger_naam: string | null },
  set: GegevenssetCode,
  ontvanger: BekendeOntvanger,
): boolean {
  const name = (naam: string | null) => naam?.trim().toLowerCase() ?? null
  return (
    row.gegevensset === set &&
    row.ontvanger_organisatie_id === ontvanger.organisatieId &&
    name(row.ontvanger_naam) === name(ontvanger.naam)
  )
}

/** Stops a sharing that stands by itself, because it is no longer needed. */
export async function stopDeling(work: Work, id: Id): Promise<undefined | Rejection> {
  const row = await lockDeling(work, id)
  if (!row) return notFound('Deze deling')
  if (row.organisatie_id !== work.vrager.organisatieId)
    return reject('andere_organisatie_deelde', 'Alleen de organisatie die deelde, kan het delen stoppen.', {
      status: 403,
    })
  if (row.bron_id !== null)
    return reject('deling_bij_stap', 'Dit delen hoort bij een stap in de keten en eindigt daarmee.')
  if (row.beeindigd_op !== null) return reject('deling_beeindigd', 'Dit delen is al gestopt.')
  await end(work, row, 'niet_meer_nodig')
  return undefined
}

/** Who turned 18 does not want data of before to go on any longer: what is shared of it stops. Returns how many. */
export async function endJeugddelingen(work: Work, persoonId: Id): Promise<number> {
  const delingen = await lockJeugddelingen(work, await listDossierIds(work, persoonId))
  for (const deling of delingen) await end(work, deling, 'toestemming_ingetrokken')
  return delingen.length
}

/** Ends what a step of the chain shared, when that step is over. Nothing happens when it had ended already. */
export async function endDelingVanStap(work: Work, delingId: Id): Promise<void> {
  const row = await lockDeling(work, delingId)
  if (row && row.beeindigd_op === null) await end(work, row, 'stap_voorbij')
}

type DelingRij = NonNullable<Awaited<ReturnType<typeof lockDeling>>>

async function end(
  work: Work,
  row: DelingRij,
  reden: 'toestemming_ingetrokken' | 'niet_meer_nodig' | 'stap_voorbij',
): Promise<void> {
  await markBeeindigd(work, row.id, { einde_reden: reden })
  await afterEnd(work, row, reden)
}

/** What follows when a sharing ended: the book, and the sight that the same step gave. */
async function afterEnd(
  work: Work,
  row: DelingRij,
  reden: 'toestemming_ingetrokken' | 'niet_meer_nodig' | 'stap_voorbij',
): Promise<void> {
  await work.record({
    soort: 'DelenGestopt',
    onderwerpSoort: 'deling',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { gegevensset: row.gegevensset, ontvangersoort: row.ontvanger_soort, reden },
  })
  if (row.bron_soort !== null && row.bron_id !== null && row.ontvanger_organisatie_id !== null)
    await endBetrokkenheid(work, {
      bronSoort: row.bron_soort,
      bronId: row.bron_id,
      organisatieId: row.ontvanger_organisatie_id,
    })
}

/** Records a consent: for what, to whom, given how and by whom. Refused where a legal task is the ground. */
export async function giveToestemming(
  work: Work,
  input: NieuweToestemming & { readonly persoonId: Id },
): Promise<{ id: Id } | Rejection> {
  const persoon = await getPersoonKern(work, input.persoonId)
  if (!persoon) return notFound('Deze cliënt')
  const ontvanger = await resolveOntvanger(work, input.ontvanger)
  if (isRejection(ontvanger)) return ontvanger
  const wens = { ...input, van: await readDeler(work), aan: ontvanger.soort, set: input.gegevensset }
  const refused = decideToestemming(wens, persoon.geboortedatum, work.today)
  if (refused) return refused
  const isVertegenwoordigd = input.gegevenDoor === 'vertegenwoordiger'
  const id = await insertToestemming(work, {
    persoon_id: persoon.id,
    ontvanger_soort: ontvanger.soort,
    ontvanger_organisatie_id: ontvanger.organisatieId,
    ontvanger_naam: ontvanger.naam,
    gegevensset: input.gegevensset,
    doel: input.doel,
    vorm: input.vorm,
    gegeven_door: input.gegevenDoor,
    vertegenwoordiger_naam: isVertegenwoordigd ? (input.vertegenwoordigerNaam ?? null) : null,
    vertegenwoordiger_reden: isVertegenwoordigd ? (input.vertegenwoordigerReden ?? null) : null,
    gegeven_op: input.gegevenOp,
  })
  await work.record({
    soort: 'ToestemmingGegeven',
    onderwerpSoort: 'toestemming',
    onderwerpId: id,
    persoonId: persoon.id,
    op: input.gegevenOp,
    gegevens: { gegevensset: input.gegevensset, ontvangersoort: ontvanger.soort },
  })
  return { id }
}

/**
 * Withdrawing is as easy as giving (AVG art. 7 lid 3): without a reason, at who recorded it and at any organisation that is involved,
 * also one that only reads along. Everything that was shared on it ends at once.
 */
export async function withdrawToestemming(
  work: Work,
  input: { readonly id: Id; readonly toelichting?: string | null | undefined },
): Promise<{ gestopt: number } | Rejection> {
  const row = await lockIntrekbaar(work, input.id)
  if (!row) return notFound('Deze toestemming')
  if (row.ingetrokken_op !== null)
    return reject('toestemming_ingetrokken', 'Deze toestemming is al ingetrokken.')
  const delingen = await markIngetrokken(work, row.id, input.toelichting || null)
  for (const deling of delingen) await afterEnd(work, deling, 'toestemming_ingetrokken')
  await work.record({
    soort: 'ToestemmingIngetrokken',
    onderwerpSoort: 'toestemming',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: work.today,
    gegevens: { gegevensset: row.gegevensset, ontvangersoort: row.ontvanger_soort, gestopt: delingen.length },
  })
  return { gestopt: delingen.length }
}
