import { changesOf } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { setOpvolging } from '../../opvolging/server/commands.ts'
import { decideBevestiging } from '../domain/rules.ts'
import { type Bevestigingswijze, isOpen } from '../domain/status.ts'
import { findOpvolging, lockMelding, type MeldingRij, onderwerpVan, updateMelding } from './store.ts'
import { uiterlijkVan } from './termijnen.ts'

export { decideMelding } from './besluit-commands.ts'
export { closeMelding } from './close-command.ts'
export { completeOnderzoek, editOnderzoek } from './onderzoek-commands.ts'
export { editMelding, linkPersoon, registerMelding } from './register-commands.ts'
export { recordTriage } from './triage-commands.ts'
export { recordVervolg } from './vervolg-commands.ts'

type Gedaan = { id: Id; versie: number }

/** Takes a melding on, or over from a colleague; the contact of the next step goes along. */
export async function pickUpMelding(
  work: Work,
  input: { meldingId: Id; versie?: number },
): Promise<Gedaan | Rejection> {
  const melding = await lockMelding(work, input.meldingId, input.versie)
  if (isRejection(melding)) return melding
  if (!isOpen(melding.status)) return reject('melding_dicht', 'Op deze melding is al besloten.')
  if (melding.organisatie_id !== work.vrager.organisatieId)
    return reject(
      'ander_loket',
      'Deze melding is bij een ander loket. Vraag dat loket om haar aan u over te dragen.',
      { status: 403 },
    )
  const versie = await updateMelding(work, melding, {
    behandelaar_id: work.vrager.gebruikerId,
    ...(melding.status === 'nieuw' && { status: 'triage' }),
  })
  if (isRejection(versie)) return versie
  const nu = await findOpvolging(work, melding)
  if (nu?.organisatie_id === work.vrager.organisatieId && nu.contactpersoon_id !== work.vrager.gebruikerId)
    await setOpvolging(work, onderwerpVan(melding), {
      contactpersoonId: work.vrager.gebruikerId!,
      volgendeStap: nu.volgende_stap ?? 'Triage doen',
      volgendeStapOp: nu.volgende_stap_op ?? (await uiterlijkVan(work, 'triage', work.today)),
    })
  await recordMelding(work, melding, 'MeldingOpgepakt', {
    versie,
    wijzigingen: {
      behandelaar: [melding.behandelaar_id, work.vrager.gebruikerId],
      ...(melding.status === 'nieuw' && { status: ['nieuw', 'triage'] }),
    },
  })
  return { id: melding.id, versie }
}

/** Records that receipt was confirmed (Wmo 2015 art. 2.3.2 lid 1). */
export async function confirmOntvangst(
  work: Work,
  input: { meldingId: Id; versie?: number; op: PlainDate; via: Bevestigingswijze },
): Promise<Gedaan | Rejection> {
  const melding = await lockMelding(work, input.meldingId, input.versie)
  if (isRejection(melding)) return melding
  if (input.op < melding.meldingsdatum || input.op > work.today)
    return reject('datum_past_niet', 'De bevestiging kan niet voor de melding of in de toekomst zijn.', {
      status: 422,
      field: 'op',
    })
  const refused = decideBevestiging({
    via: input.via,
    ...(await readContact(work, melding.persoon_id)),
    domein: melding.domein,
    voCode: melding.vo_code,
  })
  if (refused) return refused
  const versie = await updateMelding(work, melding, { bevestigd_op: input.op, bevestigd_via: input.via })
  if (isRejection(versie)) return versie
  await recordMelding(work, melding, 'OntvangstBevestigd', {
    versie,
    via: input.via,
    wijzigingen: changesOf(
      { bevestigdOp: melding.bevestigd_op, bevestigdVia: melding.bevestigd_via },
      { bevestigdOp: input.op, bevestigdVia: input.via },
    ),
  })
  return { id: melding.id, versie }
}

async function readContact(work: Work, persoonId: Id | null) {
  const row = persoonId
    ? await work.db
        .selectFrom('persoon')
        .select(['is_geheim as isGeheim', 'veilig_contact as veiligContact'])
        .where('id', '=', persoonId)
        .executeTakeFirst()
    : undefined
  return row ?? { isGeheim: false, veiligContact: null }
}

function recordMelding(work: Work, melding: MeldingRij, soort: string, gegevens: Record<string, unknown>) {
  return work.record({
    soort,
    onderwerpSoort: 'melding',
    onderwerpId: melding.id,
    persoonId: melding.persoon_id,
    op: work.today,
    gegevens,
  })
}
