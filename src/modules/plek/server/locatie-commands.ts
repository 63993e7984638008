import { conflict } from '../../../platform/conflict.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import type { BuitenGebruikInvoer, OpeningInvoer } from '../domain/contract.ts'
import { canConfirm } from '../domain/rules.ts'
import { manageableLocatie } from './commands.ts'
import { lockLocatie, lockPlek } from './lookup.ts'
import { clearAdres, confirmLocatie, endBuitenGebruik, insertBuitenGebruik, insertOpening } from './store.ts'

/** One tap: someone of the aanbieder says that the stand is right. Saying it again moves the time. */
export async function confirmStand(work: Work, locatieId: Id): Promise<{ bevestigdOp: string } | Rejection> {
  const locatie = await lockLocatie(work, locatieId)
  if (!locatie) return notFound('Deze locatie')
  const allowed = canConfirm(work.vrager, locatie.organisatieId)
  if (!allowed.ok) return reject('geen_recht', allowed.reden, { status: 403 })
  await confirmLocatie(work, locatieId)
  await work.record({
    soort: 'StandBevestigd',
    onderwerpSoort: 'locatie',
    onderwerpId: locatieId,
    op: work.today,
  })
  return { bevestigdOp: work.now.toISOString() }
}

/** The aanbieder moved, or the house became secret: the address goes, and the book says that it did, never which it was. */
export async function removeLocatieadres(
  work: Work,
  input: { id: Id; versie: number },
): Promise<{ id: Id } | Rejection> {
  const locatie = await manageableLocatie(work, input.id)
  if (isRejection(locatie)) return locatie
  const before = await work.db
    .selectFrom('locatie')
    .select(['adres_versleuteld', 'is_geheim', 'versie'])
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (before.versie === input.versie && before.adres_versleuteld === null)
    return reject('geen_adres', 'Bij deze locatie staat geen adres.')
  if (!(await clearAdres(work, input))) return conflict(work, 'locatie', input.id, input.versie)
  await work.record({
    soort: 'LocatieadresVerwijderd',
    onderwerpSoort: 'locatie',
    onderwerpId: input.id,
    op: work.today,
    gegevens: {
      versie: input.versie + 1,
      wijzigingen: before.is_geheim
        ? { locatie: ['gewijzigd', 'gewijzigd'] }
        : { adres: ['een adres', null] },
    },
  })
  return { id: input.id }
}

/** CAP-05: from a day the locatie is open at night, by day or both. */
export async function changeOpening(
  work: Work,
  input: OpeningInvoer & { locatieId: Id },
): Promise<Record<string, never> | Rejection> {
  const locatie = await manageableLocatie(work, input.locatieId)
  if (isRejection(locatie)) return locatie
  await lockLocatie(work, input.locatieId)
  const refused = await insertOpening(work, input)
  if (refused) return refused
  await work.record({
    soort: 'OpeningGewijzigd',
    onderwerpSoort: 'locatie',
    onderwerpId: input.locatieId,
    op: input.van,
    gegevens: { regime: input.regime },
  })
  return {}
}

/**
 * Takes a plek out of use for some days. Who stays there keeps the plek; the board counts it as taken, so that nobody
 * seems to sleep in a plek that does not exist.
 */
export async function takeOutOfUse(
  work: Work,
  input: BuitenGebruikInvoer & { plekId: Id },
): Promise<{ id: Id } | Rejection> {
  const plek = await manageablePlek(work, input.plekId)
  if (isRejection(plek)) return plek
  if (input.tot !== null && input.tot <= input.van)
    return reject('einde_voor_begin', 'De dag dat de plek weer in gebruik is, ligt na de eerste dag.', {
      field: 'tot',
      status: 422,
    })
  if (!(await isKeuze(work, 'reden_buiten_gebruik', input.reden, work.today)))
    return reject('reden_onbekend', 'Kies een reden uit de lijst.', { field: 'reden', status: 422 })
  await lockPlek(work, input.plekId)
  const id = work.newId()
  const refused = await insertBuitenGebruik(work, { id, ...input })
  if (refused) return refused
  await work.record({
    soort: 'PlekBuitenGebruik',
    onderwerpSoort: 'plek',
    onderwerpId: input.plekId,
    op: input.van,
    gegevens: { reden: input.reden, tot: input.tot },
  })
  return { id }
}

export async function takeIntoUse(
  work: Work,
  input: { id: Id; tot: PlainDate },
): Promise<{ id: Id } | Rejection> {
  const row = await work.db
    .selectFrom('buiten_gebruik')
    .select(['id', 'plek_id', 'van', 'tot'])
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return notFound('Deze melding van buiten gebruik')
  const plek = await manageablePlek(work, row.plek_id)
  if (isRejection(plek)) return plek
  if (row.tot !== null && input.tot >= row.tot)
    return reject('eerder_al_terug', 'De plek is dan al weer in gebruik. Kies een eerdere dag.', {
      field: 'tot',
      status: 422,
    })
  await endBuitenGebruik(work, row, input.tot)
  await work.record({
    soort: 'PlekWeerInGebruik',
    onderwerpSoort: 'plek',
    onderwerpId: row.plek_id,
    op: input.tot,
  })
  return { id: row.id }
}

async function manageablePlek(work: Work, plekId: Id) {
  const plek = await work.db
    .selectFrom('plek')
    .select('locatie_id')
    .where('id', '=', plekId)
    .where('regio_id', '=', work.regioId)
    .executeTakeFirst()
  return plek ? manageableLocatie(work, plek.locatie_id) : notFound('Deze plek')
}
