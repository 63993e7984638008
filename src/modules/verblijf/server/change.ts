import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { addDays, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { isKeuze } from '../../beheer/server/lookup.ts'
import { endBetrokkenheid } from '../../persoon/server/betrokkenheid.ts'
import { listHuishoudenLeden } from '../../persoon/server/lookup.ts'
import { canRecordAt, checkDag, HERSTELDAGEN, isOverschreden, type Lid } from '../domain/rules.ts'
import { endPersonen, lockVerblijf, updateLocked, type VerblijfRij } from './store.ts'

/** Ends a stay because another one follows on the same day. Who recorded it need not be its aanbieder. */
export async function endForNext(
  work: Work,
  row: VerblijfRij,
  end: { op: PlainDate; reden: string; bestemming: string; overschrijdingReden?: string | null | undefined },
): Promise<undefined | Rejection> {
  const dag = checkDag(end.op, work.today, 'op', { voor: row.begonnen_op, wat: 'Het verblijf begon op' })
  if (dag) return dag
  const overschrijding = await overschrijdingOf(work, row, end)
  if (isRejection(overschrijding)) return overschrijding
  await endPersonen(work, { verblijfId: row.id, op: end.op })
  const versie = await updateLocked(work, row, {
    geeindigd_op: end.op,
    eindreden: end.reden,
    bestemming: end.bestemming,
    ...overschrijding,
  })
  if (isRejection(versie)) return versie
  await work.record({
    soort: 'VerblijfGeeindigd',
    onderwerpSoort: 'verblijf',
    onderwerpId: row.id,
    persoonId: row.persoon_id,
    op: end.op,
    gegevens: {
      versie,
      soort: row.soort,
      reden: end.reden,
      bestemming: end.bestemming,
      ...reasonOf(overschrijding),
    },
  })
  await endBetrokkenheid(work, {
    bronSoort: 'verblijf',
    bronId: row.id,
    tot: addDays(work.today, HERSTELDAGEN),
  })
  return undefined
}

/**
 * Why a stay that ends on `op` took longer than its maximum, for its row; nothing when it did not. A reason that an
 * extension gave stands until another one is chosen. Without any the constraint refuses.
 */
export async function overschrijdingOf(
  work: Work,
  row: VerblijfRij,
  end: { op: PlainDate; overschrijdingReden?: string | null | undefined },
): Promise<{ overschrijding_reden?: string } | Rejection> {
  const { overschrijdingReden } = end
  if (!isOverschreden(row.uiterlijk_op, end.op) || !overschrijdingReden) return {}
  if (!(await isKeuze(work, 'overschrijdingsreden', overschrijdingReden)))
    return reject('reden_onbekend', 'Kies een reden uit de lijst.', {
      field: 'overschrijdingReden',
      status: 422,
    })
  return { overschrijding_reden: overschrijdingReden }
}

/** The same for the gebeurtenis. */
export const reasonOf = (found: { overschrijding_reden?: string }) =>
  found.overschrijding_reden === undefined ? {} : { overschrijdingReden: found.overschrijding_reden }

/** The stay locked, with the version that the editor saw and the right to record there. */
export async function lockToChange(
  work: Work,
  id: Id,
): Promise<{ row: VerblijfRij; locatie: { organisatieId: Id | null } } | Rejection> {
  const row = await lockVerblijf(work, id)
  if (!row) return notFound('Dit verblijf')
  work.saw(row.persoon_id)
  const locatie = await work.db
    .selectFrom('locatie as l')
    .innerJoin('voorziening as v', 'v.id', 'l.voorziening_id')
    .select('v.organisatie_id as organisatieId')
    .where('l.id', '=', row.locatie_id)
    .executeTakeFirst()
  if (!locatie) return notFound('Dit verblijf')
  const allowed = canRecordAt(work.vrager, locatie.organisatieId)
  return allowed.ok ? { row, locatie } : reject('geen_recht', allowed.reden, { status: 403 })
}

/** These people with what the rules about adults and children need. */
export async function ledenVan(
  work: Work,
  input: { huishoudenId: Id | null; personen: readonly Id[] },
): Promise<Lid[]> {
  const known = input.huishoudenId ? await listHuishoudenLeden(work, input.huishoudenId) : []
  const births = await work.db
    .selectFrom('persoon')
    .select(['id', 'geboortedatum'])
    .where('id', 'in', [...input.personen])
    .execute()
  return input.personen.map((persoonId) => ({
    persoonId,
    rol: known.find((lid) => lid.persoonId === persoonId)?.rol ?? 'overig',
    geboortedatum: births.find((one) => one.id === persoonId)?.geboortedatum ?? null,
  }))
}
