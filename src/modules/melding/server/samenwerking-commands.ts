import { sql } from 'kysely'
import { catchConstraint } from '../../../platform/db/constraints.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { endBetrokkenheid, giveBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { isOpen } from '../domain/status.ts'
import { listMeekomend } from './meekomend.ts'
import { findOpvolging, firstBy, lockMelding, type MeldingRij, onderwerpVan, updateMelding } from './store.ts'
import { volgendeWerkdag } from './termijnen.ts'
import { keepSecret } from './triage-commands.ts'

/** Tasks in the chain with which an organisation can take a melding on. */
const loketTaken = ['lokale_toegang', 'regionale_toegang', 'vo_coordinatie']

/**
 * Offers a melding to another loket. It stays with the giver until accepted; the receiver sees it from now to be able to
 * judge, and loses that sight when it refuses.
 */
export async function offerOverdracht(
  work: Work,
  input: { meldingId: Id; versie?: number; naarOrganisatieId: Id; reden: string },
): Promise<{ id: Id } | Rejection> {
  const melding = await lockMelding(work, input.meldingId, input.versie)
  if (isRejection(melding)) return melding
  if (!isOpen(melding.status)) return reject('melding_dicht', 'Op deze melding is al besloten.')
  if (melding.organisatie_id !== work.vrager.organisatieId)
    return reject('ander_loket', 'Alleen het loket dat de melding behandelt kan haar overdragen.', {
      status: 403,
    })
  const fault = await ontvangerFault(work, melding.organisatie_id, input.naarOrganisatieId)
  if (fault) return fault
  const id = work.newId()
  const result = await catchConstraint(
    work.db
      .insertInto('melding_overdracht')
      .values({
        id,
        regio_id: work.regioId,
        melding_id: melding.id,
        persoon_id: melding.persoon_id,
        van_organisatie_id: melding.organisatie_id,
        naar_organisatie_id: input.naarOrganisatieId,
        reden: input.reden,
        status: 'aangeboden',
        aangeboden_op: work.now,
        aangeboden_door: work.vrager.gebruikerId,
      })
      .execute(),
    {
      melding_overdracht_een_open: reject(
        'al_aangeboden',
        'Deze melding is al aangeboden aan een ander loket. Wacht op het antwoord.',
      ),
    },
  )
  if ('rejected' in result) return result
  await giveGezin(work, melding, {
    organisatieId: input.naarOrganisatieId,
    doel: 'overdracht',
    bronSoort: 'melding_overdracht',
    bronId: id,
  })
  await work.record({
    soort: 'OverdrachtAangeboden',
    onderwerpSoort: 'melding',
    onderwerpId: melding.id,
    persoonId: melding.persoon_id,
    op: work.today,
    gegevens: { overdrachtId: id, naarOrganisatieId: input.naarOrganisatieId },
  })
  return { id }
}

async function ontvangerFault(work: Work, van: Id, naar: Id): Promise<Rejection | undefined> {
  const row = await work.db
    .selectFrom('organisatie')
    .select('taken')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', naar)
    .executeTakeFirst()
  if (naar !== van && row?.taken.some((taak) => loketTaken.includes(taak))) return undefined
  return reject('geen_loket', 'Kies een ander loket dat meldingen aanneemt.', {
    status: 422,
    field: 'naarOrganisatieId',
  })
}

async function lockAanbod(work: Work, overdrachtId: Id) {
  const row = await work.db
    .selectFrom('melding_overdracht')
    .selectAll()
    .where('id', '=', overdrachtId)
    .executeTakeFirst()
  if (!row || row.naar_organisatie_id !== work.vrager.organisatieId) return notFound('Deze overdracht')
  const melding = await lockMelding(work, row.melding_id)
  if (isRejection(melding)) return melding
  const answered = await work.db
    .updateTable('melding_overdracht')
    .set({ beantwoord_op: work.now, beantwoord_door: work.vrager.gebruikerId })
    .where('id', '=', overdrachtId)
    .where('status', '=', 'aangeboden')
    .executeTakeFirst()
  if (answered.numUpdatedRows === 0n) return alBeantwoord(work, overdrachtId)
  return { row, melding }
}

