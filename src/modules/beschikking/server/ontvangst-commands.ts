import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { deadline, type Termijn } from '../../../shared/termijn.ts'
import { getTermijn } from '../../beheer/server/lookup.ts'
import { decideBevestiging } from '../../melding/domain/rules.ts'
import type { Bevestigingswijze } from '../../melding/domain/status.ts'
import { confirmOntvangst } from '../../melding/server/commands.ts'
import type { Verzendwijze } from '../domain/keuzes.ts'
import { keepBrief, readBriefFeiten } from './brief-commands.ts'
import { ontvangstBrief } from './brieftekst.ts'

/** How the letter goes, in the words of the melding: handing it over happens in a conversation. */
const bevestigingOf: Readonly<Record<Verzendwijze, Bevestigingswijze>> = {
  post: 'brief',
  beveiligde_mail: 'email',
  uitgereikt: 'mondeling',
  veilig_kanaal: 'veilig_contact',
}

/**
 * Letter that confirms the receipt of a melding with the last day of the six weeks (Wmo 2015 art. 2.3.2 lid 1, TOE-05).
 * It is kept with the melding, and unless receipt was confirmed before, this is the confirmation.
 */
export async function makeOntvangstbevestiging(
  work: Work,
  input: { meldingId: Id; via: Verzendwijze; versie?: number },
): Promise<{ briefId: Id; onderzoekUiterlijkOp: PlainDate } | Rejection> {
  const melding = await work.db
    .selectFrom('melding')
    .select(['nummer', 'persoon_id', 'meldingsdatum', 'uiterlijk_op', 'organisatie_id', 'bevestigd_op'])
    .select(['domein', 'vo_code'])
    .where('id', '=', input.meldingId)
    .executeTakeFirst()
  if (!melding) return notFound('Deze melding')
  if (!melding.persoon_id)
    return reject('melding_anoniem', 'Deze melding is nog anoniem. Koppel eerst een cliënt.', { status: 409 })
  const basis = await readBriefFeiten(work, {
    persoonId: melding.persoon_id,
    organisatieId: melding.organisatie_id,
    nummer: melding.nummer,
    datum: work.today,
    via: input.via,
  })
  if (isRejection(basis)) return basis
  // Also when receipt was told before by a safe way: this letter must not give anybody away.
  const unsafe = decideBevestiging({
    via: bevestigingOf[input.via],
    isGeheim: basis.isGeheim,
    veiligContact: null,
    domein: melding.domein,
    voCode: melding.vo_code,
  })
  if (unsafe) return unsafe
  if (melding.bevestigd_op === null) {
    const confirmed = await confirmOntvangst(work, {
      meldingId: input.meldingId,
      versie: input.versie,
      op: work.today,
      via: bevestigingOf[input.via],
    })
    if (isRejection(confirmed)) return confirmed
  }
  const plan = await getTermijn(work, 'persoonlijk_plan', melding.meldingsdatum)
  const brief = ontvangstBrief({
    ...basis,
    ontvangenOp: melding.meldingsdatum,
    // The day that the melding itself keeps, so that letter and work list never differ.
    onderzoekUiterlijkOp: melding.uiterlijk_op,
    planUiterlijkOp: deadline(melding.meldingsdatum, plan as Termijn, {
      algemeneTermijnenwet: plan.wettelijk,
    }).uiterlijk,
  })
  const briefId = await keepBrief(work, {
    persoonId: melding.persoon_id,
    soort: 'ontvangstbevestiging',
    onderwerpId: input.meldingId,
    titel: `Ontvangstbevestiging ${melding.nummer}`,
    brief,
  })
  await work.record({
    soort: 'OntvangstbevestigingGemaakt',
    onderwerpSoort: 'melding',
    onderwerpId: input.meldingId,
    persoonId: melding.persoon_id,
    op: work.today,
    gegevens: { briefId, via: input.via },
  })
  return { briefId, onderzoekUiterlijkOp: melding.uiterlijk_op }
}
