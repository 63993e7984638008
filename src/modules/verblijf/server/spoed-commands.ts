import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, type Rejection, reject } from '../../../shared/rejection.ts'
import { registerMelding } from '../../melding/server/commands.ts'
import type { RegisterPersoon } from '../../persoon/domain/persoon.ts'
import type { SpoedInvoer } from '../domain/contract.ts'
import { startDirectVerblijf } from './start-commands.ts'

/**
 * Someone needs a place tonight: person, melding and stay in one action, so that nothing is left to write down later. The
 * melding starts the six weeks and comes up today for triage (Wmo 2015 art. 2.3.3).
 */
export async function startSpoedverblijf(
  work: Work,
  input: SpoedInvoer,
): Promise<{ id: Id; versie: number; meldingId: Id; persoonId: Id } | Rejection> {
  if (!work.vrager.isSysteem && !work.vrager.permissies.has('melding.registreren'))
    return reject(
      'geen_recht_melding',
      'Een spoedplaatsing hoort bij een melding, en die legt het loket vast. Bel het loket.',
      { status: 403 },
    )
  const product = await work.db
    .selectFrom('plek as p')
    .innerJoin('product as r', 'r.id', 'p.product_id')
    .select('r.domein')
    .where('p.id', '=', input.plekId)
    .executeTakeFirst()
  const melding = await registerMelding(work, {
    kanaal: input.kanaal,
    melderSoort: input.melderSoort,
    hulpvraag: input.hulpvraag,
    gemeenteCode: input.gemeenteCode,
    domein: (product?.domein ?? null) as 'MO' | null,
    slaapplekVannacht: 'nee',
    isSpoed: true,
    kinderen: input.kinderen,
    volwassenen: input.volwassenen,
    meldingsdatum: input.op,
    ...(input.persoonId ? { persoonId: input.persoonId } : { persoon: personOf(input) }),
  })
  if (isRejection(melding)) return atForm(melding)
  const persoonId = melding.persoonId!
  const started = await startDirectVerblijf(work, {
    persoonId,
    plekId: input.plekId,
    op: input.op,
    soort: 'spoed',
    meldingId: melding.id,
    meekomend: { volwassenen: input.volwassenen, kinderen: input.kinderen },
    eindigVorigVerblijf: input.eindigVorigVerblijf,
    afwijkingReden: input.afwijkingReden,
    gezinReden: input.gezinReden,
    stap: { volgendeStap: 'Triage doen na spoedplaatsing', volgendeStapOp: work.today },
  })
  if (isRejection(started)) return started
  return { id: started.id, versie: started.versie, meldingId: melding.id, persoonId }
}

/** What is unknown at night is recorded as not asked yet; the onderzoek completes it. */
function personOf(input: SpoedInvoer): RegisterPersoon {
  return {
    isNn: input.isNn,
    roepnaam: input.roepnaam,
    achternaam: input.achternaam,
    geslacht: input.geslacht,
    geboortejaar: input.geboortejaar,
    geenBsnReden: 'noodsituatie',
    herkomstOnbekendReden: 'nog_navragen',
    woonplaatsOnbekendReden: 'nog_navragen',
  }
}

/** Faults of the person stand beside their own field on this screen. */
function atForm(rejection: Rejection): Rejection {
  const strip = (field: string) => field.replace(/^persoon\./, '')
  return {
    ...rejection,
    ...(rejection.field && { field: strip(rejection.field) }),
    ...(rejection.faults && {
      faults: rejection.faults.map((fault) => ({ ...fault, field: strip(fault.field) })),
    }),
  }
}