async function alBeantwoord(work: Work, overdrachtId: Id): Promise<Rejection> {
  const row = await work.db
    .selectFrom('melding_overdracht')
    .select(['status', 'beantwoord_door', 'beantwoord_op'])
    .where('id', '=', overdrachtId)
    .executeTakeFirstOrThrow()
  const wie = await firstBy(work, { gebruikerId: row.beantwoord_door, at: row.beantwoord_op })
  const wat = row.status === 'geweigerd' ? 'geweigerd' : 'aangenomen'
  return reject('al_beantwoord', `Deze overdracht is al ${wat}${wie}.`)
}

/** A family goes along as a whole: who takes the melding on must see the children to be able to place them. */
async function giveGezin(
  work: Work,
  melding: MeldingRij,
  zicht: { organisatieId: Id; doel: string; bronSoort: string; bronId: Id },
): Promise<void> {
  if (melding.persoon_id === null) return
  const wie = { persoonId: melding.persoon_id, voCode: melding.vo_code }
  for (const persoonId of await listMeekomend(work, wie))
    await giveBetrokkenheid(work, { ...zicht, persoonId, grond: 'WETTELIJKE_TAAK_COLLEGE' })
}

/** Takes a melding over with everything in it; the giver keeps reading it until it closes. */
export async function acceptOverdracht(
  work: Work,
  input: { overdrachtId: Id; toelichting?: string | null },
): Promise<{ id: Id; meldingId: Id } | Rejection> {
  const aanbod = await lockAanbod(work, input.overdrachtId)
  if (isRejection(aanbod)) return aanbod
  const { row, melding } = aanbod
  if (!isOpen(melding.status)) return reject('melding_dicht', 'Op deze melding is intussen besloten.')
  await giveGezin(work, melding, {
    organisatieId: row.naar_organisatie_id,
    doel: 'intake',
    bronSoort: 'melding',
    bronId: melding.id,
  })
  const versie = await updateMelding(work, melding, {
    organisatie_id: row.naar_organisatie_id,
    behandelaar_id: work.vrager.gebruikerId,
  })
  if (isRejection(versie)) return versie
  const nu = await findOpvolging(work, melding)
  await setOpvolging(work, onderwerpVan(melding), {
    organisatieId: row.naar_organisatie_id,
    contactpersoonId: work.vrager.gebruikerId!,
    volgendeStap: nu?.volgende_stap ?? 'Contact opnemen na de overdracht',
    volgendeStapOp: nu?.volgende_stap_op ?? volgendeWerkdag(work.today),
  })
  await answer(work, row.id, 'geaccepteerd', input.toelichting)
  await endBetrokkenheid(work, { bronSoort: 'melding_overdracht', bronId: row.id })
  await work.record({
    soort: 'OverdrachtAangenomen',
    onderwerpSoort: 'melding',
    onderwerpId: melding.id,
    persoonId: melding.persoon_id,
    op: work.today,
    gegevens: {
      overdrachtId: row.id,
      versie,
      wijzigingen: { loket: [melding.organisatie_id, row.naar_organisatie_id] },
    },
  })
  const secret = await keepSecret(work, { persoonId: melding.persoon_id, voCode: melding.vo_code })
  return secret ?? { id: row.id, meldingId: melding.id }
}

/** Gives a melding back with a reason; the giver gets the next step and the receiver stops seeing the person. */
export async function refuseOverdracht(
  work: Work,
  input: { overdrachtId: Id; toelichting: string },
): Promise<{ id: Id } | Rejection> {
  const aanbod = await lockAanbod(work, input.overdrachtId)
  if (isRejection(aanbod)) return aanbod
  const { row, melding } = aanbod
  const nu = await findOpvolging(work, melding)
  if (nu?.status === 'open' && nu.organisatie_id === row.van_organisatie_id)
    await setOpvolging(work, onderwerpVan(melding), {
      volgendeStap: 'Overdracht is geweigerd: zelf verder of een ander loket vragen',
      volgendeStapOp: work.today,
    })
  await work.record({
    soort: 'OverdrachtGeweigerd',
    onderwerpSoort: 'melding',
    onderwerpId: melding.id,
    persoonId: melding.persoon_id,
    op: work.today,
    gegevens: { overdrachtId: row.id },
  })
  await answer(work, row.id, 'geweigerd', input.toelichting)
  await endBetrokkenheid(work, { bronSoort: 'melding_overdracht', bronId: row.id })
  return { id: row.id }
}

