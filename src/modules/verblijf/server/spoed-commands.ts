import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { isOpen } from '../../melding/domain/status.ts'
import { registerMelding } from '../../melding/server/commands.ts'
import { findMelding } from '../../melding/server/lookup.ts'
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
  const melding = input.meldingId
    ? await readMelding(work, { ...input, meldingId: input.meldingId })
    : await recordMelding(work, input)
  if (isRejection(melding)) return melding
  const { persoonId } = melding
  const started = await startDirectVerblijf(work, {
    persoonId,
    plekId: input.plekId,
    op: input.op,
    soort: 'spoed',
    meldingId: melding.id,
    meekomend: { volwassenen: input.volwassenen, kinderen: input.kinderen },
    eindigVorigVerblijf: input.eindigVorigVerblijf,
    overschrijdingReden: input.overschrijdingReden,
    afwijkingReden: input.afwijkingReden,
    gezinReden: input.gezinReden,
    stap: {
      volgendeStap: input.meldingId
        ? 'Verder met de melding na spoedplaatsing'
        : 'Triage doen na spoedplaatsing',
      volgendeStapOp: work.today,
    },
  })
  if (isRejection(started)) return started
  return { id: started.id, versie: started.versie, meldingId: melding.id, persoonId }
}

interface Aanleiding {
  readonly id: Id
  readonly persoonId: Id
}

async function recordMelding(work: Work, input: SpoedInvoer): Promise<Aanleiding | Rejection> {
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
  return isRejection(melding) ? atForm(melding) : { id: melding.id, persoonId: melding.persoonId! }
}

/** A melding that still runs, of the person whom the screen showed. */
async function readMelding(
  work: Work,
  input: { meldingId: Id; persoonId: Id | null },
): Promise<Aanleiding | Rejection> {
  const melding = await findMelding(work, input.meldingId)
  if (!melding) return notFound('Deze melding')
  if (melding.persoonId === null || melding.persoonId !== input.persoonId)
    return reject(
      'melding_zonder_persoon',
      'Koppel eerst de cliënt aan de melding. Dat kan ook zonder naam (NN).',
    )
  if (!isOpen(melding.status))
    return reject(
      'melding_dicht',
      'Op deze melding is al besloten. Zet de cliënt op de wachtlijst, of maak een nieuwe melding.',
    )
  return { id: melding.id, persoonId: melding.persoonId }
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
