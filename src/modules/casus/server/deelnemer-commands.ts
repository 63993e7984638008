import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { isRejection, notFound, type Rejection, reject } from '../../../shared/rejection.ts'
import { listDossierIds } from '../../persoon/server/lookup.ts'
import type { DeelnemerInvoer } from '../domain/overleg-contract.ts'
import { recordCasus } from './boek.ts'
import { endDelingen, shareWith } from './delen.ts'
import { lockOverleg } from './overleg-commands.ts'
import { findPartijlid } from './partijen.ts'
import { insertDeelnemer, lockDeelnemer, markIngetrokken } from './store.ts'

const veld = { field: 'gebruikerId', status: 422 } as const

/** Invites one user of another organisation to see chosen data until the meeting ends, on a ground of the register. */
export async function inviteDeelnemer(
  work: Work,
  input: DeelnemerInvoer & { readonly overlegId: Id },
): Promise<{ id: Id; artikelen: string[] } | Rejection> {
  const overleg = await lockOverleg(work, input.overlegId, 'uitnodigen')
  if (isRejection(overleg)) return overleg
  if (overleg.eind_op <= work.now)
    return reject('overleg_voorbij', 'De tijd van dit overleg is voorbij. Verzet het overleg of rond het af.')
  const wie = await findPartijlid(work, input.gebruikerId)
  if (!wie) return reject('deelnemer_onbekend', 'Kies een medewerker uit de lijst.', veld)
  if (wie.organisatieId === work.vrager.organisatieId)
    return reject(
      'deelnemer_eigen_organisatie',
      'Collega’s van uw eigen organisatie zien de casus al. Nodig iemand van een andere organisatie uit.',
      veld,
    )
  const barred = await checkAfscherming(work, overleg.persoon_id, wie)
  if (barred) return barred
  const deelnemer = {
    id: work.newId(),
    persoon_id: overleg.persoon_id,
    organisatie_id: wie.organisatieId,
    gegevens: [...new Set(input.gegevens)],
    grond: input.grond,
    weging: input.weging,
    wetsartikel: input.wetsartikel,
    zonder_jeugdgegevens: input.zonderJeugdgegevens ?? false,
  }
  const failed = await insertDeelnemer(work, {
    ...deelnemer,
    overleg_id: overleg.id,
    casus_id: overleg.casus_id,
    gebruiker_id: wie.id,
    waarom: input.waarom,
    namens_organisatie_id: work.vrager.organisatieId!,
  })
  if (failed) return failed
  const artikelen = await shareWith(work, deelnemer, { doel: overleg.doel, eindOp: overleg.eind_op })
  if (isRejection(artikelen)) return artikelen
  await recordCasus(work, 'CasusDeelnemerUitgenodigd', {
    tabel: 'casus_deelnemer',
    id: deelnemer.id,
    persoonId: overleg.persoon_id,
    gegevens: { organisatie: wie.organisatie, gegevens: deelnemer.gegevens },
  })
  return { id: deelnemer.id, artikelen }
}

/** Nobody is invited who may not see this person whatever happens: the database would show nothing, so say so at once. */
async function checkAfscherming(
  work: Work,
  persoonId: Id,
  wie: { readonly id: Id; readonly organisatieId: Id; readonly zietVrouwenopvang: boolean },
): Promise<undefined | Rejection> {
  const dossiers = await listDossierIds(work, persoonId)
  const blocked = await work.db
    .selectFrom('belangenconflict')
    .select('id')
    .where('persoon_id', 'in', dossiers)
    .where((e) => e.or([e('gebruiker_id', '=', wie.id), e('organisatie_id', '=', wie.organisatieId)]))
    .where('van', '<=', work.today)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', work.today)]))
    .executeTakeFirst()
  const { is_geheim } = await work.db
    .selectFrom('persoon')
    .select('is_geheim')
    .where('id', '=', persoonId)
    .executeTakeFirstOrThrow()
  return blocked || (is_geheim && !wie.zietVrouwenopvang)
    ? reject(
        'deelnemer_afgeschermd',
        'Deze medewerker mag dit dossier niet zien. Nodig iemand anders uit.',
        veld,
      )
    : undefined
}

export async function withdrawDeelnemer(work: Work, id: Id): Promise<{ id: Id } | Rejection> {
  const row = await lockDeelnemer(work, id)
  if (!row) return notFound('Deze uitnodiging')
  if (row.ingetrokken_op !== null) return reject('al_ingetrokken', 'Deze uitnodiging is al ingetrokken.')
  const overleg = await lockOverleg(work, row.overleg_id, 'uitnodigen')
  if (isRejection(overleg)) return overleg
  await endDelingen(work, row.id)
  await markIngetrokken(work, row.id)
  await recordCasus(work, 'CasusUitnodigingIngetrokken', {
    tabel: 'casus_deelnemer',
    id: row.id,
    persoonId: row.persoon_id,
  })
  return { id: row.id }
}
