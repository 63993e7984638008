import type { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { endBetrokkenheid, giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import type * as contract from '../domain/contract.ts'
import { canBeslissen, checkBeschiktOp, decideUiterlijk, explainTermijn } from '../domain/rules.ts'
import { checkAanvraag } from './aanvraag.ts'
import { findBeslisser } from './beslisser.ts'
import {
  allow,
  checkBeslisser,
  closeRunningOpschortingen,
  followUpDay,
  lockVersie,
  openForDecision,
  readGeldigheid,
  readOpschortingen,
  record,
  recordChange,
  standOf,
  termijnFeiten,
} from './dossier.ts'
import { insertBeschikking, nextNummer, updateBeschikking } from './store.ts'

export { makeOntvangstbevestiging } from './ontvangst-commands.ts'

type Body<E extends { body: z.ZodType }> = z.output<E['body']>

/** Registers an application; the term of two weeks starts and the organisation that decides becomes involved. */
export async function registerAanvraag(
  work: Work,
  input: Body<typeof contract.dienAanvraagIn>,
): Promise<z.output<(typeof contract.dienAanvraagIn)['response']> | Rejection> {
  const facts = await checkAanvraag(work, input)
  if (isRejection(facts)) return facts
  const { namensGemeente, aangevraagdOp } = input
  const beslisser = await findBeslisser(work, {
    gemeenteCode: namensGemeente,
    domein: facts.product.domein,
    op: work.today,
  })
  if (isRejection(beslisser)) return beslisser
  const feiten = await termijnFeiten(work, aangevraagdOp, [])
  const { uiterlijk } = decideUiterlijk(feiten, work.today)
  const id = work.newId()
  const nummer = await nextNummer(work)
  await giveBetrokkenheid(work, {
    persoonId: input.persoonId,
    organisatieId: beslisser.organisatieId,
    doel: 'beschikking',
    grond: 'WETTELIJKE_TAAK_COLLEGE',
    bronSoort: 'beschikking',
    bronId: id,
  })
  const refused = await insertBeschikking(work, {
    id,
    nummer,
    melding_id: input.meldingId ?? null,
    besluit_id: facts.besluitId,
    persoon_id: input.persoonId,
    product_id: input.productId,
    status: 'aangevraagd',
    aangevraagd_op: aangevraagdOp,
    uiterlijk_op: uiterlijk,
    termijn_toelichting: explainTermijn(feiten, work.today).join('\n'),
    organisatie_id: beslisser.organisatieId,
    mandaat_id: beslisser.mandaatId,
    namens_gemeente: namensGemeente,
  })
  if (refused) return refused
  await record(work, 'AanvraagIngediend', { id, persoonId: input.persoonId, op: aangevraagdOp }, { nummer })
  await setOpvolging(
    work,
    { persoonId: input.persoonId },
    { volgendeStap: `Besluit op aanvraag ${nummer} volgen`, volgendeStapOp: uiterlijk },
  )
  return { id, nummer, uiterlijkOp: uiterlijk, beslisser: beslisser.naam }
}

/** Grants or refuses. Only the organisation that may decide on that day for that gemeente. */
export async function decideAanvraag(
  work: Work,
  id: Id,
  input: Body<typeof contract.beslis>,
): Promise<{ id: Id } | Rejection> {
  const before = await lockVersie(work, id, input.versie)
  if (isRejection(before)) return before
  const wrong =
    allow(canBeslissen(standOf(before))) ??
    checkBeschiktOp({ beschiktOp: input.beschiktOp, nietVoor: before.aangevraagd_op }, work.today)
  if (wrong) return wrong
  const productId = (input.soort === 'toekenning' ? input.productId : undefined) ?? before.product_id!
  const beslisser = await checkBeslisser(work, before, productId, input.beschiktOp)
  if (isRejection(beslisser)) return beslisser
  const geldigheid = input.soort === 'toekenning' ? await readGeldigheid(work, input) : { geldig_van: null }
  if (isRejection(geldigheid)) return geldigheid
  const changes = {
    soort: input.soort,
    status: 'beschikt',
    product_id: productId,
    beschikt_op: input.beschiktOp,
    motivering: input.motivering,
    organisatie_id: beslisser.organisatieId,
    mandaat_id: beslisser.mandaatId,
    beslisser_id: work.vrager.gebruikerId,
    ...geldigheid,
  }
  const refused = await updateBeschikking(work, before, changes)
  if (refused) return refused
  await closeRunningOpschortingen(work, id, input.beschiktOp)
  await recordChange(work, 'BeschikkingGenomen', before, changes, input.beschiktOp)
  await setOpvolging(
    work,
    { persoonId: before.persoon_id },
    {
      volgendeStap: `Nagaan of beschikking ${before.nummer} is verstuurd`,
      volgendeStapOp: await followUpDay(work),
    },
  )
  return { id }
}

/** Ends an application without a decision on the need: not completed in time (Awb art. 4:5), or taken back. */
export async function closeAanvraag(
  work: Work,
  id: Id,
  input: Body<typeof contract.sluitAanvraag>,
): Promise<{ id: Id } | Rejection> {
  const before = await openForDecision(work, id, input.versie)
  if (isRejection(before)) return before
  const wrong = checkBeschiktOp({ beschiktOp: input.op, nietVoor: before.aangevraagd_op }, work.today)
  if (wrong) return { ...wrong, field: 'op' }
  if (input.sluiting === 'buiten_behandeling') {
    const gevraagd = (await readOpschortingen(work, id)).filter((one) => one.grond === 'aanvulling')
    const laatste = gevraagd.at(-1)
    if (!laatste || (laatste.verwachtTot ?? input.op) > input.op)
      return reject(
        'aanvulling_niet_gevraagd',
        'Dit kan pas als u om gegevens hebt gevraagd en de tijd daarvoor voorbij is (Awb, artikel 4:5).',
        {
          field: 'sluiting',
          possible: ['Zet de termijn stil en vraag om de gegevens.', 'Beslis op de aanvraag.'],
        },
      )
  }
  const changes = {
    status: input.sluiting,
    motivering: input.motivering,
    beschikt_op: input.op,
    beslisser_id: work.vrager.gebruikerId,
  }
  const refused = await updateBeschikking(work, before, changes)
  if (refused) return refused
  await closeRunningOpschortingen(work, id, input.op)
  await recordChange(work, 'AanvraagGesloten', before, changes, input.op)
  await setOpvolging(
    work,
    { persoonId: before.persoon_id },
    { volgendeStap: `Bespreken wat nu: aanvraag ${before.nummer} is gesloten`, volgendeStapOp: work.today },
  )
  if (input.sluiting === 'ingetrokken') await endBetrokkenheid(work, { bronSoort: 'beschikking', bronId: id })
  return { id }
}