async function answer(
  work: Work,
  id: Id,
  status: 'geaccepteerd' | 'geweigerd',
  toelichting: string | null | undefined,
): Promise<void> {
  await work.db
    .updateTable('melding_overdracht')
    .set({ status, antwoord_toelichting: toelichting || null })
    .where('id', '=', id)
    .execute()
}

/** Lets an organisation look along for one purpose until the melding closes (TOE-20). */
export async function inviteOrganisatie(
  work: Work,
  input: { meldingId: Id; organisatieId: Id; doel: string },
): Promise<{ id: Id } | Rejection> {
  const melding = await lockMelding(work, input.meldingId)
  if (isRejection(melding)) return melding
  if (!isOpen(melding.status)) return reject('melding_dicht', 'Op deze melding is al besloten.')
  if (!melding.persoon_id)
    return reject('persoon_nodig', 'Koppel eerst de persoon. Daarna kan een ander meekijken.', {
      status: 422,
    })
  const bekend = await work.db
    .selectFrom('organisatie')
    .select('id')
    .where('regio_id', '=', work.regioId)
    .where('id', '=', input.organisatieId)
    .executeTakeFirst()
  if (!bekend || input.organisatieId === work.vrager.organisatieId)
    return reject('organisatie_onbekend', 'Kies een andere organisatie uit de lijst.', {
      status: 422,
      field: 'organisatieId',
    })
  await giveBetrokkenheid(work, {
    persoonId: melding.persoon_id,
    organisatieId: input.organisatieId,
    doel: input.doel,
    grond: 'BEROEPSHALVE_MEDEWERKING',
    bronSoort: 'melding_uitnodiging',
    bronId: melding.id,
  })
  await work.record({
    soort: 'OrganisatieUitgenodigd',
    onderwerpSoort: 'melding',
    onderwerpId: melding.id,
    persoonId: melding.persoon_id,
    op: work.today,
    gegevens: { organisatieId: input.organisatieId, doel: input.doel },
  })
  return { id: melding.id }
}

export async function writeNotitie(
  work: Work,
  input: { meldingId: Id; tekst: string; voorVerwijzer?: boolean },
): Promise<{ id: Id } | Rejection> {
  const melding = await work.db
    .selectFrom('melding')
    .select(['id', 'persoon_id', 'melder_organisatie_id'])
    .where('id', '=', input.meldingId)
    .executeTakeFirst()
  if (!melding) return notFound('Deze melding')
  if (input.voorVerwijzer && !melding.melder_organisatie_id)
    return reject('geen_verwijzer', 'Deze melding heeft geen verwijzer. Vul die eerst in bij de melding.', {
      status: 422,
      field: 'voorVerwijzer',
    })
  const id = work.newId()
  await work.db
    .insertInto('melding_notitie')
    .values({
      id,
      regio_id: work.regioId,
      melding_id: melding.id,
      persoon_id: melding.persoon_id,
      organisatie_id: work.vrager.organisatieId!,
      gebruiker_id: work.vrager.gebruikerId,
      tekst: input.tekst,
      voor_verwijzer: input.voorVerwijzer ?? false,
      geschreven_op: work.now,
    })
    .execute()
  await recordNotitie(work, { id, meldingId: melding.id, persoonId: melding.persoon_id })
  return { id }
}

/** A referrer answers without seeing the file: the database checks that its organisation made this melding. */
export async function writeBericht(
  work: Work,
  input: { meldingId: Id; tekst: string },
): Promise<{ id: Id } | Rejection> {
  const id = work.newId()
  const { rows } = await sql<{ persoonId: Id | null }>`
    select persoon_id as "persoonId" from onderdak.bericht_van_verwijzer(${id}::uuid, ${input.meldingId}::uuid, ${input.tekst})`.execute(
    work.db,
  )
  const row = rows[0]
  if (!row) return notFound('Deze verwijzing')
  await recordNotitie(work, { id, meldingId: input.meldingId, persoonId: row.persoonId })
  return { id }
}

async function recordNotitie(
  work: Work,
  input: { id: Id; meldingId: Id; persoonId: Id | null },
): Promise<void> {
  await work.record({
    soort: 'NotitieGeschreven',
    onderwerpSoort: 'melding',
    onderwerpId: input.meldingId,
    persoonId: input.persoonId,
    op: work.today,
    gegevens: { notitieId: input.id },
  })
}
